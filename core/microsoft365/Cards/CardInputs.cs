using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>Something to fill in. Its answer travels under its id.</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id) => Id = id;

    /// <summary>What is asked, above the field.</summary>
    public string? Label { get; init; }

    /// <summary>True has the host refuse an empty answer; the server checks again.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>Shown when the host refuses the answer. Needed wherever something can be refused.</summary>
    public string? ErrorMessage { get; init; }
}

/// <summary>A text field.</summary>
public sealed record TextInput : CardInput
{
    /// <summary>A text field whose answer travels under <paramref name="id"/>.</summary>
    public TextInput(string id) : base(id) { }

    /// <summary>What it holds at first, shown as it is, up to <see cref="MaxLength"/>: a field can't hold more than it takes.</summary>
    public string? Value
    {
        get => MaxLength is { } most && field is { } held && held.Length > most
            ? held[..(char.IsHighSurrogate(held[most - 1]) ? most - 1 : most)]
            : field;
        init;
    }

    /// <summary>Shown while it is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>True gives several lines.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>At most so many UTF-16 units.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the answer must match, as an ECMAScript expression.</summary>
    public string? Regex { get; init; }

    /// <summary>Which keyboard it asks for.</summary>
    public TextFieldStyle? Style { get; init; }

    /// <summary>A button inside the field.</summary>
    public CardAction? InlineAction { get; init; }
}

/// <summary>A day.</summary>
public sealed record DateInput : CardInput
{
    /// <summary>A day field whose answer (<c>2027-01-31</c>) travels under <paramref name="id"/>.</summary>
    public DateInput(string id) : base(id) { }

    /// <summary>What it holds at first.</summary>
    public DateOnly? Value { get; init; }

    /// <summary>The first day accepted.</summary>
    public DateOnly? Min { get; init; }

    /// <summary>The last day accepted.</summary>
    public DateOnly? Max { get; init; }
}

/// <summary>A time of day.</summary>
public sealed record TimeInput : CardInput
{
    /// <summary>A time field whose answer (<c>09:30</c>) travels under <paramref name="id"/>.</summary>
    public TimeInput(string id) : base(id) { }

    /// <summary>What it holds at first.</summary>
    [JsonConverter(typeof(HourMinute))]
    public TimeOnly? Value { get; init; }

    /// <summary>The first time accepted.</summary>
    [JsonConverter(typeof(HourMinute))]
    public TimeOnly? Min { get; init; }

    /// <summary>The last time accepted.</summary>
    [JsonConverter(typeof(HourMinute))]
    public TimeOnly? Max { get; init; }
}

/// <summary>A number.</summary>
public sealed record NumberInput : CardInput
{
    /// <summary>A number field whose answer travels under <paramref name="id"/>, as text.</summary>
    public NumberInput(string id) : base(id) { }

    /// <summary>What it holds at first.</summary>
    public double? Value { get; init; }

    /// <summary>Shown while it is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The least accepted.</summary>
    public double? Min { get; init; }

    /// <summary>The most accepted.</summary>
    public double? Max { get; init; }
}

/// <summary>A choice among several. Expanded choices are read as markdown: see <see cref="PeoplesWords.AsLabel"/>.</summary>
/// <param name="Choices">In order.</param>
public sealed record ChoiceSetInput : CardInput
{
    /// <summary>A choice whose answer, the values joined by commas, travels under <paramref name="id"/>.</summary>
    public ChoiceSetInput(string id, IReadOnlyList<Choice> choices) : base(id) => Choices = choices;

    /// <summary>In order.</summary>
    public IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>What is chosen at first: a value, or several joined by commas.</summary>
    public string? Value { get; init; }

    /// <summary>How the choices are shown.</summary>
    public ChoiceStyle? Style { get; init; }

    /// <summary>True lets several be chosen.</summary>
    public bool? IsMultiSelect { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>True wraps long choices.</summary>
    public bool? Wrap { get; init; }

    /// <summary>Where Teams asks for more choices as one types; other hosts show those that are there.</summary>
    [JsonPropertyName("choices.data")]
    public ChoicesQuery? ChoicesData { get; init; }
}

/// <summary>Choices found as one types, by an <c>application/search</c> invoke.</summary>
/// <param name="Dataset">Travels with it.</param>
public sealed record ChoicesQuery(string Dataset)
{
    /// <summary>The discriminator.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Data.Query";
}

/// <summary>One choice.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Value">What travels: no comma.</param>
public sealed record Choice(string Title, string Value);

/// <summary>A box to tick.</summary>
public sealed record ToggleInput : CardInput
{
    /// <summary>A box whose answer (<c>true</c> or <c>false</c>) travels under <paramref name="id"/>.</summary>
    public ToggleInput(string id, string title) : base(id) => Title = title;

    /// <summary>What stands beside the box; read as markdown.</summary>
    public string Title { get; init; }

    /// <summary><c>true</c> ticks it at first.</summary>
    public string? Value { get; init; }

    /// <summary>True wraps a long title.</summary>
    public bool? Wrap { get; init; }
}

/// <summary>Writes a time of day as <c>09:30</c>.</summary>
public sealed class HourMinute : JsonConverter<TimeOnly>
{
    /// <inheritdoc/>
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.ParseExact(reader.GetString() ?? "", "HH:mm", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}
