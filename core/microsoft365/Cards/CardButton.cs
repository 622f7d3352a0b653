using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Concertation.Microsoft365.Cards;

/// <summary>A button that runs a verb of the bot.</summary>
/// <param name="Title">What it says, in our words: a verb and little else.</param>
/// <param name="Verb">A row of the bot's table of verbs.</param>
/// <param name="Data">What goes with the click: ids, never anything to be trusted. May not hold <c>verb</c>.</param>
/// <param name="Style">One positive button a card at most: the likeliest.</param>
public sealed record CardButton(
    string Title, string Verb, JsonObject? Data = null, ActionStyle? Style = null)
{
    /// <summary>Shown when the pointer rests on the button.</summary>
    public string? Tooltip { get; init; }

    /// <summary>False sends the click without looking at the inputs: for « Annuler » and the like.</summary>
    public bool WithInputs { get; init; } = true;

    /// <summary>True puts the button behind « … ».</summary>
    public bool Aside { get; init; }

    /// <summary>A button that carries a record of the caller's generated context.</summary>
    public static CardButton Of<T>(
        string title, string verb, T data, JsonTypeInfo<T> shape, ActionStyle? style = null) =>
        new(title, verb, CardJson.Data(data, shape), style);

    /// <summary>The action, with a fallback that carries the same data and the verb for hosts that only know Submit.</summary>
    public CardAction ToCardAction()
    {
        var data = Data ?? [];
        if (data.ContainsKey(VerbKey))
        {
            throw new InvalidOperationException($"The data of {Verb} may not hold « {VerbKey} ».");
        }

        var said = (JsonObject)data.DeepClone();
        said[VerbKey] = Verb;
        return new ExecuteAction(Verb)
        {
            Title = Title,
            Style = Style,
            Mode = Aside ? ActionMode.Secondary : null,
            Tooltip = Tooltip,
            AssociatedInputs = WithInputs ? null : AssociatedInputs.None,
            Data = CardJson.Frozen(data),
            Fallback = new SubmitAction
            {
                Title = Title,
                Style = Style,
                Tooltip = Tooltip,
                AssociatedInputs = WithInputs ? null : AssociatedInputs.None,
                Data = CardJson.Frozen(said),
            },
        };
    }

    /// <summary>The key under which a Submit carries its verb.</summary>
    public const string VerbKey = "verb";

    /// <summary>A button is an action.</summary>
    public static implicit operator CardAction?(CardButton? button) => button?.ToCardAction();
}
