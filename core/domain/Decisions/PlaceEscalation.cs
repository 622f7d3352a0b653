using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// Keeps a submitted decision on an agenda until it is answered: on the next session of the table that validates it; where
/// that one is cancelled, or over without an answer, on the one after. Two aggregates change, the session first: stopped in
/// between, the item stands there and the repeat finds it.
/// </summary>
public sealed class PlaceEscalation(
    IEscalations escalations, ISessions sessions, IBallots ballots, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;
    private const int Minutes = 15;

    /// <summary>A session may last longer than announced: only then is it over without an answer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(12);

    /// <param name="title">Of the agenda item, in the interface's words; cut where it is too long.</param>
    /// <returns>As it stands afterwards; null when there is none of that id.</returns>
    public async Task<Escalation?> Handle(TerritoryId territory, EscalationId id, Func<Escalation, string> title, CancellationToken cancel)
    {
        if (await escalations.Get(territory, id, cancel) is not { Value: var escalation })
        {
            return null;
        }

        if (escalation.State == EscalationState.OnAgenda && await HasLostItsPlace(escalation, cancel))
        {
            escalation = await Becomes(escalation, new EscalationStep(EscalationState.Waiting, clock.GetUtcNow()), cancel);
        }

        return escalation.State == EscalationState.Waiting ? await Place(escalation, title(escalation), cancel) : escalation;
    }

    /// <summary>Those that would go on a session of that table, were it convened with so many items: no other had room for them.</summary>
    public async Task<IReadOnlyList<Escalation>> WouldGoOn(TerritoryId territory, TableId table, int items, CancellationToken cancel) =>
    [
        .. (await escalations.Of(territory, cancel)).Where(e => e.Table == table && e.State == EscalationState.Waiting)
            .Take(Math.Max(0, SessionLimits.Items - items)),
    ];

    private async Task<bool> HasLostItsPlace(Escalation escalation, CancellationToken cancel)
    {
        if (escalation.Last.Session is not { } on
            || await sessions.Get(escalation.Territory, on, cancel) is not { Value: { State: not SessionState.Cancelled } session }
            || session.ItemOf(escalation.Item) is null)
        {
            return true;
        }

        // A ballot may outlast its session, and a rejection waits for its reason.
        return session.End + Grace <= clock.GetUtcNow() && escalation.Rejection is null
            && !(await ballots.Recent(escalation.Territory, cancel)).Any(b =>
                b.Session == session.Id && b.Item == escalation.Item
                && b is { State: BallotState.Preparing or BallotState.Open }
                    or { State: BallotState.Closed, Outcome: null or { Verdict: Verdict.AwaitsChair } });
    }

    private async Task<Escalation> Place(Escalation escalation, string title, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await Next(escalation, cancel) is not { } session)
            {
                return escalation;
            }

            if (session.Value.ItemOf(escalation.Item) is not null || await Add(session, escalation, title, cancel))
            {
                return await Becomes(
                    escalation,
                    new EscalationStep(
                        EscalationState.OnAgenda, clock.GetUtcNow(), Session: session.Value.Id, SessionAt: session.Value.Start),
                    cancel);
            }
        }

        throw new InvalidOperationException($"the sessions of {escalation.Table} changed at each of {Tries} tries");
    }

    /// <summary>The next session, convened or planned, that has room for an item more.</summary>
    private async Task<Versioned<Session>?> Next(Escalation escalation, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var next = (await sessions.All(escalation.Territory, cancel)).FirstOrDefault(s =>
            s.Table == escalation.Table && s.State != SessionState.Cancelled && s.Start > now
            && (s.Agenda.Count < SessionLimits.Items || s.ItemOf(escalation.Item) is not null));
        return next is null ? null : await sessions.Get(next.Territory, next.Id, cancel);
    }

    private Task<bool> Add(Versioned<Session> session, Escalation escalation, string title, CancellationToken cancel)
    {
        var decision = escalation.Decision;
        var item = new AgendaItem(
            escalation.Item, AgendaItemKind.Decision, title[..Math.Min(title.Length, SessionLimits.ItemTitle)], Minutes,
            escalation.IsOfAnotherTerritory ? null : decision.Axis, [], decision.InCamera,
            Documents: decision.Documents, Escalated: escalation.Id);
        return sessions.Save(session.With(session.Value with { Agenda = [.. session.Value.Agenda, item] }), [], cancel);
    }

    /// <summary>Unless it went on meanwhile: then it stands as it went.</summary>
    private async Task<Escalation> Becomes(Escalation escalation, EscalationStep step, CancellationToken cancel) =>
        (await escalations.Change(
            relay, escalation.Territory, escalation.Id,
            e => e.Steps.Count == escalation.Steps.Count ? e.Goes(step) : e, cancel))!;
}
