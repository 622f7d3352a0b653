using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>A seat's answer as somebody gives it.</summary>
/// <param name="Remote">Comes by the meeting's link; only of who comes.</param>
/// <param name="Late">Comes after the beginning; only of who comes.</param>
/// <param name="Seen">The session's sequence the person was shown; null when the answer names the date itself.</param>
public sealed record ReplyCommand(
    SessionId Session, SeatId Seat, ReplyKind Kind, string? RepresentedBy, int? Seen, OperationId Operation, bool Remote = false, bool Late = false);

/// <summary>What became of a reply.</summary>
public abstract record ReplyOutcome
{
    private ReplyOutcome() { }

    /// <param name="OnBehalf">The pilote answered for the seat.</param>
    public sealed record Noted(Session Session, Seat Seat, Reply Reply, bool OnBehalf) : ReplyOutcome;

    public sealed record NotFound : ReplyOutcome;

    /// <summary>Neither holder nor substitute today, nor the table's convener; or the seat isn't called.</summary>
    public sealed record NotYours(Session Session) : ReplyOutcome;

    public sealed record Cancelled(Session Session) : ReplyOutcome;

    public sealed record Over(Session Session) : ReplyOutcome;

    /// <summary>The date changed since it was shown: nothing is noted, the new date is to be shown.</summary>
    public sealed record MovedMeanwhile(Session Session, Seat Seat) : ReplyOutcome;

    /// <summary>Represented, but by whom is not said.</summary>
    public sealed record WhoIsMissing(Session Session, Seat Seat) : ReplyOutcome;

    /// <summary>The name is over <see cref="SessionLimits.RepresentedBy"/> characters.</summary>
    public sealed record WhoIsTooLong(Session Session, Seat Seat) : ReplyOutcome;

    /// <summary>More than a name: a number, a mail address or a birth date (rule 10).</summary>
    public sealed record WhoSaysTooMuch(Session Session, Seat Seat) : ReplyOutcome;

    public T Match<T>(
        Func<Noted, T> noted, Func<NotFound, T> notFound, Func<NotYours, T> notYours, Func<Cancelled, T> cancelled,
        Func<Over, T> over, Func<MovedMeanwhile, T> moved, Func<WhoIsMissing, T> whoIsMissing,
        Func<WhoIsTooLong, T> whoIsTooLong, Func<WhoSaysTooMuch, T> whoSaysTooMuch) => this switch
        {
            Noted it => noted(it),
            NotFound it => notFound(it),
            NotYours it => notYours(it),
            Cancelled it => cancelled(it),
            Over it => over(it),
            MovedMeanwhile it => moved(it),
            WhoIsMissing it => whoIsMissing(it),
            WhoIsTooLong it => whoIsTooLong(it),
            WhoSaysTooMuch it => whoSaysTooMuch(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Notes whether a seat will be there. The last answer stands; who gave each is kept.</summary>
public sealed class ReplyToConvocation(IRosters rosters, ISessions sessions, GiveProxy proxies, IRelay relay, TimeProvider clock)
{
    public async Task<ReplyOutcome> Run(Actor actor, ReplyCommand command, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, command.Session, cancel) is not { } there)
        {
            return new ReplyOutcome.NotFound();
        }

        var outcome = Decide(there.Value, roster, actor, command, clock.GetUtcNow());
        if (outcome is ReplyOutcome.Noted noted)
        {
            await Save(noted, roster, cancel);
            if (noted.Reply.Kind is ReplyKind.Present or ReplyKind.Represented)
            {
                await proxies.Lapse(actor, noted.Session, noted.Seat.Id, cancel);
            }
        }

        return outcome;
    }

    private async Task Save(ReplyOutcome.Noted noted, Roster roster, CancellationToken cancel)
    {
        if (!AsksSubstitute(noted, roster))
        {
            await sessions.SaveReply(noted.Session.Territory, noted.Reply, [], cancel);
            return;
        }

        var aggregate = new Aggregate(AggregateKind.Session, noted.Session.Territory, noted.Session.Id.Value);
        await relay.Announce(aggregate, cancel);
        await sessions.SaveReply(
            noted.Session.Territory, noted.Reply, [ReminderRules.EffectFor(noted.Session, noted.Seat.Id)], cancel);
        relay.Nudge(aggregate);
    }

    /// <summary>The representative can't come, and there is a substitute who didn't say so themselves.</summary>
    public static bool AsksSubstitute(ReplyOutcome.Noted noted, Roster roster) =>
        noted.Reply.Kind == ReplyKind.Absent
        && roster.Mandates.GetValueOrDefault(noted.Seat.Id)?.Substitute is { } substitute && substitute.Id != noted.Reply.By;

    /// <summary>The rule alone.</summary>
    public static ReplyOutcome Decide(
        Session session, Roster roster, Actor actor, ReplyCommand command, DateTimeOffset now)
    {
        var table = roster.TableOf(session.Table);
        var seat = table is null ? null : session.Called(table).FirstOrDefault(s => s.Id == command.Seat);
        if (table is null || seat is null)
        {
            return new ReplyOutcome.NotYours(session);
        }

        var own = roster.Mandates.TryGetValue(seat.Id, out var mandate) && mandate.Allows(actor.Id);
        if (!own && !roster.MayConvene(actor.Id, table))
        {
            return new ReplyOutcome.NotYours(session);
        }

        return Closed(session, command, now, seat) ?? Noted(session, seat, actor, command, now, onBehalf: !own);
    }

    private static ReplyOutcome? Closed(Session session, ReplyCommand command, DateTimeOffset now, Seat seat) =>
        session.State == SessionState.Cancelled ? new ReplyOutcome.Cancelled(session)
        : session.End <= now ? new ReplyOutcome.Over(session)
        : command.Seen < session.DatedIn ? new ReplyOutcome.MovedMeanwhile(session, seat)
        : null;

    private static ReplyOutcome Noted(
        Session session, Seat seat, Actor actor, ReplyCommand command, DateTimeOffset now, bool onBehalf)
    {
        var who = command.Kind == ReplyKind.Represented ? ConveneRules.Trimmed(command.RepresentedBy) : null;
        if (command.Kind == ReplyKind.Represented && who is null)
        {
            return new ReplyOutcome.WhoIsMissing(session, seat);
        }

        if (who?.Length > SessionLimits.RepresentedBy)
        {
            return new ReplyOutcome.WhoIsTooLong(session, seat);
        }

        if (who is not null && PersonalDataGuard.KindsBesidesNamesIn(who).Count > 0)
        {
            return new ReplyOutcome.WhoSaysTooMuch(session, seat);
        }

        var reply = new Reply(session.Id, seat.Id, command.Kind, who, actor.Id, actor.Name, now, actor.Way)
        {
            Sequence = session.Sequence,
            Operation = command.Operation,
            Remote = command is { Remote: true, Kind: ReplyKind.Present or ReplyKind.Represented },
            Late = command is { Late: true, Kind: ReplyKind.Present or ReplyKind.Represented },
        };
        return new ReplyOutcome.Noted(session, seat, reply, onBehalf);
    }
}
