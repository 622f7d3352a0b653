namespace Concertation.Domain.PersonalData;

/// <summary>What identifies somebody.</summary>
public enum PersonalDataKind
{
    /// <summary>French social security number.</summary>
    Nir,
    Phone,
    Mail,
    BirthDate,

    /// <summary>A name, by its title, its role, its first name, its initials or the age beside it.</summary>
    Name,

    /// <summary>Where somebody lives.</summary>
    Address,

    /// <summary>A patient's, a beneficiary's or a file's number.</summary>
    FileNumber,
    Iban,

    /// <summary>An age, a rare illness and a small commune, which together point to one person.</summary>
    Combination,
}

/// <param name="Start">First character in the text as it was given.</param>
/// <param name="Length">In characters.</param>
public sealed record PersonalDataFinding(PersonalDataKind Kind, int Start, int Length);

/// <summary>
/// Finds what identifies a person in free text, before it is stored or logged (rule 10). Each reader goes through the
/// text once and looks ahead a bounded number of characters; there is no regular expression, so no text is slow.
/// It rather refuses one text too many: its writer is asked to leave the name out, and loses nothing.
/// </summary>
public static class PersonalDataGuard
{
    /// <summary>Everything found, in the order of the text; findings don't overlap.</summary>
    public static IReadOnlyList<PersonalDataFinding> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = Find(new FoldedText(text));
        // What is turned round hides either what it shows or what it holds.
        return text.Contains(FoldedText.RightToLeft, StringComparison.Ordinal)
            ? Apart([.. shown, .. Find(new FoldedText(text, asShown: false))])
            : shown;
    }

    /// <summary>The kinds found, each once; empty when the text may be kept.</summary>
    public static IReadOnlyList<PersonalDataKind> KindsIn(string text) =>
        [.. Find(text).Select(finding => finding.Kind).Distinct()];

    /// <summary>The same where somebody's name is what is asked for: anything else that identifies.</summary>
    public static IReadOnlyList<PersonalDataKind> KindsBesidesNamesIn(string text) =>
        [.. KindsIn(text).Where(kind => kind != PersonalDataKind.Name)];

    /// <summary>The same where people meet: an address there is a place's.</summary>
    public static IReadOnlyList<PersonalDataKind> KindsBesidesAddressesIn(string text) =>
        [.. KindsIn(text).Where(kind => kind != PersonalDataKind.Address)];

    internal static List<PersonalDataFinding> Find(FoldedText folded)
    {
        var found = new List<PersonalDataFinding>();
        var words = new WordRun(folded);
        PersonalNumbers.Find(folded, words, found);
        AccountNumbers.Find(folded, words, found);
        BirthDates.Find(folded, found);
        PostalAddresses.Find(folded, words, found);
        PersonalNames.Find(folded, words, found);
        if (found.Count == 0)
        {
            RareSituations.Find(folded, words, found);
        }

        return Apart(found);
    }

    // Where two readers saw the same characters, the first to start wins, then the longest.
    private static List<PersonalDataFinding> Apart(List<PersonalDataFinding> found)
    {
        var apart = new List<PersonalDataFinding>();
        foreach (var finding in found.OrderBy(f => f.Start).ThenByDescending(f => f.Length).ThenBy(f => f.Kind))
        {
            if (apart.Count == 0 || apart[^1].Start + apart[^1].Length <= finding.Start)
            {
                apart.Add(finding);
            }
        }

        return apart;
    }
}
