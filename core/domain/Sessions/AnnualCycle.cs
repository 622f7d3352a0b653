using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>How often a table meets.</summary>
public enum Rhythm
{
    /// <summary>As the annual cycle has it for its kind: each table at its time of the diagnostic.</summary>
    Cycle,
    TwoMonthly, Monthly,
}

/// <summary>A date the cycle proposes, in the territory's time.</summary>
public sealed record ProposedSession(SessionFormat Format, DateOnly Day, TimeOnly Time, TimeSpan Duration);

/// <summary>
/// The annual cycle of a concertation as a template: coordination every one or two months; for the diagnostic, two working
/// groups in spring, the tactical table's plenary in October and its restricted session in November, the strategic table in
/// December.
/// </summary>
public static class AnnualCycle
{
    private const int AugustIsOff = 8;
    private const int WeeksToTry = 3;
    private static readonly TimeOnly Usual = new(9, 30);
    private static readonly TimeSpan UsualDuration = TimeSpan.FromHours(2);

    public static Rhythm UsualFor(TableKind kind) => kind switch
    {
        TableKind.LocalCoordination => Rhythm.TwoMonthly,
        TableKind.CaseReview => Rhythm.Monthly,
        _ => Rhythm.Cycle,
    };

    /// <summary>
    /// Dates of a year that are still to come: each month's second Tuesday, or a later one when that is a public holiday
    /// or the table meets that day already. A month in which the table has such a session is left out.
    /// </summary>
    /// <param name="there">The table's other sessions.</param>
    public static IReadOnlyList<ProposedSession> Of(
        Table table, Rhythm rhythm, int year, DateOnly today, IReadOnlyList<Session> there, TimeZoneInfo zone)
    {
        var taken = there.Where(s => s.Table == table.Id && s.State != SessionState.Cancelled)
            .Select(s => (Day: ReminderRules.LocalDay(s.Start, zone), s.Format)).ToList();
        return
        [
            .. from month in Months(table.Kind, rhythm)
               where !taken.Exists(t => t.Day.Year == year && t.Day.Month == month.Number && t.Format == month.Format)
               let day = SecondTuesday(year, month.Number, [.. taken.Select(t => t.Day)])
               where day > today
               select new ProposedSession(month.Format, day.Value, Usual, UsualDuration),
        ];
    }

    private static IEnumerable<(int Number, SessionFormat Format)> Months(TableKind kind, Rhythm rhythm) => rhythm switch
    {
        Rhythm.Monthly => Enumerable.Range(1, 12).Where(m => m != AugustIsOff).Select(m => (m, SessionFormat.Plenary)),
        Rhythm.TwoMonthly => Enumerable.Range(0, 6).Select(i => ((2 * i) + 1, SessionFormat.Plenary)),
        _ => kind switch
        {
            TableKind.Tactical => [(10, SessionFormat.Plenary), (11, SessionFormat.Restricted)],
            TableKind.Strategic => [(12, SessionFormat.Plenary)],
            TableKind.SteeringCommittee => [(6, SessionFormat.Plenary)],
            TableKind.WorkingGroup => [(3, SessionFormat.Plenary), (5, SessionFormat.Plenary)],
            _ => Months(kind, UsualFor(kind)),
        },
    };

    private static DateOnly? SecondTuesday(int year, int month, IReadOnlyList<DateOnly> taken)
    {
        var first = new DateOnly(year, month, 1);
        var tuesday = first.AddDays((((int)DayOfWeek.Tuesday - (int)first.DayOfWeek + 7) % 7) + 7);
        return Enumerable.Range(0, WeeksToTry).Select(week => (DateOnly?)tuesday.AddDays(7 * week))
            .FirstOrDefault(day => day!.Value.Month == month && WorkingDays.IsWorking(day.Value) && !taken.Contains(day.Value));
    }
}
