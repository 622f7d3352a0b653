using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Minutes;

/// <summary>Somebody who attended asks for a change of circulated minutes; the convener is told.</summary>
public sealed class ProposeAmendment(IRosters rosters, ISessions sessions, IMinutes minutes, IRelay relay, TimeProvider clock)
{
    public const int MostText = 2000;

    private const int Tries = 8;

    public async Task<MinutesOutcome> Run(
        Actor actor, SessionId id, ItemId? item, string? text, OperationId operation, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session }
                || await minutes.Get(actor.Territory, id, cancel) is not { } full)
            {
                return new MinutesRefusal.NotFound();
            }

            if (SeatOf(full.Text, roster, actor) is not { } seat)
            {
                return new MinutesRefusal.DidNotAttend(session);
            }

            if (Refuse(full, roster, text) is { } refusal)
            {
                return refusal;
            }

            var point = item is { } on && full.Text.Points.Any(p => p.Item == on) ? item : null;
            var amendment = new Amendment(
                operation, session.Territory, id, point, text!.Trim(), actor.Id, actor.Name, seat.Structure, clock.GetUtcNow(), actor.Way);
            var saved = await Save(amendment, full, cancel);
            if (saved != ProposalSaved.Changed)
            {
                return new MinutesOutcome.Done(session, full, saved == ProposalSaved.Done);
            }
        }

        throw new InvalidOperationException("minutes change too often to be amended");
    }

    private async Task<ProposalSaved> Save(Amendment amendment, MinutesInFull full, CancellationToken cancel)
    {
        var aggregate = new Aggregate(AggregateKind.Session, amendment.Territory, amendment.Session.Value);
        await relay.Announce(aggregate, cancel);
        var saved = await minutes.Propose(amendment, full.Minutes, [amendment.ToTell()], cancel);
        if (saved == ProposalSaved.Done)
        {
            relay.Nudge(aggregate);
        }

        return saved;
    }

    /// <summary>The seat that the person sat for, or may sit for and that was there; null for who wasn't.</summary>
    public static MinutesSeat? SeatOf(MinutesText text, Roster roster, Actor actor) => text.Seats.FirstOrDefault(s =>
        s.State == RollState.Present && roster.Mandates.TryGetValue(s.Seat, out var mandate) && mandate.Allows(actor.Id));

    private static MinutesRefusal? Refuse(MinutesInFull full, Roster roster, string? text)
    {
        var minutes = full.Minutes.Value;
        if (minutes.State != MinutesState.Circulated)
        {
            return minutes.State == MinutesState.Validated ? new MinutesRefusal.Final(minutes) : new MinutesRefusal.NotCirculated(minutes);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new MinutesRefusal.TextMissing();
        }

        PersonalDataKind[] kinds = [.. KnownNames.Of(roster, full.Text).Others(text).Distinct()];
        return text.Trim().Length > MostText ? new MinutesRefusal.TooLong(MostText)
            : kinds.Length > 0 ? new MinutesRefusal.NamesSomeone(kinds)
            : null;
    }
}

/// <summary>The convener takes an amendment into the minutes, or says why not; who proposed it is told.</summary>
public sealed class AnswerAmendment(ChangeMinutes change, IMinutes minutes)
{
    public const int MostReason = 500;

    /// <param name="accepted">The paragraph that the minutes get, from the amendment; the words are the interface's.</param>
    /// <param name="reason">Why not; must be there to refuse.</param>
    public Task<MinutesOutcome> Run(
        Actor actor, SessionId session, OperationId id, Func<Amendment, string>? accepted, string? reason, CancellationToken cancel) =>
        change.Run(actor, session, byConvener: true, seen => Decide(seen, id, accepted, reason, cancel), cancel);

    private async Task<MinutesChange> Decide(
        MinutesSeen seen, OperationId id, Func<Amendment, string>? accepted, string? reason, CancellationToken cancel)
    {
        var found = (await minutes.Amendments(seen.Session.Territory, seen.Session.Id, cancel)).FirstOrDefault(a => a.Value.Id == id);
        if (found is null)
        {
            return new MinutesRefusal.NoSuchAmendment();
        }

        if (found.Value.State != AmendmentState.Waiting)
        {
            return new MinutesChange.None();
        }

        if (seen.Minutes.State == MinutesState.Validated)
        {
            return new MinutesRefusal.Final(seen.Minutes);
        }

        return accepted is not null ? Accept(seen, found, accepted(found.Value)) : Refuse(seen, found, ConveneRules.Trimmed(reason));
    }

    private static MinutesChange.To Accept(MinutesSeen seen, Versioned<Amendment> found, string paragraph)
    {
        var item = found.Value.Item ?? seen.Full.Text.Points[^1].Item;
        var text = seen.Full.Text with
        {
            Points = [.. seen.Full.Text.Points.Select(p => p.Item == item ? p with { Notes = [.. p.Notes, paragraph] } : p)],
        };
        return new MinutesChange.To(
            seen.Minutes with { Version = seen.Minutes.Version + 1, At = seen.Now }, text, [found.Value.ToAnswer()], 1,
            found.With(found.Value with { State = AmendmentState.Accepted }));
    }

    private static MinutesChange Refuse(MinutesSeen seen, Versioned<Amendment> found, string? why)
    {
        if (why is null)
        {
            return new MinutesRefusal.TextMissing();
        }

        PersonalDataKind[] kinds = [.. KnownNames.Of(seen.Roster, seen.Full.Text).Others(why).Distinct()];
        return why.Length > MostReason ? new MinutesRefusal.TooLong(MostReason)
            : kinds.Length > 0 ? new MinutesRefusal.NamesSomeone(kinds)
            : new MinutesChange.To(
                seen.Minutes, seen.Full.Text, [found.Value.ToAnswer()], 1, found.With(found.Value with { State = AmendmentState.Refused, Reason = why }));
    }
}
