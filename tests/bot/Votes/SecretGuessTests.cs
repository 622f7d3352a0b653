using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Tests.Channel;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Guessing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit.Abstractions;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Tests.Votes;

/// <summary>
/// Rule 6, tried by somebody who has the SQLite file, its log of writes and the bot's log as they were before and after
/// each click, and not the key. Half of the answers they know, and learn from.
/// </summary>
public class SecretGuessTests(ITestOutputHelper output)
{
    [Fact]
    public async Task With_the_whole_storage_and_the_log_but_not_the_key_nobody_guesses_better_than_by_chance()
    {
        var (right, of) = await Guesses(null, seats: 240);

        ((double)right).ShouldBeLessThan(Guesser.MostByChance(of));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_person_finds_the_answers_where_the_pool_is_not_encrypted(bool shuffled)
    {
        var (right, of) = await Guesses(new OpenPools(key: null, shuffled), seats: 100);

        ((double)right).ShouldBeGreaterThan(Guesser.MostByChance(of));
    }

    /// <summary>How many of the answers they don't know, half of all, they guess.</summary>
    private async Task<(int Right, int Of)> Guesses(ISealedAnswers? answers, int seats)
    {
        await using var forge = await TokenForge.Start();
        var settings = ProductionBot.Settings(forge);
        settings["Votes:SecretKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var bot = await BotHost.Start("Production", settings, builder =>
        {
            if (answers is not null)
            {
                builder.Services.Replace(ServiceDescriptor.Singleton(answers));
            }
        });
        await WideTable.Open(bot.Services, seats, ProductionBot.Tenant, new(Secrecy.Secret));

        var traces = new List<Trace>();
        var before = Look(bot);
        for (var seat = 0; seat < seats; seat++)
        {
            var choice = RandomNumberGenerator.GetInt32(2) == 0 ? Choice.For : Choice.Against;
            await Press(bot, forge, seat, choice);
            var after = Look(bot);
            traces.Add(new(
                Sight.Of(before.Rows, after.Rows, before.Files, after.Files, after.Lines.Skip(before.Lines.Count)), choice == Choice.For));
            before = after;
        }

        var (right, of, by) = Guesser.Try(traces);
        output.WriteLine($"{right} of {of} by « {by} », among {traces[0].Seen.Count} things seen of the first answer");
        return (right, of);
    }

    private static async Task Press(BotHost bot, TokenForge forge, int seat, Choice choice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Messages)
        {
            Content = new ByteArrayContent(VoteTurn.Body(VoteTurn.Of(
                $"f:{seat:D4}", seat, choice, ProductionBot.Tenant, SecretAnswers.Code(choice)))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", forge.Sign(TokenForge.Good(ProductionBot.AppId, VoteTurn.ServiceUrl)));
        using var response = await bot.Client.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        answer.RootElement.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
    }

    private static (Dictionary<string, byte[]> Rows, Dictionary<string, ByteCounts> Files, IReadOnlyList<string> Lines) Look(BotHost bot) =>
    (
        Rows(Path.Combine(bot.Folder, "concertation.db")),
        new DirectoryInfo(bot.Folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .ToDictionary(f => f.Name, f => ByteCounts.Of(Shared(f.FullName)), StringComparer.Ordinal),
        bot.Log.Lines);

    /// <summary>Every row of the file, as it lies there.</summary>
    private static Dictionary<string, byte[]> Rows(string path)
    {
        using var link = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        link.Open();
        using var ask = link.CreateCommand();
        ask.CommandText = "SELECT tbl, part, key, version, properties FROM rows";
        using var read = ask.ExecuteReader();
        var rows = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (read.Read())
        {
            var key = Encoding.UTF8.GetString((byte[])read[2]);
            rows[$"{key}|{Convert.ToHexStringLower((byte[])read[0])}|{Convert.ToHexStringLower((byte[])read[1])}"] =
                [.. BitConverter.GetBytes(read.GetInt64(3)), .. (byte[])read[4]];
        }

        return rows;
    }

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
