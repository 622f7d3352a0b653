using System.Text.Json.Nodes;
using Concertation.Domain.Directories;
using Concertation.Domain.Documents;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Directories;

/// <summary>What those who keep the directory fill in and read: an entry's form, questions without an answer, a file to take in.</summary>
public static class DirectoryKeepingCards
{
    private const int MostGaps = 10;
    private const int MostFaults = 20;

    /// <param name="entry">Null for a new one.</param>
    /// <param name="faults">What stood in the way of keeping it.</param>
    public static AdaptiveCard Form(Territory territory, EntryId? entry, EntryWords? words, bool namesStructure, IReadOnlyList<string> faults) => CardTrim.Fit(Card(
        "Fiche de l’annuaire",
        [
            Heading(territory.Name, entry is null ? "Ajouter une fiche" : "Corriger la fiche"),
            faults.Count == 0 ? null : Notice(NoticeKind.Warning, "Pas encore enregistrée", string.Join('\n', faults)),
            namesStructure || words is null ? null : Lead(words.Structure),
            .. Enum.GetValues<EntryField>().Where(f => namesStructure || f != EntryField.Structure).Select(f => Field(f, words)),
            Buttons(
                new CardButton("Enregistrer", DirectoryVerbs.Save, DirectoryKeys.Data(territory, entry), ActionStyle.Positive),
                new CardButton("Abandonner", DirectoryVerbs.Search, DirectoryKeys.Data(territory)) { WithInputs = false }),
        ]));

    private static TextInput Field(EntryField field, EntryWords? words) => new(DirectoryKeys.Of(field))
    {
        Label = DirectoryTexts.FieldName(field), Value = words?.TextOf(field), MaxLength = EntryRules.LimitOf(field),
        IsMultiline = field is EntryField.Missions or EntryField.Criteria or EntryField.Admission or EntryField.Communes ? true : null,
        Placeholder = field switch
        {
            EntryField.Missions => $"Ce que fait la structure. {DirectoryTexts.Lists}",
            EntryField.Communes => $"Vide : tout le territoire. {DirectoryTexts.Lists}",
            EntryField.Contact => DirectoryTexts.Contact,
            _ => null,
        },
    };

    public static AdaptiveCard Gaps(Territory territory, IReadOnlyList<DirectoryGap> gaps) => CardTrim.AsManyAsFit(MostGaps, most => Card(
        $"Annuaire : {French.Count(gaps.Count, "question", "questions")} sans réponse",
        [
            Heading(territory.Name, "Questions sans réponse"),
            Faint(gaps.Count == 0 ? DirectoryTexts.NoGaps : "Ce que l’annuaire n’a pas su dire. Personne n’est retenu avec sa question."),
            .. gaps.Take(most).Select(g => Entry(g.Question, DirectoryTexts.Asked(g), Closing(territory, g))),
            gaps.Count > most ? Faint($"… et {French.Count(gaps.Count - most, "autre", "autres")}.") : null,
            Buttons(
                new CardButton("Ajouter une fiche", DirectoryVerbs.Form, DirectoryKeys.Data(territory)),
                new CardButton("Ouvrir l’annuaire", DirectoryVerbs.Search, DirectoryKeys.Data(territory))),
        ]));

    private static CardButton Closing(Territory territory, DirectoryGap gap)
    {
        var data = DirectoryKeys.Data(territory);
        data[DirectoryKeys.Gap] = gap.Key;
        return new CardButton("Réglée", DirectoryVerbs.CloseGap, data);
    }

    /// <summary>What is offered for Excel files that somebody brings.</summary>
    public static IEnumerable<CardElement> Offer(Territory territory, IReadOnlyList<Document> files)
    {
        if (files.Count == 0)
        {
            yield break;
        }

        yield return Section("Dans l’annuaire");
        yield return Faint("Le fichier est relu en entier avant de changer quoi que ce soit : une seule erreur, et rien ne change.");
        yield return Buttons(files.Select(CardAction? (file) =>
        {
            var data = DirectoryKeys.Data(territory);
            data[DirectoryKeys.File] = file.Id.Value;
            return new CardButton(files.Count == 1 ? "Importer dans l’annuaire" : $"Importer {CardTrim.Shorten(file.Name, 40)}", DirectoryVerbs.Import, data);
        }))!;
    }

    public static AdaptiveCard Imported(DirectoryShown shown, ImportOutcome.Done done) => Card(
        DirectoryTexts.Imported(done),
        Heading(shown.Territory.Name, DirectoryTexts.Title),
        Notice(NoticeKind.Good, "Fichier importé", DirectoryTexts.Imported(done)),
        Buttons(
            new OpenUrlAction(shown.Page) { Title = "Ouvrir la page" },
            new CardButton("Ouvrir l’annuaire", DirectoryVerbs.Search, DirectoryKeys.Data(shown.Territory))));

    public static AdaptiveCard NotImported(Territory territory, IReadOnlyList<SheetFault> faults) => CardTrim.AsManyAsFit(MostFaults, most => Card(
        $"Annuaire : {French.Count(faults.Count, "erreur", "erreurs")}, rien n’a changé",
        [
            Heading(territory.Name, DirectoryTexts.Title),
            Notice(NoticeKind.Attention, $"Fichier non importé : {French.Count(faults.Count, "erreur", "erreurs")}", "Rien n’a changé. Corrigez le fichier, puis envoyez-le à nouveau."),
            .. faults.Take(most).Select(f => PeopleText(DirectoryTexts.Fault(f)) with { Spacing = Spacing.Small }),
            faults.Count > most ? Faint($"… et {French.Count(faults.Count - most, "autre", "autres")}.") : null,
        ]));
}
