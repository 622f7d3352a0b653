using System.Text.Json;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Tests.Kit;

/// <summary>The turn Teams posts when the holder of a <see cref="WideTable"/> seat presses « Pour » or another button.</summary>
public static class VoteTurn
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <param name="id">The activity's, which makes it an act of its own.</param>
    /// <param name="code">How the card says the choice; null: by its name.</param>
    public static Activity Of(string id, int seat, Choice choice, string tenant, string? code = null) => new()
    {
        Type = ActivityTypes.Invoke,
        Id = id,
        Timestamp = DateTimeOffset.UtcNow,
        ServiceUrl = ServiceUrl,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = $"29:membre-{seat}", Name = $"Membre Exemple {seat}", AadObjectId = WideTable.EntraId(seat) },
        Recipient = new ChannelAccount { Id = "28:bot", Name = "Concertation" },
        Conversation = new ConversationAccount { Id = $"a:membre-{seat}", TenantId = tenant, ConversationType = "personal" },
        Name = "adaptiveCard/action",
        Value = JsonElement.Parse($$$"""
            {"action":{"type":"Action.Execute","verb":"{{{VoteVerbs.Cast}}}","data":{"territory":"{{{WideTable.Territory}}}",
            "ballot":"{{{WideTable.Ballot}}}","seat":"{{{WideTable.Seat(seat)}}}","choice":"{{{code ?? choice.ToString()}}}"}},"trigger":"manual"}
            """),
        ChannelData = JsonElement.Parse($$$"""{"tenant":{"id":"{{{tenant}}}"}}"""),
    };

    /// <summary>The activity as it travels.</summary>
    public static byte[] Body(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Wire.Activity);

    /// <summary>The act that the activity is: under this id storage remembers it.</summary>
    public static string OperationOf(Activity activity) => Caller.OperationOf(activity).Value;
}
