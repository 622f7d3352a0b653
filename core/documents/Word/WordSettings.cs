using System.Xml;

namespace Concertation.Documents.Word;

/// <summary>Reads settings of WordprocessingML as they come by.</summary>
internal static class WordSettings
{
    /// <summary>Reads an element of settings whole, naming each element in it with its level, 1 for the nearest.</summary>
    public static void Each(XmlReader reader, Action<int, XmlReader> each)
    {
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        while (reader.Read() && !empty && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                each(reader.Depth - depth, reader);
            }
        }

        if (!empty)
        {
            reader.Read();
        }
    }

    /// <summary>An attribute by its local name: the usual and the strict form have their own namespaces.</summary>
    public static string? Value(XmlReader reader, string name)
    {
        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name ? reader.Value : value;
        }

        reader.MoveToElement();
        return value;
    }

    public static bool IsOff(XmlReader setting) => Value(setting, "val") is "0" or "false" or "off";
}
