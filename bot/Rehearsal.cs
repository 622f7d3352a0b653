using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Votes;
using Concertation.Storage;
using ConcertationBot.Channel;
using ConcertationBot.Turns;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace ConcertationBot;

/// <summary>
/// Goes through the motions of a vote that nobody casts, while the host starts on another processor: most of what a first
/// turn would wait for is the compiler and the channel's keys.
/// </summary>
internal sealed partial class Rehearsal(TurnAuthentication authentication, ITurns turns, ILogger<Rehearsal> log) : BackgroundService
{
    // Of a territory there isn’t: read, refused, and nothing written.
    private const string Click = $$$"""
        {"type":"invoke","name":"adaptiveCard/action","id":"-","serviceUrl":"https://localhost","channelId":"-",
        "from":{"id":"-","aadObjectId":"-"},"recipient":{"id":"-"},"conversation":{"id":"-"},
        "value":{"action":{"verb":"{{{VoteVerbs.Cast}}}","data":{"territory":"-","ballot":"-","seat":"-","choice":"For"} } }
        }
        """;

    private static readonly AdaptiveCard Drawn = Card(
        "",
        Heading("", "", new CardStatus("", TextColor.Accent)),
        Lead(""),
        Facts(("", "")),
        Notice(NoticeKind.Good, "", ""),
        new TextInput("reason") { IsMultiline = true, MaxLength = 1 },
        Buttons(new CardButton("", "", new JsonObject { ["ballot"] = "" }, ActionStyle.Positive) { Aside = true }));

    /// <summary>Begins with what needs no host; nobody waits for it. With one processor it would be in the way.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
        {
            _ = Task.Run(async () =>
            {
                StorageRehearsal.Run();
                InvokeAnswer.Card(CardJson.Utf8(CardTrim.Fit(Drawn)));
                await TurnAuthentication.Rehearse();
            });
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var keys = authentication.FetchKeys(stoppingToken);
            await turns.Invoke(JsonSerializer.Deserialize(Click, ConnectorJson.Default.Activity)!, stoppingToken);
            await keys;
        }
        // The edge of what nobody asked for: whatever is wrong, the first turn meets it too, and answers for it.
        catch (Exception e)
        {
            NotRehearsed(log, e.GetType().FullName!);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The first turn isn't rehearsed: {Kind}")]
    private static partial void NotRehearsed(ILogger log, string kind);
}
