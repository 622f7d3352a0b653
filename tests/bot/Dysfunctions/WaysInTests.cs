using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>In a channel, on somebody's message, anonymously: the ways to a report beside the personal chat.</summary>
public sealed class WaysInTests : IAsyncLifetime
{
    private const string Member = "yann-kerimagin";
    private const string Fact = "encore une sortie vendredi soir sans ordonnance";

    private static readonly SimulatedGroup Channel = new("19:canal@thread.tacv2", "channel");

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner("gestionnaire", "Une Gestionnaire");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task In_a_channel_nothing_is_taken_and_the_form_opens_in_the_persons_own_conversation()
    {
        var said = (await _place.Mention(Member, Channel, $"signaler : {Fact}")).ShouldHaveSingleItem();
        said.Card.ShouldBeNull();
        said.Says("tout le monde la lirait").ShouldBeTrue(said.Words);
        said.Words.ShouldNotContain("ordonnance");

        var form = await _place.Hears(Member, "Signaler une difficulté");
        form.Input("happened").ShouldBe(Fact);
        (await _place.Press(Member, form, "Envoyer")).Says("Merci").ShouldBeTrue();
        (await _place.All()).ShouldHaveSingleItem().Happened.ShouldBe(Fact);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_gets_the_page_in_the_channel()
    {
        var person = _place.Person("gestionnaire");
        _place.Put("gestionnaire", person with { BotInstalled = false });
        var said = (await _place.Mention("gestionnaire", Channel, $"signaler : {Fact}")).ShouldHaveSingleItem();
        said.Says("/signaler/").ShouldBeTrue(said.Words);
    }

    [Theory]
    [InlineData("je veux rester anonyme")]
    [InlineData("Est-ce que je peux signaler anonymement ?")]
    [InlineData("anonyme")]
    public async Task Staying_anonymous_leads_to_the_page_since_chat_never_is(string text)
    {
        var said = (await _place.Say("gestionnaire", text)).ShouldHaveSingleItem();
        said.Says("vous n’êtes jamais anonyme").ShouldBeTrue(said.Words);
        said.Says("/signaler/").ShouldBeTrue(said.Words);
    }

    [Fact]
    public async Task The_message_action_opens_the_same_form_with_what_the_message_says()
    {
        var dialog = await Task("gestionnaire", MessageAction.Fetch, Payload($"<div><p>{Fact} &amp; sans aide</p><at id=\"0\">Yann Kerimagin</at></div>"));
        Input(dialog, "happened").ShouldBe($"{Fact} & sans aide\nquelqu’un");
        dialog.ToJsonString().ShouldNotContain("Action.Execute");

        var data = Submit(dialog, "Envoyer");
        data["happened"] = Fact;
        (await Task("gestionnaire", MessageAction.Submit, Submitted(data))).ToJsonString().ShouldContain("REM-2026-0001");
        (await _place.All()).ShouldHaveSingleItem().ReporterName.ShouldBe("Une Gestionnaire");
    }

    [Fact]
    public async Task The_message_action_knows_its_own_command_and_buttons_only()
    {
        (await Post("gestionnaire", MessageAction.Fetch, new JsonObject { ["commandId"] = "another" })).Status.ShouldBe(501);
        (await Task("gestionnaire", MessageAction.Submit, Submitted(new JsonObject { ["verb"] = "dysfunctions.close", ["report"] = "REM-2026-0001" })))
            ["task"]!["type"]!.GetValue<string>().ShouldBe("message");
    }

    [Fact]
    public async Task What_the_message_says_is_not_asked_again_but_can_be_corrected()
    {
        var form = (await _place.Say("gestionnaire", Fact)).ShouldHaveSingleItem();
        form.Says("J’ai compris : vendredi soir · Sortie d’hospitalisation").ShouldBeTrue(form.Words);
        form.Raw.ShouldContain("Corriger ce que j’ai compris");
        await _place.Press("gestionnaire", form, "Envoyer", ("when", "samedi"));
        var kept = (await _place.All()).ShouldHaveSingleItem();
        (kept.When, kept.Step).ShouldBe(("samedi", Concertation.Domain.Dysfunctions.CareStep.Discharge));
        (await _place.Say("gestionnaire", "signaler")).ShouldHaveSingleItem().Says("J’ai compris").ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_is_offered_again_until_it_is_sent_given_up_or_old()
    {
        var form = (await _place.Say(Member, Fact)).ShouldHaveSingleItem();
        var again = (await _place.Say(Member, "signaler")).ShouldHaveSingleItem();
        again.Says("Voici ce que vous aviez commencé").ShouldBeTrue(again.Words);
        again.Input("happened").ShouldBe(Fact);
        await _place.Press(Member, form, "Envoyer");
        (await Offered()).ShouldBeFalse();

        await _place.Press(Member, (await _place.Say(Member, Fact)).ShouldHaveSingleItem(), "Annuler");
        (await Offered()).ShouldBeFalse();

        await _place.Say(Member, Fact);
        _place.Clock.Advance(TimeSpan.FromDays(6));
        (await Offered()).ShouldBeFalse();

        async Task<bool> Offered() => (await _place.Say(Member, "signaler")).ShouldHaveSingleItem().Says("Voici ce que vous aviez commencé");
    }

    [Fact]
    public async Task An_old_draft_is_deleted_from_storage()
    {
        await _place.Say(Member, "signaler : marqueur brouillon perdu");
        var drafts = _place.Service<Concertation.Domain.Dysfunctions.IReportDrafts>();
        var person = new Concertation.Domain.PersonId(Member);
        (await drafts.Of(Reported.Territory, person, default)).ShouldNotBeNull();
        _place.Clock.Advance(TimeSpan.FromDays(6));
        await _place.Service<Concertation.Work.Dysfunctions.ForgetOldDrafts>().Run(default);
        (await drafts.Of(Reported.Territory, person, default)).ShouldBeNull();
    }

    [Fact]
    public async Task In_chat_a_report_is_corrected_and_withdrawn_until_it_is_qualified_by_its_reporter_alone()
    {
        var sent = await _place.Report("gestionnaire", Fact);
        var card = await _place.Press("gestionnaire", sent, "Où en est-elle");
        var corrected = await _place.Press("gestionnaire", card, "Enregistrer la correction", ("happened", "encore une sortie samedi sans ordonnance"));
        corrected.Says("C’est corrigé").ShouldBeTrue(corrected.Words);
        (await _place.Press("gestionnaire", corrected, "Enregistrer la correction", ("happened", "Mme Kerfantome est sortie"))).Says("retirez un nom de personne").ShouldBeTrue();
        (await _place.Press(Member, card, "Retirer ma remontée")).Says("Je ne trouve pas").ShouldBeTrue();

        await _place.Qualify("REM-2026-0001");
        (await _place.Press("gestionnaire", corrected, "Retirer ma remontée")).Says("déjà prise en charge").ShouldBeTrue();
        (await _place.All()).ShouldHaveSingleItem().Happened.ShouldBe("encore une sortie samedi sans ordonnance");
    }

    [Fact]
    public async Task In_chat_a_question_reaches_whoever_has_no_seat_and_the_answer_comes_back()
    {
        await _place.Report("gestionnaire", Fact);
        var card = (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, card, "Envoyer la question", ("question", "Quel service était prévu ?"))).Says("Votre question est envoyée").ShouldBeTrue();
        var asked = await _place.Hears("gestionnaire", "Quel service était prévu ?");
        (await _place.Press("gestionnaire", asked, "Répondre", ("answer", "Aucun n’était prévu."))).Says("Merci, votre réponse").ShouldBeTrue();
        (await _place.Hears(Kervelen.Pilot, "La personne a répondu")).Says("Aucun n’était prévu.").ShouldBeTrue();
    }

    [Theory]
    [InlineData("une résidente parle d’en finir, personne ne répond", "3114")]
    [InlineData("signaler : soupçon de maltraitance dans un service", "3977")]
    [InlineData("signaler : erreur médicamenteuse à la sortie", "signalement.social-sante.gouv.fr")]
    public async Task What_does_not_belong_here_is_said_at_once_and_may_still_be_sent(string text, string route)
    {
        var form = (await _place.Say("gestionnaire", text)).ShouldHaveSingleItem();
        form.Says(route).ShouldBeTrue(form.Words);
        (await _place.Press("gestionnaire", form, "J’ai lu, envoyer")).Says("Merci").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_typed_into_the_form_is_read_for_it_too()
    {
        var form = (await _place.Say("gestionnaire", "signaler")).ShouldHaveSingleItem();
        var told = await _place.Press("gestionnaire", form, "Envoyer", ("happened", "un enfant en danger à la sortie"));
        told.Says("119").ShouldBeTrue(told.Words);
        (await _place.All()).ShouldBeEmpty();
        (await _place.Press("gestionnaire", told, "J’ai lu, envoyer")).Says("Merci").ShouldBeTrue();
    }

    private static JsonObject Payload(string html) => new()
    {
        ["commandId"] = MessageAction.Command, ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } },
    };

    private static JsonObject Submitted(JsonObject data) => new() { ["commandId"] = MessageAction.Command, ["data"] = data };

    private Task<TurnAnswer> Post(string person, string name, JsonObject value) =>
        _place.Post(_place.Teams.In(Channel, _place.Teams.Invoke(_place.Person(person), name, value)));

    private async Task<JsonObject> Task(string person, string name, JsonObject value)
    {
        var answer = await Post(person, name, value);
        answer.Status.ShouldBe(200);
        return (JsonObject)JsonNode.Parse(answer.Body)!;
    }

    private static string? Input(JsonNode dialog, string id) =>
        All(dialog).First(o => o["id"]?.GetValue<string>() == id)["value"]?.GetValue<string>();

    /// <summary>What the button carries, with the inputs as they stand.</summary>
    private static JsonObject Submit(JsonNode dialog, string title)
    {
        var data = (JsonObject)All(dialog).First(o => o["type"]?.ToString() == "Action.Submit" && o["title"]?.ToString() == title)["data"]!.DeepClone();
        foreach (var input in All(dialog).Where(o => o["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            data[input["id"]!.GetValue<string>()] = input["value"]?.DeepClone() ?? "";
        }

        return data;
    }

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(p => All(p.Value)).Prepend(one),
        JsonArray many => many.SelectMany(All),
        _ => [],
    };
}
