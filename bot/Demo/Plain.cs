using System.Globalization;
using System.Text.RegularExpressions;

namespace ConcertationBot.Demo;

/// <summary>Texts compared as a reader does: whatever their spaces and case.</summary>
internal static partial class Plain
{
    public static string Of(string text) => Spaces().Replace(text, " ").Trim();

    public static bool Has(string text, string words) =>
        Of(text).Contains(Of(words), StringComparison.OrdinalIgnoreCase);

    public static bool Same(string one, string other) =>
        string.Equals(Of(one), Of(other), StringComparison.OrdinalIgnoreCase);

    public static string Short(string text) => Of(text) is { Length: > 600 } plain ? plain[..600] + "…" : Of(text);

    /// <summary>With spaces that don't break before « : ; ? ! » and inside quotes.</summary>
    public static string Set(string text) => BeforeSigns().Replace(text, "\u00a0");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // \s holds the spaces that don't break too.
    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Spaces();

    [GeneratedRegex("(?<=«) | (?=[:;?!»])", RegexOptions.None, 1_000)]
    private static partial Regex BeforeSigns();
}
