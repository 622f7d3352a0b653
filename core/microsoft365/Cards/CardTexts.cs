using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>
/// A text of our own, which the host reads as markdown. What people wrote never goes here: it goes into a
/// <see cref="TextRun"/>.
/// </summary>
/// <param name="Text">Our own words.</param>
public sealed record TextBlock(string Text) : CardElement
{
    /// <summary>Text size.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Text weight.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Text colour.</summary>
    public TextColor? Color { get; init; }

    /// <summary>True fades the colour.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>True, as here, wraps; false cuts at the line's end.</summary>
    public bool? Wrap { get; init; } = true;

    /// <summary>Cuts after so many lines.</summary>
    public int? MaxLines { get; init; }

    /// <summary>Text font.</summary>
    public FontType? FontType { get; init; }

    /// <summary>Whether screen readers announce a heading.</summary>
    public TextRole? Style { get; init; }
}

/// <summary>A paragraph of runs, none read as markdown.</summary>
/// <param name="Inlines">The runs, in order.</param>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement;

/// <summary>A piece of text shown as it is. A line feed starts a new line.</summary>
/// <param name="Text">The characters; what people wrote goes through <see cref="PeoplesWords.Clean"/> first.</param>
public sealed record TextRun(string Text)
{
    /// <summary>The discriminator.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    /// <summary>Text size.</summary>
    public TextSize? Size { get; init; }

    /// <summary>Text weight.</summary>
    public TextWeight? Weight { get; init; }

    /// <summary>Text colour.</summary>
    public TextColor? Color { get; init; }

    /// <summary>True fades the colour.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>True slants the text.</summary>
    public bool? Italic { get; init; }

    /// <summary>True strikes the text through.</summary>
    public bool? Strikethrough { get; init; }

    /// <summary>True underlines the text.</summary>
    public bool? Underline { get; init; }

    /// <summary>True marks the text.</summary>
    public bool? Highlight { get; init; }

    /// <summary>Text font.</summary>
    public FontType? FontType { get; init; }

    /// <summary>What a click on the text does.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>
/// Pairs of label and value, both read as markdown: for our own words, numbers and dates only.
/// <see cref="CardPieces.Facts"/> shows people's words.
/// </summary>
/// <param name="Facts">The pairs.</param>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>One pair of a <see cref="FactSet"/>.</summary>
public sealed record Fact(string Title, string Value);
