using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>
/// A report as the pilote handles it: read it, say what kind of problem it is, put it on an agenda, or close it with a
/// reason. The three ways on are folded but the likeliest next.
/// </summary>
public static class PilotReportCard
{
    private const int MostPlaces = 25;
    private const string Agenda = "agenda";
    private const string Ask = "ask";
    private const string Close = "close";
    private const string Next = "next";

    /// <param name="axes">Of the roadmap the report belongs to.</param>
    /// <param name="coming">Sessions that may still speak of it, soonest first.</param>
    /// <param name="suggested">What the report seems to be about.</param>
    public static AdaptiveCard Of(
        ReportShown shown, IReadOnlyList<Axis> axes, IReadOnlyList<Session> coming, FormNotice? notice = null, bool done = false,
        Suggested? suggested = null, IReadOnlyList<Alike>? alike = null)
    {
        var report = shown.Report;
        IReadOnlyList<CardElement?> head =
        [
            Heading(
                $"{shown.Reference} · {report.ReporterName}, {French.ShortDay(report.ReceivedAt, shown.Roster.Zone)}",
                "Remontée d’une difficulté", DysfunctionTexts.Status(report.Status)),
            notice is null ? null : Notice(done ? NoticeKind.Good : NoticeKind.Warning, notice.Title, notice.Text),
            Quote(report.Happened),
            DysfunctionPieces.Told(shown),
            .. DysfunctionPieces.Exchanges(shown),
            .. report.Settled ? [] : Grouping(shown, alike ?? []),
        ];
        var rest = report.Settled ? Settled(shown) : Handling(shown, axes, coming, suggested ?? Suggested.Nothing);
        return CardTrim.Fit(Card($"Remontée {shown.Reference} : {CardTrim.Shorten(report.Happened, 120)}", [.. head, .. rest]));
    }

    /// <summary>The cluster it is in, else those it resembles and why.</summary>
    private static CardElement?[] Grouping(ReportShown shown, IReadOnlyList<Alike> alike)
    {
        if (shown.Report.Cluster is { } cluster)
        {
            var data = new JsonObject { ["territory"] = shown.Roster.Territory.Id.Value, ["cluster"] = cluster.Value };
            return [Buttons(new CardButton($"Voir le groupe {cluster}", "clusters.show", data) { WithInputs = false })];
        }

        var alone = GroupReports.MayJoin(shown.Report)
            ? Buttons(new CardButton("Préparer la suite", "clusters.group", DysfunctionPieces.Data(shown)) { WithInputs = false })
            : null;
        return alike.Count == 0
            ? [alone]
            :
            [
                Section("Regrouper avec…"),
                new ChoiceSetInput("with", [.. alike.Select(a => new Choice(ClusterTexts.Choice(a), a.Cluster?.Reference.Value ?? a.Report.Reference.Value))])
                {
                    Label = "Semble être le même problème", Value = alike[0].Cluster?.Reference.Value ?? alike[0].Report.Reference.Value,
                },
                Buttons(new CardButton("Regrouper", "clusters.group", DysfunctionPieces.Data(shown))),
                alone,
            ];
    }

    private static IEnumerable<CardElement?> Settled(ReportShown shown) =>
    [
        shown.Report is { Status: DysfunctionStatus.ClosedWithoutAction, History: [.., { Note: { } reason }] } ? Quote(reason, "Close sans suite") : null,
        .. shown.Report.Decisions.TakeLast(3).SelectMany(d => DysfunctionPieces.Decision(d, d == shown.Report.Decisions[^1] ? shown.Standing : null, shown.Roster.Zone)),
        .. Moving(shown),
    ];

    /// <summary>What may still be said of it, with the reason that its reporter reads.</summary>
    private static CardElement?[] Moving(ReportShown shown)
    {
        var moves = Enum.GetValues<Move>().Where(m => MoveDysfunction.May(shown.Report, m)).ToList();
        return moves.Count == 0
            ? []
            :
            [
                Folded(
                    Next,
                    new TextInput("why") { Label = "Pourquoi, en une phrase ; la personne qui a fait la remontée la lira", IsMultiline = true, MaxLength = CloseAnswer.LongestReason },
                    Buttons(moves.Select(m => (CardAction?)new CardButton(PilotTexts.MoveName(m), "dysfunctions.move", Data(m))))),
                Buttons(Unfold("Suite…", Next)),
            ];

        JsonObject Data(Move move)
        {
            var data = DysfunctionPieces.Data(shown);
            data["to"] = move.ToString();
            return data;
        }
    }

    private static IEnumerable<CardElement?> Handling(
        ReportShown shown, IReadOnlyList<Axis> axes, IReadOnlyList<Session> coming, Suggested suggested)
    {
        var received = shown.Report.Status == DysfunctionStatus.Received;
        var places = Places(shown, coming);
        return
        [
            Section("Qualifier"),
            Axes(shown.Report, axes, suggested.Axes),
            .. SuggestionPieces.WhyAxes(axes, suggested.Axes),
            new ChoiceSetInput("family", SuggestionPieces.FamilyChoices(suggested.Families))
            {
                Label = "Famille de problème", Value = shown.Report.Family, Style = ChoiceStyle.Compact, Placeholder = "Choisir",
            },
            .. SuggestionPieces.WhyFamilies(suggested.Families),
            new ChoiceSetInput("gravity", [.. Enum.GetValues<Gravity>().Select(g => new Choice(DysfunctionTexts.GravityName(g), g.ToString()))])
            {
                Label = "Gravité", Value = shown.Report.Gravity?.ToString(), Style = ChoiceStyle.Compact, Placeholder = "Choisir",
            },
            Folded(Agenda, OnAgenda(shown.Report, places)),
            Folded(
                Ask,
                Section("Poser une question"),
                new TextInput("question") { Label = ExchangeTexts.AskLabel, IsMultiline = true, MaxLength = Exchange.Longest },
                Buttons(new CardButton("Envoyer la question", "dysfunctions.ask", DysfunctionPieces.Data(shown), ActionStyle.Positive))),
            Folded(
                Close,
                Section("Clore sans suite"),
                new ChoiceSetInput("template", [.. PilotTexts.Templates.Select(t => new Choice(t.Name, t.Id))])
                {
                    Label = "Réponse type, si vous n’écrivez rien d’autre", Style = ChoiceStyle.Compact, Placeholder = "Aucune",
                },
                new TextInput("reason") { Label = "Raison, lue par la personne qui a fait la remontée", IsMultiline = true, MaxLength = CloseAnswer.LongestReason },
                Buttons(new CardButton("Clore sans suite", "dysfunctions.close", DysfunctionPieces.Data(shown), ActionStyle.Destructive))),
            Buttons(
                new CardButton(
                    received ? "Qualifier" : "Corriger", "dysfunctions.qualify", DysfunctionPieces.Data(shown),
                    received ? ActionStyle.Positive : null),
                Unfold("Ordre du jour…", Agenda),
                Unfold("Poser une question…", Ask),
                Unfold("Clore sans suite…", Close)),
            .. Moving(shown),
        ];

        IEnumerable<CardElement?> OnAgenda(Dysfunction report, IReadOnlyList<Choice> choices) => choices.Count == 0
            ? [Section("Mettre à l’ordre du jour"), Faint("Aucune séance n’est convoquée pour l’instant. Écrivez « convoquer » pour en préparer une.")]
            :
            [
                Section("Mettre à l’ordre du jour"),
                new ChoiceSetInput("place", choices) { Label = "Séance et point", Value = choices[0].Value, Style = ChoiceStyle.Compact },
                new TextInput("title") { Label = "Titre, pour un nouveau point", MaxLength = 120, Value = shown.Axis is null ? null : CardTrim.Shorten(shown.Axis.Title, 120) },
                new NumberInput("minutes") { Label = "Durée en minutes, pour un nouveau point", Value = 15, Min = 1, Max = 480 },
                Buttons(new CardButton("Mettre à l’ordre du jour", "dysfunctions.agenda", DysfunctionPieces.Data(shown), ActionStyle.Positive)),
            ];
    }

    private static ChoiceSetInput? Axes(Dysfunction report, IReadOnlyList<Axis> axes, IReadOnlyList<TopicMatch> suggested) => axes.Count == 0
        ? null
        : new ChoiceSetInput("axis", SuggestionPieces.AxisChoices(axes, suggested))
        {
            Label = "Axe de la feuille de route", Value = report.Axis?.Value, Style = ChoiceStyle.Compact, Placeholder = "Aucun",
        };

    /// <summary>"{session}/{item}" for an item there is, "{session}/" for a new one; those that fit, soonest first.</summary>
    private static List<Choice> Places(ReportShown shown, IReadOnlyList<Session> coming)
    {
        var places = new List<Choice>();
        foreach (var session in coming)
        {
            var name = $"{shown.Roster.TableOf(session.Table)?.Short ?? "Séance"} du {French.ShortDay(session.Start, shown.Roster.Zone)}";
            places.Add(new Choice($"{name} : nouveau point", $"{session.Id}/"));
            places.AddRange(session.Agenda.Select((item, index) => new Choice(
                CardTrim.Shorten(string.Create(CultureInfo.InvariantCulture, $"{name} : {index + 1}. {PeoplesWords.AsLabel(item.Title)}"), 90),
                $"{session.Id}/{item.Id}")));
        }

        return [.. places.Take(MostPlaces)];
    }
}
