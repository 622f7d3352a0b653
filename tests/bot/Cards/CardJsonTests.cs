using System.Text.Json.Nodes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace ConcertationBot.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void A_card_says_its_type_version_language_and_width()
    {
        var written = Written(Card("Essai", Title("Bonjour")));

        written["type"]!.ToString().ShouldBe("AdaptiveCard");
        written["version"]!.ToString().ShouldBe("1.5");
        written["lang"]!.ToString().ShouldBe("fr");
        written["msteams"]!["width"]!.ToString().ShouldBe("Full");
        written["body"]![0]!["type"]!.ToString().ShouldBe("TextBlock");
        written["body"]![0]!["style"]!.ToString().ShouldBe("heading");
        CardJson.Text(Card("é", PeopleText("« é »"))).ShouldContain("« é »");
    }

    [Fact]
    public void What_is_not_said_is_not_written()
    {
        CardJson.Text(Card("x", PeopleText("a"))).ShouldBe(
            """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a"}]}],"fallbackText":"x","lang":"fr","msteams":{"width":"Full"}}""");
    }

    [Fact]
    public void A_button_executes_its_verb_and_falls_back_to_a_submit_with_the_same_data()
    {
        var button = new CardButton("Pour", "votes.cast", new JsonObject { ["ballot"] = "b1" }, ActionStyle.Positive);

        var action = Written(Card("x", Buttons(button)))["body"]![0]!["actions"]![0]!;

        action["type"]!.ToString().ShouldBe("Action.Execute");
        action["verb"]!.ToString().ShouldBe("votes.cast");
        action["style"]!.ToString().ShouldBe("positive");
        action["data"]!.ToJsonString().ShouldBe("""{"ballot":"b1"}""");
        action["fallback"]!["type"]!.ToString().ShouldBe("Action.Submit");
        action["fallback"]!["data"]!.ToJsonString().ShouldBe("""{"ballot":"b1","verb":"votes.cast"}""");
    }

    [Fact]
    public void Data_that_says_a_verb_of_its_own_is_refused() =>
        Should.Throw<InvalidOperationException>(
            () => Buttons(new CardButton("Pour", "votes.cast", new JsonObject { ["verb"] = "votes.close" })));

    [Fact]
    public void Dates_and_times_are_written_as_the_format_wants()
    {
        var written = Written(Card(
            "x",
            new DateInput("day") { Value = new DateOnly(2027, 1, 31) },
            new TimeInput("start") { Value = new TimeOnly(9, 30) },
            new NumberInput("minutes") { Value = 90 }));

        written["body"]![0]!["value"]!.ToString().ShouldBe("2027-01-31");
        written["body"]![1]!["value"]!.ToString().ShouldBe("09:30");
        written["body"]![2]!["value"]!.ToString().ShouldBe("90");
        written["body"]![2]!["id"]!.ToString().ShouldBe("minutes");
    }

    [Fact]
    public void A_card_refreshes_for_sixty_people_at_most_and_not_at_all_for_none()
    {
        var card = Card("x", Title("Vote"));
        string[] people = [.. Enumerable.Range(0, 61).Select(n => $"29:{n}")];

        Should.Throw<ArgumentException>(() => card.WithRefresh("votes.show", null, people));
        Written(card.WithRefresh("votes.show", null, people[..60]))["refresh"]!["userIds"]!.AsArray().Count.ShouldBe(60);
        Written(card.WithRefresh("votes.show", null, []))["refresh"].ShouldBeNull();
    }

    [Fact]
    public void A_card_read_back_is_the_card_written()
    {
        var card = Card("x", Heading("TCT", "Vote", new CardStatus("Ouvert", TextColor.Good)), Facts(("Axe", "M1")), Buttons(new CardButton("Pour", "votes.cast")));

        CardJson.Text(System.Text.Json.JsonSerializer.Deserialize(CardJson.Text(card), CardJson.Default.AdaptiveCard)!)
            .ShouldBe(CardJson.Text(card));
    }

    private static JsonNode Written(AdaptiveCard card) => JsonNode.Parse(CardJson.Text(card))!;
}
