using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

/// <summary>
/// Takes Teams' word that somebody joined or left a session's online meeting. It fills the attendance; what the convener
/// noted prevails, and so do minutes, once they are written.
/// </summary>
public sealed class NoteMeetingJoin(IRosters rosters, ISessions sessions, IMeetings meetings, IMinutes minutes, IRelay relay, TimeProvider clock)
{
    /// <summary>How many seats changed.</summary>
    public async Task<int> Run(TerritoryId territory, SessionId id, PersonId person, bool joined, CancellationToken cancel)
    {
        if (await rosters.Get(territory, cancel) is not { } roster
            || await sessions.Get(territory, id, cancel) is not { Value: { State: SessionState.Convened } session }
            || roster.TableOf(session.Table) is not { } table)
        {
            return 0;
        }

        var record = await meetings.Of(territory, id, cancel);
        if (!Counts(session, record.Run?.Value, joined, clock.GetUtcNow()) || await minutes.Head(territory, id, cancel) is not null)
        {
            return 0;
        }

        var standing = record.Presences.ToDictionary(p => p.Seat);
        Presence[] changed =
        [
            .. session.Called(table)
                .Where(s => roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(person))
                .Select(s => Change(session, roster, s.Id, person, standing.GetValueOrDefault(s.Id), record.Run?.Value, joined)).OfType<Presence>(),
        ];
        await RightsOfThePresent.Note(meetings, relay, session, record, changed, clock.GetUtcNow(), cancel);
        return changed.Length;
    }

    /// <summary>
    /// From an hour before the session until it ends. Who leaves when it is over was there; who leaves before it begins
    /// only tried the meeting.
    /// </summary>
    public static bool Counts(Session session, SessionRun? run, bool joined, DateTimeOffset now) => run is null
        ? now >= session.Start - TimeSpan.FromHours(1) && now < (joined ? session.End : session.Start)
        : run.AsOf(session, now).IsRunning;

    private Presence? Change(
        Session session, Roster roster, SeatId seat, PersonId person, Presence? standing, SessionRun? run, bool joined)
    {
        var now = clock.GetUtcNow();
        if (!joined)
        {
            return standing is { Source: PresenceSource.Meeting, State: PresenceState.Present, LeftAt: null }
                ? standing with { LeftAt = now, At = now }
                : null;
        }

        if (standing is { Source: PresenceSource.Meeting, LeftAt: not null })
        {
            return standing with { LeftAt = null, At = now };
        }

        // A convener who said « absent » before the person arrived is overtaken by the person's coming.
        if (standing is { State: PresenceState.Present })
        {
            return null;
        }

        var mandate = roster.Mandates[seat];
        var name = roster.PersonOf(person)?.Name ?? "";
        return new Presence(
            session.Id, seat, PresenceState.Present, PresenceMode.Remote, mandate.Holder.Id == person ? null : name,
            Latecomers.Joining(run, now), null, person, name, now, PresenceSource.Meeting);
    }
}
