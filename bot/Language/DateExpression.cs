namespace ConcertationBot.Language;

/// <summary>
/// A day and month written out, in figures or letters, with the year when there is one (0 otherwise) and the token
/// after. Whether such a day exists is not checked here.
/// </summary>
internal sealed record DateExpression(int Day, int Month, int Year, int To)
{
    // Words that may follow « 14-10 » without making it a count (« 2-3 fois »).
    private static readonly HashSet<string> AfterDate = new(StringComparer.Ordinal)
    {
        "a", "pour", "en", "au", "vers", "avec", "et", "midi", "ou", "svp", "stp",
    };

    /// <summary>« 14/10 », « 14/10/2027 », « 2027-10-14 », « 14 octobre », « 1er mars 2027 ».</summary>
    public static DateExpression? Read(TokenTape tape, int at) => ReadNumeric(tape, at) ?? ReadSpelled(tape, at);

    private static DateExpression? ReadSpelled(TokenTape tape, int at)
    {
        var (day, taken) = DayNumber(tape, at);
        var next = at + taken;
        var month = day > 0 ? CalendarWords.Month(tape.Plain(next), fuzzy: true) : 0;
        if (month == 0)
        {
            return null;
        }

        next += tape.Is(next + 1, ".") && tape.Digits(next + 2) == 4 ? 2 : 1;
        var year = tape.Digits(next) == 4 && tape.Number(next) is > 1900 and < 2200 ? tape.Number(next) : 0;
        return new DateExpression(day, month, year, year > 0 ? next + 1 : next);
    }

    // « 1er », « premier », « 14 », « quatorze ».
    public static (int Day, int Taken) DayNumber(TokenTape tape, int at)
    {
        if (tape.Is(at, "premier"))
        {
            return (1, 1);
        }

        var (day, taken) = CalendarWords.Number(tape, at);
        return tape.Digits(at) > 2 || day is < 1 or > 39 ? (0, 0) : (day, tape.Is(at + 1, "er") ? 2 : taken);
    }

    // Digits joined by / - or . without a space: two or three groups are a date, more are a telephone number.
    private static DateExpression? ReadNumeric(TokenTape tape, int at)
    {
        if (tape.Digits(at) is 0 || (tape.Glued(at) && tape.IsAny(at - 1, "-", "/", ".")))
        {
            return null;
        }

        var groups = new List<int> { at };
        while (tape.IsAny(groups[^1] + 1, "/", "-", ".") && tape.Glued(groups[^1] + 1)
            && tape.Digits(groups[^1] + 2) > 0 && tape.Glued(groups[^1] + 2))
        {
            groups.Add(groups[^1] + 2);
        }

        var end = groups[^1] + 1;
        int[] digits = [.. groups.Select(tape.Digits)];
        int[] numbers = [.. groups.Select(tape.Number)];
        return digits switch
        {
            [4, 1 or 2, 1 or 2] => new DateExpression(numbers[2], numbers[1], numbers[0], end),
            [1 or 2, 1 or 2, 4] => new DateExpression(numbers[0], numbers[1], numbers[2], end),
            [1 or 2, 1 or 2, 2] => new DateExpression(numbers[0], numbers[1], 2000 + numbers[2], end),
            [1 or 2, 1 or 2] when MayBeDate(tape, at, end, numbers, tape.Plain(at + 1)) => new DateExpression(numbers[0], numbers[1], 0, end),
            _ => null,
        };
    }

    // « 2/3 du temps », « 7/7 », « 2-3 fois », « 12.5 » aren't days unless something before them says so.
    private static bool MayBeDate(TokenTape tape, int at, int end, int[] numbers, string mark)
    {
        if (tape.IsAny(at - 1, "le", "du", "au", "les") || CalendarWords.Day(tape.Plain(at - 1)) is not null
            || CalendarWords.ShortDay(tape.Plain(at - 1)) is not null)
        {
            return true;
        }

        var followed = tape.IsWord(end) && !AfterDate.Contains(tape.Plain(end));
        return mark switch
        {
            "/" => numbers is not [7, 7] and not [24, 24] && (numbers[0] > 4 || numbers[1] > 5 || !tape.IsAny(end, "de", "des", "du", "d", "journee", "temps")),
            "-" => !followed && numbers[1] <= 12 && tape.Digits(at + 2) == 2,
            _ => false,
        };
    }
}
