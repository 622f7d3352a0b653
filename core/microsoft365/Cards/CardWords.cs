using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>
/// One of the words Adaptive Cards knows for something, as it spells it. Classes, not enums: for each enum the serialiser
/// has code of its own compiled when the first card is written; classes share theirs.
/// </summary>
public abstract record CardWord(string Word);

/// <summary>A word made from its spelling.</summary>
public interface ISpelled<T> where T : ISpelled<T>
{
    static abstract T From(string word);
}

/// <summary>Writes and reads a word as it is spelled.</summary>
public sealed class AsSpelled<T> : JsonConverter<T> where T : CardWord, ISpelled<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException("A word is a text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Word);
}

/// <summary>The room above an element.</summary>
[JsonConverter(typeof(AsSpelled<Spacing>))]
public sealed record Spacing : CardWord, ISpelled<Spacing>
{
    private Spacing(string word) : base(word) { }

    public static Spacing Default { get; } = new("default");
    public static Spacing None { get; } = new("none");
    public static Spacing Small { get; } = new("small");
    public static Spacing Medium { get; } = new("medium");
    public static Spacing Large { get; } = new("large");
    public static Spacing ExtraLarge { get; } = new("extraLarge");
    public static Spacing Padding { get; } = new("padding");
    public static Spacing From(string word) => new(word);
}

/// <summary>Where an element stands across.</summary>
[JsonConverter(typeof(AsSpelled<HorizontalAlignment>))]
public sealed record HorizontalAlignment : CardWord, ISpelled<HorizontalAlignment>
{
    private HorizontalAlignment(string word) : base(word) { }

    public static HorizontalAlignment Left { get; } = new("left");
    public static HorizontalAlignment Center { get; } = new("center");
    public static HorizontalAlignment Right { get; } = new("right");
    public static HorizontalAlignment From(string word) => new(word);
}

/// <summary>Where a container's content stands.</summary>
[JsonConverter(typeof(AsSpelled<VerticalAlignment>))]
public sealed record VerticalAlignment : CardWord, ISpelled<VerticalAlignment>
{
    private VerticalAlignment(string word) : base(word) { }

    public static VerticalAlignment Top { get; } = new("top");
    public static VerticalAlignment Center { get; } = new("center");
    public static VerticalAlignment Bottom { get; } = new("bottom");
    public static VerticalAlignment From(string word) => new(word);
}

/// <summary>How an element takes height.</summary>
[JsonConverter(typeof(AsSpelled<BlockHeight>))]
public sealed record BlockHeight : CardWord, ISpelled<BlockHeight>
{
    private BlockHeight(string word) : base(word) { }

    public static BlockHeight Auto { get; } = new("auto");
    public static BlockHeight Stretch { get; } = new("stretch");
    public static BlockHeight From(string word) => new(word);
}

/// <summary>Text sizes.</summary>
[JsonConverter(typeof(AsSpelled<TextSize>))]
public sealed record TextSize : CardWord, ISpelled<TextSize>
{
    private TextSize(string word) : base(word) { }

    public static TextSize Default { get; } = new("default");
    public static TextSize Small { get; } = new("small");
    public static TextSize Medium { get; } = new("medium");
    public static TextSize Large { get; } = new("large");
    public static TextSize ExtraLarge { get; } = new("extraLarge");
    public static TextSize From(string word) => new(word);
}

/// <summary>Text weights.</summary>
[JsonConverter(typeof(AsSpelled<TextWeight>))]
public sealed record TextWeight : CardWord, ISpelled<TextWeight>
{
    private TextWeight(string word) : base(word) { }

    public static TextWeight Default { get; } = new("default");
    public static TextWeight Lighter { get; } = new("lighter");
    public static TextWeight Bolder { get; } = new("bolder");
    public static TextWeight From(string word) => new(word);
}

/// <summary>Text colours; the host's theme decides the shade.</summary>
[JsonConverter(typeof(AsSpelled<TextColor>))]
public sealed record TextColor : CardWord, ISpelled<TextColor>
{
    private TextColor(string word) : base(word) { }

    public static TextColor Default { get; } = new("default");
    public static TextColor Dark { get; } = new("dark");
    public static TextColor Light { get; } = new("light");
    public static TextColor Accent { get; } = new("accent");
    public static TextColor Good { get; } = new("good");
    public static TextColor Warning { get; } = new("warning");
    public static TextColor Attention { get; } = new("attention");
    public static TextColor From(string word) => new(word);
}

/// <summary>Text fonts.</summary>
[JsonConverter(typeof(AsSpelled<FontType>))]
public sealed record FontType : CardWord, ISpelled<FontType>
{
    private FontType(string word) : base(word) { }

    public static FontType Default { get; } = new("default");
    public static FontType Monospace { get; } = new("monospace");
    public static FontType From(string word) => new(word);
}

/// <summary>What a text is to a screen reader.</summary>
[JsonConverter(typeof(AsSpelled<TextRole>))]
public sealed record TextRole : CardWord, ISpelled<TextRole>
{
    private TextRole(string word) : base(word) { }

    public static TextRole Default { get; } = new("default");
    public static TextRole Heading { get; } = new("heading");
    public static TextRole From(string word) => new(word);
}

/// <summary>A container's background.</summary>
[JsonConverter(typeof(AsSpelled<ContainerStyle>))]
public sealed record ContainerStyle : CardWord, ISpelled<ContainerStyle>
{
    private ContainerStyle(string word) : base(word) { }

    public static ContainerStyle Default { get; } = new("default");
    public static ContainerStyle Emphasis { get; } = new("emphasis");
    public static ContainerStyle Good { get; } = new("good");
    public static ContainerStyle Attention { get; } = new("attention");
    public static ContainerStyle Warning { get; } = new("warning");
    public static ContainerStyle Accent { get; } = new("accent");
    public static ContainerStyle From(string word) => new(word);
}

/// <summary>Image sizes.</summary>
[JsonConverter(typeof(AsSpelled<ImageSize>))]
public sealed record ImageSize : CardWord, ISpelled<ImageSize>
{
    private ImageSize(string word) : base(word) { }

    public static ImageSize Auto { get; } = new("auto");
    public static ImageSize Stretch { get; } = new("stretch");
    public static ImageSize Small { get; } = new("small");
    public static ImageSize Medium { get; } = new("medium");
    public static ImageSize Large { get; } = new("large");
    public static ImageSize From(string word) => new(word);
}

/// <summary>Image crops.</summary>
[JsonConverter(typeof(AsSpelled<ImageStyle>))]
public sealed record ImageStyle : CardWord, ISpelled<ImageStyle>
{
    private ImageStyle(string word) : base(word) { }

    public static ImageStyle Default { get; } = new("default");
    public static ImageStyle Person { get; } = new("person");
    public static ImageStyle From(string word) => new(word);
}

/// <summary>A button's meaning.</summary>
[JsonConverter(typeof(AsSpelled<ActionStyle>))]
public sealed record ActionStyle : CardWord, ISpelled<ActionStyle>
{
    private ActionStyle(string word) : base(word) { }

    public static ActionStyle Default { get; } = new("default");
    public static ActionStyle Positive { get; } = new("positive");
    public static ActionStyle Destructive { get; } = new("destructive");
    public static ActionStyle From(string word) => new(word);
}

/// <summary>Whether a button is in the row or behind « … ».</summary>
[JsonConverter(typeof(AsSpelled<ActionMode>))]
public sealed record ActionMode : CardWord, ISpelled<ActionMode>
{
    private ActionMode(string word) : base(word) { }

    public static ActionMode Primary { get; } = new("primary");
    public static ActionMode Secondary { get; } = new("secondary");
    public static ActionMode From(string word) => new(word);
}

/// <summary>Whether the inputs go with the click.</summary>
[JsonConverter(typeof(AsSpelled<AssociatedInputs>))]
public sealed record AssociatedInputs : CardWord, ISpelled<AssociatedInputs>
{
    private AssociatedInputs(string word) : base(word) { }

    public static AssociatedInputs Auto { get; } = new("auto");
    public static AssociatedInputs None { get; } = new("none");
    public static AssociatedInputs From(string word) => new(word);
}

/// <summary>How choices are shown.</summary>
[JsonConverter(typeof(AsSpelled<ChoiceStyle>))]
public sealed record ChoiceStyle : CardWord, ISpelled<ChoiceStyle>
{
    private ChoiceStyle(string word) : base(word) { }

    public static ChoiceStyle Compact { get; } = new("compact");
    public static ChoiceStyle Expanded { get; } = new("expanded");
    public static ChoiceStyle Filtered { get; } = new("filtered");
    public static ChoiceStyle From(string word) => new(word);
}

/// <summary>Which keyboard a text field asks for.</summary>
[JsonConverter(typeof(AsSpelled<TextFieldStyle>))]
public sealed record TextFieldStyle : CardWord, ISpelled<TextFieldStyle>
{
    private TextFieldStyle(string word) : base(word) { }

    public static TextFieldStyle Text { get; } = new("text");
    public static TextFieldStyle Tel { get; } = new("tel");
    public static TextFieldStyle Url { get; } = new("url");
    public static TextFieldStyle Email { get; } = new("email");
    public static TextFieldStyle Password { get; } = new("password");
    public static TextFieldStyle From(string word) => new(word);
}
