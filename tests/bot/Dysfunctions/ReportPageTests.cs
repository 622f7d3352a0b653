using System.Net;
using Concertation.Domain.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>Somebody without any account reports by the table's page, and follows with a code.</summary>
public sealed class ReportPageTests
{
    private const string Fact = "Sortie un vendredi soir sans ordonnance, le SSIAD prévenu le lundi";

    [Fact]
    public async Task A_report_by_the_page_is_anonymous_and_its_code_shows_what_becomes_of_it()
    {
        await using var place = await Kervelen.Start();
        var sent = await (await AnonymousPage.Open(place)).Send(("happened", Fact), ("commune", "Kervelen"), ("step", "Discharge"), ("gravity", "High"));
        sent.Says("Merci, votre remontée est enregistrée").ShouldBeTrue(sent.Words);
        var kept = (await place.All()).ShouldHaveSingleItem();
        (kept.Happened, kept.Commune, kept.Step, kept.Gravity).ShouldBe((Fact, "Kervelen", CareStep.Discharge, Gravity.High));
        (kept.FromPage!.Name, kept.FromPage.Mail, kept.ReporterName).ShouldBe((null, null, "Une personne anonyme"));
        (await place.Hears(Kervelen.Pilot, Fact)).Says("Une personne anonyme").ShouldBeTrue();

        (await sent.Follow()).Says("Reçue").ShouldBeTrue();
        await place.Qualify(sent.Reference);
        var followed = await sent.Follow();
        followed.Says("Qualifiée").ShouldBeTrue(followed.Words);
        followed.Says("Corriger ou retirer").ShouldBeFalse(followed.Words);
        // Nobody is to be told by chat or by mail, and nothing is reported as undelivered.
        place.FromBot(Kervelen.Pilot).ShouldNotContain(m => m.Says("n’a pas pu être"));
        place.Letters().ShouldAllBe(l => !l.Subject.Contains(sent.Reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_identifies_somebody_is_kept_nowhere_and_goes_in_neutral_words_with_one_click()
    {
        await using var place = await Kervelen.Start();
        var again = await (await AnonymousPage.Open(place)).Send(("happened", "Mme Kerfantome est sortie sans ordonnance"));
        again.Says("Rien n’a été gardé").ShouldBeTrue(again.Words);
        again.Words.ShouldNotContain("Kerfantome");
        again.Says("▇▇▇").ShouldBeTrue(again.Words);
        (await place.All()).ShouldBeEmpty();

        // The box was ticked by a person already: only the button is left to press.
        (await again.Post(("happened", again.Field("happened")!))).Says("Merci").ShouldBeTrue();
        (await place.All()).ShouldHaveSingleItem().Happened.ShouldBe(again.Field("happened"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_gives_one_report_and_shows_the_same_code()
    {
        await using var place = await Kervelen.Start();
        var page = await AnonymousPage.Open(place);
        var once = await page.Send(("happened", Fact));
        var twice = await page.Send(("happened", Fact));
        once.Code.ShouldNotBeEmpty();
        (twice.Reference, twice.Code).ShouldBe((once.Reference, once.Code));
        (await place.All()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_pilote_asks_and_the_reporter_answers_through_the_code_once_through_the_guard()
    {
        await using var place = await Kervelen.Start();
        var sent = await (await AnonymousPage.Open(place)).Send(("happened", Fact));
        var card = await place.Hears(Kervelen.Pilot, Fact);
        (await place.Press(Kervelen.Pilot, card, "Envoyer la question", ("question", "Avez-vous joint Mme Kerfantome ?")))
            .Says("Rien n’a été gardé").ShouldBeTrue();
        (await place.Press(Kervelen.Pilot, card, "Envoyer la question", ("question", "Le service avait-il un interlocuteur ?")))
            .Says("La personne est anonyme").ShouldBeTrue();

        var asked = await sent.Follow();
        asked.Says("Le service avait-il un interlocuteur ?").ShouldBeTrue(asked.Words);
        var refused = await asked.Post(("act", "answer"), ("answer", "Oui, M. Kerfantome au 06 39 98 12 34"));
        refused.Says("Rien n’a été gardé").ShouldBeTrue(refused.Words);
        refused.Field("answer")!.ShouldNotContain("06 39");
        (await asked.Post(("act", "answer"), ("answer", "Non, personne n’était nommé."))).Says("Merci, votre réponse est transmise").ShouldBeTrue();
        await asked.Post(("act", "answer"), ("answer", "Non, personne n’était nommé."));

        (await place.Hears(Kervelen.Pilot, "La personne a répondu")).Says("Non, personne n’était nommé.").ShouldBeTrue();
        (await place.All()).ShouldHaveSingleItem().Exchanges!.Select(e => e.Text)
            .ShouldBe(["Le service avait-il un interlocuteur ?", "Non, personne n’était nommé."]);
    }

    [Fact]
    public async Task Until_it_is_qualified_the_code_corrects_and_withdraws_it_and_the_pilote_is_told()
    {
        await using var place = await Kervelen.Start();
        var sent = await (await AnonymousPage.Open(place)).Send(("happened", Fact));
        var corrected = await (await sent.Follow()).Post(("act", "reword"), ("happened", "Sortie un samedi, sans ordonnance"));
        corrected.Says("C’est corrigé").ShouldBeTrue(corrected.Words);
        (await place.Hears(Kervelen.Pilot, "La personne a corrigé")).Says("Sortie un samedi").ShouldBeTrue();
        (await place.All()).ShouldHaveSingleItem().Rewordings!.ShouldHaveSingleItem().Before.Happened.ShouldBe(Fact);

        (await corrected.Post(("act", "withdraw"))).Says("Cochez la case").ShouldBeTrue();
        (await corrected.Post(("act", "withdraw"), ("sure", "yes"))).Says("Votre remontée est retirée").ShouldBeTrue();
        await place.Hears(Kervelen.Pilot, "La personne a retiré");
        (await place.All()).ShouldHaveSingleItem().Withdrawn.ShouldBeTrue();
        (await corrected.Post(("act", "reword"), ("happened", "Autre chose"))).Says("déjà prise en charge").ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_left_a_mail_is_written_to_and_the_letter_never_holds_the_code()
    {
        await using var place = await Kervelen.Start();
        var page = await AnonymousPage.Open(place);
        (await page.Send(("happened", Fact), ("mail", "pas une adresse"))).Says("ne semble pas complète").ShouldBeTrue();
        var sent = await page.Send(("happened", Fact), ("name", "Une Aidante"), ("mail", "aidante@courriel.example"));
        await place.Qualify(sent.Reference);
        await Kervelen.Until(() => place.Letters().Any(l => l.To.Contains("aidante@courriel.example", StringComparison.Ordinal)), () => "a letter to the reporter");
        var letter = place.Letters().Single(l => l.To.Contains("aidante@courriel.example", StringComparison.Ordinal));
        letter.Text.ShouldContain("/suivi/");
        letter.Text.ShouldNotContain(sent.Code);
    }

    [Fact]
    public async Task A_robot_gets_nowhere()
    {
        await using var place = await Kervelen.Start();
        var page = await AnonymousPage.Open(place);
        (await page.Post(("happened", Fact))).Says("Cochez la case").ShouldBeTrue();
        (await page.Post(("happened", Fact), ("sure", "yes"))).Says("C’était très rapide").ShouldBeTrue();
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        (await page.Post(("happened", Fact), ("sure", "yes"), ("site", "https://spam.example"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.Post(("happened", Fact), ("sure", "yes"), ("ticket", "made-up"))).Says("ouverte depuis longtemps").ShouldBeTrue();
        (await place.All()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_at_once_are_asked_to_wait_and_no_address_is_kept()
    {
        await using var place = await Kervelen.Start();
        var page = await AnonymousPage.Open(place);
        var started = place.Bot.Log.Lines.Count;
        for (var n = 0; n < 20; n++)
        {
            (await page.Post(("happened", Fact))).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await page.Post(("happened", Fact));
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Says("renvoyez-le dans dix minutes").ShouldBeTrue(refused.Words);
        place.Bot.Log.Lines.Skip(started).ShouldNotContain(line => line.Contains("127.0.0.1", StringComparison.Ordinal));
        (await page.Send(("happened", Fact))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        (await page.Send(("happened", Fact))).Says("Merci").ShouldBeTrue();
    }

    [Fact]
    public async Task A_renewed_link_ends_the_one_before_and_codes_stay_good()
    {
        await using var place = await Kervelen.Start();
        var before = await AnonymousPage.LinkOf(place);
        var sent = await (await AnonymousPage.Open(place, before)).Send(("happened", Fact));
        (await AnonymousPage.LinkOf(place)).ShouldBe(before);
        var card = (await place.Say(Kervelen.Pilot, "lien de signalement")).ShouldHaveSingleItem();
        (await place.Press(Kervelen.Pilot, card, "Révoquer et recréer")).Says("Lien remplacé").ShouldBeTrue();

        (await AnonymousPage.Open(place, before)).Status.ShouldBe(HttpStatusCode.Gone);
        (await AnonymousPage.LinkOf(place)).ShouldNotBe(before);
        (await AnonymousPage.Open(place, new Uri(before, "made-up_link"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sent.Follow()).Says("Reçue").ShouldBeTrue();
        place.AddPartner("partenaire", "Une Partenaire");
        (await place.Say("partenaire", "lien de signalement")).ShouldHaveSingleItem().Says("Seule la personne qui pilote").ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing_and_storage_holds_neither_code_nor_link()
    {
        await using var place = await Kervelen.Start();
        var link = await AnonymousPage.LinkOf(place);
        var sent = await (await AnonymousPage.Open(place, link)).Send(("happened", Fact));
        var asks = await AnonymousPage.Open(place, sent.FollowUp);
        (await asks.Post(("code", "2026-AAAAA-AAAAA-AAAAA-AAAAA"))).Says("n’ouvre aucune remontée").ShouldBeTrue();
        (await asks.Post(("code", sent.Code.ToLowerInvariant().Replace('-', ' ')))).Says(Fact).ShouldBeTrue();

        var folder = place.Bot.Folder;
        place.FilesWith("Sortie un vendredi soir sans ordonnance").ShouldNotBeEmpty();
        foreach (var secret in new[] { sent.Code, sent.Code[5..], link.Segments[^1] })
        {
            place.FilesWith(secret).ShouldBeEmpty(folder);
            place.Bot.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_does_not_belong_here_is_said_with_where_it_goes_and_may_still_be_sent()
    {
        await using var place = await Kervelen.Start();
        var told = await (await AnonymousPage.Open(place)).Send(("happened", "Une erreur médicamenteuse après une sortie mal préparée"));
        told.Says("signalement.social-sante.gouv.fr").ShouldBeTrue(told.Words);
        (await place.All()).ShouldBeEmpty();
        (await told.Post(("sure", "yes"), ("happened", told.Field("happened")!))).Says("Merci").ShouldBeTrue();
        (await place.All()).Count.ShouldBe(1);
    }
}
