using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Minutes;

/// <summary>What an act makes of minutes: the new head and text with what follows, or why not.</summary>
internal abstract record MinutesChange
{
    private MinutesChange() { }

    public sealed record To(
        SessionMinutes Minutes, MinutesText Text, IReadOnlyList<Effect> Effects, int Changes = 1, Versioned<Amendment>? Answered = null) : MinutesChange;

    /// <summary>Done already, or nothing to do.</summary>
    public sealed record None : MinutesChange;

    public sealed record Refused(MinutesRefusal Why) : MinutesChange;

    public static implicit operator MinutesChange(MinutesRefusal why) => new Refused(why);
}

/// <summary>What an act sees: the minutes as they stand, with their session, their table and the time.</summary>
internal sealed record MinutesSeen(Session Session, Table Table, Roster Roster, MinutesInFull Full, DateTimeOffset Now)
{
    public SessionMinutes Minutes => Full.Minutes.Value;
}

/// <summary>Loads minutes, decides, saves, and decides again when another change came between.</summary>
public sealed class ChangeMinutes(
    IRosters rosters, ISessions sessions, IMeetings meetings, IMinutes minutes, DraftMinutes draft, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="byConvener">Whether only the session's convener may.</param>
    internal async Task<MinutesOutcome> Run(
        Actor actor, SessionId id, bool byConvener, Func<MinutesSeen, Task<MinutesChange>> decide, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
            {
                return new MinutesRefusal.NotFound();
            }

            if (byConvener && !roster.MayConvene(actor.Id, table))
            {
                return new MinutesRefusal.NotAConvener(session);
            }

            // Read before the draft is: what is noted until the session ends is in it.
            var now = clock.GetUtcNow();
            if ((await meetings.RunOf(session.Territory, id, cancel))?.Value.AsOf(session, now) is { IsRunning: true })
            {
                return new MinutesRefusal.StillHeld(session);
            }

            if (await draft.Of(session, roster, actor, cancel) is not { } full)
            {
                return new MinutesRefusal.NotHeld(session);
            }

            switch (await decide(new MinutesSeen(session, table, roster, full, now)))
            {
                case MinutesChange.Refused refused:
                    return refused.Why;
                case MinutesChange.None:
                    return new MinutesOutcome.Done(session, full, Changed: false);
                case MinutesChange.To to when await Save(full, to, cancel):
                    return new MinutesOutcome.Done(
                        session, new MinutesInFull(new(to.Minutes, full.Minutes.Version), to.Text), Changed: true, to.Changes);
            }
        }

        throw new InvalidOperationException("minutes change too often to be changed");
    }

    private async Task<bool> Save(MinutesInFull full, MinutesChange.To to, CancellationToken cancel)
    {
        var aggregate = new Aggregate(AggregateKind.Session, to.Minutes.Territory, to.Minutes.Session.Value);
        if (to.Effects.Count > 0)
        {
            await relay.Announce(aggregate, cancel);
        }

        if (to.Minutes is { State: MinutesState.Circulated, SilentUntil: { } until } && full.Minutes.Value.SilentUntil != until)
        {
            await relay.AnnounceAt(aggregate, until, cancel);
        }

        var version = full.Minutes.Version == DraftMinutes.NotStored ? null : full.Minutes.Version;
        if (!await minutes.Save(to.Minutes, to.Text, version, to.Effects, to.Answered, cancel))
        {
            return false;
        }

        if (to.Effects.Count > 0)
        {
            relay.Nudge(aggregate);
        }

        return true;
    }
}
