using System.Net.Http.Json;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

/// <summary>What the bot shows one person is not for the others of a group chat or a channel (rule 2).</summary>
public sealed class PersonalOnlyTests
{
    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task In_a_group_the_bot_shows_nothing_and_leads_to_the_personal_chat(string type)
    {
        await using var place = await Kervelen.Start();
        await place.Say("yann-kerimagin", "aide");
        var before = place.FromBot("yann-kerimagin").Count;

        foreach (var text in new[] { "séances", "votes", "mes remontées", "décisions" })
        {
            var activity = place.Teams.Message(place.Person("yann-kerimagin"), text);
            var inGroup = activity with { Conversation = activity.Conversation! with { ConversationType = type, IsGroup = true } };
            (await place.Bot.Client.PostAsJsonAsync("api/messages", inGroup, ConnectorJson.Default.Activity)).EnsureSuccessStatusCode();
        }

        var said = place.FromBot("yann-kerimagin").Skip(before).ToList();
        said.Count.ShouldBe(4);
        said.ShouldAllBe(m => m.Card == null && m.Says("conversation personnelle"));
    }
}
