using System.Text;
using System.Xml;

namespace Concertation.Documents.Word;

/// <summary>The custom properties of a file: its marks, if it is ours.</summary>
internal static class WordMarks
{
    /// <summary>Property by name; empty when the file has none.</summary>
    public static IReadOnlyDictionary<string, string> Read(WordArchive archive)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = archive.Properties();
        string? name = null;
        var value = new StringBuilder();
        while (reader is not null && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "property":
                    name = reader.GetAttribute("name");
                    value.Clear();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when name is not null:
                    value.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "property" && name is not null:
                    marks.TryAdd(name, value.ToString());
                    name = null;
                    break;
                default:
                    break;
            }
        }

        return marks;
    }
}
