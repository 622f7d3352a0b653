namespace Concertation.Documents.Word;

/// <summary>A piece of a paragraph as a reader sees it.</summary>
/// <param name="Paragraph">Counts the paragraphs that are seen; pieces of one paragraph share it.</param>
/// <param name="Link">The tag of ours on the outermost content control around it that has one.</param>
/// <param name="Control">Counts the controls, so that two copies of one are told apart; 0 without <paramref name="Link"/>.</param>
/// <param name="Inline">That control stands inside one paragraph, instead of around whole ones.</param>
/// <param name="Bookmarks">Ours on the paragraph.</param>
/// <param name="Cell">Where it stands in a table of the document, or null outside tables.</param>
internal sealed record WordPiece(
    int Paragraph, string? Link, int Control, bool Inline, string Text, IReadOnlyList<string> Bookmarks, WordCell? Cell);

/// <param name="Table">Counts the document's tables; those inside another are part of its cell.</param>
/// <param name="Row">Counts the rows of all of them.</param>
/// <param name="Column">The cell's place in its row, from 0.</param>
internal readonly record struct WordCell(int Table, int Row, int Column);
