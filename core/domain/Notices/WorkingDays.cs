namespace Concertation.Domain.Notices;

/// <summary>
/// Days on which French organisations work. Public holidays are the eleven of the Code du travail, article L3133-1; the
/// two more of Alsace and Moselle (L3134-13) are not counted.
/// </summary>
public static class WorkingDays
{
    public static bool IsWorking(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays(day.Year).Contains(day);

    /// <summary>The day itself when people work on it, else the last working day before.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The public holidays of a year, those that follow Easter included.</summary>
    public static IReadOnlySet<DateOnly> Holidays(int year)
    {
        var easter = Easter(year);
        return new HashSet<DateOnly>
        {
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50),
            new(year, 7, 14), new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        };
    }

    /// <summary>
    /// Easter Sunday in the Gregorian calendar, by the anonymous algorithm of Nature, vol. XIII (20 April 1876), p. 487;
    /// in J. Meeus, Astronomical Algorithms, chapter 8.
    /// </summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var moon = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moon + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
