using System.Text.Json;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>What people, pasted text and broken clients send instead of a report: always an answer, nothing lost, nothing kept that shouldn't be.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("x")]
    [InlineData("😡😡😡")]
    [InlineData("\u200b\u200b")]
    [InlineData("the discharge letter was missing again on Friday evening")]
    [InlineData("**signaler** : _le lit_ était fermé `depuis` [lundi](https://exemple.example)")]
    [InlineData("<script>alert('x')</script> signaler <b>lit fermé</b>")]
    public async Task Every_message_gets_one_answer_that_leads_on(string text)
    {
        var said = (await _place.Say(Nurse, text)).ShouldHaveSingleItem();
        said.Card.ShouldNotBeNull();
        said.Buttons.ShouldNotBeEmpty();
        (await _place.All()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Markup_is_kept_as_it_was_typed_and_shown_as_text()
    {
        await _place.Report(Nurse, "signaler : <b>lit fermé</b> & <img src=x onerror=alert(1)> *depuis* lundi");
        (await _place.All()).ShouldHaveSingleItem().Happened.ShouldBe("<b>lit fermé</b> & <img src=x onerror=alert(1)> *depuis* lundi");
        var sent = await (await AnonymousPage.Open(_place)).Send(("happened", "<script>alert(1)</script> lit fermé"));
        var followed = await sent.Follow();
        followed.Html.ShouldContain("&lt;script&gt;");
        followed.Html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Twenty_thousand_characters_open_the_form_with_their_beginning_and_can_be_sent()
    {
        var text = "signaler : " + string.Concat(Enumerable.Repeat("sortie sans ordonnance le vendredi soir, encore une fois. ", 350));
        text.Length.ShouldBeGreaterThan(20_000);
        (await _place.Press(Nurse, (await _place.Say(Nurse, text)).ShouldHaveSingleItem(), "Envoyer")).Says("Merci").ShouldBeTrue();

        var refused = await (await AnonymousPage.Open(_place)).Send(("happened", text));
        refused.Says("est un peu long").ShouldBeTrue();
        refused.Field("happened")!.Length.ShouldBeGreaterThan(19_000);
    }

    [Theory]
    [InlineData("signaler : voir Mme K\u200berf\u200bantome, sortie sans aide")]
    [InlineData("signaler : \u202eappeler le 06 39 98 12 34\u202c demain")]
    [InlineData("signaler : appeler le ０６ ３９ ９８ １２ ３４ demain")]
    [InlineData("signaler : rappeler le 0\u200b6\u00a039\u202f98 12-34")]
    [InlineData("please call Mrs Kerfantome at +33 6 39 98 12 34 about the discharge")]
    [InlineData("signaler : lit fermé\n\n-----Message d’origine-----\nDe : Jeanne Kerfantome <jeanne.kerfantome@courriel.example>\nObjet : sortie\n\nBonjour, le lit est fermé.\nCordialement,\nJeanne Kerfantome\nTél. 06 39 98 12 34")]
    public async Task Tricks_and_pasted_threads_hide_no_identifier(string text)
    {
        var said = (await _place.Say(Nurse, text)).ShouldHaveSingleItem();
        said.Words.ShouldNotContain("Kerfantome");
        said.Inputs().ShouldAllBe(i => !i.Value!.Contains("12 34") && !i.Value.Contains("12-34") && !i.Value.Contains("１２"));
        var refused = await (await AnonymousPage.Open(_place)).Send(("happened", text));
        refused.Says("Rien n’a été gardé").ShouldBeTrue(refused.Words);
        (await _place.All()).ShouldBeEmpty();
        foreach (var secret in new[] { "Kerfantome", "06 39 98 12 34", "jeanne.kerfantome" })
        {
            _place.FilesWith(secret).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_image_without_text_is_answered_in_words()
    {
        var activity = _place.Teams.Message(_place.Person(Nurse), "") with
        {
            Attachments = [new Concertation.Microsoft365.Connector.Attachment { ContentType = "image/png", ContentUrl = "https://smba.example/image" }],
        };
        (await _place.Post(activity)).Status.ShouldBe(200);
        _place.FromBot(Nurse).ShouldHaveSingleItem().Words.ShouldNotBeEmpty();
        (await _place.All()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_activity_delivered_three_times_gives_one_answer_and_one_report()
    {
        var message = _place.Teams.Message(_place.Person(Nurse), "signaler : lit fermé sans prévenir");
        await Thrice(message);
        var form = _place.FromBot(Nurse).ShouldHaveSingleItem();
        var button = form.Button("Envoyer");
        var data = (System.Text.Json.Nodes.JsonObject)button["data"]!.DeepClone();
        data["happened"] = "lit fermé sans prévenir";
        await Thrice(_place.Teams.Execute(_place.Person(Nurse), form.Id, button["verb"]!.GetValue<string>(), data));
        (await _place.All()).Count.ShouldBe(1);

        async Task Thrice(Concertation.Microsoft365.Connector.Activity activity)
        {
            foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _place.Post(activity))))
            {
                answer.Status.ShouldBe(200);
            }
        }
    }

    [Fact]
    public async Task More_than_thirty_messages_a_minute_are_asked_to_wait_once()
    {
        for (var n = 0; n < 30; n++)
        {
            (await _place.Say(Nurse, "aide")).Count.ShouldBe(1);
        }

        (await _place.Say(Nurse, "aide")).ShouldHaveSingleItem().Says("Attendez une minute").ShouldBeTrue();
        (await _place.Say(Nurse, "aide")).ShouldBeEmpty();
        (await _place.Say("yann-kerimagin", "aide")).Count.ShouldBe(1);
        _place.Clock.Advance(TimeSpan.FromSeconds(61));
        (await _place.Say(Nurse, "aide")).ShouldHaveSingleItem().Card.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_report_corrected_while_it_is_qualified_is_one_or_the_other_and_never_half()
    {
        var sent = await _place.Report(Nurse, "signaler : lit fermé sans prévenir");
        var own = await _place.Press(Nurse, sent, "Où en est-elle");
        var correcting = _place.Press(Nurse, own, "Enregistrer la correction", ("happened", "lit fermé le samedi"));
        var qualifying = _place.Qualify("REM-2026-0001");
        await Task.WhenAll(correcting, qualifying);

        var report = (await _place.All()).ShouldHaveSingleItem();
        report.Status.ShouldBe(Concertation.Domain.Dysfunctions.DysfunctionStatus.Qualified);
        report.Happened.ShouldBe((await correcting).Says("C’est corrigé") ? "lit fermé le samedi" : "lit fermé sans prévenir");
    }
}
