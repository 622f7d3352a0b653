using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>Something that stands in a card's body. What is null is left out, and the host's default holds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
public abstract record CardElement
{
    /// <summary>Names the element for <see cref="ToggleVisibilityAction"/>; for an input, the name of its answer.</summary>
    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    /// <summary>The room above.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>True draws a line above.</summary>
    public bool? Separator { get; init; }

    /// <summary>False hides the element until an action shows it.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>How the element takes height.</summary>
    public BlockHeight? Height { get; init; }

    /// <summary>Where the element stands across.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>Shown instead where the host doesn't know this element.</summary>
    public CardElement? Fallback { get; init; }
}
