using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>A button, or what a click does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
public abstract record CardAction
{
    /// <summary>Names the action.</summary>
    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    /// <summary>What the button says; plain text in every host.</summary>
    public string? Title { get; init; }

    /// <summary>The button's meaning.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary>Whether the button is in the row or behind « … ».</summary>
    public ActionMode? Mode { get; init; }

    /// <summary>Shown when the pointer rests on the button.</summary>
    public string? Tooltip { get; init; }

    /// <summary>False greys the button.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Used instead where the host doesn't know this action.</summary>
    public CardAction? Fallback { get; init; }
}

/// <summary>Sends an <c>adaptiveCard/action</c> invoke, whose answer replaces the card.</summary>
/// <param name="Verb">A row of the bot's table of verbs.</param>
public sealed record ExecuteAction(string Verb) : CardAction
{
    /// <summary>What goes with the click; the inputs are merged into it. The client can change it.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Whether the inputs go with the click.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>Sends a message whose <c>value</c> is the data and the inputs: what older hosts know.</summary>
public sealed record SubmitAction : CardAction
{
    /// <summary>What goes with the click.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Whether the inputs go with the click.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>Opens a page.</summary>
/// <param name="Url">Where.</param>
public sealed record OpenUrlAction(Uri Url) : CardAction;

/// <summary>Shows what is hidden and hides what is shown.</summary>
/// <param name="TargetElements">The elements' ids.</param>
public sealed record ToggleVisibilityAction(IReadOnlyList<string> TargetElements) : CardAction;

/// <summary>Unfolds a card under the buttons.</summary>
/// <param name="Card">What unfolds.</param>
public sealed record ShowCardAction(AdaptiveCard Card) : CardAction;
