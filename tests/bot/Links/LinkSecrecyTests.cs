using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Links;

/// <summary>Whoever has a personal link acts as its person: it is in their mail and nowhere else.</summary>
public sealed class LinkSecrecyTests
{
    [Fact]
    public async Task A_link_that_is_opened_and_answered_leaves_no_trace_of_itself_in_the_log()
    {
        await using var kervelen = await Kervelen.Start();
        var form = (await kervelen.Say(Kervelen.Pilot, "convoque la TCT le 14/12 9h30, 2h")).ShouldHaveSingleItem();
        var look = await kervelen.Press(Kervelen.Pilot, form, "Vérifier");
        await kervelen.Press(Kervelen.Pilot, look, "Envoyer");
        var link = (await kervelen.Receives("maiwenn-le-brouillon", "Convocation")).Link;

        (await kervelen.Bot.Client.GetAsync(link)).EnsureSuccessStatusCode();
        using var answer = new FormUrlEncodedContent([new("reply", "Present")]);
        await kervelen.Bot.Client.PostAsync(link, answer);
        await kervelen.Bot.Client.GetAsync(link + "x");

        kervelen.Bot.Log.Lines.ShouldNotBeEmpty();
        var token = link.Segments[^1][..40];
        kervelen.Bot.Log.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
