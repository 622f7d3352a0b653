using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConcertationBot.Tests.Kit;

/// <summary>What the bot said: a text, or a card that is read as its reader sees it.</summary>
public sealed record Heard(string Id, string? Text, JsonElement? Card)
{
    /// <summary>The text and all texts of the card, hidden ones too, one a line.</summary>
    public string Words => string.Join(
        '\n', (Card is { } card ? Texts(JsonNode.Parse(card.GetRawText())) : []).Prepend(Text).OfType<string>());

    /// <summary>Spaces that don't break read as spaces.</summary>
    public bool Says(string part) => Plain(Words).Contains(Plain(part), StringComparison.Ordinal);

    /// <summary>The card as it is sent, with plain spaces: labels of inputs too, which <see cref="Words"/> leaves out.</summary>
    public string Raw => System.Text.RegularExpressions.Regex.Unescape(Card!.Value.GetRawText()).Replace('\u00a0', ' ');

    public IReadOnlyList<string> Buttons => [.. All().Where(n => Type(n).StartsWith("Action.", StringComparison.Ordinal)).Select(n => n["title"]?.GetValue<string>()).OfType<string>()];

    public JsonObject Button(string title) =>
        All().FirstOrDefault(n => Type(n) == "Action.Execute" && Plain(n["title"]?.GetValue<string>() ?? "").Contains(Plain(title), StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"no button « {title} » among {string.Join(", ", Buttons)}; the card says: {Words}");

    /// <summary>Where the button of that title leads.</summary>
    public Uri Url(string title) => new(All().First(n =>
        Type(n) == "Action.OpenUrl" && Plain(n["title"]?.GetValue<string>() ?? "").Contains(Plain(title), StringComparison.Ordinal))["url"]!.GetValue<string>());

    /// <summary>Names and values of the inputs; an input left empty has none.</summary>
    public IEnumerable<(string Input, string? Value)> Inputs() =>
        All().Where(n => Type(n).StartsWith("Input.", StringComparison.Ordinal))
            .Select(n => (n["id"]!.GetValue<string>(), (string?)(n["value"]?.ToString() ?? "")));

    public string? Input(string id) => Inputs().First(i => i.Input == id).Value;

    /// <summary>Names of the inputs that are seen without unfolding anything.</summary>
    public IReadOnlyList<string> ShownInputs() => [.. Shown(JsonNode.Parse(Card!.Value.GetRawText())).Where(n => Type(n).StartsWith("Input.", StringComparison.Ordinal)).Select(n => n["id"]!.GetValue<string>())];

    private static IEnumerable<JsonObject> Shown(JsonNode? node) => node switch
    {
        JsonObject one => one["isVisible"]?.GetValue<bool>() == false ? [] : one.SelectMany(p => Shown(p.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Shown),
        _ => [],
    };

    private IEnumerable<JsonObject> All() => Card is { } card ? Objects(JsonNode.Parse(card.GetRawText())) : [];

    private static string Type(JsonObject node) => node["type"]?.GetValue<string>() ?? "";

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    // A fallback is for hosts that know no better: its texts and buttons aren't shown.
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.Where(p => p.Key is not ("fallback" or "data")).SelectMany(p => Objects(p.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => Objects(node)
        .Where(n => Type(n) != "RichTextBlock")
        .SelectMany(n => new[] { Type(n) == "TextRun" ? null : n["text"] })
        .OfType<JsonNode>().Select(t => t.GetValue<string>())
        .Concat(Objects(node).Where(n => Type(n) == "RichTextBlock").Select(n => string.Concat(
            n["inlines"]!.AsArray().Select(r => r!["text"]!.GetValue<string>()))));
}
