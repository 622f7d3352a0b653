using Concertation.Domain.Directories;
using Concertation.Domain.PersonalData;
using Concertation.Microsoft365.Dysfunctions;

namespace Concertation.Microsoft365.Directories;

/// <summary>What the directory's cards, pages and files say.</summary>
public static class DirectoryTexts
{
    public const string Title = "Annuaire";
    public const string Empty = "L’annuaire est encore vide. La personne qui pilote peut l’importer depuis un fichier Excel, ou ajouter une fiche.";
    public const string PilotOnly = "Seule la personne qui pilote la concertation, ou l’un de ses suppléants, peut faire cela.";
    public const string NotYours = "Cette fiche est tenue par sa structure et par la personne qui pilote la concertation. Prévenez-les si elle n’est plus exacte.";
    public const string Gone = "Cette fiche n’est plus dans l’annuaire.";
    public const string Taken = "Une fiche dit déjà la même chose, ou quelqu’un vient de modifier celle-ci. Ouvrez-la à nouveau, puis corrigez-la.";
    public const string AnyTerritory = "Tout le territoire";
    public const string Contact = "Le standard ou l’adresse générique de la structure, jamais la ligne ni l’adresse d’une personne.";
    public const string Lists = "Séparez-les par des points-virgules.";
    public const string NoGaps = "Aucune question n’est restée sans réponse.";
    public const string Interrupted = "Quelqu’un modifiait l’annuaire au même moment : une partie seulement du fichier est prise. Pressez à nouveau « Importer » : ce qui est déjà là ne change pas.";
    public const string NotTheirFile = "Ce fichier n’est plus là, ou ce n’est pas vous qui l’avez envoyé. Envoyez-le à nouveau.";
    public const string SaidExactly = "Merci ! La fiche est confirmée.";
    public const string MayCorrect = "Vous pouvez la corriger à tout moment depuis cette page.";

    public static string Full { get; } = $"L’annuaire compte déjà {French.Count(EntryRules.MostEntries, "fiche", "fiches")} : c’est le plus qu’il peut tenir.";

    /// <summary>What stands above each column of the Excel file.</summary>
    public static IReadOnlyDictionary<SheetColumn, string> Columns { get; } = Enum.GetValues<SheetColumn>().ToDictionary(c => c, ColumnName);

    public static string FieldName(EntryField field) => ColumnName(Enum.Parse<SheetColumn>(field.ToString()));

    public static string ColumnName(SheetColumn column) => column switch
    {
        SheetColumn.Reference => "Référence",
        SheetColumn.Structure => "Structure",
        SheetColumn.Missions => "Missions",
        SheetColumn.Public => "Public",
        SheetColumn.Criteria => "Critères d’admission",
        SheetColumn.Admission => "Comment être admis",
        SheetColumn.Communes => "Communes",
        SheetColumn.Opening => "Ouverture",
        SheetColumn.Contact => "Contact",
        SheetColumn.ConfirmedOn => "Confirmée le",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "no such column"),
    };

    public static string Missions(DirectoryEntry entry) => string.Join(" · ", entry.Words.Missions);

    public static string Covers(DirectoryEntry entry) => entry.Words.Communes is { Count: > 0 } communes ? string.Join(", ", communes) : AnyTerritory;

    /// <summary>« Confirmée le 03/02/2027 », « Non confirmée depuis le 03/02/2026 », « Jamais confirmée ».</summary>
    public static string Standing(DirectoryEntry entry, DateOnly today) => entry.ConfirmedOn switch
    {
        null => "Jamais confirmée par sa structure",
        { } day when ConfirmationRules.IsStale(entry, today) => $"Non confirmée depuis le {French.ShortDay(day)}",
        { } day => $"Confirmée le {French.ShortDay(day)}",
    };

    public static string Count(int entries) => French.Count(entries, "fiche", "fiches");

    public static string NotFound(bool kept) => kept
        ? "Aucune fiche ne répond à cette question. Elle est gardée, sans dire qui l’a posée, pour que la personne qui pilote complète l’annuaire."
        : "Aucune fiche ne répond à cette question. Dites une mission et une commune : « portage de repas à Kervelen ».";

    public static string NoneOnPage(DirectoryAnswer.Searched searched) => searched switch
    {
        { Question.IsEmpty: true } => "L’annuaire est encore vide.",
        { Kept: true } => "Merci : la question est laissée à la personne qui pilote, sans dire qui l’a posée.",
        _ => "Aucune fiche ne répond à cette question. Dites une mission et une commune : « portage de repas à Kervelen ».",
    };

    public static string Personal(IReadOnlyList<PersonalDataKind> kinds) =>
        $"Votre question contient {DysfunctionTexts.Kinds(kinds)} : je ne l’ai ni cherchée ni gardée. Demandez ce qui est cherché et où, sans dire pour qui.";

    public static string Fault(EntryFault fault) => $"« {FieldName(fault.Field)} » : {Reason(Enum.Parse<SheetFaultKind>(fault.Kind.ToString()), fault.Limit, fault.Kinds, fault.Field == EntryField.Contact)}";

    /// <summary>« Ligne 4, colonne C (Missions) : … ».</summary>
    public static string Fault(SheetFault fault)
    {
        var column = fault.Column is { } named ? ColumnName(named) : null;
        var where = (fault.Row, fault.Letter) switch
        {
            (0, _) => "Fichier",
            (_, null) => $"Ligne {fault.Row}",
            _ => $"Ligne {fault.Row}, colonne {fault.Letter}",
        };
        return $"{where}{(column is null ? "" : $" ({column})")} : {Reason(fault.Kind, fault.Limit, fault.Kinds ?? [], fault.Column == SheetColumn.Contact)}";
    }

    private static string Reason(SheetFaultKind kind, int limit, IReadOnlyList<PersonalDataKind> kinds, bool contact) => kind switch
    {
        SheetFaultKind.Missing => "à remplir.",
        SheetFaultKind.TooLong => $"texte trop long, {French.Count(limit, "caractère", "caractères")} au plus.",
        SheetFaultKind.TooMany => $"{French.Count(limit, "élément", "éléments")} au plus.",
        SheetFaultKind.Personal => contact
            ? $"retirez {DysfunctionTexts.Kinds(kinds)} ; seuls le standard et l’adresse générique de la structure ont leur place ici."
            : $"retirez {DysfunctionTexts.Kinds(kinds)} ; le standard et l’adresse de la structure vont dans « Contact ».",
        SheetFaultKind.Formula => "la cellule contient une formule ; remplacez-la par sa valeur.",
        SheetFaultKind.CellError => "la cellule contient une erreur d’Excel ; corrigez-la.",
        SheetFaultKind.NotADate => "date illisible ; écrivez-la comme 31/12/2026.",
        SheetFaultKind.Future => "cette date est encore à venir.",
        SheetFaultKind.UnknownReference => "cette référence n’est pas dans l’annuaire ; laissez la cellule vide pour une nouvelle fiche.",
        SheetFaultKind.Twice => $"même fiche qu’à la ligne {limit} ; gardez-en une.",
        SheetFaultKind.UnknownColumn => $"titre de colonne inconnu ; les titres sont {French.Join([.. Columns.Values])}.",
        SheetFaultKind.MissingColumn => "cette colonne manque.",
        SheetFaultKind.ColumnTwice => "cette colonne est déjà là.",
        SheetFaultKind.TooManyRows => $"l’annuaire tient {French.Count(limit, "fiche", "fiches")} au plus ; la suite n’est pas lue.",
        SheetFaultKind.Unreadable => "ce fichier ne se lit pas comme un annuaire Excel (.xlsx). Partez de celui que vous pouvez télécharger depuis la page de l’annuaire.",
        SheetFaultKind.NoRows => "aucune fiche sous la ligne de titres.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such fault"),
    };

    public static string Imported(ImportOutcome.Done done) => done is { Added: 0, Changed: 0 }
        ? $"Rien n’a changé : {French.Count(done.Same, "fiche était déjà", "fiches étaient déjà")} là."
        : $"{French.Count(done.Added, "fiche ajoutée", "fiches ajoutées")}, {French.Count(done.Changed, "corrigée", "corrigées")}, {French.Count(done.Same, "inchangée", "inchangées")}.";

    public static string Asked(DirectoryGap gap) => gap.Count == 1
        ? $"Demandé une fois, le {French.ShortDay(gap.LastOn)}"
        : $"Demandé {gap.Count} fois, la dernière le {French.ShortDay(gap.LastOn)}";

    public static string ConfirmSubject(DirectoryEntry entry, bool again) =>
        $"{(again ? "Rappel : votre" : "Votre")} fiche de l’annuaire est-elle toujours exacte ? {entry.Words.Structure}";

    public static string ConfirmMail(DirectoryEntry entry, string? name, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        L’annuaire du territoire dit de {entry.Words.Structure} :
        {string.Join('\n', Facts(entry).Select(f => $"- {f.Label} : {f.Words}"))}

        Une fois par an, chaque structure le confirme ou le corrige :
        {url}

        Ce lien vous est personnel : merci de ne pas le transférer.
        """;

    /// <summary>What an entry says beside its structure, what is empty left out.</summary>
    public static IReadOnlyList<(string Label, string Words)> Facts(DirectoryEntry entry) =>
    [
        .. Enum.GetValues<EntryField>().Where(f => f != EntryField.Structure)
            .Select(f => (FieldName(f), f switch
            {
                EntryField.Missions => Missions(entry),
                EntryField.Communes => Covers(entry),
                _ => entry.Words.TextOf(f) ?? "",
            })).Where(f => f.Item2.Length > 0),
    ];
}
