using Concertation.Domain.Tables;

namespace Concertation.Microsoft365.Sessions;

/// <summary>
/// Who represents a seat, as the attendance sheet and the minutes can say it: « ma cadre », right in its writer's mouth,
/// is nobody's name there.
/// </summary>
public static class RepresentedWords
{
    /// <summary>What stands for a name that wasn't given.</summary>
    public const string NameMissing = "(nom à préciser)";

    private static readonly char[] Spaces = [' ', '\u00a0', '\u202f'];

    /// <summary>
    /// The words with which a representative is kept: a name as it is, « ma suppléante » by her name, « ma cadre » as
    /// « cadre (nom à préciser) ».
    /// </summary>
    /// <param name="mandate">Of the seat that is represented; null when it has none.</param>
    public static string? Of(string? who, Mandate? mandate)
    {
        var words = who?.Split(Spaces, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Length < 2 || !IsOnesOwn(words[0]))
        {
            return who;
        }

        if (words.Length == 2 && IsSubstitute(words[1]) && mandate?.Substitute is { } substitute)
        {
            return substitute.Name;
        }

        var rest = string.Join(' ', words[1..]);
        return words[1..].Any(IsName) || who!.Contains(NameMissing, StringComparison.Ordinal) ? rest : $"{rest} {NameMissing}";
    }

    /// <summary>Said back to who wrote it: « votre cadre ».</summary>
    public static string SaidBack(string? who) =>
        who is not null && Unnamed(who) is { } role ? $"votre {role}" : who ?? "";

    /// <summary>The role of one whose name is still to be given; null where there is a name.</summary>
    public static string? Unnamed(string who) =>
        who.EndsWith(NameMissing, StringComparison.Ordinal) ? who[..^NameMissing.Length].TrimEnd(Spaces) : null;

    private static bool IsOnesOwn(string word) => word.ToLower(French.Culture) is "ma" or "mon" or "notre" or "un" or "une";

    private static bool IsSubstitute(string word) =>
        word.ToLower(French.Culture) is "suppléant" or "suppléante" or "suppleant" or "suppleante";

    // « Durand », « Mme », « LE GOFF » behind another word; « SSIAD » alone is no person.
    private static bool IsName(string word) =>
        char.IsUpper(word[0]) && word.Length > 1 && char.IsLower(word[1]);
}
