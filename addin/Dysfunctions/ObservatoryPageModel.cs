namespace ConcertationBot.AddIn.Dysfunctions;

/// <summary>A year's numbers, worded.</summary>
/// <param name="Total">« 42 remontées ».</param>
/// <param name="Told">Under it: what else there is to say of the whole.</param>
/// <param name="Reading">How to read the numbers.</param>
/// <param name="Files">Where they can be had as files, with what each is.</param>
public sealed record ObservatoryPageModel(
    string Territory, string Title, string Total, IReadOnlyList<string> Told, string Reading, IReadOnlyList<ObservatoryChart> Charts,
    IReadOnlyList<(string Name, string Url)> Files);

/// <param name="Id">Within the page.</param>
/// <param name="Head">What the bars are: « Commune ».</param>
/// <param name="Columns">Drawn upright, in time's order.</param>
/// <param name="Rest">What the bars leave over, in numbers; null for nothing.</param>
/// <param name="Note">Said under it; null for nothing.</param>
public sealed record ObservatoryChart(
    string Id, string Title, string Head, bool Columns, IReadOnlyList<ObservatoryBar> Bars, (string Name, string Number)? Rest, string? Note)
{
    public int Longest => Math.Max(1, Bars.Select(b => b.Most).DefaultIfEmpty().Max());
}

/// <param name="Short">Under a column: « J ».</param>
/// <param name="Number">« 12 », « 10 à 14 ».</param>
/// <param name="Least">The bar is full up to here.</param>
/// <param name="Most">And pale up to here; the same where the number is exact.</param>
public sealed record ObservatoryBar(string Name, string Short, string Number, int Least, int Most);
