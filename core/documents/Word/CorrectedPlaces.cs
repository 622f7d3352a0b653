namespace Concertation.Documents.Word;

/// <summary>
/// Finds in a file's text the places that may be corrected: by their content controls; where a program dropped these, by
/// the bookmark before the place.
/// </summary>
internal sealed class CorrectedPlaces
{
    private readonly IReadOnlyList<WordPiece> _pieces;
    private readonly ILookup<string, WordPiece> _controls;
    private readonly ILookup<WordCell, WordPiece> _cells;
    private readonly Dictionary<string, int> _bookmarks = new(StringComparer.Ordinal);

    private CorrectedPlaces(IReadOnlyList<WordPiece> pieces)
    {
        _pieces = pieces;
        _controls = pieces.Where(p => p.Link is not null).ToLookup(p => p.Link!, StringComparer.Ordinal);
        _cells = pieces.Where(p => p.Cell is not null).ToLookup(p => p.Cell!.Value);
        for (var i = 0; i < pieces.Count; i++)
        {
            foreach (var bookmark in pieces[i].Bookmarks.Where(IsOurs))
            {
                _bookmarks.TryAdd(bookmark, i);
            }
        }
    }

    public static CorrectedPlaces Of(IReadOnlyList<WordPiece> pieces) => new(pieces);

    /// <summary>The paragraphs noted on an item, or null when its place is gone.</summary>
    public IReadOnlyList<string>? Notes(int number)
    {
        var control = _controls[MinutesLinks.Tag(MinutesLinks.Notes, number)];
        if (control.Any())
        {
            // Someone may have copied the control: nothing in a copy is lost.
            return Paragraphs(control, WordTexts.NoNotes);
        }

        return _bookmarks.TryGetValue(MinutesLinks.Bookmark(MinutesLinks.Notes, number), out var start)
            ? Paragraphs(After(start), WordTexts.NoNotes)
            : null;
    }

    /// <summary>The words of an action, or null when its row is gone.</summary>
    public CorrectedAction? Action(int number)
    {
        var row = _bookmarks.TryGetValue(MinutesLinks.Bookmark(MinutesLinks.Action, number), out var mark)
            ? _pieces[mark].Cell
            : null;
        var what = Field(MinutesLinks.Action, number, row, 1);
        return what is null
            ? null
            : new CorrectedAction(
                string.Join('\n', what),
                string.Join(' ', Field(MinutesLinks.Who, number, row, 2) ?? []),
                string.Join(' ', Field(MinutesLinks.When, number, row, 3) ?? []));
    }

    private IReadOnlyList<string>? Field(string kind, int number, WordCell? row, int column)
    {
        var control = _controls[MinutesLinks.Tag(kind, number)].ToList();
        if (control.Count > 0)
        {
            // A copied row has copies of the controls; the first is the action itself.
            return Paragraphs(control.Where(p => p.Control == control[0].Control), WordTexts.None);
        }

        var cell = row is { } at ? _cells[at with { Column = at.Column + column }].ToList() : [];
        return cell.Count > 0 ? Paragraphs(cell, WordTexts.None) : null;
    }

    /// <summary>What follows a marked paragraph, up to the next mark of ours.</summary>
    private IEnumerable<WordPiece> After(int start) => _pieces
        .Skip(start + 1)
        .SkipWhile(p => p.Paragraph == _pieces[start].Paragraph)
        .TakeWhile(p => p.Link is null && !p.Bookmarks.Any(IsOurs));

    private static bool IsOurs(string bookmark) => bookmark.StartsWith(MinutesLinks.AnyBookmark, StringComparison.Ordinal);

    /// <param name="placeholder">Our own words for an empty place, which some programs make text of.</param>
    private static IReadOnlyList<string> Paragraphs(IEnumerable<WordPiece> pieces, string placeholder) =>
    [
        .. pieces
            .GroupBy(p => p.Paragraph)
            .SelectMany(p => PlainWords.Paragraphs(string.Concat(p.Select(piece => piece.Text))))
            .Where(p => p != placeholder),
    ];
}
