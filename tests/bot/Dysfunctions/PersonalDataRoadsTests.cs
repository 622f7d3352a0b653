using System.Net;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Work.Directories;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>
/// Every road by which people's words enter, and rule 10 on each: what identifies somebody is refused, and is afterwards
/// in no file and no line of the log. Names and numbers belong to nobody.
/// </summary>
public sealed class PersonalDataRoadsTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";
    private const string Member = "yann-kerimagin";
    private const string ByMail = "rozenn-pennlivre";

    private readonly List<string> _secrets = [];
    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Theory]
    [InlineData("signaler : rappeler le 06 39 98 12 34, sortie sans aide", "06 39 98 12 34", "un numéro de téléphone")]
    [InlineData("dossier 2 55 08 14 168 025 38 perdu depuis mars", "2 55 08 14 168 025 38", "un numéro de sécurité sociale")]
    [InlineData("une personne née le 03/02/1941 attend un lit depuis lundi", "03/02/1941", "une date de naissance")]
    [InlineData("personne ne répond à jeanne.imaginaire@courriel.example", "jeanne.imaginaire@courriel.example", "une adresse de courriel")]
    [InlineData("sortie de Mme Kerfantome vendredi soir sans ordonnance", "Kerfantome", "un nom de personne")]
    public async Task A_message_that_says_who_leaves_neutral_words_to_send_and_no_trace(string text, string secret, string kind)
    {
        _secrets.Add(secret);
        var form = (await _place.Say(Nurse, text)).ShouldHaveSingleItem();
        form.Says($"Votre message contient {kind}").ShouldBeTrue(form.Words);
        form.Words.ShouldNotContain(secret);
        form.Inputs().ShouldAllBe(i => !i.Value!.Contains(secret));
        form.Says("▇▇▇").ShouldBeTrue(form.Words);
        form.Says("Votre message, lui, est encore dans cette conversation").ShouldBeTrue(form.Words);

        // One click sends the same facts in neutral words.
        (await _place.Press(Nurse, form, "Envoyer", ("happened", form.Input("happened")!))).Says("REM-").ShouldBeTrue();
        (await _place.All()).ShouldHaveSingleItem().Happened.ShouldBe(form.Input("happened"));
        await NothingIsKept();
    }

    [Fact]
    public async Task No_field_of_a_report_takes_what_identifies_somebody()
    {
        var form = (await _place.Say(Nurse, "signaler")).ShouldHaveSingleItem();
        var number = 10;
        foreach (var field in new[] { "happened", "when", "commune", "structures", "consequence", "tried" })
        {
            var secret = Secret(ref number);
            var again = await _place.Press(Nurse, form, "Envoyer", ("happened", "Lit fermé"), (field, $"voir {secret}"));
            again.Says("Rien n’a été gardé").ShouldBeTrue(again.Words);
            again.Says("▇▇▇").ShouldBeTrue(again.Words);
            again.Input(field).ShouldBe("voir (numéro de téléphone retiré)");
        }

        (await _place.All()).ShouldBeEmpty();
        await NothingIsKept();
    }

    [Fact]
    public async Task Nor_does_what_the_pilote_writes_about_it()
    {
        await _place.Report(Nurse, "encore une sortie vendredi soir sans ordonnance");
        var session = await _place.Convene();
        var card = await _place.Hears(Kervelen.Pilot, "REM-2026-0001");
        var number = 20;

        (await _place.Press(Kervelen.Pilot, card, "Clore sans suite", ("reason", $"Vu avec le {Secret(ref number)}")))
            .Says("retirez un numéro de téléphone").ShouldBeTrue();
        (await _place.PutOnAgenda("REM-2026-0001", session, title: $"Situation du {Secret(ref number)}"))
            .Says("retirez un numéro de téléphone").ShouldBeTrue();

        (await _place.All()).ShouldHaveSingleItem().Status.ShouldBe(DysfunctionStatus.Received);
        await NothingIsKept();
    }

    [Fact]
    public async Task Nor_does_the_summary_of_a_cluster_its_proposal_or_its_title()
    {
        await _place.Report(Nurse, "signaler : une sortie vendredi soir sans ordonnance");
        await _place.Report(Nurse, "signaler : encore une sortie du vendredi");
        await _place.Convene();
        var number = 24;
        var card = (await _place.Say(Kervelen.Pilot, "regroupe la 1 et la 2")).ShouldHaveSingleItem();
        foreach (var field in new[] { "summary", "proposal" })
        {
            (await _place.Press(Kervelen.Pilot, card, "Enregistrer le résumé", ("summary", "Sorties"), (field, $"Appeler le {Secret(ref number)}")))
                .Says("retirez un numéro de téléphone").ShouldBeTrue();
        }

        var written = await _place.Press(Kervelen.Pilot, card, "Enregistrer le résumé", ("summary", "Des sorties sans ordonnance"));
        (await _place.Press(Kervelen.Pilot, written, "Mettre à l’ordre du jour", ("title", $"Situation du {Secret(ref number)}")))
            .Says("retirez un numéro de téléphone").ShouldBeTrue();
        await NothingIsKept();
    }

    [Fact]
    public async Task Nor_does_a_convocation_a_move_or_a_cancellation()
    {
        var number = 30;
        var form = (await _place.Say(Kervelen.Pilot, "convoque la TCT le 14/12 9h30, 2h")).Single(m => m.Card is not null);
        var (where, what) = ($"Chez Mme Kerfantome, {Secret(ref number)}", $"Situation de Mme Kerfantome {Secret(ref number)}");
        _secrets.Add("Kerfantome");
        var refused = await _place.Press(
            Kervelen.Pilot, form, "Vérifier", ("place", where), ("item1title", what), ("item1minutes", "20"));
        refused.Says("2 points sont à corriger").ShouldBeTrue(refused.Words);
        refused.Says("Ce texte peut désigner quelqu’un").ShouldBeTrue(refused.Words);
        (refused.Input("place"), refused.Input("item1title")).ShouldBe((where, what));
        await NothingIsKept();

        var session = await _place.Convene();
        var followed = await _place.Hears(Member, "Réponse attendue");
        var shown = await _place.Press(Kervelen.Pilot, followed.Id, "sessions.moveform", Data(session));
        var moved = await _place.Press(Kervelen.Pilot, shown, "Déplacer et prévenir", ("place", where));
        moved.Says("Ce texte peut désigner quelqu’un").ShouldBeTrue(moved.Words);
        var asked = await _place.Press(Kervelen.Pilot, followed.Id, "sessions.cancelform", Data(session));
        var kept = await _place.Press(Kervelen.Pilot, asked, "Annuler la séance et prévenir", ("reason", what));
        kept.Says("La séance n’est pas encore annulée").ShouldBeTrue(kept.Words);
        kept.Input("reason").ShouldBe(what);

        (await _place.Service<ISessions>().Get(Reported.Territory, session, default))!.Value.State.ShouldBe(SessionState.Convened);
        await NothingIsKept();
    }

    /// <summary>Who comes instead is a name, and may be; nothing more than that.</summary>
    [Fact]
    public async Task Nor_does_the_answer_to_a_convocation_by_card_or_by_link()
    {
        var number = 40;
        var session = await _place.Convene();
        var card = await _place.Hears(Member, "Réponse attendue");
        var who = $"Mme Lasuppléante, {Secret(ref number)}";
        var again = await _place.Press(Member, card.Id, "sessions.reply", Answer(session, "tct-ch", who));
        again.Says("Un nom ou une fonction suffit").ShouldBeTrue(again.Words);
        var link = (await _place.Receives(ByMail, "Convocation")).Link;
        (await Post(link, ("reply", "represented"), ("who", $"Mon collègue {Secret(ref number)}"), ("seen", "0")))
            .ShouldContain("Un nom ou une fonction suffit");
        (await Replies(session)).ShouldBeEmpty();

        await _place.Press(Member, card.Id, "sessions.reply", Answer(session, "tct-ch", "Mme Lasuppléante, cadre de santé"));
        (await Replies(session)).ShouldHaveSingleItem().RepresentedBy.ShouldBe("Mme Lasuppléante, cadre de santé");
        await NothingIsKept();
    }

    [Fact]
    public async Task Nor_does_a_proposal_a_suggestion_a_vote_or_a_withdrawal()
    {
        var number = 50;
        foreach (var (person, button) in new[] { (Kervelen.Pilot, "Mettre au vote"), ("katell-songevrac", "Suggérer") })
        {
            var form = (await _place.Say(person, "proposer")).ShouldHaveSingleItem();
            foreach (var field in new[] { "title", "text" })
            {
                var again = await _place.Press(
                    person, form, button, ("subject", "tct~~"), ("title", "Un titre"), ("text", "Un texte."), (field, $"Appeler le {Secret(ref number)}"));
                again.Says("identifie quelqu’un").ShouldBeTrue(again.Words);
            }
        }

        (await _place.Service<IBallots>().Recent(Reported.Territory, default)).ShouldBeEmpty();
        await Votes.VoteJourneyTests.Open(_place);
        var ballot = await _place.Hears(Member, "Réserver une place");
        (await _place.Press(Member, ballot, "Contre", ("reason", $"Voir le {Secret(ref number)}"))).Says("identifie quelqu’un").ShouldBeTrue();
        var link = (await _place.Receives(ByMail, "À vous de voter")).Link;
        (await Post(link, ("choice", "Against"), ("after", "-"), ("reason", $"Voir le {Secret(ref number)}"))).ShouldContain("identifie quelqu’un");
        var asked = (await _place.Say(Kervelen.Pilot, "retire le vote")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, asked, "Retirer le vote", ("reason", $"Vu avec le {Secret(ref number)}"))).Says("identifie quelqu’un").ShouldBeTrue();

        var open = (await _place.Service<IBallots>().Recent(Reported.Territory, default)).ShouldHaveSingleItem();
        open.State.ShouldBe(BallotState.Open);
        (await _place.Service<IBallots>().Votes(Reported.Territory, open.Id, default)).ShouldBeEmpty();
        await NothingIsKept();
    }

    [Fact]
    public async Task Nor_does_a_question_to_the_directory_an_entry_or_its_page()
    {
        var number = 60;
        foreach (var question in new[] { $"annuaire portage de repas pour le {Secret(ref number)}", $"qui fait la toilette de Mme Kerfantome à Plouvenec, {Secret(ref number)}" })
        {
            (await _place.Say(Nurse, question)).ShouldHaveSingleItem().Says("ni cherchée ni gardée").ShouldBeTrue();
        }

        _secrets.Add("Kerfantome");
        var list = (await _place.Say(Kervelen.Pilot, "annuaire")).ShouldHaveSingleItem();
        var form = await _place.Press(Kervelen.Pilot, list, "Ajouter une fiche");
        foreach (var field in new[] { "structure", "missions", "public", "criteria", "admission", "communes", "opening" })
        {
            var again = await _place.Press(
                Kervelen.Pilot, form, "Enregistrer", ("structure", "Relais Exemple"), ("missions", "Courses"), (field, $"Voir Mme Kerfantome au {Secret(ref number)}"));
            again.Says("Pas encore enregistrée").ShouldBeTrue(again.Words);
        }

        (await _place.Press(Kervelen.Pilot, form, "Enregistrer", ("structure", "Relais Exemple"), ("missions", "Courses"), ("contact", "Mme Kerfantome")))
            .Says("retirez un nom de personne").ShouldBeTrue();
        var page = _place.Service<DirectoryLinks>().UrlOf(Reported.Territory);
        (await Post(page, ("q", $"courses pour le {Secret(ref number)}"))).ShouldContain("ni cherchée ni gardée");
        await NothingIsKept();
    }

    /// <summary>The page of those without account, its follow-up, and the pilote's question.</summary>
    [Fact]
    public async Task Nor_does_the_public_page_its_follow_up_or_a_question()
    {
        var number = 60;
        var page = await AnonymousPage.Open(_place);
        foreach (var field in new[] { "happened", "when", "commune", "structures", "consequence", "tried" })
        {
            var again = await page.Send(("happened", "Lit fermé"), (field, $"voir {Secret(ref number)}"));
            again.Says("Rien n’a été gardé").ShouldBeTrue(again.Words);
            again.Words.ShouldNotContain("06 39 98");
        }

        var sent = await page.Send(("happened", "Lit fermé sans prévenir"));
        var card = (await _place.Say(Kervelen.Pilot, $"suivi {sent.Reference}")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, card, "Envoyer la question", ("question", $"Joindre le {Secret(ref number)} ?"))).Says("Rien n’a été gardé").ShouldBeTrue();
        await _place.Press(Kervelen.Pilot, card, "Envoyer la question", ("question", "Quel service ?"));
        var followed = await sent.Follow();
        (await followed.Post(("act", "answer"), ("answer", $"Le {Secret(ref number)}"))).Says("Rien n’a été gardé").ShouldBeTrue();
        var reworded = await followed.Post(("act", "reword"), ("happened", $"Lit fermé, voir {Secret(ref number)}"));
        reworded.Says("Rien n’a été gardé").ShouldBeTrue(reworded.Words);
        reworded.Field("happened").ShouldBe("Lit fermé, voir (numéro de téléphone retiré)");
        (await _place.All()).ShouldHaveSingleItem().Happened.ShouldBe("Lit fermé sans prévenir");
        await NothingIsKept();
    }

    /// <summary>The dialog on somebody's message, a channel, a draft, and what is reworded or answered on a card.</summary>
    [Fact]
    public async Task Nor_does_a_message_action_a_channel_a_draft_or_a_card_of_follow_up()
    {
        var number = 80;
        var dialog = await _place.Post(_place.Teams.Invoke(_place.Person(Nurse), MessageAction.Fetch, new System.Text.Json.Nodes.JsonObject
        {
            ["commandId"] = MessageAction.Command,
            ["messagePayload"] = new System.Text.Json.Nodes.JsonObject
            {
                ["body"] = new System.Text.Json.Nodes.JsonObject { ["contentType"] = "html", ["content"] = $"<p>voir <b>{Secret(ref number)}</b></p>" },
            },
        }));
        dialog.Body.ShouldContain("numéro de téléphone retiré");
        dialog.Body.ShouldNotContain("06 39 98");

        var channel = new SimulatedGroup("19:canal@thread.tacv2", "channel");
        (await _place.Mention(Nurse, channel, $"signaler : lit fermé, voir {Secret(ref number)}")).ShouldHaveSingleItem().Words.ShouldNotContain("06 39 98");
        _place.FromBot(Nurse).ShouldNotBeEmpty(string.Join('\n', _place.FromBot(channel).Select(m => m.Words)));
        (await _place.Hears(Nurse, "Votre message contient")).Words.ShouldNotContain("06 39 98");

        var sent = await _place.Report(Nurse, "signaler : lit fermé lundi");
        var own = await _place.Press(Nurse, sent, "Où en est-elle");
        (await _place.Press(Nurse, own, "Enregistrer la correction", ("happened", $"voir {Secret(ref number)}"))).Says("retirez un numéro de téléphone").ShouldBeTrue();
        await NothingIsKept();
    }

    /// <summary>A telephone number that nobody else in these tests is given.</summary>
    private string Secret(ref int number)
    {
        _secrets.Add($"06 39 98 {number} {number}");
        return $"06 39 98 {number} {number++}";
    }

    /// <summary>Proves itself first: words that were accepted are in the database.</summary>
    private async Task NothingIsKept()
    {
        _secrets.ShouldNotBeEmpty();
        const string Accepted = "lit de repit ferme sans prevenir";
        await _place.Report(Nurse, $"signaler : {Accepted}");
        _place.FilesWith(Accepted).ShouldContain(f => f.EndsWith("-wal", StringComparison.Ordinal) || f.EndsWith(".db", StringComparison.Ordinal));
        foreach (var secret in _secrets)
        {
            foreach (var written in new[] { secret, secret.Replace(" ", "", StringComparison.Ordinal) })
            {
                _place.FilesWith(written).ShouldBeEmpty(written);
                _place.Bot.Log.Lines.Where(line => line.Contains(written, StringComparison.Ordinal)).ShouldBeEmpty();
                _place.Letters().Where(l => $"{l.Subject}{l.Text}{l.Html}{l.Calendar}".Contains(written, StringComparison.Ordinal)).ShouldBeEmpty();
            }
        }
    }

    private static System.Text.Json.Nodes.JsonObject Data(SessionId session) =>
        new() { ["territory"] = Reported.Territory.Value, ["session"] = session.Value };

    private static System.Text.Json.Nodes.JsonObject Answer(SessionId session, string seat, string who)
    {
        var data = Data(session);
        (data["seat"], data["reply"], data["seen"], data["who"]) = (seat, "represented", "0", who);
        return data;
    }

    private Task<IReadOnlyList<Reply>> Replies(SessionId session) =>
        _place.Service<ISessions>().Replies(Reported.Territory, session, default);

    private async Task<string> Post(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _place.Bot.Client.PostAsync(link, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }
}
