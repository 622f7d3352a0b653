using System.Text;
using System.Xml;

namespace Concertation.Documents.Word;

/// <summary>
/// The text of a Word document as one reads it, tracked changes accepted: a walk through WordprocessingML (ECMA-376
/// part 1, chapter 17) that never holds more than the text. Elements are known by their local name, which the usual and
/// the strict form of the format share.
/// </summary>
internal sealed class WordText
{
    /// <summary>Deeper than any program nests.</summary>
    private const int Deepest = 400;

    /// <summary>300 full pages have some 15 000 paragraphs.</summary>
    private const int Most = 250_000;

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        // Deleted or moved away under tracked changes.
        "del", "moveFrom", "delText", "delInstrText",
        // A field's code, not its result.
        "instrText",
        // Drawings, text boxes, embedded things, and the older form of each for older programs.
        "drawing", "pict", "object", "Fallback",
    };

    private readonly List<WordPiece> _pieces = [];
    private readonly Stack<Control> _controls = new();
    private readonly Stack<Row> _tables = new();
    private readonly List<string> _bookmarks = [];
    private readonly List<(Control Control, StringBuilder Text)> _paragraph = [];
    private int _paragraphs;
    private int _counted;
    private bool _inParagraph;
    private bool _markDeleted;
    private bool _hidden;

    private WordText() { }

    /// <summary>All pieces in the document's order; an empty paragraph is one piece without text, a control begins with one.</summary>
    /// <exception cref="XmlException">Not well-formed, nested too deep, or with a DTD.</exception>
    /// <exception cref="RefusedFileException">Not a document, or with more paragraphs than anyone reads.</exception>
    public static IReadOnlyList<WordPiece> Read(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.LocalName != "document")
        {
            throw new RefusedFileException(new CorrectedFile.NotAWordFile());
        }

        var text = new WordText();
        text.Walk(reader);
        text.EndParagraph();
        return text._pieces;
    }

    private Control Around => _controls.LastOrDefault(c => c.Link is not null) ?? Control.None;

    private void Walk(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > Deepest)
            {
                throw new XmlException("nested too deep");
            }

            // What reads an element whole stands on the node after it.
            var ahead = reader.NodeType == XmlNodeType.Element && Enter(reader);
            if (!ahead && reader.NodeType == XmlNodeType.EndElement)
            {
                Leave(reader.LocalName);
            }

            more = ahead ? !reader.EOF : reader.Read();
        }
    }

    /// <returns>Whether the element was read whole.</returns>
    private bool Enter(XmlReader reader)
    {
        var name = reader.LocalName;
        if (Unseen.Contains(name))
        {
            reader.Skip();
            return true;
        }

        switch (name)
        {
            case "pPr":
                WordSettings.Each(reader, (level, setting) => _markDeleted |= level == 2 && setting.LocalName is "del" or "moveFrom");
                return true;
            case "rPr":
                WordSettings.Each(reader, (level, setting) => _hidden |= level == 1 && setting.LocalName == "vanish" && !WordSettings.IsOff(setting));
                return true;
            case "trPr":
                WordSettings.Each(reader, (level, setting) => CurrentRow.Deleted |= level == 1 && setting.LocalName == "del");
                return true;
            case "sdtPr":
                return EnterControl(reader);
            // In a place of ours some programs leave the flag behind when words are written over the placeholder.
            case "sdtContent" when _controls.TryPeek(out var control) && control is { Placeholder: true, Link: null }:
                reader.Skip();
                return true;
            case "t":
                var preserve = reader.XmlSpace == XmlSpace.Preserve;
                var words = reader.ReadElementContentAsString();
                Add(preserve ? words : words.Trim(' ', '\t', '\r', '\n'));
                return true;
            default:
                Open(reader, name);
                return false;
        }
    }

    private void Open(XmlReader reader, string name)
    {
        switch (name)
        {
            case "bookmarkStart" when MinutesLinks.IsBookmark(WordSettings.Value(reader, "name")):
                _bookmarks.Add(WordSettings.Value(reader, "name")!);
                break;
            case "tab" or "ptab":
                Add(" ");
                break;
            case "br" or "cr":
                Add("\n");
                break;
            case "noBreakHyphen":
                Add("\u2011");
                break;
            case "p" when reader.IsEmptyElement:
                EndParagraph();
                break;
            case "p":
                _inParagraph = true;
                break;
            case "sdt" when !reader.IsEmptyElement:
                _controls.Push(new Control());
                break;
            case "tbl" when !reader.IsEmptyElement:
                _tables.Push(new Row { Table = ++_counted });
                break;
            case "tr" when _tables.Count > 0:
                (CurrentRow.Number, CurrentRow.Column, CurrentRow.Deleted) = (++_counted, -1, false);
                break;
            case "tc":
                CurrentRow.Column++;
                break;
            default:
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "p" when _markDeleted:
                // Its end was taken out: what follows continues it.
                (_inParagraph, _markDeleted) = (false, false);
                break;
            case "p":
                EndParagraph();
                break;
            case "tc" when _paragraph.Count > 0:
                // … though not into the next cell.
                EndParagraph();
                break;
            case "r":
                _hidden = false;
                break;
            case "sdt":
                _controls.TryPop(out _);
                break;
            case "tbl":
                _tables.TryPop(out _);
                break;
            default:
                break;
        }
    }

    private bool EnterControl(XmlReader reader)
    {
        if (!_controls.TryPeek(out var control))
        {
            reader.Skip();
            return true;
        }

        WordSettings.Each(reader, (level, setting) =>
        {
            if (level == 1 && setting.LocalName == "tag" && MinutesLinks.IsTag(WordSettings.Value(setting, "val")))
            {
                control.Link = WordSettings.Value(setting, "val");
            }

            control.Placeholder |= level == 1 && setting.LocalName == "showingPlcHdr" && !WordSettings.IsOff(setting);
        });
        if (control.Link is not null && Around == control)
        {
            control.Number = ++_counted;
            control.Inline = _inParagraph;
            // Says that the control is there, even with nothing in it.
            Keep(++_paragraphs, control, "", []);
        }

        return true;
    }

    private void Add(string text)
    {
        if (_hidden)
        {
            return;
        }

        var around = Around;
        if (_paragraph.Count == 0 || _paragraph[^1].Control != around)
        {
            _paragraph.Add((around, new StringBuilder()));
        }

        _paragraph[^1].Text.Append(text);
    }

    private void EndParagraph()
    {
        _paragraphs++;
        _inParagraph = false;
        string[] bookmarks = [.. _bookmarks];
        if (_paragraph.Count == 0)
        {
            Keep(_paragraphs, Around, "", bookmarks);
        }

        foreach (var (control, text) in _paragraph)
        {
            Keep(_paragraphs, control, text.ToString(), bookmarks);
        }

        _bookmarks.Clear();
        _paragraph.Clear();
    }

    private void Keep(int paragraph, Control control, string text, IReadOnlyList<string> bookmarks)
    {
        if (_tables.Any(row => row.Deleted))
        {
            return;
        }

        if (_pieces.Count >= Most)
        {
            throw new RefusedFileException(new CorrectedFile.TooLarge());
        }

        var row = _tables.LastOrDefault();
        _pieces.Add(new WordPiece(
            paragraph, control.Link, control.Number, control.Inline, text, bookmarks,
            row is null ? null : new WordCell(row.Table, row.Number, row.Column)));
    }

    private Row CurrentRow => _tables.TryPeek(out var row) ? row : new Row();

    private sealed class Control
    {
        public static readonly Control None = new();

        public string? Link { get; set; }

        public int Number { get; set; }

        public bool Inline { get; set; }

        public bool Placeholder { get; set; }
    }

    private sealed class Row
    {
        public int Table { get; init; }

        public int Number { get; set; }

        public int Column { get; set; } = -1;

        public bool Deleted { get; set; }
    }
}
