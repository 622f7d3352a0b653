using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Documents;
using ConcertationBot.Language;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Sessions;

/// <summary>The sessions to come that concern a person: to follow as their convener, or to answer for a seat.</summary>
public sealed class SessionsInReach(ISessions sessions, IMeetings meetings, DocumentLinks documents, TimeProvider clock)
{
    private static readonly TimeSpan LongestAhead = TimeSpan.FromHours(24);

    public bool IsOpen(Session session) => session.IsOpen(clock.GetUtcNow());

    /// <summary>Convened or planned, and not over.</summary>
    public bool IsToCome(Session session) =>
        session.State != SessionState.Cancelled && session.End > clock.GetUtcNow();

    /// <summary>Planned sessions in which the person holds or may take a called seat, soonest first.</summary>
    public async Task<IReadOnlyList<Session>> Planned(Actor actor, Roster roster, CancellationToken cancel) =>
        [.. (await Upcoming(roster, cancel)).Where(s => s.State == SessionState.Planned
            && roster.TableOf(s.Table) is { } table && s.IsOpenTo(actor.Id, table, roster))];

    /// <summary>Sessions to come of the tables the person may convene, planned ones included, soonest first.</summary>
    public async Task<IReadOnlyList<Session>> ToFollow(Actor actor, Roster roster, CancellationToken cancel) =>
        [.. (await Upcoming(roster, cancel)).Where(s =>
            roster.TableOf(s.Table) is { } table && roster.MayConvene(actor.Id, table))];

    /// <summary>The person's called seats in sessions to come, soonest first, with what was answered.</summary>
    public async Task<IReadOnlyList<SeatView>> ToAnswer(Actor actor, Roster roster, CancellationToken cancel)
    {
        var views = new List<SeatView>();
        foreach (var session in (await Upcoming(roster, cancel)).Where(IsOpen))
        {
            views.AddRange(await SeatsOf(session, actor, roster, cancel));
        }

        return views;
    }

    /// <summary>The person's own called seats in one session.</summary>
    public async Task<IReadOnlyList<SeatView>> SeatsOf(
        Session session, Actor actor, Roster roster, CancellationToken cancel)
    {
        if (roster.TableOf(session.Table) is not { } table)
        {
            return [];
        }

        var seats = session.Called(table)
            .Where(s => roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(actor.Id)).ToList();
        if (seats.Count == 0)
        {
            return [];
        }

        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        var papers = await documents.For(session, table, roster, actor.Id, seats[0].Id, cancel);
        var proxies = await meetings.Proxies(session.Territory, session.Id, cancel);
        return [.. seats.Select(seat => new SeatView(
            session, table, seat, replies.FirstOrDefault(r => r.Seat == seat.Id), roster, papers) { Proxies = proxies })];
    }

    /// <summary>Those that a message points to by date, table or format; all of them when it points to none.</summary>
    public static IReadOnlyList<T> Meant<T>(
        IReadOnlyList<T> among, Func<T, Session> session, Slots slots, TimeZoneInfo zone)
    {
        var tables = slots.Table?.Candidates.Select(t => t.Id).ToHashSet() ?? [];
        var ofTable = among.Where(one => (tables.Count == 0 || tables.Contains(session(one).Table))
            && (slots.Format is not { } format || session(one).Format == format)).ToList();
        var dates = slots.When.Dates;
        var exact = ofTable.Where(one => dates.Any(d => d.Date == DayOf(session(one), zone))).ToList();
        // « le 14 », said of a session two months ahead: among those known, the number is enough.
        return dates.Count == 0 ? ofTable
            : exact.Count > 0 ? exact
            : [.. ofTable.Where(one => dates.Any(d => Names(d, DayOf(session(one), zone))))];
    }

    /// <summary>
    /// Whether the words can mean that day: fully written, by its number alone, or without a year: « le 7/12 », said the day
    /// after of what was, is read as next year's.
    /// </summary>
    public static bool Names(DateFound written, DateOnly day) => written.Date == day
        || (written.Doubts.HasFlag(DateDoubts.MonthUnwritten) && written.Date.Day == day.Day)
        || (written.Doubts.HasFlag(DateDoubts.RolledOver) && (written.Date.Month, written.Date.Day) == (day.Month, day.Day));

    public static DateOnly DayOf(Session session, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(session.Start, zone).DateTime);

    private async Task<IEnumerable<Session>> Upcoming(Roster roster, CancellationToken cancel)
    {
        var upcoming = (await sessions.All(roster.Territory.Id, cancel)).Where(IsToCome).ToList();
        // One that ended before its hour is over; none begins more than a day ahead, so that few are looked up.
        var near = upcoming.Where(s => s.State == SessionState.Convened && s.Start - clock.GetUtcNow() <= LongestAhead).ToList();
        var runs = await Task.WhenAll(near.Select(s => meetings.RunOf(s.Territory, s.Id, cancel)));
        var ended = near.Zip(runs).Where(one => one.Second is { Value.IsRunning: false }).Select(one => one.First.Id).ToHashSet();
        return upcoming.Where(s => !ended.Contains(s.Id));
    }
}
