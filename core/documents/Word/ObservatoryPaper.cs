namespace Concertation.Documents.Word;

/// <summary>A year's numbers, worded.</summary>
/// <param name="Kind">« Observatoire des remontées ».</param>
/// <param name="Note">How to read the numbers.</param>
public sealed record ObservatoryPaper(string Kind, SessionBlock Head, string Note, IReadOnlyList<ObservatoryTable> Tables);

/// <param name="Title">« Par commune ».</param>
/// <param name="Head">What the rows are: « Commune ».</param>
/// <param name="CountHead">What the numbers count.</param>
/// <param name="Note">Said under the table; null for nothing.</param>
public sealed record ObservatoryTable(string Title, string Head, string CountHead, IReadOnlyList<ObservatoryRow> Rows, string? Note);

/// <param name="Count">« 12 », « 10 à 14 ».</param>
/// <param name="Share">Of the longest bar, 0 to 1.</param>
public sealed record ObservatoryRow(string Name, string Count, double Share);
