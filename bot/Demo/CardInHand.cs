using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConcertationBot.Demo;

/// <summary>
/// A card someone really received: they read it, fill its fields by their labels and press its buttons by their
/// titles. What a button carries is sent back as it came.
/// </summary>
internal sealed class CardInHand
{
    private readonly Player _holder;
    private readonly CardReading _card;
    private readonly IReadOnlyDictionary<string, string> _filled;

    public CardInHand(Player holder, string message, JsonElement card)
        : this(holder, message, CardReading.Of(card), new Dictionary<string, string>(StringComparer.Ordinal))
    {
    }

    private CardInHand(Player holder, string message, CardReading card, IReadOnlyDictionary<string, string> filled) =>
        (_holder, Message, _card, _filled) = (holder, message, card, filled);

    /// <summary>The message that shows it.</summary>
    public string Message { get; }

    public string Words => _card.Words;

    /// <summary>The buttons that talk to the bot, by their titles.</summary>
    public IReadOnlyList<string> Buttons => [.. _card.Acts.Select(a => a.Title)];

    public bool Offers(string button) => _card.Acts.Any(a => Plain.Same(a.Title, button));

    /// <summary>Opens what a button leads to: a file, behind a personal link.</summary>
    public Task<byte[]> Open(string button) => _card.Links.FirstOrDefault(l => Plain.Same(l.Key, button)).Value is { } address
        ? _holder.Download(address)
        : throw new StepFailedException($"la carte de {_holder.Name} n’ouvre pas « {button} » mais {string.Join(" / ", _card.Links.Keys)} ; elle dit « {Plain.Short(Words)} »");

    /// <summary>The whole label of the field that begins with these words.</summary>
    public string Labelled(string words) => _card.Fields.FirstOrDefault(f => Plain.Of(f.Label).StartsWith(Plain.Of(words), StringComparison.OrdinalIgnoreCase))?.Label
        ?? throw new StepFailedException($"aucun champ ne commence par « {words} », mais {string.Join(" / ", _card.Fields.Select(f => f.Label))}");

    /// <summary>What a field holds now.</summary>
    public string Field(string label, int nth = 0) =>
        FieldOf(label, nth) is var field && _filled.TryGetValue(field.Id, out var typed) ? typed : field.Value;

    public IReadOnlyList<CardChoice> Choices(string label, int nth = 0) => FieldOf(label, nth).Choices;

    /// <summary>The same with a field filled; of choices, the one whose title holds the words.</summary>
    /// <param name="nth">Which of the fields of that label, from 0.</param>
    public CardInHand With(string label, string words, int nth = 0)
    {
        var field = FieldOf(label, nth);
        var value = field.Choices.Count == 0
            ? words
            : field.Choices.FirstOrDefault(c => Plain.Has(c.Title, words))?.Value
                ?? throw new StepFailedException($"« {label} » n’offre pas « {words} » mais {string.Join(" / ", field.Choices.Select(c => c.Title))}");
        return new(_holder, Message, _card, new Dictionary<string, string>(_filled, StringComparer.Ordinal) { [field.Id] = value });
    }

    public Task<Heard> Press(string button) => _holder.Press(this, ActOf(button).Verb, DataOf(ActOf(button)));

    /// <summary>As a cheat would: the button's data changed before it is sent.</summary>
    public Task<Heard> Forge(string button, string name, string? value)
    {
        var data = DataOf(ActOf(button));
        data[name] = value;
        return _holder.Press(this, ActOf(button).Verb, data);
    }

    /// <summary>The same card shown to someone it wasn't meant for.</summary>
    public CardInHand SeenBy(Player other) => new(other, Message, _card, _filled);

    /// <summary>What the button carries under that name.</summary>
    public string Carried(string button, string name) =>
        ActOf(button).Data[name]?.GetValue<string>() ?? throw new StepFailedException($"le bouton « {button} » ne porte pas « {name} »");

    /// <summary>A double click, and a network that delivers each click twice.</summary>
    public Task<IReadOnlyList<Heard>> PressTwice(string button) => _holder.PressTwice(this, ActOf(button).Verb, DataOf(ActOf(button)));

    private CardAct ActOf(string button) =>
        _card.Acts.FirstOrDefault(a => Plain.Same(a.Title, button))
        ?? throw new StepFailedException($"pas de bouton « {button} » sur la carte de {_holder.Name}, mais {string.Join(" / ", _card.Acts.Select(a => a.Title))} ; elle dit « {Plain.Short(Words)} »");

    private CardField FieldOf(string label, int nth) =>
        _card.Fields.Where(f => Plain.Same(f.Label, label)).ElementAtOrDefault(nth)
        ?? throw new StepFailedException($"pas de champ « {label} » sur la carte, mais {string.Join(" / ", _card.Fields.Select(f => f.Label))}");

    /// <summary>As Teams sends it: the button's data and every field, hidden ones included.</summary>
    private JsonObject DataOf(CardAct act)
    {
        var data = (JsonObject)act.Data.DeepClone();
        foreach (var field in act.WithInputs ? _card.Fields : [])
        {
            data[field.Id] = _filled.TryGetValue(field.Id, out var typed) ? typed : field.Value;
        }

        return data;
    }
}
