namespace Concertation.Microsoft365.Cards;

/// <summary>The pieces that show several things alike.</summary>
public static partial class CardPieces
{
    // As wide as a phone's card leaves room for, were each mark as wide as it is high.
    private const int BarLength = 20;

    /// <summary>One line of a list: a title, what is to be known of it, and what can be done with it, on the right.</summary>
    public static CardElement Entry(string words, string? detail, CardAction? button = null)
    {
        RichTextBlock[] lines = string.IsNullOrWhiteSpace(detail)
            ? [PeopleText(words)]
            : [PeopleText(words), Faint(detail) with { Spacing = Spacing.None }];
        return button is null
            ? new Container(lines) { Separator = true, Spacing = Spacing.Small }
            : new ColumnSet([new Column(lines), new Column([new ActionSet([button])], "auto") { VerticalContentAlignment = VerticalAlignment.Center }])
            {
                Separator = true,
                Spacing = Spacing.Small,
            };
    }

    /// <summary>A table of two or three columns; the first is the widest.</summary>
    /// <param name="ours">The headings.</param>
    /// <param name="words">The rows, each as long as the headings.</param>
    public static Table Rows(IReadOnlyList<string> ours, IEnumerable<IReadOnlyList<string>> words) => new(
        [.. ours.Select((_, index) => new TableColumn(index == 0 ? 2 : 1))],
        [
            new TableRow([.. ours.Select(heading => new TableCell([new TextBlock(heading) { Weight = TextWeight.Bolder }]))]),
            .. words.Select(row => new TableRow([.. row.Select(cell => new TableCell([PeopleText(cell)]))])),
        ])
    {
        ShowGridLines = false,
    };

    /// <summary>Counts as a thin coloured bar with its legend; null when all are zero.</summary>
    public static CardElement? Proportions(params IReadOnlyList<Share> shares)
    {
        var total = shares.Sum(share => share.Count);
        return total == 0 ? null : new Container(
        [
            new RichTextBlock([.. shares.Zip(Lengths(shares, total), Drawn).OfType<TextRun>()]),
            Faint(string.Join(" · ", shares.Select(share => $"{share.Count} {share.Ours}"))) with { Spacing = Spacing.None },
        ]);
    }

    private static TextRun? Drawn(Share share, int length) => length == 0
        ? null
        : new TextRun(new string('━', length)) { Color = share.Color, IsSubtle = share.Color is null ? true : null };

    // Largest remainders, and at least one mark for whatever isn't zero.
    private static int[] Lengths(IReadOnlyList<Share> shares, int total)
    {
        int[] lengths = [.. shares.Select(share => share.Count == 0 ? 0 : Math.Max(1, share.Count * BarLength / total))];
        var byRemainder = Enumerable.Range(0, shares.Count)
            .Where(index => shares[index].Count > 0)
            .OrderByDescending(index => (shares[index].Count * BarLength) % total);
        foreach (var index in byRemainder.Take(Math.Max(0, BarLength - lengths.Sum())))
        {
            lengths[index]++;
        }

        return lengths;
    }
}

/// <summary>One part of <see cref="CardPieces.Proportions"/>.</summary>
/// <param name="Ours">What is counted, agreeing with the count: « pour », « abstentions ».</param>
/// <param name="Count">How many.</param>
/// <param name="Color">The bar's colour; without one it is pale.</param>
public sealed record Share(string Ours, int Count, TextColor? Color = null);
