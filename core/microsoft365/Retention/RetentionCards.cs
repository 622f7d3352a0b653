using System.Text.Json.Nodes;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Retention;

public static class RetentionVerbs
{
    public const string Erase = "retention.erase";
    public const string Keep = "retention.keep";
}

/// <summary>The rules and the proofs, for the pilote; a person's own data, for that person.</summary>
public static class RetentionCards
{
    private const int MostProofs = 7;

    public static AdaptiveCard Rules(Territory territory, IReadOnlyList<PurgeProof> proofs) => CardTrim.AsManyAsFit(MostProofs, most => Card(
        "Conservation des données",
        [
            Heading(territory.Name, "Conservation des données"),
            Section("Ce qui est gardé, et combien de temps"),
            .. Enum.GetValues<RecordKind>().Select(k => PeopleText(RetentionTexts.Rule(k, territory.RetentionRules.MonthsOf(k))) with { Spacing = Spacing.Small }),
            PeopleText(RetentionTexts.Drafts) with { Spacing = Spacing.Small },
            PeopleText(RetentionTexts.Never) with { Spacing = Spacing.Small },
            Section("Dernières purges"),
            .. proofs.Count == 0 ? [Faint(RetentionTexts.NoProof)] : proofs.Take(most).Select(p => PeopleText(RetentionTexts.Proof(p)) with { Spacing = Spacing.Small }),
        ]));

    public static AdaptiveCard Export(Territory territory, IReadOnlyList<HoldingCount> held, Uri file) => Card(
        "Vos données",
        [
            Heading(territory.Name, "Vos données"),
            held.Count == 0 ? Faint(RetentionTexts.NothingHeld) : null,
            .. held.Select(c => PeopleText(RetentionTexts.Count(c)) with { Spacing = Spacing.Small }),
            Faint("Le fichier contient tout ce qui est à vous. Son lien vous est personnel et expire dans une heure."),
            Buttons(new OpenUrlAction(file) { Title = RetentionTexts.Export }),
        ]);

    public static AdaptiveCard Ask(Territory territory, IReadOnlyList<HoldingCount> held)
    {
        var data = new JsonObject { ["territory"] = territory.Id.Value };
        var goes = RetentionTexts.List(held, c => c.Count - c.Staying);
        return Card(
            "Effacer vos données ?",
            Heading(territory.Name, "Effacer vos données ?"),
            PeopleText(goes.Length == 0 ? "Il n’y a rien à effacer." : $"Sera effacé ou rendu anonyme, sans retour possible\u00a0: {goes}. Vos remontées restent, sans votre nom."),
            Faint(RetentionTexts.Stays),
            Faint(RetentionTexts.Chat),
            Buttons(
                goes.Length == 0 ? null : new CardButton(RetentionTexts.Erase, RetentionVerbs.Erase, data, ActionStyle.Destructive),
                new CardButton(RetentionTexts.Keep, RetentionVerbs.Keep, (JsonObject)data.DeepClone())));
    }

    public static AdaptiveCard Erased(Territory territory, IReadOnlyList<HoldingCount> held)
    {
        var stays = RetentionTexts.List(held, c => c.Staying);
        return Card(
            "C’est effacé",
            Heading(territory.Name, "Vos données"),
            Notice(NoticeKind.Good, "C’est effacé", RetentionTexts.List(held, c => c.Count - c.Staying) is { Length: > 0 } gone ? $"{gone}." : "Il n’y avait rien à effacer."),
            stays.Length == 0 ? null : PeopleText($"Reste\u00a0: {stays}."),
            Faint(RetentionTexts.Stays),
            Faint(RetentionTexts.Chat));
    }

    public static AdaptiveCard Kept(Territory territory) => Card(
        RetentionTexts.Kept, Heading(territory.Name, "Vos données"), Faint(RetentionTexts.Kept));
}
