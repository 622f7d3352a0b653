using System.Globalization;
using System.Text;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Documents;

/// <summary>
/// What a file may be called: one name without path, that every system can save and nobody can misread. The extension
/// comes from what the file is.
/// </summary>
public static class DocumentName
{
    private const int LongestExtension = 8;

    /// <summary>The extension a name claims, lower case, without its dot; empty when it claims none.</summary>
    public static string ExtensionOf(string? typed) => Split(LastSegment(typed)).Extension;

    /// <summary>The name a file of that kind is kept under: at most <see cref="DocumentLimits.Name"/> characters.</summary>
    public static string Clean(string? typed, DocumentKind kind)
    {
        var stem = Split(LastSegment(typed)).Stem.Trim(' ', '.', '_', '-');
        var extension = "." + kind.Extension();
        stem = Cut(stem.Length == 0 ? "document" : IsReserved(stem) ? $"document {stem}" : stem, DocumentLimits.Name - extension.Length);
        return stem + extension;
    }

    /// <summary>What in a name identifies somebody (rule 10); signs that names have for spaces are read as spaces too.</summary>
    public static IReadOnlyList<PersonalDataKind> Identifies(string? typed)
    {
        var stem = Split(LastSegment(typed)).Stem;
        string[] readings = [stem, stem.Replace('_', ' '), string.Concat(stem.Select(c => c is '_' or '-' or '.' or '+' ? ' ' : c))];
        return [.. readings.SelectMany(PersonalDataGuard.KindsIn).Distinct()];
    }

    private static string LastSegment(string? typed)
    {
        var kept = new StringBuilder();
        // Mac names come decomposed; the same name must be the same text.
        foreach (var character in OneLine.Of(WellFormed(typed)).Normalize(NormalizationForm.FormC))
        {
            if (character is '/' or '\\')
            {
                kept.Clear();
            }
            else if (character is '<' or '>' or ':' or '"' or '|' or '?' or '*')
            {
                kept.Append('-');
            }
            else if (!IsInvisible(character))
            {
                kept.Append(character);
            }
        }

        return OneLine.Of(kept.ToString());
    }

    // Half a character can't be normalised, nor written into a header.
    private static string WellFormed(string? typed)
    {
        var whole = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse))
            {
                whole.Append(rune.ToString());
            }
        }

        return whole.ToString();
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static (string Stem, string Extension) Split(string name)
    {
        var trimmed = name.TrimEnd('.', ' ');
        var dot = trimmed.LastIndexOf('.');
        var extension = dot < 0 ? "" : trimmed[(dot + 1)..];
        return extension.Length is > 0 and <= LongestExtension && extension.All(char.IsAsciiLetterOrDigit) && !extension.All(char.IsAsciiDigit)
            ? (trimmed[..dot], extension.ToLowerInvariant())
            : (trimmed, "");
    }

    /// <summary>The names Windows keeps for devices, whatever follows their first dot.</summary>
    private static bool IsReserved(string stem)
    {
        var first = stem.Split('.')[0].TrimEnd().ToUpperInvariant();
        return first is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || IsPort(first);
    }

    private static bool IsPort(string word) =>
        word.Length == 4 && word[..3] is ("COM" or "LPT") && (word[3] is (>= '0' and <= '9') or '¹' or '²' or '³');

    private static string Cut(string stem, int most)
    {
        if (stem.Length <= most)
        {
            return stem;
        }

        var end = 0;
        for (var next = 0; next <= most && end < stem.Length; next += StringInfo.GetNextTextElementLength(stem, next))
        {
            end = next;
        }

        return stem[..end].TrimEnd(' ', '.');
    }
}
