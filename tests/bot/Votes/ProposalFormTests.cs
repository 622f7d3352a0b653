using Concertation.Domain;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>What can't be taken in a proposal's form is said in the form, and nothing typed is lost.</summary>
public class ProposalFormTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Theory]
    [InlineData("", "17:00", "Donnez le jour de la clôture")]
    [InlineData("demain", "17:00", "Donnez le jour de la clôture")]
    [InlineData("2026-13-40", "", "Donnez le jour de la clôture")]
    [InlineData("2099-12-31", "25:99", "Donnez le jour de la clôture")]
    public async Task A_closing_that_cannot_be_read_is_asked_for_again(string day, string time, string says)
    {
        await using var place = await Kervelen.Start();
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        (string, string)[] closing =
            [.. new[] { ("day", day), ("time", time) }.Where(typed => typed.Item2.Length > 0)];

        var again = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote",
            [("subject", "tct~~"), ("title", "Réserver une place"), ("text", "Une place est réservée."), .. closing]);

        again.Says(says).ShouldBeTrue(again.Words);
        again.Card.ShouldNotBeNull().GetRawText().ShouldContain("Réserver une place");
        (await place.Service<IBallots>().Recent(Territory, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_far_too_long_is_told_and_the_form_comes_back()
    {
        await using var place = await Kervelen.Start();
        var form = (await place.Say(Kervelen.Pilot, "proposer " + string.Concat(Enumerable.Repeat("ouvrir une place ", 1000)))).ShouldHaveSingleItem();
        form.Buttons.ShouldContain("Mettre au vote");

        foreach (var field in new[] { "title", "text", "options", "basis", "changes" })
        {
            var again = await place.Press(
                Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("title", "Réserver une place"), ("text", "Une place est réservée."),
                (field, new string('x', 8000)));
            again.Says("La proposition n’est pas encore partie").ShouldBeTrue(again.Words);
        }

        (await place.Service<IBallots>().Recent(Territory, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_axis_that_cannot_be_one_is_refused_and_not_left_out()
    {
        await using var place = await Kervelen.Start();
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();

        var again = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote",
            ("subject", "tct~~"), ("title", "Réserver une place"), ("text", "Une place est réservée."), ("axis", "../autre|axe"));

        again.Says("Cet axe n’est pas").ShouldBeTrue(again.Words);
        (await place.Service<IBallots>().Recent(Territory, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_title_is_one_line_that_reads_from_left_to_right()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place, title: "Réserver une place");
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();

        await place.Press(
            Kervelen.Pilot, form, "Mettre au vote",
            ("subject", "tct~~"), ("title", "Fermer\r\n\r\nDécision : \u202Eadopté\u2028déjà"), ("text", "Le guichet ferme à 17 h."));

        (await place.Service<IBallots>().Recent(Territory, default)).ShouldContain(b => b.Title == "Fermer Décision : adopté déjà");
    }

    [Fact]
    public async Task Half_a_character_in_a_reason_counts_as_no_reason()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var voter = place.Person("yann-kerimagin");
        using var click = new StringContent(
            $$$"""
            {"type":"invoke","name":"adaptiveCard/action","id":"a1","channelId":"msteams","serviceUrl":"{{{place.Teams.ServiceUrl}}}",
            "from":{"id":"29:yann","aadObjectId":"{{{voter.EntraId}}}"},"recipient":{"id":"28:bot"},
            "conversation":{"id":"a:yann","conversationType":"personal","tenantId":"{{{voter.TenantId}}}"},
            "value":{"action":{"type":"Action.Execute","verb":"votes.cast","data":{"territory":"pays-de-kervelen",
            "ballot":"{{{ballot.Value}}}","seat":"tct-ch","choice":"Against","reason":"\ud83d"} } } }
            """,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        using var answer = await place.Bot.Client.PostAsync(place.Bot.Messages, click);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var vote = (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem();
        (vote.Choice, vote.Reason).ShouldBe((Choice.Against, null));
    }
}
