using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>Writes an enum as Adaptive Cards spells its values (<c>extraLarge</c>).</summary>
public sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The room above an element.</summary>
[JsonConverter(typeof(CamelCase<Spacing>))]
public enum Spacing { Default, None, Small, Medium, Large, ExtraLarge, Padding }

/// <summary>Where an element stands across.</summary>
[JsonConverter(typeof(CamelCase<HorizontalAlignment>))]
public enum HorizontalAlignment { Left, Center, Right }

/// <summary>Where a container's content stands.</summary>
[JsonConverter(typeof(CamelCase<VerticalAlignment>))]
public enum VerticalAlignment { Top, Center, Bottom }

/// <summary>How an element takes height.</summary>
[JsonConverter(typeof(CamelCase<BlockHeight>))]
public enum BlockHeight { Auto, Stretch }

/// <summary>Text sizes.</summary>
[JsonConverter(typeof(CamelCase<TextSize>))]
public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

/// <summary>Text weights.</summary>
[JsonConverter(typeof(CamelCase<TextWeight>))]
public enum TextWeight { Default, Lighter, Bolder }

/// <summary>Text colours; the host's theme decides the shade.</summary>
[JsonConverter(typeof(CamelCase<TextColor>))]
public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

/// <summary>Text fonts.</summary>
[JsonConverter(typeof(CamelCase<FontType>))]
public enum FontType { Default, Monospace }

/// <summary>What a text is to a screen reader.</summary>
[JsonConverter(typeof(CamelCase<TextRole>))]
public enum TextRole { Default, Heading }

/// <summary>A container's background.</summary>
[JsonConverter(typeof(CamelCase<ContainerStyle>))]
public enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

/// <summary>Image sizes.</summary>
[JsonConverter(typeof(CamelCase<ImageSize>))]
public enum ImageSize { Auto, Stretch, Small, Medium, Large }

/// <summary>Image crops.</summary>
[JsonConverter(typeof(CamelCase<ImageStyle>))]
public enum ImageStyle { Default, Person }

/// <summary>A button's meaning.</summary>
[JsonConverter(typeof(CamelCase<ActionStyle>))]
public enum ActionStyle { Default, Positive, Destructive }

/// <summary>Whether a button is in the row or behind « … ».</summary>
[JsonConverter(typeof(CamelCase<ActionMode>))]
public enum ActionMode { Primary, Secondary }

/// <summary>Whether the inputs go with the click.</summary>
[JsonConverter(typeof(CamelCase<AssociatedInputs>))]
public enum AssociatedInputs { Auto, None }

/// <summary>How choices are shown.</summary>
[JsonConverter(typeof(CamelCase<ChoiceStyle>))]
public enum ChoiceStyle { Compact, Expanded, Filtered }

/// <summary>Which keyboard a text field asks for.</summary>
[JsonConverter(typeof(CamelCase<TextFieldStyle>))]
public enum TextFieldStyle { Text, Tel, Url, Email, Password }
