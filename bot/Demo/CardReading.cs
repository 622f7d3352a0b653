using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConcertationBot.Demo;

/// <summary>One choice of a field.</summary>
internal sealed record CardChoice(string Title, string Value);

/// <summary>A field of a card. Value: what it holds at first, "" for nothing.</summary>
internal sealed record CardField(string Id, string Label, string Value, IReadOnlyList<CardChoice> Choices);

/// <summary>A button that talks to the bot.</summary>
internal sealed record CardAct(string Title, string Verb, JsonObject Data, bool WithInputs);

/// <summary>Reads a card's JSON the way a client does: what it says, asks, and lets one press.</summary>
internal sealed class CardReading
{
    private static readonly string[] Lists = ["body", "items", "columns", "rows", "cells", "actions"];
    private static readonly string[] Singles = ["selectAction", "card"];

    private readonly List<string> _words = [];
    private readonly List<CardField> _fields = [];
    private readonly List<CardAct> _acts = [];
    private readonly Dictionary<string, Uri> _links = new(StringComparer.Ordinal);

    private CardReading(JsonElement card)
    {
        Element(card);
        Words = Plain.Of(string.Join('\n', _words));
    }

    public string Words { get; }

    public IReadOnlyList<CardField> Fields => _fields;

    public IReadOnlyList<CardAct> Acts => _acts;

    /// <summary>Where its buttons lead that open an address, by their titles.</summary>
    public IReadOnlyDictionary<string, Uri> Links => _links;

    public static CardReading Of(JsonElement card) => new(card);

    private void Element(JsonElement element)
    {
        switch (Text(element, "type"))
        {
            case "RichTextBlock":
                _words.Add(string.Concat(Items(element, "inlines").Select(run => Text(run, "text"))));
                return;
            case "TextBlock":
                _words.Add(Text(element, "text") ?? "");
                return;
            case { } type when type.StartsWith("Input.", StringComparison.Ordinal):
                Field(element);
                return;
            case "Action.OpenUrl":
                _links[Text(element, "title") ?? ""] = new Uri(Text(element, "url")!);
                return;
            case "Action.Execute":
                Act(element);
                return;
        }

        foreach (var fact in Items(element, "facts"))
        {
            _words.Add($"{Text(fact, "title")} {Text(fact, "value")}");
        }

        foreach (var inside in Lists.SelectMany(n => Items(element, n)))
        {
            Element(inside);
        }

        foreach (var one in Singles)
        {
            if (element.TryGetProperty(one, out var inside) && inside.ValueKind == JsonValueKind.Object)
            {
                Element(inside);
            }
        }
    }

    private void Field(JsonElement input)
    {
        var label = Text(input, "label") ?? Text(input, "title") ?? "";
        _words.Add(label);
        _fields.Add(new CardField(
            Text(input, "id")!, label, Text(input, "value") ?? "",
            [.. Items(input, "choices").Select(c => new CardChoice(Text(c, "title")!, Text(c, "value")!))]));
    }

    private void Act(JsonElement action) => _acts.Add(new CardAct(
        (Text(action, "title") ?? "").TrimStart('✓', ' '), Text(action, "verb")!,
        action.TryGetProperty("data", out var data) && JsonNode.Parse(data.GetRawText()) is JsonObject held ? held : [],
        Text(action, "associatedInputs")?.Equals("none", StringComparison.OrdinalIgnoreCase) != true));

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;
}
