using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>The pieces that bodies are made of. Words only ever become text of a run: nothing in them is a field or markup.</summary>
internal static class WordPieces
{
    public static Run Run(string words) =>
        new(new Text(PlainWords.Line(words)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Our own words, whose spaces at the ends count.</summary>
    public static Run Ours(string words) => new(new Text(words) { Space = SpaceProcessingModeValues.Preserve });

    public static Paragraph Paragraph(string style, params IReadOnlyList<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    public static Paragraph Words(string style, string words) => Paragraph(style, Run(words));

    /// <summary>A paragraph for each line of the text; one empty paragraph when it has none.</summary>
    public static IEnumerable<Paragraph> Lines(string style, string? text)
    {
        var lines = PlainWords.Paragraphs(text);
        return lines.Count == 0 ? [Paragraph(style)] : lines.Select(line => Paragraph(style, Run(line)));
    }

    /// <summary>Left and right end of a line, with the right tab of its style between them.</summary>
    public static Paragraph TwoEnds(string style, Run left, params IReadOnlyList<OpenXmlElement> right) =>
        Paragraph(style, [left, new Run(new TabChar()), .. right]);

    /// <summary>« Page 1 sur 3 », counted by Word.</summary>
    public static IEnumerable<OpenXmlElement> PageOfPages() =>
    [
        Ours(WordTexts.Page), new SimpleField(Ours("1")) { Instruction = "PAGE" },
        Ours(WordTexts.PagesOf), new SimpleField(Ours("1")) { Instruction = "NUMPAGES" },
    ];

    /// <summary>A table whose first row says what the columns are, and comes again on each page.</summary>
    /// <param name="caption">What a screen reader says before the table.</param>
    /// <param name="columns">Heading and width of each column, in twentieths of a point; the page holds 9638.</param>
    /// <param name="firstHead">The first column's heading, when it carries more than words.</param>
    public static Table Table(string caption, IReadOnlyList<(string Head, int Width)> columns, IEnumerable<TableRow> rows,
        Paragraph? firstHead = null)
    {
        var head = new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()),
             .. columns.Select((c, i) => Cell(
                 c.Width, [i == 0 && firstHead is not null ? firstHead : Words(HouseStyles.CellHead, c.Head)], fill: "17505E"))]);
        var table = Framed(HouseStyles.Table, caption, [.. columns.Select(c => c.Width)], firstRow: true);
        table.Append(head);
        table.Append(rows);
        return table;
    }

    /// <summary>The title block: a label and its value in each row.</summary>
    public static Table Block(string caption, IEnumerable<SessionFact> facts)
    {
        const int Label = 2100;
        const int Value = 7538;
        var table = Framed(HouseStyles.Block, caption, [Label, Value], firstRow: false);
        table.Append(facts.Select(f => Row(
            split: false,
            Cell(Label, [Words(HouseStyles.Label, f.Label)], fill: "E8F1F3"),
            Cell(Value, Lines(HouseStyles.Cell, f.Value)))));
        return table;
    }

    public static TableRow Row(bool split, params IReadOnlyList<OpenXmlElement> cells)
    {
        var row = new TableRow();
        if (!split)
        {
            row.Append(new TableRowProperties(new CantSplit()));
        }

        row.Append(cells);
        return row;
    }

    public static TableCell Cell(int width, IEnumerable<OpenXmlElement> content, string? fill = null, int span = 1)
    {
        var properties = new TableCellProperties(
            new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        if (fill is not null)
        {
            // Said here too: not every program draws a table style's first row.
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        return new TableCell([properties, .. content]);
    }

    private static Table Framed(string style, string caption, IReadOnlyList<int> widths, bool firstRow) => new(
        new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                Val = firstRow ? "0020" : "0080",
                FirstRow = firstRow,
                LastRow = false,
                FirstColumn = !firstRow,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            },
            new TableCaption { Val = PlainWords.Line(caption) }),
        new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
}
