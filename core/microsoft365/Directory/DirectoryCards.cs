using System.Text.Json.Nodes;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Directories;

/// <summary>What somebody sees of the directory, and what it was found by.</summary>
/// <param name="Keeps">The reader is the pilote or a deputy.</param>
/// <param name="Page">Where all of it can be read.</param>
public sealed record DirectoryShown(Territory Territory, DateOnly Today, bool Keeps, Uri Page);

/// <summary>The directory in chat: what a question finds, and one entry in full.</summary>
public static class DirectoryCards
{
    private const int MostShown = 8;
    private const int MostChoices = 15;

    /// <param name="asked">As typed; empty for the directory itself.</param>
    public static AdaptiveCard Results(DirectoryShown shown, string asked, DirectoryAnswer.Searched answer)
    {
        var (found, near) = (answer.Result.Found, answer.Result.Near);
        var whole = answer.Question.IsEmpty;
        return CardTrim.AsManyAsFit(MostShown, most => Card(
            whole ? $"Annuaire : {DirectoryTexts.Count(found.Count)}." : $"Annuaire : {DirectoryTexts.Count(found.Count)} pour votre question.",
            [
                Heading(shown.Territory.Name, DirectoryTexts.Title),
                whole ? Faint(found.Count == 0 ? DirectoryTexts.Empty : DirectoryTexts.Count(found.Count)) : null,
                !whole && found.Count == 0 ? Notice(NoticeKind.Warning, "Sans réponse", DirectoryTexts.NotFound(answer.Kept)) : null,
                !whole && found.Count > 0 ? Faint($"{DirectoryTexts.Count(found.Count)} pour « {CardTrim.Shorten(asked, 100)} »") : null,
                .. found.Take(most).Select(e => Row(shown, e)),
                found.Count > most ? Faint($"… et {French.Count(found.Count - most, "autre", "autres")}. Précisez la mission ou la commune, ou ouvrez la page.") : null,
                .. near.Count == 0 ? [] : near.Take(most).Select(CardElement (e) => Row(shown, e)).Prepend(Section("Au plus proche")),
                new TextInput(DirectoryKeys.Question)
                {
                    Label = "Chercher dans l’annuaire", MaxLength = 200, Placeholder = "Une mission, une structure, une commune",
                },
                found.Count == 0 ? null : new ChoiceSetInput(DirectoryKeys.Chosen, [.. found.Take(MostChoices).Select(Choice)])
                {
                    Label = "Ou choisir une fiche", Style = ChoiceStyle.Filtered, Placeholder = "Tapez les premières lettres",
                    ChoicesData = new ChoicesQuery(DirectoryKeys.Dataset + shown.Territory.Id.Value),
                },
                Buttons(
                    new CardButton("Chercher", DirectoryVerbs.Search, DirectoryKeys.Data(shown.Territory), ActionStyle.Positive),
                    new OpenUrlAction(shown.Page) { Title = "Ouvrir la page" },
                    shown.Keeps ? new CardButton("Ajouter une fiche", DirectoryVerbs.Form, DirectoryKeys.Data(shown.Territory)) { WithInputs = false } : null,
                    shown.Keeps ? new CardButton("Questions sans réponse", DirectoryVerbs.Gaps, DirectoryKeys.Data(shown.Territory)) { WithInputs = false } : null),
            ]));
    }

    /// <summary>An entry as a choice.</summary>
    public static Choice Choice(DirectoryEntry entry) => new(
        CardTrim.Shorten(PeoplesWords.AsLabel($"{entry.Words.Structure} : {DirectoryTexts.Missions(entry)}"), 90), entry.Id.Value);

    private static ColumnSet Row(DirectoryShown shown, DirectoryEntry entry) => new(
    [
        new Column(
        [
            Line(Strong(entry.Words.Structure)),
            PeopleText(CardTrim.Shorten(DirectoryTexts.Missions(entry), 160)) with { Spacing = Spacing.None },
            Faint(CardTrim.Shorten(
                string.Join(" · ", new[] { DirectoryTexts.Covers(entry), entry.Words.Contact, ConfirmationRules.IsStale(entry, shown.Today) ? DirectoryTexts.Standing(entry, shown.Today) : null }.OfType<string>()),
                200)) with { Spacing = Spacing.None },
        ]),
        new Column([Line(Run("Ouvrir ›") with { Color = TextColor.Accent })], "auto") { VerticalContentAlignment = VerticalAlignment.Center },
    ])
    {
        Separator = true,
        SelectAction = (new CardButton($"Ouvrir la fiche {entry.Words.Structure}", DirectoryVerbs.Show, DirectoryKeys.Data(shown.Territory, entry.Id)) { WithInputs = false }).ToCardAction(),
    };

    /// <param name="mayEdit">The reader keeps this entry.</param>
    public static AdaptiveCard Entry(DirectoryShown shown, DirectoryEntry entry, bool mayEdit, string? done = null)
    {
        var stale = ConfirmationRules.IsStale(entry, shown.Today);
        return CardTrim.Fit(Card(
            $"Annuaire : {entry.Words.Structure}",
            Heading(shown.Territory.Name, DirectoryTexts.Title, new CardStatus(stale ? "À confirmer" : "Confirmée", stale ? TextColor.Warning : TextColor.Good)),
            done is null ? null : Notice(NoticeKind.Good, done),
            Lead(entry.Words.Structure),
            Facts(DirectoryTexts.Facts(entry).Select(f => (CardFact?)new CardFact(f.Label, f.Words))),
            Faint(DirectoryTexts.Standing(entry, shown.Today)),
            Buttons(
                mayEdit && stale ? new CardButton("Toujours exact", DirectoryVerbs.Confirm, DirectoryKeys.Data(shown.Territory, entry.Id), ActionStyle.Positive) : null,
                mayEdit ? new CardButton("Corriger", DirectoryVerbs.Form, DirectoryKeys.Data(shown.Territory, entry.Id)) : null,
                shown.Keeps ? new CardButton("Retirer de l’annuaire", DirectoryVerbs.Remove, DirectoryKeys.Data(shown.Territory, entry.Id)) : null,
                new CardButton("Chercher autre chose", DirectoryVerbs.Search, DirectoryKeys.Data(shown.Territory)))));
    }

    /// <summary>What « Retirer » leaves.</summary>
    public static AdaptiveCard Removed(DirectoryEntry entry) => Card(
        "Fiche retirée", Notice(NoticeKind.Good, "Fiche retirée de l’annuaire", entry.Words.Structure));

    /// <summary>Asks the structure, once a year.</summary>
    public static AdaptiveCard AskToConfirm(DirectoryShown shown, DirectoryEntry entry) => CardTrim.Fit(Card(
        DirectoryTexts.ConfirmSubject(entry, entry.Asked > 1),
        Heading(shown.Territory.Name, "Votre fiche est-elle toujours exacte ?"),
        Lead(entry.Words.Structure),
        Facts(DirectoryTexts.Facts(entry).Select(f => (CardFact?)new CardFact(f.Label, f.Words))),
        Faint($"{DirectoryTexts.Standing(entry, shown.Today)}. Une fois par an, chaque structure confirme ce que l’annuaire dit d’elle."),
        Buttons(
            new CardButton("Toujours exact", DirectoryVerbs.Confirm, DirectoryKeys.Data(shown.Territory, entry.Id), ActionStyle.Positive),
            new CardButton("Corriger", DirectoryVerbs.Form, DirectoryKeys.Data(shown.Territory, entry.Id)))));
}
