namespace ConcertationBot.Language;

/// <summary>Which day an incomplete date means, seen from today.</summary>
internal static class DayOf
{
    /// <summary>The date, or null when that month never has such a day. A year of 0 isn't written.</summary>
    public static (DateOnly Date, DateDoubts Doubts)? Year(int day, int month, int year, DateOnly today, Lean lean)
    {
        if (year != 0)
        {
            return Exists(day, month, year) ? (new DateOnly(year, month, day), DateDoubts.None) : null;
        }

        // Eight years: the longest wait between two 29 February.
        for (var step = 0; step <= 8; step++)
        {
            var tried = today.Year + (lean == Lean.Ahead ? step : -step);
            if (!Exists(day, month, tried))
            {
                continue;
            }

            var date = new DateOnly(tried, month, day);
            if (lean == Lean.Ahead ? date >= today : date <= today)
            {
                return (date, lean == Lean.Ahead && tried > today.Year ? DateDoubts.RolledOver : DateDoubts.None);
            }
        }

        return null;
    }

    /// <summary>The next or the most recent such day of a month, today included; 1 to 31.</summary>
    public static DateOnly Month(int day, DateOnly today, Lean lean)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        while (true)
        {
            if (Exists(day, month.Month, month.Year))
            {
                var date = new DateOnly(month.Year, month.Month, day);
                if (lean == Lean.Ahead ? date >= today : date <= today)
                {
                    return date;
                }
            }

            month = month.AddMonths(lean == Lean.Ahead ? 1 : -1);
        }
    }

    private static bool Exists(int day, int month, int year) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
