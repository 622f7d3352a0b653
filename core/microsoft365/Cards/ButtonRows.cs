namespace Concertation.Microsoft365.Cards;

/// <summary>
/// Buttons in as many rows as they need: a host cuts the titles of buttons that don't fit beside each other, and a
/// phone is 320 pixels wide.
/// </summary>
internal static class ButtonRows
{
    private const int Width = 288;
    private const int MostInARow = 6;

    // 14-pixel letters in the widest of the hosts' fonts, what stands around a title, and the button that opens « … ».
    private const double Letter = 8.6;
    private const int Around = 36;
    private const int Overflow = 52;

    public static IReadOnlyList<ActionSet> Of(IEnumerable<CardAction> buttons)
    {
        var rows = new List<List<CardAction>>();
        var left = 0.0;
        foreach (var button in buttons)
        {
            var width = WidthOf(button, rows.LastOrDefault() ?? []);
            if (rows.Count == 0 || width > left || rows[^1].Count == MostInARow)
            {
                rows.Add([]);
                left = Width;
            }

            rows[^1].Add(button);
            left -= width;
        }

        return [.. rows.Select((row, index) => new ActionSet(row) { Spacing = index == 0 ? Spacing.Medium : Spacing.Small })];
    }

    // All of a row that stand behind « … » share its button.
    private static double WidthOf(CardAction button, List<CardAction> row) =>
        button.Mode != ActionMode.Secondary ? ((button.Title?.Length ?? 0) * Letter) + Around
        : row.Any(other => other.Mode == ActionMode.Secondary) ? 0
        : Overflow;
}
