using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>
/// « Faire remonter une difficulté » on any Teams message: the same form, in a dialog, filled with what the message says
/// once the guard has read it. Whose message it is isn't taken.
/// </summary>
public sealed class MessageAction(Territories territories, Actors actors, IRosters rosters, ReportForm forms)
{
    public const string Fetch = "composeExtension/fetchTask";
    public const string Submit = "composeExtension/submitAction";

    /// <summary>The command's id in the app's manifest.</summary>
    public const string Command = "dysfunctions.report";

    /// <summary>The verbs that the dialog's buttons may ask for.</summary>
    public static readonly IReadOnlySet<string> Verbs = new HashSet<string>(StringComparer.Ordinal) { "dysfunctions.send", "dysfunctions.cancel" };

    /// <summary>The dialog that opens.</summary>
    public async Task<InvokeAnswer> Open(Caller caller, Activity activity, CancellationToken cancel)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || Text(value, "commandId") != Command)
        {
            return InvokeAnswer.NotImplemented;
        }

        switch (await territories.Of(caller, cancel))
        {
            case []:
                return Message(HelpTexts.NoTerritory);
            case [var only]:
                var roster = await rosters.Get(only.Id, cancel) ?? throw new InvalidOperationException("a territory without roster");
                var actor = await actors.Of(caller, roster, cancel);
                return Dialog(await forms.From(Written(value), actor, roster, Caller.OperationOf(activity), cancel));
            default:
                return Message(ReportPageTexts.ChooseTerritoryFirst);
        }
    }

    /// <summary>What a button of the dialog leads to.</summary>
    public static InvokeAnswer Answer(CardAnswer answer) => answer switch
    {
        CardAnswer.Card it => Dialog(it.Shown),
        CardAnswer.Message it => Message(it.Text),
        CardAnswer.Refused it => Message(it.Text),
        _ => throw new InvalidOperationException("no such answer"),
    };

    private static string Written(JsonElement value) =>
        value.TryGetProperty("messagePayload", out var message) && message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object && Text(body, "content") is { } content
            ? Text(body, "contentType") == "text" ? content : MessageText.Of(content)
            : "";

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.TextOrNull() : null;

    private static InvokeAnswer Dialog(AdaptiveCard card) => Task(new JsonObject
    {
        ["type"] = "continue",
        ["value"] = new JsonObject
        {
            ["title"] = ReportPageTexts.MessageAction,
            ["height"] = "large",
            ["width"] = "medium",
            ["card"] = new JsonObject
            {
                ["contentType"] = Attachment.AdaptiveCard,
                ["content"] = WithSubmits(JsonNode.Parse(CardJson.Element(card).GetRawText())),
            },
        },
    });

    private static InvokeAnswer Message(string text) => Task(new JsonObject { ["type"] = "message", ["value"] = text });

    private static InvokeAnswer Task(JsonObject task) => new(200, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["task"] = task }, TurnJson.Wire.JsonObject));

    /// <summary>A dialog knows Submit only: each Execute becomes the fallback that stands for it.</summary>
    private static JsonNode? WithSubmits(JsonNode? node) => node switch
    {
        JsonObject one when one["type"]?.GetValue<string>() == "Action.Execute" && one["fallback"] is JsonObject submit => submit.DeepClone(),
        JsonObject one => new JsonObject(one.Select(p => KeyValuePair.Create(p.Key, WithSubmits(p.Value)))),
        JsonArray many => new JsonArray([.. many.Select(WithSubmits)]),
        _ => node?.DeepClone(),
    };
}
