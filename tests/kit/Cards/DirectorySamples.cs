using Concertation.Domain.Directories;
using Concertation.Domain.PersonalData;
using Concertation.Microsoft365.Directories;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The directory's cards, as a reader, a structure and the pilote see them.</summary>
internal static class DirectorySamples
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.Date);
    private static readonly DirectoryShown Seen = new(Roster.Territory, Today, false, new Uri("https://concertation.example/annuaire/x"));
    private static readonly DirectoryShown Kept = Seen with { Keeps = true };
    private static readonly DirectoryEntry Meals = Entry("a", Typed("CCAS de Kervelen"), Today.AddDays(-30));
    private static readonly DirectoryEntry Stale = Entry("b", "SSIAD Les Ajoncs", Today.AddYears(-2));

    private static readonly IReadOnlyList<DirectoryEntry> Many = [.. Enumerable.Range(0, 300).Select(i => Entry($"e{i}", new string('n', 118) + i, null))];

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("directory.empty", () => DirectoryCards.Results(Kept, "", Found("", [], []))),
        new("directory.found", () => DirectoryCards.Results(Seen, Typed("portage de repas"), Found("portage de repas", [Meals, Stale], []))),
        new("directory.found-many", () => DirectoryCards.Results(Kept, "", Found("", Many, []))),
        new("directory.near", () => DirectoryCards.Results(Seen, Typed("transport"), Found("transport", [], [Meals]))),
        new("directory.entry", () => DirectoryCards.Entry(Seen, Meals, mayEdit: false)),
        new("directory.entry-stale", () => DirectoryCards.Entry(Kept, Stale, mayEdit: true, "Fiche enregistrée")),
        new("directory.confirm", () => DirectoryCards.AskToConfirm(Seen, Stale)),
        new("directory.removed", () => DirectoryCards.Removed(Meals)),
        new("directory.form", () => DirectoryKeepingCards.Form(Roster.Territory, null, null, true, [])),
        new("directory.form-refused", () => DirectoryKeepingCards.Form(
            Roster.Territory, Meals.Id, Meals.Words, false, [DirectoryTexts.Fault(new EntryFault(EntryField.Contact, EntryFaultKind.Personal, 0, [PersonalDataKind.Name]))])),
        new("directory.gaps", () => DirectoryKeepingCards.Gaps(
            Roster.Territory, [new("k", Typed("transport accompagné à Kervelen"), 4, Today, Today), new("l", "courses", 1, Today, Today)])),
        new("directory.imported", () => DirectoryKeepingCards.Imported(Kept, new ImportOutcome.Done(3, 1, 12))),
        new("directory.not-imported", () => DirectoryKeepingCards.NotImported(
            Roster.Territory, [.. Enumerable.Range(2, 80).Select(i => new SheetFault(i, "C", SheetColumn.Missions, SheetFaultKind.Personal, 0, [PersonalDataKind.Name]))])),
    ];

    private static DirectoryAnswer.Searched Found(string asked, IReadOnlyList<DirectoryEntry> found, IReadOnlyList<DirectoryEntry> near) =>
        new(DirectoryQuestion.Read(asked), new DirectoryFound(found, near), Kept: found.Count == 0);

    private static DirectoryEntry Entry(string id, string structure, DateOnly? confirmed) => new(
        new(id), Roster.Territory.Id,
        new EntryWords(
            structure, [Typed("Portage de repas"), "Aide sociale"], Typed("Personnes âgées"), "Habiter la commune", "Au guichet",
            [Typed("Kervelen"), "Plouvenec"], "Du lundi au vendredi", "02 61 91 12 00"), confirmed);
}
