using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Notices;

/// <summary>
/// « Grouper »: who was written to often this week gets a message in the first working hour of next week instead, with all
/// else that waits until then. Offered only where that isn't too late; null where it is.
/// </summary>
public static class Grouping
{
    /// <summary>So much time to answer is left by a ballot or a question about dates that waits.</summary>
    public const int HoursToAnswer = 48;

    // Told later than that, somebody couldn't arrange to come or to be replaced.
    private static readonly TimeSpan BeforeSession = TimeSpan.FromDays(7);

    /// <summary>What is sent before a session: its convocation, its agenda, the dates of a year of which it is the first.</summary>
    public static DateTimeOffset? ForSession(DateTimeOffset start, Roster roster, DateTimeOffset now) =>
        NextWeek(start - BeforeSession, roster, now);

    /// <summary>Minutes wait no longer than the table's delay for sending them.</summary>
    public static DateTimeOffset? ForMinutes(Session session, Table table, Roster roster, DateTimeOffset now) =>
        NextWeek(session.End.AddDays(table.Rules.Sessions.MinutesDays), roster, now);

    /// <summary>A question about dates leaves time to answer before the day that it names, and to come on the first of them.</summary>
    /// <param name="replyBy">The last day to answer; null where none is named.</param>
    public static DateTimeOffset? ForPoll(DateOnly? replyBy, DateTimeOffset first, Roster roster, DateTimeOffset now) =>
        ForSession(first, roster, now) is { } from
        && (replyBy is not { } day || ReminderRules.LocalDay(from.AddHours(HoursToAnswer), roster.Zone) <= day)
            ? from
            : null;

    public static DateTimeOffset? ForBallot(DateTimeOffset closesAt, Roster roster, DateTimeOffset now) =>
        NextWeek(closesAt.AddHours(-HoursToAnswer), roster, now);

    /// <summary>The first working hour of next week, in UTC.</summary>
    public static DateTimeOffset NextWeek(Roster roster, DateTimeOffset now)
    {
        var today = ReminderRules.LocalDay(now, roster.Zone);
        var monday = today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7).ToDateTime(TimeOnly.MinValue);
        return roster.Territory.QuietHours.OpenFrom(new DateTimeOffset(monday, roster.Zone.GetUtcOffset(monday)).ToUniversalTime(), roster.Zone);
    }

    private static DateTimeOffset? NextWeek(DateTimeOffset latest, Roster roster, DateTimeOffset now) =>
        NextWeek(roster, now) is var from && from <= latest ? from : null;
}
