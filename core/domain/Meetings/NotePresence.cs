using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

/// <summary>What the convener says of one seat.</summary>
public sealed record PresenceEntry(SeatId Seat, PresenceState State, PresenceMode Mode, string? RepresentedBy);

public enum PresenceRefusal { NotFound, NotAConvener, Cancelled, NoSuchSeat, WhoIsTooLong, WhoSaysTooMuch, NotYetHeld, MinutesWritten, MinutesFinal, NameMissing }

/// <summary>Notes who is there, and invited guests: the acts of a session's convener, from the day of the session on.</summary>
public sealed class NotePresence(IRosters rosters, ISessions sessions, IMeetings meetings, IMinutes minutes, IRelay relay, TimeProvider clock)
{
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(24);

    /// <summary>Null when noted.</summary>
    public async Task<PresenceRefusal?> Run(
        Actor actor, SessionId id, IReadOnlyList<PresenceEntry> entries, CancellationToken cancel)
    {
        var (refusal, session, table) = await Find(actor, id, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var called = session!.Called(table!).Select(s => s.Id).ToHashSet();
        if (entries.Any(e => !called.Contains(e.Seat)))
        {
            return PresenceRefusal.NoSuchSeat;
        }

        if (entries.Select(e => Unfit(e.RepresentedBy)).FirstOrDefault(f => f is not null) is { } unfit)
        {
            return unfit;
        }

        var record = (await meetings.Of(actor.Territory, id, cancel)).AsOf(session, clock.GetUtcNow());
        var standing = record.Presences.ToDictionary(p => p.Seat);
        var begun = Latecomers.RollTaken(record);
        await RightsOfThePresent.Note(
            meetings, relay, session, record,
            [.. entries.Select(e => Noted(e, standing.GetValueOrDefault(e.Seat), record.Run?.Value, begun, actor, id)).OfType<Presence>()],
            clock.GetUtcNow(), cancel);
        return null;
    }

    public async Task<PresenceRefusal?> Invite(
        Actor actor, SessionId id, string? name, string? structure, PresenceMode mode, OperationId operation, CancellationToken cancel)
    {
        var (refusal, _, _) = await Find(actor, id, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        if (ConveneRules.Trimmed(name) is not { } who)
        {
            return PresenceRefusal.NameMissing;
        }

        if ((Unfit(who) ?? Unfit(structure)) is { } unfit)
        {
            return unfit;
        }

        await meetings.Invite(actor.Territory, new Guest(id, operation, who, ConveneRules.Trimmed(structure), mode), cancel);
        return null;
    }

    /// <summary>Takes back a guest who was noted by mistake, or otherwise than they are; done again, it is done.</summary>
    public async Task<PresenceRefusal?> Uninvite(Actor actor, SessionId id, OperationId guest, CancellationToken cancel)
    {
        var (refusal, _, _) = await Find(actor, id, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        if ((await meetings.Of(actor.Territory, id, cancel)).Guests.FirstOrDefault(g => g.Id == guest) is { } there)
        {
            await meetings.Uninvite(actor.Territory, there, cancel);
        }

        return null;
    }

    private async Task<(PresenceRefusal? Refusal, Session? Session, Table? Table)> Find(Actor actor, SessionId id, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return (PresenceRefusal.NotFound, null, null);
        }

        PresenceRefusal? refusal = !roster.MayConvene(actor.Id, table) ? PresenceRefusal.NotAConvener
            : session.State == SessionState.Cancelled ? PresenceRefusal.Cancelled
            : session.Start - clock.GetUtcNow() > Earliest ? PresenceRefusal.NotYetHeld
            // Minutes say who was there: once written they don't change behind their reader's back.
            : (await minutes.Head(actor.Territory, id, cancel))?.Value.State switch
            {
                null => null,
                MinutesState.Validated => PresenceRefusal.MinutesFinal,
                _ => PresenceRefusal.MinutesWritten,
            };
        return (refusal, session, table);
    }

    private static PresenceRefusal? Unfit(string? who) =>
        OneLine.Of(who).Length > SessionLimits.RepresentedBy ? PresenceRefusal.WhoIsTooLong
        : who is not null && PersonalDataGuard.KindsBesidesNamesIn(who).Count > 0 ? PresenceRefusal.WhoSaysTooMuch
        : null;

    /// <summary>Null when nothing changes, so that a page sent again doesn't overwrite what Teams has noted since.</summary>
    private Presence? Noted(PresenceEntry entry, Presence? standing, SessionRun? run, DateTimeOffset? rollTaken, Actor actor, SessionId id)
    {
        var now = clock.GetUtcNow();
        var who = ConveneRules.Trimmed(entry.RepresentedBy);
        if (standing is not null && (standing.State, standing.Mode, standing.RepresentedBy) == (entry.State, entry.Mode, who))
        {
            return null;
        }

        var wasThere = standing is { State: PresenceState.Present };
        var arrived = entry.State != PresenceState.Present ? null
            : wasThere ? standing!.ArrivedAt
            : Latecomers.Arrival(run, rollTaken, now);
        return new Presence(
            id, entry.Seat, entry.State, entry.Mode, who, arrived, null, actor.Id, actor.Name, now, PresenceSource.Convener);
    }
}

/// <summary>Who is there answers for itself: open ballots drop the session's proxy of a seat that has come.</summary>
internal static class RightsOfThePresent
{
    public static async Task Note(
        IMeetings meetings, IRelay relay, Session session, MeetingRecord record, IReadOnlyList<Presence> noted, DateTimeOffset now,
        CancellationToken cancel)
    {
        var givers = record.Proxies.Select(p => p.From).ToHashSet();
        if (!noted.Any(p => givers.Contains(p.Seat)))
        {
            await meetings.Note(session.Territory, noted, [], cancel);
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"presence-{session.Id}-{now.UtcTicks}");
        await relay.Announce(session.Aggregate, cancel);
        await meetings.Note(session.Territory, noted, [new(id, EffectKind.SessionRightsChanged, session.Id.Value)], cancel);
        relay.Nudge(session.Aggregate);
    }
}

internal static class Latecomers
{
    private static readonly TimeSpan Courtesy = TimeSpan.FromMinutes(10);

    /// <summary>Of who is seen to join: when, if it was well after the session had begun.</summary>
    public static DateTimeOffset? Joining(SessionRun? run, DateTimeOffset now) =>
        run is { IsRunning: true } && now - run.StartedAt > Courtesy ? now : null;

    /// <summary>When the convener noted the first seat; null before. Those noted with it or soon after were there.</summary>
    public static DateTimeOffset? RollTaken(MeetingRecord record) =>
        record.Presences.Where(p => p is { State: PresenceState.Present, Source: PresenceSource.Convener }).Select(p => (DateTimeOffset?)p.At).Min();

    /// <summary>
    /// When somebody arrived, if it was after the session had begun in earnest: minutes after its beginning, or once it went on
    /// from the item on which the roll was taken. A roll that is taken late is still the roll.
    /// </summary>
    public static DateTimeOffset? Arrival(SessionRun? run, DateTimeOffset? rollTaken, DateTimeOffset now)
    {
        if (run is not { IsRunning: true } || rollTaken is not { } taken)
        {
            return null;
        }

        var from = taken > run.StartedAt ? taken : run.StartedAt;
        return now - from > Courtesy || run.Times.Any(t => t.From > from) ? now : null;
    }
}
