using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>A block of elements with a background of its own.</summary>
/// <param name="Items">What it holds.</param>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>The background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>True lets the background run to the card's edges.</summary>
    public bool? Bleed { get; init; }

    /// <summary>At least so high, in pixels (<c>80px</c>).</summary>
    public string? MinHeight { get; init; }

    /// <summary>Where the items stand.</summary>
    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>What a click on the block does.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>Columns side by side.</summary>
/// <param name="Columns">From left to right.</param>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    /// <summary>The background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>True lets the background run to the card's edges.</summary>
    public bool? Bleed { get; init; }

    /// <summary>At least so high, in pixels.</summary>
    public string? MinHeight { get; init; }

    /// <summary>What a click on the row does.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
/// <param name="Items">From top to bottom.</param>
/// <param name="Width"><c>auto</c>, <c>stretch</c>, pixels (<c>96px</c>) or a weight (<c>2</c>).</param>
public sealed record Column(IReadOnlyList<CardElement> Items, string Width = "stretch")
{
    /// <summary>The discriminator.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "Column";

    /// <summary>Names the column for <see cref="ToggleVisibilityAction"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The background.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>The room to its left.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>True draws a line to its left.</summary>
    public bool? Separator { get; init; }

    /// <summary>False hides the column until an action shows it.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>At least so high, in pixels.</summary>
    public string? MinHeight { get; init; }

    /// <summary>Where the items stand.</summary>
    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>What a click on the column does.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>A table. Keep it to two or three columns: phones are narrow.</summary>
/// <param name="Columns">The widths, from left to right.</param>
/// <param name="Rows">From top to bottom.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>True, the host's default, makes the first row a heading.</summary>
    public bool? FirstRowAsHeader { get; init; }

    /// <summary>Whether lines are drawn between cells.</summary>
    public bool? ShowGridLines { get; init; }

    /// <summary>The lines' colour.</summary>
    public ContainerStyle? GridStyle { get; init; }

    /// <summary>Where the cells' content stands.</summary>
    public VerticalAlignment? VerticalCellContentAlignment { get; init; }
}

/// <summary>A column's width, as a weight.</summary>
public sealed record TableColumn(int Width)
{
    /// <summary>Where the cells' content stands across.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }
}

/// <summary>One row of a <see cref="Table"/>.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>The discriminator.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TableRow";

    /// <summary>The background.</summary>
    public ContainerStyle? Style { get; init; }
}

/// <summary>One cell of a <see cref="Table"/>.</summary>
public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    /// <summary>The discriminator.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "TableCell";

    /// <summary>The background.</summary>
    public ContainerStyle? Style { get; init; }
}

/// <summary>A picture. Hosts fetch it from the address themselves.</summary>
/// <param name="Url">https, or a data address for something small.</param>
/// <param name="AltText">What it shows, for those who don't see it; empty for decoration.</param>
public sealed record Image(string Url, string AltText) : CardElement
{
    /// <summary>The size.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>The crop.</summary>
    public ImageStyle? Style { get; init; }

    /// <summary>The width in pixels (<c>32px</c>).</summary>
    public string? Width { get; init; }

    /// <summary>What a click on the picture does.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>Buttons inside the body.</summary>
/// <param name="Actions">Teams shows at most six.</param>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;
