using System.Text.Json.Nodes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace ConcertationBot.Tests.Cards;

public sealed class CardTrimTests
{
    private static readonly string LongWords =
        string.Join(' ', Enumerable.Repeat("Les équipes mobiles n’ont plus de créneau le vendredi soir.", 400));

    [Fact]
    public void A_card_that_fits_stays_as_it_is()
    {
        var card = Card("Essai", PeopleText("Bonjour"));

        CardTrim.Fit(card, new OpenUrlAction(new Uri("https://example.org"))).ShouldBeSameAs(card);
    }

    [Fact]
    public void A_card_too_heavy_is_cut_until_it_just_fits_and_offers_the_rest()
    {
        var rest = new CardButton("Lire la suite", "reports.read", new JsonObject { ["report"] = "1" });
        var card = Card("Essai", Heading("TCT", "Remontée"), PeopleText("Court"), PeopleText(LongWords), Buttons(new CardButton("Fermer", "x")));

        var fitted = CardTrim.Fit(card, rest);

        CardSize.Of(fitted).ShouldBeInRange(CardSize.Most - 400, CardSize.Most);
        CardTree.Elements(fitted).OfType<RichTextBlock>().ShouldContain(text => text.Inlines[0].Text == "Court");
        var at = fitted.Body.ToList().FindIndex(element => element is RichTextBlock { Inlines: [{ Text.Length: > 5000 }] });
        fitted.Body[at + 1].ShouldBeOfType<ActionSet>().Actions.ShouldHaveSingleItem().Title.ShouldBe("Lire la suite");
        fitted.Body[at].ShouldBeOfType<RichTextBlock>().Inlines[0].Text.ShouldEndWith("\u00A0…");
    }

    [Fact]
    public void The_longest_texts_are_cut_first_and_alike()
    {
        var card = Card("Essai", PeopleText(LongWords), PeopleText(LongWords[..9000]), PeopleText(LongWords[..1000]));

        var lengths = CardTree.Elements(CardTrim.Fit(card)).SelectMany(CardTree.Runs).Select(run => run.Text.Length).ToArray();

        lengths[0].ShouldBeInRange(lengths[1] - 60, lengths[1] + 60);
        lengths[2].ShouldBe(LongWords[..1000].Trim().Length);
    }

    [Fact]
    public void A_card_with_too_many_things_is_its_builders_fault()
    {
        var card = Card("Essai", Enumerable.Range(0, 500).Select(_ => PeopleText("Une ligne courte mais bien trop souvent répétée.")));

        Should.Throw<InvalidOperationException>(() => CardTrim.Fit(card));
    }

    [Theory]
    [InlineData("un deux trois", 13, "un deux trois")]
    [InlineData("un deux trois", 12, "un deux\u00A0…")]
    [InlineData("un deux, trois", 11, "un deux\u00A0…")]
    [InlineData("aaaaaaaaaaaa", 8, "aaaaaa\u00A0…")]
    [InlineData("aaaaa😀😀😀", 8, "aaaaa\u00A0…")]
    [InlineData("aaaaae\u0301aaaa", 8, "aaaaa\u00A0…")]
    [InlineData("aaa👩‍⚕️aaaaaaa", 8, "aaa\u00A0…")]
    public void Words_are_cut_at_a_words_end_and_never_within_a_sign(string words, int most, string shortened) =>
        CardTrim.Shorten(words, most).ShouldBe(shortened);

    [Theory]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("a😀b", "a😀b")]
    [InlineData("a\r\nb\u2028c", "a\nb\nc")]
    [InlineData("a\n\n\n\n\nb", "a\n\nb")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("  a  ", "a")]
    [InlineData(null, "")]
    public void What_no_one_meant_to_type_is_left_out(string? typed, string kept) =>
        PeoplesWords.Clean(typed).ShouldBe(kept);

    // Attributes are stored as UTF-8, which halves of pairs don't survive.
    [Fact]
    public void Halves_of_surrogate_pairs_are_left_out()
    {
        PeoplesWords.Clean("a\uD83Db").ShouldBe("ab");
        PeoplesWords.Clean("a\uDE00b\uD83D").ShouldBe("ab");
    }
}
