using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Graph;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Calendar;

/// <summary>What is left to do after a try.</summary>
public abstract record CalendarStep
{
    private CalendarStep() { }

    /// <summary>The calendar says what the session says, or never will.</summary>
    public sealed record Settled : CalendarStep;

    /// <summary>To be tried again no sooner than then.</summary>
    public sealed record Later(DateTimeOffset At) : CalendarStep;
}

/// <summary>
/// Brings a session's Outlook event to what the session is: makes it, changes it, cancels it. Compares the two records, so
/// that it may run at any time and any number of times. A try is claimed in storage before Graph is asked, and an event is
/// always asked for under the session's own transaction id: whatever is lost or killed, there is one event.
/// </summary>
public sealed partial class KeepCalendar(
    IRosters rosters, ISessions sessions, ICalendarEntries entries, GraphCalendar graph, TellCalendarRefusal tell, TimeProvider clock,
    ILogger<KeepCalendar> log)
{
    /// <summary>A claim that old is of somebody who died.</summary>
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>A permission that is missing may be given some day.</summary>
    private static readonly TimeSpan AskPermissionAgain = TimeSpan.FromHours(1);

    public async Task<CalendarStep> Run(TerritoryId territory, SessionId id, CancellationToken cancel)
    {
        if (!graph.IsConfigured
            || await rosters.Get(territory, cancel) is not { } roster
            || await sessions.Get(territory, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table
            || SessionEvent.OrganizerOf(session, roster) is not { EntraId: { } mailbox })
        {
            return new CalendarStep.Settled();
        }

        var now = clock.GetUtcNow();
        var found = await entries.Get(territory, id, cancel);
        var entry = found?.Value ?? new CalendarEntry(id, mailbox);
        if (entry.IsSettledFor(session) || session.End <= now || (found is null && session.State == SessionState.Cancelled))
        {
            return new CalendarStep.Settled();
        }

        if ((entry.ClaimedAt is { } since ? since + ClaimLasts : entry.NotBefore) is { } until && until > now)
        {
            return new CalendarStep.Later(until);
        }

        // What is asked for from here on may be done although nobody hears of it.
        var asked = entry with { ClaimedAt = now, NotBefore = null, Asked = true, State = CalendarState.Waiting };
        return await entries.Save(territory, asked, found?.Version, cancel) is { } claim
            ? await Settle(claim.With(claim.Value with { Asked = entry.Asked }), session, table, roster, cancel)
            : new CalendarStep.Later(now.AddSeconds(5));
    }

    private async Task<CalendarStep> Settle(
        Versioned<CalendarEntry> claim, Session session, Table table, Roster roster, CancellationToken cancel)
    {
        var write = new WriteEvent(graph, session, table, roster, clock.GetUtcNow());
        var outcome = await write.Run(claim.Value, cancel);
        var now = clock.GetUtcNow();
        var left = outcome.Match(
            done => done with { Sequence = session.Sequence, Attempts = 0, Code = null },
            refused => claim.Value with
            {
                State = CalendarState.Refused, Sequence = session.Sequence, Code = Code(refused.Status, refused.Code), Attempts = 0,
                NotBefore = refused.Status is 401 or 403 ? now + AskPermissionAgain : null,
            },
            later => Postponed(claim.Value, now, later.After, later.Reason),
            unknown => Postponed(claim.Value, now, TimeSpan.Zero, unknown.Reason)) with { ClaimedAt = null };
        if (left.State == CalendarState.Refused)
        {
            await tell.Run(session, roster, left.Code!, cancel);
        }

        await entries.Save(session.Territory, left, claim.Version, cancel);
        Ended(session.Id.Value, session.Sequence, left.State, left.Code);
        if (left is { State: CalendarState.Written, JoinUrl: { } join })
        {
            await KeepJoinUrl(session, join, cancel);
        }

        return left.NotBefore is { } at ? new CalendarStep.Later(at) : new CalendarStep.Settled();
    }

    /// <summary>Longer at each try, and never before Graph allows it.</summary>
    private static CalendarEntry Postponed(CalendarEntry entry, DateTimeOffset now, TimeSpan asked, string why)
    {
        var own = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(entry.Attempts, 10)));
        var wait = own < LongestWait ? own : LongestWait;
        return entry with
        {
            State = CalendarState.Waiting, Code = why, Attempts = entry.Attempts + 1, NotBefore = now + (asked > wait ? asked : wait),
            Asked = true,
        };
    }

    /// <summary>The way to join becomes the session's, unless somebody typed another; no change that people are told of.</summary>
    internal async Task KeepJoinUrl(Session seen, string join, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            if (await sessions.Get(seen.Territory, seen.Id, cancel) is not { } there
                || there.Value is not { Online: true, OnlineUrl: null, State: SessionState.Convened }
                || await sessions.Save(there.With(there.Value with { OnlineUrl = join }), [], cancel))
            {
                return;
            }
        }
    }

    private static string Code(int status, string code) =>
        code.Length > 0 ? code : "Http" + status.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Information, Message = "The calendar entry of {Session}, sequence {Sequence}: {State} {Code}")]
    private partial void Ended(string session, int sequence, CalendarState state, string? code);
}
