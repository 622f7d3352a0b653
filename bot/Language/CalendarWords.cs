using System.Collections.Frozen;

namespace ConcertationBot.Language;

/// <summary>The words of the calendar, in their plain spelling.</summary>
internal static class CalendarWords
{
    private static readonly string[] MonthNames =
    [
        "janvier", "fevrier", "mars", "avril", "mai", "juin",
        "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    ];

    private static readonly string[] DayNames =
        ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly FrozenDictionary<string, int> ShortMonths = new Dictionary<string, int>
    {
        ["janv"] = 1, ["jan"] = 1, ["fevr"] = 2, ["fev"] = 2, ["avr"] = 4, ["juil"] = 7, ["sept"] = 9, ["sep"] = 9,
        ["oct"] = 10, ["nov"] = 11, ["dec"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7,
        ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10, ["onze"] = 11, ["douze"] = 12, ["treize"] = 13, ["quatorze"] = 14,
        ["quinze"] = 15, ["seize"] = 16, ["vingt"] = 20, ["trente"] = 30, ["quarante"] = 40, ["cinquante"] = 50,
        ["soixante"] = 60,
    }.ToFrozenDictionary();

    /// <summary>1 to 12, or 0. A slip is forgiven from six letters on: « mais » must not become « mars ».</summary>
    public static int Month(string plain, bool fuzzy)
    {
        var at = Array.IndexOf(MonthNames, plain) + 1;
        if (at > 0 || ShortMonths.TryGetValue(plain, out at))
        {
            return at;
        }

        return fuzzy && plain.Length > 5
            ? Array.FindIndex(MonthNames, name => name.Length > 4 && Fuzzy.Same(plain, name)) + 1
            : 0;
    }

    /// <summary>The day of the week of a name, slips included, or null.</summary>
    public static DayOfWeek? Day(string plain)
    {
        var at = plain.Length < 5 ? -1 : Array.IndexOf(DayNames, plain);
        if (at < 0 && plain.Length >= 5 && plain.Contains('d', StringComparison.Ordinal))
        {
            at = Array.FindIndex(DayNames, name => name[0] == plain[0] && Fuzzy.Same(plain, name));
        }

        return at < 0 || plain is "mardis" or "lundis" ? null : (DayOfWeek)at;
    }

    /// <summary>« mar. », « jeu »: only worth a day when a number follows.</summary>
    public static DayOfWeek? ShortDay(string plain) => plain switch
    {
        "dim" => DayOfWeek.Sunday,
        "lun" => DayOfWeek.Monday,
        "mar" => DayOfWeek.Tuesday,
        "mer" => DayOfWeek.Wednesday,
        "jeu" => DayOfWeek.Thursday,
        "ven" => DayOfWeek.Friday,
        "sam" => DayOfWeek.Saturday,
        _ => null,
    };

    /// <summary>
    /// A number in digits or letters at <paramref name="at"/> (« 15 », « dix-sept », « vingt et un ») and how many
    /// tokens it takes; (-1, 0) when there is none.
    /// </summary>
    public static (int Value, int Taken) Number(TokenTape tape, int at)
    {
        if (tape.Number(at) is var digits and >= 0)
        {
            return (digits, 1);
        }

        if (!Numbers.TryGetValue(tape.Plain(at), out var value))
        {
            return (-1, 0);
        }

        if (value is not 10 and < 20)
        {
            return (value, 1);
        }

        var next = at + 1;
        if (tape.Is(next, "-"))
        {
            next++;
        }

        if (value >= 20 && tape.Is(next, "et"))
        {
            next++;
        }

        var ones = Numbers.GetValueOrDefault(tape.Plain(next));
        return ones is > 0 and < 10 && !(value == 10 && ones < 7) ? (value + ones, next - at + 1) : (value, 1);
    }

    /// <summary>« matin », « après-midi », « soir », and the token after.</summary>
    public static DayPart? Part(TokenTape tape, int at, out int end)
    {
        end = at + 1;
        if (tape.IsAny(at, "matin", "matinee"))
        {
            return DayPart.Morning;
        }

        if (tape.IsAny(at, "soir", "soiree"))
        {
            return DayPart.Evening;
        }

        return tape.Is(at, "aprem") || tape.Follows(at, out end, "apres", "midi") ? DayPart.Afternoon : null;
    }
}
