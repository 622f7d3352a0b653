using System.Globalization;
using Concertation.Domain;

namespace Concertation.Documents.Territories;

/// <summary>Ids that may be referred to, and how their kind is called: "le collège", "collèges connus".</summary>
internal sealed record KnownIds(string Thing, string Plural, IReadOnlyCollection<string> Ids);

/// <summary>
/// Reads one object of the file, property by property. What is wrong is noted and reading goes on with a harmless
/// value, so that one pass finds every error; nothing read is used when there is any.
/// </summary>
internal sealed class ObjectReading
{
    private readonly FileErrors _errors;
    private readonly List<string> _known = [];

    private ObjectReading(JsonPlace place, FileErrors errors)
    {
        Place = place;
        _errors = errors;
    }

    public JsonPlace Place { get; }

    /// <summary>Null, with an error noted, when the value isn't an object.</summary>
    public static ObjectReading? Of(JsonPlace place, FileErrors errors)
    {
        if (place.Kind == JsonPlaceKind.Object)
        {
            return new ObjectReading(place, errors);
        }

        errors.Add(place, TerritoryFileTexts.WrongType(NameOf(JsonPlaceKind.Object), NameOf(place.Kind)));
        return null;
    }

    /// <summary>Notes an error at one of this object's properties.</summary>
    public void Wrong(string name, string message)
    {
        var at = Place.Properties.FirstOrDefault(p => p.Name == name).Value ?? Place;
        _errors.Add(at, Place.PathOf(name), message);
    }

    /// <summary>The property's value, or null when it isn't there.</summary>
    public JsonPlace? Find(string name)
    {
        _known.Add(name);
        return Place.Properties.FirstOrDefault(p => p.Name == name).Value;
    }

    public string Text(string name, int max) => Checked(name, Required(name, JsonPlaceKind.Text), max) ?? "";

    /// <summary>Null when absent or null.</summary>
    public string? OptionalText(string name, int max) =>
        Find(name) is { Kind: not JsonPlaceKind.Nothing } place && Is(place, JsonPlaceKind.Text) ? Checked(name, place, max) : null;

    public int Whole(string name, int min, int max, int? otherwise = null)
    {
        var place = otherwise is null ? Required(name, JsonPlaceKind.Number) : Optional(name, JsonPlaceKind.Number);
        if (place is null)
        {
            return otherwise ?? min;
        }

        if (decimal.TryParse(place.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number >= min && number <= max)
        {
            return (int)number;
        }

        Wrong(name, TerritoryFileTexts.OutOfRange(min, max));
        return min;
    }

    public bool Flag(string name, bool otherwise) => Optional(name, JsonPlaceKind.Flag)?.IsTrue ?? otherwise;

    /// <summary>An hour and minutes, « 08:30 ».</summary>
    public TimeOnly Time(string name, TimeOnly otherwise)
    {
        if (Optional(name, JsonPlaceKind.Text) is not { } place)
        {
            return otherwise;
        }

        if (TimeOnly.TryParseExact(place.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Wrong(name, $"{TerritoryFileTexts.Quote(place.Text)} {TerritoryFileTexts.NotTime}");
        return otherwise;
    }

    /// <summary>One of a closed list of words; required when there is no <paramref name="otherwise"/>.</summary>
    public T Choice<T>(string name, IReadOnlyDictionary<string, T> words, T? otherwise = null) where T : struct, Enum
    {
        var place = otherwise is null ? Required(name, JsonPlaceKind.Text) : Optional(name, JsonPlaceKind.Text);
        if (place is null)
        {
            return otherwise ?? default;
        }

        if (words.TryGetValue(place.Text, out var value))
        {
            return value;
        }

        Wrong(name, TerritoryFileTexts.NotOneOf(place.Text, Nearest.To(place.Text, words.Keys), words.Keys));
        return default;
    }

    public T Id<T>(string name) where T : struct, IId<T>
    {
        var place = Required(name, JsonPlaceKind.Text);
        if (place is not null && !IdRules.IsWellFormed(place.Text))
        {
            Wrong(name, $"{TerritoryFileTexts.Quote(place.Text)} {TerritoryFileTexts.NotId}");
        }

        return T.From(place?.Text ?? "");
    }

    /// <summary>The id of something said elsewhere in the file.</summary>
    public T Reference<T>(string name, KnownIds known) where T : struct, IId<T> =>
        Referred<T>(Required(name, JsonPlaceKind.Text), known);

    public T? OptionalReference<T>(string name, KnownIds known) where T : struct, IId<T> =>
        Find(name) is { Kind: not JsonPlaceKind.Nothing } place && Is(place, JsonPlaceKind.Text)
            ? Referred<T>(place, known) : null;

    /// <summary>A list of ids, each once.</summary>
    public IReadOnlyList<T> References<T>(string name, KnownIds known, bool required = false) where T : struct, IId<T>
    {
        var places = List(name, 1_000, required).Where(p => Is(p, JsonPlaceKind.Text)).ToList();
        foreach (var again in places.GroupBy(p => p.Text, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            var first = places.First(p => p.Text == again.Text);
            _errors.Add(again, TerritoryFileTexts.IdTaken(again.Text, first.Line));
        }

        return [.. places.Select(p => Referred<T>(p, known))];
    }

    public IReadOnlyList<JsonPlace> List(string name, int max, bool required = false)
    {
        var place = required ? Required(name, JsonPlaceKind.List) : Optional(name, JsonPlaceKind.List);
        if (place?.Items.Count > max)
        {
            Wrong(name, TerritoryFileTexts.TooMany(place.Items.Count, max));
        }

        return place?.Items ?? [];
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name, int maxItems, int max) =>
        [.. List(name, maxItems).Where(p => Is(p, JsonPlaceKind.Text)).Select(p => Checked(p, p.Path, max) ?? "")];

    /// <summary>An object inside this one; null when it may be absent and is, or when it is wrong.</summary>
    public ObjectReading? Inner(string name, bool required = false, bool nullable = false)
    {
        var place = Find(name);
        if (place is null || (nullable && place.Kind == JsonPlaceKind.Nothing))
        {
            if (required)
            {
                Wrong(name, TerritoryFileTexts.Missing(name));
            }

            return null;
        }

        return Of(place, _errors);
    }

    /// <summary>Notes what this object has that nobody asked for.</summary>
    public void Close()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in Place.Properties)
        {
            if (!_known.Contains(name, StringComparer.Ordinal))
            {
                var near = Nearest.To(name, _known);
                _errors.Add(value, Place.PathOf(name), TerritoryFileTexts.Unknown(name, near, _known));
            }
            else if (!seen.TryAdd(name, value.Line))
            {
                _errors.Add(value, Place.PathOf(name), TerritoryFileTexts.Twice(name, seen[name]));
            }
        }
    }

    private T Referred<T>(JsonPlace? place, KnownIds known) where T : struct, IId<T>
    {
        if (place is not null && !known.Ids.Contains(place.Text))
        {
            _errors.Add(place, TerritoryFileTexts.NoSuch(
                known.Thing, known.Plural, place.Text, Nearest.To(place.Text, known.Ids), known.Ids));
        }

        return T.From(place?.Text ?? "");
    }

    private JsonPlace? Required(string name, JsonPlaceKind kind)
    {
        if (Find(name) is not { } place)
        {
            Wrong(name, TerritoryFileTexts.Missing(name));
            return null;
        }

        return Is(place, kind) ? place : null;
    }

    private JsonPlace? Optional(string name, JsonPlaceKind kind) =>
        Find(name) is { } place && Is(place, kind) ? place : null;

    private bool Is(JsonPlace place, JsonPlaceKind kind)
    {
        if (place.Kind != kind)
        {
            _errors.Add(place, TerritoryFileTexts.WrongType(NameOf(kind), NameOf(place.Kind)));
        }

        return place.Kind == kind;
    }

    private string? Checked(string name, JsonPlace? place, int max) =>
        place is null ? null : Checked(place, Place.PathOf(name), max);

    /// <summary>The text without spaces around it; null, with an error noted, when it isn't one line of text.</summary>
    private string? Checked(JsonPlace place, string path, int max)
    {
        var wrong = place.Text switch
        {
            var text when string.IsNullOrWhiteSpace(text) => TerritoryFileTexts.Blank,
            var text when text.Any(char.IsControl) => TerritoryFileTexts.ControlCharacter,
            var text when text.Length > max => TerritoryFileTexts.TooLong(text.Length, max),
            _ => null,
        };
        if (wrong is null)
        {
            return place.Text.Trim();
        }

        _errors.Add(place, path, wrong);
        return null;
    }

    private static string NameOf(JsonPlaceKind kind) => kind switch
    {
        JsonPlaceKind.Object => "un objet { … }",
        JsonPlaceKind.List => "une liste [ … ]",
        JsonPlaceKind.Text => "un texte entre guillemets",
        JsonPlaceKind.Number => "un nombre",
        JsonPlaceKind.Flag => "true ou false",
        _ => "null",
    };
}
