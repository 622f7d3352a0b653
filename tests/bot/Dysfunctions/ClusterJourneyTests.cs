using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>Reports of one problem, grouped and led to a table, as reporters and the pilote live it.</summary>
public sealed class ClusterJourneyTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";
    private const string Neighbour = "voisin";
    private const string Summary = "Des sorties du vendredi soir se font sans ordonnance ni relais.";

    private static readonly string[] Told =
    [
        "encore une sortie vendredi soir sans ordonnance", "sortie du vendredi soir, aucune ordonnance transmise au SSIAD",
        "Sorties le vendredi soir : l'ordonnance manque",
    ];

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
        _place.AddPartner(Neighbour, "Un Voisin");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Grouped_reports_go_to_the_table_as_one_and_each_reporter_hears_what_was_decided()
    {
        await _place.Report(Nurse, Told[0]);
        await _place.Report(Neighbour, Told[1]);
        var grouped = (await _place.Say(Kervelen.Pilot, "regroupe la 1 et la 2")).ShouldHaveSingleItem();
        grouped.Says("GRP-2026-0001 réunit 2 remontées").ShouldBeTrue(grouped.Words);
        foreach (var reporter in new[] { Nurse, Neighbour })
        {
            (await _place.Hears(reporter, "Regroupée")).Says("avec les remontées du même problème").ShouldBeTrue();
        }

        await _place.Press(Kervelen.Pilot, grouped, "Enregistrer le résumé", ("summary", Summary), ("proposal", "Annoncer la sortie la veille."));
        await _place.Convene();
        var card = (await _place.Say(Kervelen.Pilot, "mets le groupe 1 à l'odj")).ShouldHaveSingleItem();
        var put = await _place.Press(Kervelen.Pilot, card, "Mettre à l’ordre du jour");
        put.Says("À l’ordre du jour").ShouldBeTrue(put.Words);

        var session = (await _place.Service<ISessions>().All(Reported.Territory, default)).ShouldHaveSingleItem();
        var item = session.Agenda.Single(i => i.Id.Value == "grp-2026-0001");
        item.Reports.Select(r => r.Value).ShouldBe(["REM-2026-0001", "REM-2026-0002"]);
        (item.Brief!.Summary, item.Brief.Count).ShouldBe((Summary, 2));

        await _place.Decide($"tct~{session.Id}~grp-2026-0001", "Annoncer la veille", "La sortie est annoncée la veille.", Reported.Quorum);
        foreach (var reporter in new[] { Nurse, Neighbour })
        {
            (await _place.Hears(reporter, "Une décision a été prise")).Says("La sortie est annoncée la veille.").ShouldBeTrue();
        }

        await Kervelen.Until(() => Found(1).Status == DysfunctionStatus.Decided, () => "the cluster is decided");
        (await _place.Say(Kervelen.Pilot, "groupes")).ShouldHaveSingleItem().Says("Aucun groupe").ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_that_resembles_a_cluster_joins_it_in_one_click_and_shows_nobodys_words()
    {
        await Group(Told[0], Told[1]);
        var draft = (await _place.Say(Neighbour, Told[2])).ShouldHaveSingleItem();
        var sent = await _place.Press(Neighbour, draft, "Envoyer");
        sent.Says(Summary).ShouldBeTrue(sent.Words);
        sent.Says(Told[1]).ShouldBeFalse(sent.Words);

        var joined = await _place.Press(Neighbour, sent, "Déjà remonté : ajouter mon cas");
        joined.Says("Regroupée").ShouldBeTrue(joined.Words);
        await _place.Press(Neighbour, sent, "Déjà remonté : ajouter mon cas");

        var tally = Found(1).Tally;
        (tally.Count, tally.Structures["SSIAD"]).ShouldBe((3, 1));
        (await Report(3)).History.Select(h => h.Status).ShouldBe([DysfunctionStatus.Received, DysfunctionStatus.Clustered]);
    }

    [Fact]
    public async Task The_pilote_sees_what_a_report_resembles_and_why()
    {
        await _place.Report(Nurse, Told[0]);
        await _place.Report(Neighbour, "signaler : plus aucun taxi conventionné le samedi");
        await _place.Report(Neighbour, Told[2]);

        var card = (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0003")).ShouldHaveSingleItem();
        var offered = card.Raw;
        offered.ShouldContain("REM-2026-0001, parce que : ordonnance");
        offered.ShouldNotContain("REM-2026-0002");
        (await _place.Press(Kervelen.Pilot, card, "Regrouper")).Says("réunit 2 remontées").ShouldBeTrue();
    }

    [Fact]
    public async Task Separated_it_waits_again_and_merged_clusters_keep_every_history()
    {
        await Group(Told[0], Told[1]);
        await _place.Report(Nurse, Told[2]);
        await _place.Report(Nurse, "signaler : encore une sortie du vendredi");
        await _place.Say(Kervelen.Pilot, "regroupe la 3 et la 4");
        Found(2).Tally.Count.ShouldBe(2);

        (await _place.Say(Kervelen.Pilot, "regroupe la 1 et la 3")).ShouldHaveSingleItem().Says("réunit 4 remontées").ShouldBeTrue();
        (Found(1).Tally.Count, Found(2).Tally.Count).ShouldBe((4, 0));
        (await Report(4)).History.Select(h => h.Cluster?.Value).ShouldBe([null, "GRP-2026-0002", "GRP-2026-0001"]);

        (await _place.Say(Kervelen.Pilot, "sépare la 2 du groupe")).ShouldHaveSingleItem().Says("est séparée de GRP-2026-0001").ShouldBeTrue();
        Found(1).Tally.Count.ShouldBe(3);
        var alone = await Report(2);
        (alone.Status, alone.Cluster, alone.History.Count).ShouldBe((DysfunctionStatus.Received, null, 3));
        (await _place.Say(Kervelen.Pilot, "remontées à traiter")).ShouldHaveSingleItem().Says("REM-2026-0002").ShouldBeTrue();
    }

    [Fact]
    public async Task Two_pilotes_at_once_leave_each_report_in_one_cluster_that_counts_it()
    {
        for (var i = 0; i < 3; i++)
        {
            await _place.Report(Nurse, Told[i]);
        }

        await Task.WhenAll(
            _place.Say(Kervelen.Pilot, "regroupe la 1 et la 2"), _place.Say("ewen-fictif", "regroupe la 2 et la 3"),
            _place.Say(Kervelen.Pilot, "regroupe la 1 et la 2"));

        var reports = await Task.WhenAll(Report(1), Report(2), Report(3));
        reports.ShouldAllBe(r => r.Cluster != null && r.History.Count(h => h.Status == DysfunctionStatus.Clustered) >= 1);
        foreach (var cluster in reports.Select(r => r.Cluster!.Value).Distinct())
        {
            var counted = (await _place.Service<IClusters>().Get(Reported.Territory, cluster, default))!.Value.Tally.Count;
            counted.ShouldBe(reports.Count(r => r.Cluster == cluster), cluster.Value);
        }
    }

    [Fact]
    public async Task A_report_qualified_while_it_is_grouped_keeps_both_and_the_cluster_counts_its_gravity()
    {
        await Group(Told[0], Told[1]);
        var card = (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).ShouldHaveSingleItem();
        await Task.WhenAll(
            _place.Press(Kervelen.Pilot, card, "Corriger", ("axis", "t3"), ("family", "prise-en-charge"), ("gravity", "High")),
            _place.Say("ewen-fictif", "sépare la 2 du groupe"));

        (await Report(1)).Gravity.ShouldBe(Gravity.High);
        await Kervelen.Until(() => Found(1).Tally is { Count: 1, Gravity: Gravity.High }, () => "the cluster counts it");
        Found(1).Family.ShouldBe("prise-en-charge");
    }

    [Fact]
    public async Task Nobody_else_groups_reads_or_writes_a_cluster_and_no_one_joins_what_isnt_alike()
    {
        await Group(Told[0], Told[1]);
        await _place.Report(Neighbour, "signaler : plus aucun taxi conventionné le samedi");
        foreach (var person in new[] { Neighbour, "yann-kerimagin" })
        {
            foreach (var said in new[] { "regroupe la 1 et la 3", "sépare la 1 du groupe", "groupe 1", "mets le groupe 1 à l'odj" })
            {
                (await _place.Say(person, said)).ShouldHaveSingleItem().Says("Seule la personne qui pilote").ShouldBeTrue(said);
            }

            foreach (var verb in new[] { "clusters.show", "clusters.summary", "clusters.agenda", "clusters.group" })
            {
                (await Forge(person, verb)).Says("Seule la personne qui pilote").ShouldBeTrue(verb);
            }
        }

        (await Forge(Neighbour, "clusters.join")).Says("ne peut pas être ajoutée").ShouldBeTrue();
        (await Forge("yann-kerimagin", "clusters.join")).Says("Je ne trouve pas de remontée de votre part").ShouldBeTrue();
        Found(1).Tally.Count.ShouldBe(2);
    }

    private async Task Group(params string[] told)
    {
        foreach (var text in told)
        {
            await _place.Report(Nurse, text);
        }

        var grouped = (await _place.Say(Kervelen.Pilot, "regroupe la 1 et la 2")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, grouped, "Enregistrer le résumé", ("summary", Summary))).Says(Summary).ShouldBeTrue();
    }

    private Cluster Found(int number) =>
        _place.Service<IClusters>().Get(Reported.Territory, ClusterRef.Of(2026, number), default).GetAwaiter().GetResult()!.Value;

    private async Task<Dysfunction> Report(int number) =>
        (await _place.Service<IDysfunctions>().Get(Reported.Territory, DysfunctionRef.Of(2026, number), default))!.Value;

    private Task<Heard> Forge(string person, string verb) => _place.Press(person, "1", verb, new JsonObject
    {
        ["territory"] = Reported.Territory.Value, ["report"] = "REM-2026-0003", ["cluster"] = "GRP-2026-0001", ["with"] = "GRP-2026-0001",
        ["summary"] = "Un résumé", ["session"] = "s1", ["title"] = "Un point", ["minutes"] = "10",
    });
}
