using Concertation.Domain.Tables;
using Concertation.Microsoft365;

namespace ConcertationBot.Import;

/// <summary>What the import command says.</summary>
internal static class ImportTexts
{
    private const string S = French.Nbsp;

    public const string NothingToChange = "Rien à changer.";

    public static string NotThere(string file) => $"Le fichier «{S}{file}{S}» n’existe pas ou ne peut pas être lu.";

    public static string Refused(string file, int errors) =>
        $"Le fichier «{S}{file}{S}» a {French.Count(errors, "erreur", "erreurs")}{S}; rien n’a été changé.";

    public static string NothingSuggested(string file, int errors) =>
        $"Le fichier «{S}{file}{S}» a {French.Count(errors, "erreur", "erreurs")}{S}; aucun axe n’est proposé.";

    public static string NoAxes(string file) =>
        $"Le fichier «{S}{file}{S}» n’a pas de feuille de route, ou elle n’a pas d’axe{S}: il n’y a rien à proposer.";

    public static string Imported(string territory) => $"Territoire «{S}{territory}{S}»{S}:";

    public static string Outage(string reason) =>
        $"Le stockage n’a pas répondu jusqu’au bout{S}: {reason}\nRelancez la même commande{S}: elle reprendra où elle s’est arrêtée.";

    public static string WrongSetting(string reason) => $"{reason}\nRien n’a été changé.";

    /// <summary>One line a kind of change, in the order people think of them.</summary>
    public static IEnumerable<string> Changes(IReadOnlyList<TerritoryChange> changes)
    {
        var ended = changes.Where(c => c.Part == TerritoryPart.EndedMandate).Select(c => c.Id).ToHashSet();
        var begun = changes.Where(c => c.Part == TerritoryPart.Mandate && Begins(c)).ToList();
        var corrected = changes.Where(c => c.Part == TerritoryPart.Mandate && c.Kind == ChangeKind.Changed && !Begins(c));

        if (changes.Any(c => c.Part is TerritoryPart.Territory or TerritoryPart.Listing))
        {
            var isNew = changes.Any(c => c.Part == TerritoryPart.Territory && c.Kind == ChangeKind.Added);
            yield return isNew ? "territoire ajouté" : "territoire mis à jour";
        }

        foreach (var line in Named.SelectMany(named => Lines(changes, named)))
        {
            yield return line;
        }

        if (ended.Count > 0)
        {
            yield return French.Count(ended.Count, "mandat terminé", "mandats terminés");
        }

        if (begun.Count > 0)
        {
            yield return French.Count(begun.Count, "mandat commencé", "mandats commencés");
        }

        if (corrected.Count() is > 0 and var count)
        {
            yield return French.Count(count, "mandat corrigé", "mandats corrigés");
        }

        if (changes.Count(c => c.Part == TerritoryPart.Identity) is > 0 and var identities)
        {
            yield return French.Count(identities, "compte Entra reconnu ou oublié", "comptes Entra reconnus ou oubliés");
        }

        if (changes.Any(c => c.Part == TerritoryPart.Plan))
        {
            yield return "feuille de route mise à jour";
        }

        bool Begins(TerritoryChange change) => change.Kind == ChangeKind.Added
            || (change.Kind == ChangeKind.Changed && ended.Contains(change.Id));
    }

    private static readonly (TerritoryPart Part, string One, string Many, string Feminine)[] Named =
    [
        (TerritoryPart.Structure, "structure", "structures", "e"),
        (TerritoryPart.College, "collège", "collèges", ""),
        (TerritoryPart.Person, "personne", "personnes", "e"),
        (TerritoryPart.Table, "table", "tables", "e"),
        (TerritoryPart.Seat, "siège", "sièges", ""),
        (TerritoryPart.Axis, "axe", "axes", ""),
    ];

    private static IEnumerable<string> Lines(
        IReadOnlyList<TerritoryChange> changes, (TerritoryPart Part, string One, string Many, string Feminine) named)
    {
        (ChangeKind Kind, string Verb)[] kinds =
            [(ChangeKind.Added, "ajouté"), (ChangeKind.Changed, "modifié"), (ChangeKind.Removed, "retiré")];
        return from kind in kinds
               let count = changes.Count(c => c.Part == named.Part && c.Kind == kind.Kind)
               where count > 0
               select French.Count(
                   count, $"{named.One} {kind.Verb}{named.Feminine}", $"{named.Many} {kind.Verb}{named.Feminine}s");
    }
}
