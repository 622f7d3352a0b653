using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;

namespace Concertation.Documents.Word;

/// <summary>Makes the marked places of one document, numbering what the format wants numbered once.</summary>
internal sealed class MinutesPlaces
{
    private int _controls;
    private int _bookmarks;
    private int _next;

    /// <summary>A number of its own, for a bookmark that only ends what stands before it.</summary>
    public int Next() => ++_next;

    /// <summary>A paragraph with a bookmark of ours at its start.</summary>
    public Paragraph Marked(string kind, int number, string style, params IReadOnlyList<OpenXmlElement> runs)
    {
        var id = $"{++_bookmarks}";
        return WordPieces.Paragraph(
            style,
            [
                new BookmarkStart { Id = id, Name = MinutesLinks.Bookmark(kind, number) }, new BookmarkEnd { Id = id },
                .. runs,
            ]);
    }

    /// <summary>Paragraphs that may be corrected, in a content control.</summary>
    /// <param name="alias">What Word shows on the control's frame.</param>
    /// <param name="empty">Shown where there is no text yet, and replaced by the first letter typed.</param>
    /// <param name="locked">Word then lets nobody take the control itself away.</param>
    public SdtBlock Control(
        string kind, int number, string alias, string style, IReadOnlyList<string> paragraphs, string empty, bool locked)
    {
        var properties = new SdtProperties(
            new SdtAlias { Val = alias }, new Tag { Val = MinutesLinks.Tag(kind, number) },
            new SdtId { Val = ++_controls });
        if (locked)
        {
            properties.Append(new Lock { Val = LockingValues.SdtLocked });
        }

        if (paragraphs.Count == 0)
        {
            properties.Append(new ShowingPlaceholder());
        }

        return new SdtBlock(
            properties,
            new SdtContentBlock(paragraphs.Count == 0
                ? [Placeholder(style, empty)]
                : paragraphs.Select(p => WordPieces.Words(style, p))));
    }

    private static Paragraph Placeholder(string style, string words) => WordPieces.Paragraph(
        style,
        new Run(new RunProperties(new Italic(), new Color { Val = "566169" }), new Text(words)));
}
