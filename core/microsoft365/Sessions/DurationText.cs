using System.Globalization;
using System.Text.RegularExpressions;

namespace Concertation.Microsoft365.Sessions;

/// <summary>A duration as people type one into a field: « 2 h », « 1h30 », « 90 », « 90 min », « 1:30 », « 1,5 h ».</summary>
public static partial class DurationText
{
    /// <summary>The duration; null when it isn't one. A bare number up to 12 means hours, above minutes.</summary>
    public static TimeSpan? Read(string? typed)
    {
        var text = Spaces().Replace(typed ?? "", "").ToLowerInvariant().Replace(',', '.');
        if (HoursMinutes().Match(text) is { Success: true } clock)
        {
            return Of(clock.Groups["h"].Value, clock.Groups["m"].Value);
        }

        if (Decimal().Match(text) is { Success: true } hours)
        {
            return TimeSpan.FromMinutes(Math.Round(double.Parse(hours.Groups["h"].Value, CultureInfo.InvariantCulture) * 60));
        }

        return Minutes().Match(text) is { Success: true } minutes ? OfNumber(minutes) : null;
    }

    /// <summary>« 20 », « 20 min », « 1 h »: an item's minutes, where a bare number always means minutes.</summary>
    public static int? ReadMinutes(string? typed)
    {
        var text = typed?.Trim();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : (int?)Read(text)?.TotalMinutes;
    }

    /// <summary>As it stands in the field: « 2 h », « 1 h 30 », « 45 min ».</summary>
    public static string Write(TimeSpan duration) =>
        French.Duration(duration).Replace(French.Nbsp, " ", StringComparison.Ordinal);

    private static TimeSpan? Of(string hours, string minutes)
    {
        var rest = minutes.Length == 0 ? 0 : int.Parse(minutes, CultureInfo.InvariantCulture);
        return rest < 60
            ? TimeSpan.FromMinutes((int.Parse(hours, CultureInfo.InvariantCulture) * 60) + rest)
            : null;
    }

    private static TimeSpan OfNumber(Match minutes)
    {
        var number = int.Parse(minutes.Groups["n"].Value, CultureInfo.InvariantCulture);
        return minutes.Groups["unit"].Length == 0 && number <= 12 ? TimeSpan.FromHours(number) : TimeSpan.FromMinutes(number);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<h>\d{1,3})(h|:|heures?)(?<m>\d{2})?(mn|min|minutes?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HoursMinutes();

    [GeneratedRegex(@"^(?<h>\d{1,2}\.\d{1,2})(h|heures?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(?<n>-?\d{1,4})(?<unit>mn|min|minutes?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Minutes();
}
