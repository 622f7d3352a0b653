using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Agendas;

/// <summary>A member asks for an item on the agenda of a session to come; a convener's own stands at once.</summary>
public sealed class SuggestItem(IRosters rosters, ISessions sessions, IAgendas agendas, EditAgenda edit, IRelay relay, TimeProvider clock)
{
    public async Task<SuggestOutcome> Run(
        Actor actor, SessionId id, AgendaEntry entry, OperationId operation, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return new SuggestOutcome.NotFound();
        }

        if (actor.Person is null || !session.IsOpenTo(actor.Id, table, roster))
        {
            return new SuggestOutcome.NotAllowed(session);
        }

        if (session.State == SessionState.Cancelled || session.Start <= clock.GetUtcNow())
        {
            return new SuggestOutcome.Closed(session);
        }

        return roster.MayConvene(actor.Id, table)
            ? await Add(actor, session, new AgendaEdit.Add(EditAgenda.ItemOf(operation), entry), cancel)
            : EditAgenda.ProblemsOf(entry) is { Count: > 0 } problems
                ? new SuggestOutcome.Refused(session, problems)
                : await Suggest(actor, session, entry, operation, cancel);
    }

    private async Task<SuggestOutcome> Add(Actor actor, Session session, AgendaEdit.Add add, CancellationToken cancel) =>
        await edit.Run(actor, session.Id, add, cancel) switch
        {
            SessionChange.Done done => new SuggestOutcome.Added(done.Session, done.Session.ItemOf(add.Item)!),
            SessionChange.Refused refused => new SuggestOutcome.Refused(refused.Session, refused.Problems),
            _ => new SuggestOutcome.Closed(session),
        };

    private async Task<SuggestOutcome> Suggest(
        Actor actor, Session session, AgendaEntry entry, OperationId operation, CancellationToken cancel)
    {
        var suggestion = new ItemSuggestion(
            operation, session.Territory, session.Id, entry.Kind, OneLine.Of(entry.Title), entry.Minutes!.Value, actor.Id, actor.Name,
            clock.GetUtcNow());
        var aggregate = new Aggregate(AggregateKind.Session, session.Territory, session.Id.Value);
        await relay.Announce(aggregate, cancel);
        // Not saved: the same act came before, and its suggestion is there.
        if (await agendas.Suggest(suggestion, [suggestion.ToTell()], cancel))
        {
            relay.Nudge(aggregate);
        }

        return new SuggestOutcome.Suggested(session, suggestion);
    }
}

/// <summary>The convener accepts a suggested item, which then stands on the agenda, or leaves it aside; who suggested it is told.</summary>
public sealed class AnswerItemSuggestion(IRosters rosters, ISessions sessions, IAgendas agendas, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="reason">Why not, in the convener's words; cut at <see cref="SessionLimits.CancelReason"/>.</param>
    public async Task<SuggestOutcome> Run(
        Actor actor, SessionId id, OperationId suggestion, bool accept, string? reason, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await sessions.Get(actor.Territory, id, cancel) is not { } session || roster.TableOf(session.Value.Table) is not { } table
                || await agendas.Suggestion(actor.Territory, id, suggestion, cancel) is not { } waiting)
            {
                return new SuggestOutcome.NotFound();
            }

            if (!roster.MayConvene(actor.Id, table))
            {
                return new SuggestOutcome.NotAllowed(session.Value);
            }

            if (waiting.Value.State != SuggestionState.Waiting)
            {
                return Standing(session.Value, waiting.Value);
            }

            if (await Answer(session, waiting, accept, reason, cancel) is { } outcome)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("an agenda changes too often to be changed");
    }

    /// <summary>Null when somebody else changed the session or answered meanwhile.</summary>
    private async Task<SuggestOutcome?> Answer(
        Versioned<Session> session, Versioned<ItemSuggestion> waiting, bool accept, string? reason, CancellationToken cancel)
    {
        var answered = waiting.Value with { State = accept ? SuggestionState.Accepted : SuggestionState.Declined, Reason = Cut(reason) };
        if (!accept && ConveneRules.NamesSomeone(reason))
        {
            return new SuggestOutcome.Refused(session.Value, [new(ConveneField.Reason, ConveneFault.NamesSomeone)]);
        }

        var changed = session.Value;
        if (accept)
        {
            var entry = new AgendaEntry(answered.Kind, answered.Title, answered.Minutes, null, answered.ByName, InCamera: false);
            var change = EditAgenda.Decide(
                session.Value, new AgendaEdit.Add(EditAgenda.ItemOf(answered.Id), entry), voted: false, clock.GetUtcNow());
            if (change is not SessionChange.Done done)
            {
                return change is SessionChange.Refused refused
                    ? new SuggestOutcome.Refused(session.Value, refused.Problems)
                    : new SuggestOutcome.Closed(session.Value);
            }

            changed = done.Session;
        }

        var aggregate = new Aggregate(AggregateKind.Session, changed.Territory, changed.Id.Value);
        await relay.Announce(aggregate, cancel);
        if (!await agendas.Answer(waiting.With(answered), session.With(changed), [answered.ToAnswer()], cancel))
        {
            return null;
        }

        relay.Nudge(aggregate);
        return Standing(changed, answered);
    }

    private static SuggestOutcome Standing(Session session, ItemSuggestion suggestion) =>
        suggestion.State == SuggestionState.Accepted && session.ItemOf(EditAgenda.ItemOf(suggestion.Id)) is { } item
            ? new SuggestOutcome.Added(session, item)
            : new SuggestOutcome.Declined(session, suggestion);

    private static string? Cut(string? reason) =>
        ConveneRules.Trimmed(reason) is { } why ? why[..Math.Min(why.Length, SessionLimits.CancelReason)] : null;
}
