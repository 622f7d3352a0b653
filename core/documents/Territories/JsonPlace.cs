using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Concertation.Documents.Territories;

internal enum JsonPlaceKind { Object, List, Text, Number, Flag, Nothing }

/// <summary>
/// A value of a JSON file and where it stands: lines and columns from 1, columns in characters; the path as people
/// write it, "tables[0].seats[3].college". Text holds a text's content or a number's digits.
/// </summary>
internal sealed record JsonPlace(JsonPlaceKind Kind, string Path, int Line, int Column, string Text)
{
    /// <summary>Properties of an object in file order, repeats included; the name's own line is what errors give.</summary>
    public List<(string Name, JsonPlace Value)> Properties { get; } = [];

    public List<JsonPlace> Items { get; } = [];

    public bool IsTrue => Kind == JsonPlaceKind.Flag && Text == "true";

    public string PathOf(string property) => Path.Length == 0 ? property : $"{Path}.{property}";
}

/// <summary>Reads a whole file into <see cref="JsonPlace"/>s; throws <see cref="JsonException"/> where it isn't JSON.</summary>
internal ref struct PlacedJson
{
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _lineStart;
    private int _seen;

    private PlacedJson(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json);
    }

    public static JsonPlace Parse(ReadOnlySpan<byte> utf8)
    {
        var placed = new PlacedJson(utf8);
        placed._reader.Read();
        var root = placed.Value("");
        placed._reader.Read();
        return root;
    }

    private JsonPlace Value(string path)
    {
        var (line, column) = Here();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(new JsonPlace(JsonPlaceKind.Object, path, line, column, ""));
            case JsonTokenType.StartArray:
                return List(new JsonPlace(JsonPlaceKind.List, path, line, column, ""));
            case JsonTokenType.String:
                return new(JsonPlaceKind.Text, path, line, column, ReadText());
            case JsonTokenType.Number:
                return new(JsonPlaceKind.Number, path, line, column, Encoding.ASCII.GetString(_reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return new(
                    JsonPlaceKind.Flag, path, line, column, _reader.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return new(JsonPlaceKind.Nothing, path, line, column, "");
        }
    }

    private JsonPlace Object(JsonPlace place)
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var (line, column) = Here();
            var name = ReadText();
            _reader.Read();
            var value = Value(place.PathOf(name));
            // An error is shown where the property's name is, even when its value begins further down.
            place.Properties.Add((name, value with { Line = line, Column = column }));
        }

        return place;
    }

    private JsonPlace List(JsonPlace place)
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            place.Items.Add(Value(string.Create(CultureInfo.InvariantCulture, $"{place.Path}[{place.Items.Count}]")));
        }

        return place;
    }

    /// <summary>A lone surrogate written as an escape is JSON but no text.</summary>
    private readonly string ReadText()
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException notText)
        {
            throw new JsonException(
                "not a text", path: null, _line - 1, _reader.TokenStartIndex - _lineStart, notText);
        }
    }

    private (int Line, int Column) Here()
    {
        var at = (int)_reader.TokenStartIndex;
        for (; _seen < at; _seen++)
        {
            if (_json[_seen] == (byte)'\n')
            {
                _line++;
                _lineStart = _seen + 1;
            }
        }

        return (_line, Encoding.UTF8.GetCharCount(_json[_lineStart..at]) + 1);
    }
}
