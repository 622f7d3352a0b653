using System.Globalization;

namespace Concertation.Microsoft365;

/// <summary>How dates, times and counts are said in French, in a territory's zone. Spaces before signs don't break.</summary>
public static class French
{
    public const string Nbsp = "\u00a0";

    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« mercredi 14 octobre 2027 », « vendredi 1er octobre 2027 ».</summary>
    public static string Day(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = local.Day == 1 ? "1er" : local.Day.ToString(Culture);
        return $"{local.ToString("dddd", Culture)} {day}{Nbsp}{local.ToString("MMMM yyyy", Culture)}";
    }

    /// <summary>« 14/10/2027 ».</summary>
    public static string ShortDay(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>« jeudi ».</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd", Culture);

    /// <summary>« 9 h 30 », « 14 h ».</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return HoursMinutes(local.Hour, local.Minute);
    }

    public static string Time(TimeOnly time) => HoursMinutes(time.Hour, time.Minute);

    /// <summary>« mercredi 14 octobre 2027 à 9 h 30 ».</summary>
    public static string DayAndTime(DateTimeOffset at, TimeZoneInfo zone) => $"{Day(at, zone)} à {Time(at, zone)}";

    /// <summary>« 2 h », « 1 h 30 », « 45 min ».</summary>
    public static string Duration(TimeSpan duration) => duration < TimeSpan.FromHours(1)
        ? $"{duration.Minutes.ToString(Culture)}{Nbsp}min"
        : HoursMinutes((int)duration.TotalHours, duration.Minutes);

    /// <summary>« 1 siège », « 14 sièges »; French puts zero in the singular.</summary>
    public static string Count(int number, string singular, string plural) =>
        $"{number.ToString(Culture)}{Nbsp}{(Math.Abs(number) < 2 ? singular : plural)}";

    /// <summary>« a, b et c ».</summary>
    public static string Join(IReadOnlyList<string> parts, string last = "et") => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}",
    };

    /// <summary>« majorité simple » → « Majorité simple ».</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : char.ToUpper(words[0], Culture) + words[1..];

    /// <summary>« Adoptée » → « adoptée ».</summary>
    public static string Small(string words) => words.Length == 0 ? "" : char.ToLower(words[0], Culture) + words[1..];

    /// <summary>« de la TCT », « d’Aziliz »: elides before a vowel or a mute h.</summary>
    public static string Of(string name) =>
        name.Length > 0 && "aeiouyhàâéèêëîïôûü".Contains(char.ToLower(name[0], Culture), StringComparison.Ordinal)
            ? $"d’{name}" : $"de {name}";

    private static string HoursMinutes(int hours, int minutes) => minutes == 0
        ? $"{hours.ToString(Culture)}{Nbsp}h"
        : $"{hours.ToString(Culture)}{Nbsp}h{Nbsp}{minutes.ToString("00", Culture)}";
}
