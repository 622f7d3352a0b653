namespace Concertation.Documents.Word;

/// <summary>
/// Finds in a file's text the places that may be corrected: by their content controls, which Word keeps around whole
/// paragraphs; where a program dropped these or kept them around the first paragraph only, by the bookmark before the
/// place.
/// </summary>
internal sealed class CorrectedPlaces
{
    private readonly IReadOnlyList<WordPiece> _pieces;
    private readonly ILookup<string, WordPiece> _controls;
    private readonly ILookup<WordCell, WordPiece> _cells;
    private readonly Dictionary<string, int> _bookmarks = new(StringComparer.Ordinal);
    private readonly HashSet<int> _rowsTaken = [];

    public CorrectedPlaces(IReadOnlyList<WordPiece> pieces)
    {
        _pieces = pieces;
        _controls = pieces.Where(p => p.Link is not null).ToLookup(p => p.Link!, StringComparer.Ordinal);
        _cells = pieces.Where(p => p.Cell is not null).ToLookup(p => p.Cell!.Value);
        for (var i = 0; i < pieces.Count; i++)
        {
            foreach (var bookmark in pieces[i].Bookmarks)
            {
                _bookmarks.TryAdd(bookmark, i);
            }
        }
    }

    /// <summary>The paragraphs noted on an item, or null when its place is gone.</summary>
    public IReadOnlyList<string>? Notes(int number)
    {
        var tag = MinutesLinks.Tag(MinutesLinks.Notes, number);
        var control = _controls[tag].ToList();
        var marked = _bookmarks.TryGetValue(MinutesLinks.Bookmark(MinutesLinks.Notes, number), out var start);
        if (control.Count > 0 && (!marked || control.Any(p => !p.Inline)))
        {
            // Someone may have copied the control: nothing in a copy is lost.
            return Paragraphs(control, WordTexts.NoNotes);
        }

        return marked ? Paragraphs(After(start, tag), WordTexts.NoNotes) : null;
    }

    /// <summary>The words of an action, or null when its row is gone.</summary>
    public CorrectedAction? Action(int number)
    {
        var row = _bookmarks.TryGetValue(MinutesLinks.Bookmark(MinutesLinks.Action, number), out var mark)
            ? _pieces[mark].Cell
            : null;
        row ??= _controls[MinutesLinks.Tag(MinutesLinks.Action, number)].FirstOrDefault()?.Cell is { } what
            ? what with { Column = 0 }
            : null;
        if (row is { } taken)
        {
            _rowsTaken.Add(taken.Row);
        }

        return Field(MinutesLinks.Action, number, row, 1) is not { } words
            ? null
            : Worded(words, Field(MinutesLinks.Who, number, row, 2), Field(MinutesLinks.When, number, row, 3));
    }

    /// <summary>The rows of the table of actions that no action asked for was found in.</summary>
    public IReadOnlyList<CorrectedAction> AddedActions()
    {
        if (!_bookmarks.TryGetValue(MinutesLinks.Bookmark(MinutesLinks.ActionTable, 1), out var head) || _pieces[head].Cell is not { } at)
        {
            return [];
        }

        var rows =
            from piece in _pieces
            where piece.Cell?.Table == at.Table && piece.Cell.Value.Row != at.Row
            group piece by piece.Cell!.Value.Row into row
            where !_rowsTaken.Contains(row.Key)
            select Worded(Cell(at, row.Key, 1), Cell(at, row.Key, 2), Cell(at, row.Key, 3)) into action
            where action.What.Length > 0
            select action;
        return [.. rows];
    }

    private IReadOnlyList<string> Cell(WordCell head, int row, int column) =>
        Paragraphs(_cells[new WordCell(head.Table, row, head.Column + column)], WordTexts.None);

    private IReadOnlyList<string>? Field(string kind, int number, WordCell? row, int column)
    {
        var control = _controls[MinutesLinks.Tag(kind, number)].ToList();
        var cell = row is { } at ? _cells[at with { Column = at.Column + column }].ToList() : [];
        if (control.Count > 0 && (cell.Count == 0 || control.Any(p => !p.Inline)))
        {
            // A copied row has copies of the controls; the first is the action itself.
            return Paragraphs(control.Where(p => p.Control == control[0].Control), WordTexts.None);
        }

        return cell.Count > 0 ? Paragraphs(cell, WordTexts.None) : null;
    }

    /// <summary>What follows a marked paragraph, up to the next mark of ours.</summary>
    private IEnumerable<WordPiece> After(int start, string tag) => _pieces
        .Skip(start + 1)
        .SkipWhile(p => p.Paragraph == _pieces[start].Paragraph)
        .TakeWhile(p => (p.Link is null || p.Link == tag) && p.Bookmarks.Count == 0);

    private static CorrectedAction Worded(
        IReadOnlyList<string> what, IReadOnlyList<string>? who, IReadOnlyList<string>? when) =>
        new(string.Join('\n', what), string.Join(' ', who ?? []), string.Join(' ', when ?? []));

    // What Word itself shows in a place that was emptied.
    private static readonly HashSet<string> Invitations = new(StringComparer.Ordinal)
    {
        "Cliquez ou appuyez ici pour entrer du texte.", "Cliquez ici pour entrer du texte.", "Cliquez ici pour taper du texte.",
        "Click or tap here to enter text.", "Click here to enter text.",
    };

    /// <param name="placeholder">Our own words for an empty place, which some programs make text of.</param>
    private static IReadOnlyList<string> Paragraphs(IEnumerable<WordPiece> pieces, string placeholder) =>
    [
        .. pieces
            .GroupBy(p => p.Paragraph)
            .SelectMany(p => PlainWords.Paragraphs(string.Concat(p.Select(piece => piece.Text))))
            .Where(p => p != placeholder && !Invitations.Contains(p.Replace('\u00a0', ' '))),
    ];
}
