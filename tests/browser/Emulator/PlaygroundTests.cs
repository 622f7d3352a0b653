using System.Text.RegularExpressions;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Emulator;

/// <summary>The bot in a Teams client that isn't ours.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class PlaygroundTests(Chromium chromium)
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Fact]
    public async Task A_ballot_opened_and_a_vote_cast_in_microsofts_emulator_are_shown_there_and_counted()
    {
        if (chromium.Browser is not { } browser)
        {
            return;
        }

        await using var bot = await BotHost.Start("Development");
        await using var pilot = await Playground.Start(browser, bot, "Nolwenn Exemple");
        await using var member = await Playground.Start(browser, bot, "Yann Kerimagin");
        await member.Card("Vous siégez à une table");

        await pilot.Say("proposer de réserver une place d’urgence");
        var form = await pilot.Card("Mettre une proposition au vote");
        await Choose(form, "Table ou point de l’ordre du jour", "TCT");
        await Press(form, "Mettre au vote");
        await Says(await pilot.Card("Le vote est ouvert"), "0 réponse sur 14 sièges");

        await Press(await member.Card("0 réponse sur 14 sièges"), "Pour");
        await Says(await member.Card("Réponse du siège : Pour"), "1 réponse sur 14 sièges");
        await member.Picture("vote");
        await VoteIs(bot, Choice.For, null);

        await member.Say("votes");
        var again = await member.Card("Réponse du siège : Pour", nth: 2);
        await again.GetByLabel("Motif (facultatif)").FillAsync("Une seule ne suffit pas.");
        await Press(again, "Contre");
        await Says(await member.Card("Réponse du siège : Contre"), "« Une seule ne suffit pas. »");
        await VoteIs(bot, Choice.Against, "Une seule ne suffit pas.");
        await pilot.Picture("suivi");
        bot.Log.Lines.Where(line => line.StartsWith("Warning Concertation", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Rozenn Pennlivre", "Vous siégez à une table")]
    [InlineData("Ewen Partenaire", "Signalez ici ce qui bloque dans un parcours")]
    public async Task Whoever_the_file_gives_no_account_for_is_known_by_mail_and_else_a_partner(string person, string greeting)
    {
        if (chromium.Browser is not { } browser)
        {
            return;
        }

        await using var bot = await BotHost.Start("Development");
        await using var page = await Playground.Start(browser, bot, person);

        await page.Card(greeting);
    }

    [Fact]
    public void Everyone_in_the_emulator_stands_in_the_sample_territory_with_the_same_account_and_mail()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, ".m365agentsplayground.yml")).ReplaceLineEndings("\n");
        var sample = SampleTerritory.Kervelen;

        file.ShouldContain($"tenantId: {sample.Territory.Tenant}\n");
        var people = Person().Matches(file).Select(p => (
            Name: p.Groups["name"].Value, EntraId: p.Groups["account"].Value, Mail: p.Groups["mail"].Value)).ToList();
        people.Count.ShouldBe(6);
        foreach (var person in people.SkipLast(1))
        {
            var known = sample.People.Single(p => p.Name == person.Name);
            person.Mail.ShouldBe(known.Mail);
            person.EntraId.ShouldBe(known.EntraId ?? person.EntraId);
        }

        var partner = people[^1];
        sample.People.ShouldNotContain(p => p.Name == partner.Name || p.Mail == partner.Mail || p.EntraId == partner.EntraId);
    }

    private static async Task VoteIs(BotHost bot, Choice choice, string? reason)
    {
        var ballots = bot.Services.GetRequiredService<IBallots>();
        var ballot = (await ballots.Recent(Territory, default)).ShouldHaveSingleItem();
        var vote = (await ballots.Votes(Territory, ballot.Id, default)).ShouldHaveSingleItem();
        (vote.Seat.Value, vote.Choice, vote.Reason, vote.By.Value, vote.Way)
            .ShouldBe(("tct-ch", choice, reason, "yann-kerimagin", Way.Chat));
    }

    private static async Task Choose(ILocator card, string label, string part)
    {
        await card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await card.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = part }).First.ClickAsync();
    }

    [GeneratedRegex(
        @"name: (?<name>.+)\n +userPrincipleName: .+\n +aadObjectId: (?<account>\S+)\n +givenName: .+\n +surname: .+\n +email: (?<mail>\S+)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();

    private static Task Press(ILocator card, string title) =>
        card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    private static Task Says(ILocator card, string part) => card.GetByText(part).First.WaitForAsync();
}
