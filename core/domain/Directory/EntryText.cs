using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Directories;

/// <summary>How an entry's texts are cut, joined and compared.</summary>
public static class EntryText
{
    public const char Between = ';';

    /// <summary>Lower case without accents, ligatures opened, words of letters and digits apart by one space.</summary>
    public static string Fold(string text) => string.Join(' ', Words(text));

    public static IReadOnlyList<string> Words(string text) =>
        PlainWords.Of(text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase));

    internal static string? OrNull(string? typed) => OneLine.Of(typed) is { Length: > 0 } text ? text : null;

    internal static IReadOnlyList<string> List(string? typed) =>
        [.. (typed ?? "").Split([Between, '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(OneLine.Of)
            .Where(part => part.Length > 0).DistinctBy(Fold)];

    internal static string Join(IReadOnlyList<string> parts) => string.Join(" ; ", parts);

    /// <summary>An id that the same words always get.</summary>
    internal static string IdOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 10));
}
