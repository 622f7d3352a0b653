using Concertation.Domain.Documents;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Documents;

/// <summary>A file that wasn't taken, by the name its sender gave it, and why.</summary>
public sealed record RefusedFile(string Name, string Why);

/// <summary>What is asked and said of files that somebody brings.</summary>
public static class FileCard
{
    /// <summary>What was received and what wasn't, then what it can be for.</summary>
    /// <param name="sections">Each destination's part.</param>
    public static AdaptiveCard Ask(
        Roster roster, IReadOnlyList<Document> files, IReadOnlyList<RefusedFile> refused, IReadOnlyList<CardElement> sections) => CardTrim.Fit(Card(
        files.Count == 0 ? "Fichier refusé" : $"Fichier reçu : {files[0].Name}",
        [
            Heading(roster.Territory.Name, files.Count switch { 0 => "Fichier refusé", 1 => "Fichier reçu", _ => "Fichiers reçus" }),
            .. refused.Select(r => Notice(NoticeKind.Attention, "Un fichier n’est pas pris", $"{CardTrim.Shorten(r.Name, 80)} — {r.Why}")),
            .. Names(files),
            .. files.Count == 0 ? [] : sections,
        ]));

    internal static IEnumerable<CardElement> Names(IReadOnlyList<Document> files) => files.Select(
        file => Line(Strong(file.Name), Between(" "), Run($"({DocumentTexts.About(file)})") with { IsSubtle = true }) with { Spacing = Spacing.Small });
}
