using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>A stretch of time a table is to meet in. Session: null for one that isn't kept yet.</summary>
public sealed record MeetingTime(TableId Table, DateTimeOffset Start, DateTimeOffset End, SessionId? Session = null)
{
    public static MeetingTime Of(Session session) => new(session.Table, session.Start, session.End, session.Id);
}

/// <summary>A table doesn't meet twice at once; twice on one day is worth a look.</summary>
public static class SessionClashes
{
    /// <summary>What stands of a territory's sessions: those cancelled take no time.</summary>
    public static IReadOnlyList<MeetingTime> TimesOf(IEnumerable<Session> sessions) =>
        [.. sessions.Where(s => s.State != SessionState.Cancelled).Select(MeetingTime.Of)];

    /// <summary>The problem of a table that meets at that time already; null when it doesn't.</summary>
    public static ConveneProblem? Overlap(MeetingTime wanted, IEnumerable<MeetingTime> others, TimeZoneInfo zone) =>
        OfTable(wanted, others).FirstOrDefault(o => o.Start < wanted.End && wanted.Start < o.End) is { } other
            ? new ConveneProblem(ConveneField.Time, ConveneFault.Overlaps)
            {
                At = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(other.Start, zone).DateTime),
            }
            : null;

    /// <summary>Another session of the table that day, at another hour; null when there is none.</summary>
    public static ConveneWarning? SameDay(MeetingTime wanted, IEnumerable<MeetingTime> others, TimeZoneInfo zone) =>
        OfTable(wanted, others).FirstOrDefault(o => ReminderRules.LocalDay(o.Start, zone) == ReminderRules.LocalDay(wanted.Start, zone)) is { } other
            ? new ConveneWarning.SameDay(other.Start)
            : null;

    private static IEnumerable<MeetingTime> OfTable(MeetingTime wanted, IEnumerable<MeetingTime> others) =>
        others.Where(o => o.Table == wanted.Table && (o.Session is null || o.Session != wanted.Session));
}
