using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Directories;

/// <summary>
/// Tells a person's address from a structure's: « accueil@… » may stand in the directory, « jeanne.imaginaire@… » may not.
/// </summary>
public static class PersonalMailbox
{
    public static bool IsIn(string text) => text.Split([' ', ',', ';', '(', ')', '<', '>', '/', ':'])
        .Where(word => word.IndexOf('@', StringComparison.Ordinal) > 0).Any(IsSomebodys);

    private static bool IsSomebodys(string address)
    {
        var parts = EntryText.Words(address[..address.IndexOf('@', StringComparison.Ordinal)]);
        return parts.Any(part => Lexicon.FirstNames.Contains(part) && !Lexicon.FirstNamesAlsoWords.Contains(part))
            || (parts.Count == 2 && parts[0].Length == 1 && !Lexicon.Ordinary.Contains(parts[1]));
    }
}
