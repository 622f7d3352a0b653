using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A cluster with what its card needs to name.</summary>
/// <param name="Members">A page of its reports; <paramref name="Next"/> where the next one begins.</param>
/// <param name="Coming">Sessions that may speak of it, soonest first.</param>
public sealed record ClusterShown(
    Cluster Cluster, Roster Roster, Axis? Axis, Session? Session, IReadOnlyList<Dysfunction> Members, DysfunctionRef? Next,
    IReadOnlyList<Session> Coming);

/// <summary>Reports of the same problem, as the pilote leads them to a table: their summary, their number, what comes next.</summary>
public static class ClusterCard
{
    public const string SummaryInput = "summary";
    public const string ProposalInput = "proposal";

    private const string Writing = "writing";
    private const string Agenda = "agenda";
    private const string Hearing = "hearing";
    private const int MostStructures = 60;
    private const int MostPlaces = 15;

    /// <param name="toAgenda">The way to an agenda stands open, because that is what was asked for.</param>
    public static AdaptiveCard Of(ClusterShown shown, FormNotice? notice = null, bool done = false, bool toAgenda = false)
    {
        var cluster = shown.Cluster;
        return CardTrim.AsManyAsFit(ReportsOf.Page, most => Card(
            $"Remontées regroupées {cluster.Reference}",
            [
                Heading(cluster.Reference.Value, "Remontées regroupées", DysfunctionTexts.Status(cluster.Status)),
                notice is null ? null : Notice(done ? NoticeKind.Good : NoticeKind.Warning, notice.Title, notice.Text),
                cluster.Summary is { } summary ? Lead(summary) : Faint(ClusterTexts.SummaryMissing),
                Told(shown),
                cluster.Proposal is { } proposal ? Quote(proposal, "Proposition") : null,
                .. cluster.Hearings.Select(h => h.Answer is { } answer ? Quote(answer, HearingTexts.Standing(h)) : Faint(HearingTexts.Standing(h))),
                Section("Remontées du groupe"),
                .. shown.Members.Take(most).Select(r => MyReportsCard.Row(shown.Roster, r)),
                .. cluster.Open ? Handling(shown, toAgenda) : [],
                Buttons(Ways(shown, most)),
            ]));
    }

    /// <summary>Those still open, newest first.</summary>
    public static AdaptiveCard List(Roster roster, IReadOnlyList<Cluster> clusters) => CardTrim.AsManyAsFit(clusters.Count, most => Card(
        "Remontées regroupées",
        [
            Heading(roster.Territory.Name, "Remontées regroupées"),
            .. clusters.Take(most).Select(c => new ColumnSet(
            [
                new Column([
                    Line(Strong(c.Reference.Value), Between(" · "), Run(ClusterTexts.Extent(c.Tally))),
                    PeopleText(CardTrim.Shorten(c.Summary ?? "Résumé à écrire", 110)) with { Spacing = Spacing.None },
                ]),
                new Column([DysfunctionTexts.Status(c.Status).Shown()], "auto") { VerticalContentAlignment = VerticalAlignment.Center },
            ])
            {
                Separator = true,
                SelectAction = new CardButton($"Ouvrir {c.Reference}", "clusters.show", Data(roster, c)).ToCardAction(),
            }),
        ]));

    public static JsonObject Data(Roster roster, Cluster cluster) =>
        new() { ["territory"] = roster.Territory.Id.Value, ["cluster"] = cluster.Reference.Value };

    private static CardElement? Told(ClusterShown shown) => Facts(
        ("Nombre", ClusterTexts.Extent(shown.Cluster.Tally)),
        ("Structures", ClusterTexts.Structures(shown.Cluster.Tally)),
        ("Gravité", shown.Cluster.Tally.Gravity is { } g ? DysfunctionTexts.GravityName(g) : null),
        ("Famille", shown.Cluster.Family is { } family ? DysfunctionTexts.FamilyName(family) : null),
        ("Axe", shown.Axis is { } axis ? ReportDraftCard.AxisLabel(axis) : null),
        ("Séance", shown.Session is { } session
            ? $"{shown.Roster.TableOf(session.Table)?.Short ?? "Séance"} du {French.ShortDay(session.Start, shown.Roster.Zone)}"
            : null));

    private static IEnumerable<CardElement> Handling(ClusterShown shown, bool toAgenda)
    {
        var (cluster, data) = (shown.Cluster, Data(shown.Roster, shown.Cluster));
        CardElement?[] writing =
        [
            Section("Résumé et proposition"),
            new TextInput(SummaryInput)
            {
                Label = "Ce que ces remontées ont en commun, en mots neutres", Value = cluster.Summary, IsMultiline = true, MaxLength = Cluster.LongestSummary,
                Placeholder = "Ni patient, ni proche, ni professionnel : ce qui ne fonctionne pas",
            },
            new TextInput(ProposalInput)
            {
                Label = "Proposition pour la table (facultatif)", Value = cluster.Proposal, IsMultiline = true, MaxLength = Cluster.LongestProposal,
            },
            Buttons(new CardButton("Enregistrer le résumé", "clusters.summary", data)),
        ];
        yield return cluster.Summary is null ? new Container([.. writing.OfType<CardElement>()]) : Folded(Writing, writing);
        if (cluster.Summary is { } summary)
        {
            yield return Folded(Hearing, Hear(shown));
            var agenda = OnAgenda(shown, summary);
            yield return toAgenda ? new Container([.. agenda.OfType<CardElement>()]) : Folded(Agenda, agenda);
        }
    }

    /// <summary>Structures that the reports name come first.</summary>
    private static CardElement?[] Hear(ClusterShown shown)
    {
        var named = HearStructure.ToAsk(shown.Cluster, shown.Roster).ToList();
        var others = shown.Roster.Structures.Where(s => !named.Contains(s) && shown.Cluster.HearingOf(s.Id) is null && HearStructure.ContactOf(shown.Roster, s.Id) is not null);
        return
        [
            Section("Demander l’avis d’une structure"),
            new ChoiceSetInput("structure", [.. named.Concat(others).Take(MostStructures).Select(s => new Choice(PeoplesWords.AsLabel(s.Name), s.Id.Value))])
            {
                Label = "Elle lira le résumé, jamais les remontées", Value = named.FirstOrDefault()?.Id.Value, Style = ChoiceStyle.Compact, Placeholder = "Choisir",
            },
            Buttons(new CardButton("Demander son avis", "clusters.ask", Data(shown.Roster, shown.Cluster))),
        ];
    }

    private static CardElement?[] OnAgenda(ClusterShown shown, string summary) => shown.Coming.Count == 0
        ? [Section("Mettre à l’ordre du jour"), Faint("Aucune séance n’est convoquée pour l’instant. Écrivez « convoquer » pour en préparer une.")]
        :
        [
            Section("Mettre à l’ordre du jour"),
            new ChoiceSetInput("session", [.. shown.Coming.Take(MostPlaces).Select(s => new Choice(
                $"{shown.Roster.TableOf(s.Table)?.Short ?? "Séance"} du {French.ShortDay(s.Start, shown.Roster.Zone)}", s.Id.Value))])
            {
                Label = "Séance", Value = shown.Coming[0].Id.Value, Style = ChoiceStyle.Compact,
            },
            new TextInput("title") { Label = "Titre du point", MaxLength = SessionLimits.ItemTitle, Value = CardTrim.Shorten(OneSentence(summary), 120) },
            new NumberInput("minutes") { Label = "Durée en minutes", Value = 20, Min = 1, Max = SessionLimits.ItemMinutes },
            Buttons(new CardButton("Mettre à l’ordre du jour", "clusters.agenda", Data(shown.Roster, shown.Cluster), ActionStyle.Positive)),
        ];

    private static IEnumerable<CardAction?> Ways(ClusterShown shown, int most)
    {
        var cluster = shown.Cluster;
        if (cluster.Open && cluster.Summary is not null)
        {
            yield return Unfold("Résumé…", Writing);
            yield return Unfold("Avis d’une structure…", Hearing);
            yield return Unfold("Ordre du jour…", Agenda);
        }

        if (cluster is { Status: DysfunctionStatus.OnAgenda, Item: { } item } && shown.Session is { } session)
        {
            yield return new CardButton("Mettre au vote…", VoteVerbs.Form, new JsonObject
            {
                ["territory"] = shown.Roster.Territory.Id.Value, ["table"] = session.Table.Value, ["session"] = session.Id.Value, ["item"] = item.Value,
            }) { WithInputs = false };
        }

        if (shown.Next is not null || shown.Members.Count > most)
        {
            var data = Data(shown.Roster, cluster);
            data["after"] = shown.Members[Math.Min(most, shown.Members.Count) - 1].Reference.Value;
            yield return new CardButton("Suivantes", "clusters.show", data) { WithInputs = false };
        }
    }

    private static string OneSentence(string summary) => summary.Split(['.', ';'], 2)[0];
}
