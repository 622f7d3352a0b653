using System.Net;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>What a report goes through between its reception and a table: who handles it, who is heard, how it ends and begins again.</summary>
public sealed class HandlingJourneyTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";
    private const string ByMail = "rozenn-pennlivre";
    private const string Deputy = "ewen-fictif";

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task A_structure_that_is_named_answers_by_its_link_before_a_table_sees_the_summary()
    {
        var (roster, structure) = await Mailed();
        await Cluster(structure.Name);
        await _place.Convene();
        var card = (await _place.Say(Kervelen.Pilot, "groupe 1")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, card, "Mettre à l’ordre du jour")).Says("demandez-lui d’abord").ShouldBeTrue();
        var asked = await _place.Press(Kervelen.Pilot, card, "Demander son avis");
        asked.Says($"{structure.Name} a jusqu’au 30/11/2026").ShouldBeTrue(asked.Words);
        (await _place.Press(Kervelen.Pilot, asked, "Mettre à l’ordre du jour")).Says("la table en parlera ensuite").ShouldBeTrue();

        var letter = await _place.Receives(ByMail, "Votre avis sur une difficulté remontée");
        letter.Text.ShouldContain("Des sorties sans relais");
        letter.Text.ShouldNotContain("prévenir personne");
        (await Post(letter.Link, "Appeler le 06 39 98 60 60")).ShouldContain("Rien n’a été enregistré");
        (await Post(letter.Link, "Nous pouvons être prévenus le jeudi.", sure: false)).ShouldContain("Cochez la case");
        (await Post(letter.Link, "Nous pouvons être prévenus le jeudi.")).ShouldContain("C’est noté, merci");

        var told = await _place.Hears(Kervelen.Pilot, "Nous pouvons être prévenus le jeudi.");
        (await _place.Press(Kervelen.Pilot, told, "Mettre à l’ordre du jour")).Says("À l’ordre du jour").ShouldBeTrue();
        var session = (await _place.Service<ISessions>().All(Reported.Territory, default)).ShouldHaveSingleItem();
        session.Agenda.Single(i => i.Brief is not null).Brief!.Answers.ShouldBe([$"{structure.Name} : Nous pouvons être prévenus le jeudi."]);
        roster.Structures.ShouldContain(structure);
    }

    [Fact]
    public async Task On_its_last_day_a_structure_is_reminded_once_and_after_it_the_table_may_go_on()
    {
        var (_, structure) = await Mailed();
        var card = await Cluster(structure.Name);
        await _place.Convene();
        await _place.Press(Kervelen.Pilot, card, "Demander son avis");
        await _place.Receives(ByMail, "Votre avis");
        var watch = _place.Service<WatchHearings>();
        await watch.Run(default);
        _place.Letters().Count(l => l.Subject.Contains("Votre avis", StringComparison.Ordinal)).ShouldBe(1);

        _place.Clock.Advance(TimeSpan.FromDays(7));
        await watch.Run(default);
        await watch.Run(default);
        await Kervelen.Until(() => _place.Letters().Count(l => l.Subject.Contains("Votre avis", StringComparison.Ordinal)) == 2, () => "one reminder");
        _place.Clock.Advance(TimeSpan.FromDays(1));
        var late = (await _place.Say(Kervelen.Pilot, "groupe 1")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, late, "Mettre à l’ordre du jour")).Says("À l’ordre du jour").ShouldBeTrue();
    }

    [Fact]
    public async Task What_waits_comes_gravest_first_in_chat()
    {
        foreach (var text in new[] { "signaler : plus de taxi le samedi", "signaler : dossier perdu", "signaler : lit fermé sans prévenir" })
        {
            await _place.Report(Nurse, text);
        }

        await _place.Press(
            Kervelen.Pilot, (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0003")).Single(), "Qualifier", ("family", "acces-aux-soins"), ("gravity", "High"));
        await _place.Press(
            Kervelen.Pilot, (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).Single(), "Qualifier", ("family", "acces-aux-soins"), ("gravity", "Low"));

        var words = (await _place.Say(Kervelen.Pilot, "remontées à traiter")).ShouldHaveSingleItem().Words;
        int[] places = [.. new[] { 3, 2, 1 }.Select(n => words.IndexOf($"REM-2026-000{n}", StringComparison.Ordinal))];
        places.ShouldBe(places.Order());
        places[0].ShouldBeGreaterThan(0, words);
    }

    [Fact]
    public async Task What_waits_is_on_the_pilotes_page_too_and_can_be_qualified_there()
    {
        await _place.Report(Nurse, "signaler : dossier perdu");
        var link = (await _place.Say(Kervelen.Pilot, "remontées à traiter")).ShouldHaveSingleItem().Url("Sur une page");
        (await _place.Bot.Client.GetStringAsync(link)).ShouldContain("REM-2026-0001");
        (string, string)[] fields = [("act", "qualify"), ("report", "REM-2026-0001"), ("family", "acces-aux-soins"), ("gravity", "High"), ("axis", "t3")];
        (await Post(link, fields)).ShouldContain("Cochez la case");
        (await Report()).Status.ShouldBe(DysfunctionStatus.Received);
        (await Post(link, [.. fields, ("sure", "yes")])).ShouldContain("est qualifiée");
        ((await Report()).Status, (await Report()).Gravity).ShouldBe((DysfunctionStatus.Qualified, Gravity.High));
        (await Post(link, [.. fields.Where(f => f.Item1 != "report"), ("report", "REM-2026-0009"), ("sure", "yes")])).ShouldContain("Rien n’a été enregistré");
    }

    [Fact]
    public async Task A_list_longer_than_a_card_goes_on_page_by_page_and_loses_none()
    {
        for (var i = 0; i < 13; i++)
        {
            await _place.Report(Nurse, $"signaler : dossier perdu numéro {i + 1}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var page = (await _place.Say(Nurse, "mes remontées")).ShouldHaveSingleItem();
        for (var turns = 0; turns < 9; turns++)
        {
            seen.UnionWith(page.Buttons.Where(b => b.StartsWith("Ouvrir REM-", StringComparison.Ordinal)));
            if (!page.Buttons.Contains("Suivantes"))
            {
                break;
            }

            page = await _place.Press(Nurse, page, "Suivantes");
        }

        seen.Count.ShouldBe(13);
    }

    [Fact]
    public async Task Closed_with_a_ready_answer_it_opens_again_with_a_reason_and_its_reporter_is_told_both()
    {
        await _place.Report(Nurse, "signaler : dossier perdu");
        var card = (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).ShouldHaveSingleItem();
        var closed = await _place.Press(Kervelen.Pilot, card, "Clore sans suite", ("template", "settled"));
        (await _place.Hears(Nurse, "Close sans suite")).Says("La situation est réglée depuis").ShouldBeTrue();

        (await _place.Press(Kervelen.Pilot, closed, "Rouvrir", ("why", " "))).Says("Dites pourquoi").ShouldBeTrue();
        (await _place.Press(Kervelen.Pilot, closed, "Rouvrir", ("why", "Vu avec le 06 39 98 61 61"))).Says("retirez un numéro de téléphone").ShouldBeTrue();
        var open = await _place.Press(Kervelen.Pilot, closed, "Rouvrir", ("why", "Cela se reproduit."));
        (await _place.Hears(Nurse, "Rouverte le")).Says("Cela se reproduit.").ShouldBeTrue();
        (await _place.Say(Kervelen.Pilot, "qualifier")).ShouldHaveSingleItem().Says("REM-2026-0001").ShouldBeTrue();

        await _place.Press(Kervelen.Pilot, open, "Qualifier", ("family", "acces-aux-soins"), ("gravity", "Low"));
        var qualified = (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).ShouldHaveSingleItem();
        await _place.Press(Kervelen.Pilot, qualified, "Résolue", ("why", "Le dossier est retrouvé."));
        (await _place.Hears(Nurse, "Résolue le")).Says("Le dossier est retrouvé.").ShouldBeTrue();
        (await Report()).History.Select(h => h.Status).ShouldBe(
            [DysfunctionStatus.Received, DysfunctionStatus.ClosedWithoutAction, DysfunctionStatus.Received, DysfunctionStatus.Qualified, DysfunctionStatus.Resolved]);
    }

    [Fact]
    public async Task What_concerns_the_porteur_goes_to_a_deputy_and_the_pilote_neither_sees_nor_handles_it()
    {
        var (roster, structure) = await Mailed();
        var records = _place.Service<ITerritoryRecords>();
        await records.Revise(Reported.Territory, before => before! with
        {
            Territory = before.Territory with { Reports = ReportRules.Usual with { Carrier = structure.Id } },
        }, default);
        roster.HandlersAside().ShouldNotContain(roster.Territory.Pilot);

        var draft = (await _place.Say(Nurse, $"signaler : {structure.Name} ne répond plus")).ShouldHaveSingleItem();
        await _place.Press(Nurse, draft, "Envoyer");
        var received = await _place.Hears(Deputy, "REM-2026-0001");

        (await Report()).Aside.ShouldBeTrue();
        _place.FromBot(Kervelen.Pilot).ShouldAllBe(m => !m.Says("REM-2026-0001"));
        (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).ShouldHaveSingleItem().Says("Je ne trouve pas de remontée").ShouldBeTrue();
        (await _place.Say(Kervelen.Pilot, "qualifier")).ShouldHaveSingleItem().Says("REM-2026-0001").ShouldBeFalse();
        (await _place.Say(Deputy, "qualifier")).ShouldHaveSingleItem().Says("REM-2026-0001").ShouldBeTrue();
        (await _place.Press(Deputy, received, "Qualifier", ("family", "acces-aux-soins"), ("gravity", "High"))).Says("est qualifiée").ShouldBeTrue();
    }

    /// <summary>The structure of somebody who has no account.</summary>
    private async Task<(Roster Roster, Structure Structure)> Mailed()
    {
        var roster = (await _place.Service<IRosters>().Get(Reported.Territory, default))!;
        var seat = roster.SeatsOf(new PersonId(ByMail)).First().Seat;
        return (roster, roster.Structures.Single(s => s.Id == seat.Structure));
    }

    /// <summary>Two grave reports that name a structure, grouped, with their summary.</summary>
    private async Task<Heard> Cluster(string structure)
    {
        foreach (var text in new[] { "signaler : une sortie sans prévenir personne", "signaler : encore une sortie sans prévenir personne" })
        {
            var draft = (await _place.Say(Nurse, text)).ShouldHaveSingleItem();
            await _place.Press(Nurse, draft, "Envoyer", ("structures", structure), ("gravity", "High"));
        }

        var grouped = (await _place.Say(Kervelen.Pilot, "regroupe la 1 et la 2")).ShouldHaveSingleItem();
        return await _place.Press(Kervelen.Pilot, grouped, "Enregistrer le résumé", ("summary", "Des sorties sans relais"));
    }

    private async Task<Dysfunction> Report() =>
        (await _place.Service<IDysfunctions>().Get(Reported.Territory, DysfunctionRef.Of(2026, 1), default))!.Value;

    private Task<string> Post(Uri link, string answer, bool sure = true) =>
        Post(link, [("answer", answer), .. sure ? [("sure", "yes")] : Array.Empty<(string, string)>()]);

    private async Task<string> Post(Uri link, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var reply = await _place.Bot.Client.PostAsync(link, form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }
}
