using System.Globalization;
using Concertation.Documents.Excel;
using Concertation.Documents.Word;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Dysfunctions;

namespace Concertation.Work.Dysfunctions;

/// <summary>A year's numbers as files.</summary>
public static class ObservatoryFiles
{
    /// <summary>The yearly summary, made to be passed on.</summary>
    public static byte[] Word(ObservatoryView view, Roster roster) => WordDocument.Observatory(new ObservatoryPaper(
        ObservatoryTexts.Name,
        new SessionBlock(
            roster.Territory.Name, "Difficultés remontées par les professionnels", $"Année {Year(view)}",
            [
                new("Remontées", ObservatoryTexts.Number(view.Total)),
                .. ObservatoryTexts.Clusters(view) is { } clusters ? [new SessionFact("Dont", clusters)] : Array.Empty<SessionFact>(),
                new("Chiffres du", French.DayAndTime(view.At, roster.Zone)),
            ],
            roster.PersonOf(roster.Territory.Pilot)?.Name),
        view.Exact ? ObservatoryTexts.Exact : ObservatoryTexts.InBands,
        [.. view.Facets.Select(facet => Table(facet, view.Exact))]));

    public static byte[] Excel(ObservatoryView view, Roster roster) => SheetFile.Write(
    [
        new SheetToWrite(
            "À lire", [ObservatoryTexts.Title(view.Year), roster.Territory.Name], [34, 90],
            [
                [ObservatoryTexts.Count, ObservatoryTexts.Total(view)],
                ["Regroupements", ObservatoryTexts.Clusters(view)],
                ["Date", ObservatoryTexts.CountedAt(view, roster.Zone)],
                ["Lecture", view.Exact ? ObservatoryTexts.Exact : ObservatoryTexts.InBands],
            ]),
        .. view.Facets.Select(facet => view.Exact ? Exact(facet) : InBands(facet)),
    ]);

    public static string NameOf(ObservatoryView view, ObservatoryForm form) => form == ObservatoryForm.Word
        ? $"Observatoire {Year(view)}.docx"
        : view.Exact ? $"Observatoire {Year(view)}, nombres exacts.xlsx" : $"Observatoire {Year(view)}.xlsx";

    private static ObservatoryTable Table(ShownFacet facet, bool exact)
    {
        var longest = Math.Max(1, facet.Tallies.Select(t => t.Count.To).DefaultIfEmpty().Max());
        return new ObservatoryTable(
            ObservatoryTexts.FacetName(facet.Facet, exact), ObservatoryTexts.FacetHead(facet.Facet), ObservatoryTexts.Count,
            [
                .. facet.Tallies.Select(t => new ObservatoryRow(
                    ObservatoryTexts.ValueName(facet.Facet, t), ObservatoryTexts.Number(t.Count), t.Count.IsHidden ? 0 : (double)t.Count.To / longest)),
                .. facet.Tallies.Count > 0 && facet.Rest is { } rest
                    ? [new ObservatoryRow(ObservatoryTexts.Rest, ObservatoryTexts.Number(rest), 0)]
                    : Array.Empty<ObservatoryRow>(),
            ],
            ObservatoryTexts.FacetNote(facet.Facet));
    }

    private static SheetToWrite Exact(ShownFacet facet) => Sheet(facet, exact: true, [ObservatoryTexts.Count], count => [count.To]);

    private static SheetToWrite InBands(ShownFacet facet) => Sheet(
        facet, exact: false, [ObservatoryTexts.Count, ObservatoryTexts.AtLeast, ObservatoryTexts.AtMost],
        count => [ObservatoryTexts.Number(count), count.From, count.To]);

    private static SheetToWrite Sheet(ShownFacet facet, bool exact, IReadOnlyList<string> titles, Func<ShownCount, IReadOnlyList<object?>> numbers) => new(
        ObservatoryTexts.FacetName(facet.Facet, exact), [ObservatoryTexts.FacetHead(facet.Facet), .. titles], [60, .. titles.Select(_ => 16)],
        [
            .. facet.Tallies.Select(IReadOnlyList<object?> (t) => [ObservatoryTexts.ValueName(facet.Facet, t), .. numbers(t.Count)]),
            .. facet.Rest is { } rest ? [[ObservatoryTexts.Rest, .. numbers(rest)]] : Array.Empty<IReadOnlyList<object?>>(),
        ]);

    private static string Year(ObservatoryView view) => view.Year.ToString(CultureInfo.InvariantCulture);
}
