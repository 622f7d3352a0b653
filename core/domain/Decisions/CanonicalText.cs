using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concertation.Domain.Decisions;

/// <summary>A field of a canonical text; its value is null where the record has none.</summary>
public readonly record struct TextLine(string Name, string? Value);

/// <summary>
/// A text to be hashed: a heading, then one field a line, "name length value", the length in UTF-16 code units and "-" where
/// there is no value, so that no two records share a text. docs/register.md tells outsiders how to write it.
/// </summary>
public sealed class CanonicalText(string heading)
{
    private readonly List<TextLine> _lines = [];

    /// <summary>What is written down and in which form: for ever, since old hashes must be found again.</summary>
    public string Heading => heading;

    public IReadOnlyList<TextLine> Lines => _lines;

    public void Line(string name, object? value) => _lines.Add(new(name, value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));

    /// <summary>A line only where there is a value: a text without it stays what it was before the field was thought of.</summary>
    public void Some(string name, object? value)
    {
        if (value is not null)
        {
            Line(name, value);
        }
    }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hex.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes()));

    /// <summary>The text in UTF-8.</summary>
    public byte[] Bytes()
    {
        var text = new StringBuilder(heading).Append('\n');
        foreach (var (name, value) in _lines)
        {
            text.Append(name).Append(' ')
                .Append(value is null ? "-" : value.Length.ToString(CultureInfo.InvariantCulture)).Append(' ')
                .Append(value).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
