using System.Text.Json.Nodes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>What the pieces look like together, each used once.</summary>
internal static class PieceSamples
{
    internal static IEnumerable<SampleCard> All =>
    [
        new("pieces.question", Question),
        new("pieces.outcome", Outcome),
        new("pieces.refusal", Refusal),
        new("pieces.form", Form),
        new("pieces.list", List),
        new("pieces.long", Long),
    ];

    private static AdaptiveCard Question() => Card(
        "Vote ouvert : une fiche de liaison commune",
        Heading("TCT du Pays de Guérande · séance du 14 octobre", "Votre vote est attendu", new CardStatus("Ouvert", TextColor.Good)),
        Lead(Typed("Adopter une fiche de liaison commune pour les sorties d’hôpital du vendredi")),
        Facts(
            ("Axe", Typed("1.2 Fluidifier les sorties")),
            ("Vote", "nominal, majorité simple"),
            ("Clôture", "jeudi 15 octobre, 18 h 00"),
            ("Participation", "5 réponses sur 14 sièges")),
        new TextInput("reason")
        {
            Label = "Un mot d’explication (facultatif)",
            Placeholder = "Ne nommez personne : ni patient, ni aidant, ni professionnel.",
            IsMultiline = true,
            MaxLength = 500,
        },
        Buttons(
            new CardButton("Pour", "text.as", Answer("for"), ActionStyle.Positive),
            new CardButton("Contre", "text.as", Answer("against")),
            new CardButton("Abstention", "text.as", Answer("abstain"))),
        Faint("Vous pouvez changer d’avis jusqu’à la clôture : la dernière réponse compte."));

    private static AdaptiveCard Outcome() => Card(
        "Proposition adoptée",
        Heading("TCT du Pays de Guérande · D-2026-007", "Proposition adoptée"),
        Notice(NoticeKind.Good, "Adoptée : 9 pour, 3 contre, 1 abstention", "13 sièges ont répondu sur 14 ; le quorum, 8, est atteint. 9 > 3."),
        Proportions(
            new Share("pour", 9, TextColor.Good),
            new Share("contre", 3, TextColor.Attention),
            new Share("abstention", 1)),
        Lead(Typed("Adopter une fiche de liaison commune")),
        Quote(Typed("D’accord, si la fiche tient sur une page."), Typed("SSIAD de la Presqu’île")),
        Buttons(
            Unfold("Voir le calcul", "sums"),
            new OpenUrlAction(new Uri("https://example.org/feuille-de-route")) { Title = "Ouvrir la feuille de route" }),
        Folded("sums", Faint("Majorité simple : plus de pour que de contre. Les abstentions comptent pour le quorum seulement.")));

    private static AdaptiveCard Refusal() => Card(
        "Ce vote est clos",
        Heading("TCT du Pays de Guérande", "Ce vote est clos", new CardStatus("Clos")),
        Notice(NoticeKind.Attention, "Votre réponse n’a pas été comptée", "Elle est arrivée à 18 h 02, après la clôture de 18 h 00."),
        Notice(NoticeKind.Warning, "Quorum non atteint", "6 sièges ont répondu sur les 8 nécessaires."),
        Notice(NoticeKind.Neutral, "Et maintenant", "Une seconde convocation sur le même ordre du jour n’en demande pas."),
        Buttons(new CardButton("Voir le résultat", "text.as", Answer("show")) { WithInputs = false }));

    private static AdaptiveCard Form() => Card(
        "Convoquer une séance",
        Heading("Nouvelle séance", "Voici ce que j’ai compris"),
        new ChoiceSetInput("table", [new(PeoplesWords.AsLabel(Typed("TCT du Pays de Guérande")), "tct"), new("Table stratégique", "tcs")])
        {
            Label = "Table", Value = "tct", IsRequired = true, ErrorMessage = "Choisissez une table.",
        },
        new ChoiceSetInput("kind", [new("Plénière", "plenary"), new(PeoplesWords.AsLabel(Typed("Restreinte_à_six_")), "restricted")])
        {
            Label = "Forme", Value = "plenary", Style = ChoiceStyle.Expanded,
        },
        new ColumnSet(
        [
            new Column([new DateInput("day") { Label = "Jour", Value = new DateOnly(2026, 10, 14), IsRequired = true, ErrorMessage = "Indiquez le jour." }]),
            new Column([new TimeInput("start") { Label = "Heure", Value = new TimeOnly(9, 30), IsRequired = true, ErrorMessage = "Indiquez l’heure." }], "120px"),
            new Column([new NumberInput("minutes") { Label = "Durée (min)", Value = 120, Min = 15, Max = 480, ErrorMessage = "Entre 15 et 480." }], "120px"),
        ]),
        new TextInput("place") { Label = "Lieu", Value = Typed("Salle du Conseil"), MaxLength = 200 },
        new ToggleInput("online", "Avec une visioconférence") { Value = "true" },
        Section("Ordre du jour"),
        Facts(("1. Information", Typed("Suivi des décisions (10 min)")), ("2. Décision", Typed("Fiche de liaison (30 min)"))),
        Buttons(
            new CardButton("Convoquer", "text.as", Answer("convene"), ActionStyle.Positive),
            new CardButton("Abandonner", "text.as", Answer("drop"), ActionStyle.Destructive) { WithInputs = false }));

    private static AdaptiveCard List() => Card(
        "Vos remontées",
        Heading(Typed("Lou Le Goff"), "Vos remontées"),
        Entry(Typed("Sortie du vendredi sans ordonnance"), "REM-2026-0042 · à l’ordre du jour du 14 octobre", new CardButton("Suivre", "text.as", Answer("42"))),
        Entry(Typed("Dossier APA sans réponse depuis mars"), "REM-2026-0031 · décidée", new CardButton("Suivre", "text.as", Answer("31"))),
        Line(Run("Deux autres sont "), Strong("closes"), Run(".")),
        Rows(["Collège", "Répondu"], [["Sanitaire", "3 sur 4"], [Typed("Libéral"), "1 sur 2"]]));

    private static AdaptiveCard Long() => CardTrim.Fit(
        Card(
            "Une longue remontée",
            Heading("REM-2026-0042", "Remontée d’une difficulté"),
            PeopleText(string.Join(' ', Enumerable.Repeat(Typed("Le vendredi soir, la sortie se fait sans ordonnance."), 300))),
            Buttons(new CardButton("Qualifier", "text.as", Answer("qualify"), ActionStyle.Positive))),
        new CardButton("Lire la suite", "text.as", Answer("read")));

    private static JsonObject Answer(string choice) => new() { ["choice"] = choice };
}
