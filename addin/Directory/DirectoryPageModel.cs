namespace ConcertationBot.AddIn.Directories;

/// <summary>A territory's directory as a page that only reads.</summary>
/// <param name="Address">Of the page itself, its signed link included.</param>
/// <param name="Asked">What was typed; empty for all of it.</param>
public sealed record DirectoryPageModel(string Territory, string Address, string Asked, DirectoryResultsModel Results)
{
    public string File => $"{Address}/annuaire.xlsx";

    public string ResultsAddress => $"{Address}/resultats";
}

/// <param name="Summary">How many there are, or that there is none.</param>
/// <param name="Near">Entries that come near, where none answers.</param>
/// <param name="CanKeep">Nothing answers: the question may be left for the pilote.</param>
public sealed record DirectoryResultsModel(
    string Address, string Asked, string Summary, IReadOnlyList<DirectoryLine> Entries, IReadOnlyList<DirectoryLine> Near, bool CanKeep, bool Problem = false);

/// <summary>One entry, in words.</summary>
/// <param name="Facts">Label and words, the missions first.</param>
/// <param name="Stale">Its structure hasn't confirmed it for a year.</param>
public sealed record DirectoryLine(string Structure, IReadOnlyList<(string Label, string Words)> Facts, string Standing, bool Stale);
