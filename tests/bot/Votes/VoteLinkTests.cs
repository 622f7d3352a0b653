using System.Net;
using System.Text.RegularExpressions;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>The personal link: revocable, and of no use to the machines that read mail before people do.</summary>
public class VoteLinkTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Fact]
    public async Task A_revoked_link_votes_no_more_and_the_one_sent_instead_does()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var old = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        (await VoteJourneyTests.Post(place, old, "For")).ShouldContain("C’est noté");
        place.Clock.Advance(TimeSpan.FromMinutes(5));

        var followed = await place.Press(Kervelen.Pilot, await ManageCard(place), "Liens…");
        followed.Says("cessent de fonctionner").ShouldBeTrue(followed.Words);
        var seat = (await place.Service<IBallots>().Votes(Territory, ballot, default)).Single().Seat;
        var done = await place.Press(Kervelen.Pilot, followed, "Révoquer et renvoyer un lien", ("seat", seat.Value));
        done.Says("Le lien est révoqué").ShouldBeTrue(done.Words);

        var letter = await place.Receives("rozenn-pennlivre", "Votre nouveau lien pour voter");
        using (var refused = await place.Bot.Client.GetAsync(old))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("Ce lien a été remplacé");
        }

        using (var form = new FormUrlEncodedContent([new("choice", "Against"), new("after", "-")]))
        using (var refused = await place.Bot.Client.PostAsync(old, form))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        async Task<Choice> Answer() => (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice;
        (await Answer()).ShouldBe(Choice.For);
        (await VoteJourneyTests.Post(place, letter.Link, "Against")).ShouldContain("C’est noté");
        (await Answer()).ShouldBe(Choice.Against);

        // Whoever isn't its convener revokes nothing; no other seat is a seat.
        (await place.Press("yann-kerimagin", followed, "Révoquer et renvoyer un lien", ("seat", seat.Value))).Says("Seule la personne qui pilote").ShouldBeTrue();
        (await place.Press(Kervelen.Pilot, followed, "Révoquer et renvoyer un lien", ("seat", "nowhere"))).Says("ne prend pas part").ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_scanner_that_follows_links_and_sends_the_forms_it_finds_does_not_vote()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        var page = await place.Bot.Client.GetStringAsync(link);
        using (var head = new HttpRequestMessage(HttpMethod.Head, link))
        {
            (await place.Bot.Client.SendAsync(head)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var fields = Fields(page);
        fields.ShouldContain(f => f.Name == "choice" && f.Value == "For");
        // As it finds it; the first of each choice; every choice there is; every text filled in, with each choice in turn.
        await Send([.. fields.Where(f => f.Type != "radio" || f.Checked)]);
        await Send([.. fields.Where(f => f.Type != "radio").Append(fields.First(f => f.Type == "radio"))]);
        await Send(fields);
        foreach (var choice in fields.Where(f => f.Type == "radio"))
        {
            await Send([.. fields.Where(f => f.Type != "radio").Select(f => f.Type == "text" ? f with { Value = "x" } : f), choice]);
        }

        // A script in a real browser: no press of anybody.
        await Send([new("text", "choice", "For", true), new("hidden", "after", "-", true)], ("Sec-Fetch-Mode", "navigate"));
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldBeEmpty();

        await Send([new("text", "choice", "For", true), new("hidden", "after", "-", true)], ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-User", "?1"));
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice.ShouldBe(Choice.For);
        // What was answered isn't chosen beforehand either.
        Fields(await place.Bot.Client.GetStringAsync(link)).Single(f => f.Type == "radio" && f.Checked).Value.ShouldBe("");

        async Task Send(IReadOnlyList<Field> sent, params (string Name, string Value)[] headers)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, link)
            {
                Content = new FormUrlEncodedContent(sent.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))),
            };
            foreach (var (name, value) in headers)
            {
                message.Headers.Add(name, value);
            }

            using var answer = await place.Bot.Client.SendAsync(message);
            ((int)answer.StatusCode).ShouldBeOneOf(200, 422);
        }
    }

    private sealed record Field(string Type, string Name, string Value, bool Checked);

    private static List<Field> Fields(string page)
    {
        string? Of(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"(?<v>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } m ? m.Groups["v"].Value : null;
        return
        [
            .. Regex.Matches(page, "<(input|textarea)[^>]*>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Value)
                .Select(tag => new Field(
                    Of(tag, "type") ?? "text", Of(tag, "name")!, Of(tag, "value") ?? "",
                    Regex.IsMatch(tag, "\\bchecked\\b", RegexOptions.None, TimeSpan.FromSeconds(1)))),
        ];
    }

    private static async Task<Heard> ManageCard(Kervelen place) =>
        await place.Press(Kervelen.Pilot, (await place.Say(Kervelen.Pilot, "votes")).ShouldHaveSingleItem(), "Suivre, clore, retirer");
}
