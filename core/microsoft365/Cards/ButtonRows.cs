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
        var all = buttons.ToList();
        var rows = new List<List<CardAction>>();
        var left = 0.0;
        var overflow = all.Any(b => b.Mode == ActionMode.Secondary) ? Overflow : 0;
        foreach (var button in all)
        {
            var width = button.Mode == ActionMode.Secondary ? 0 : WidthOf(button);
            if (rows.Count == 0 || (width > 0 && width + overflow > left) || rows[^1].Count == MostInARow)
            {
                rows.Add([]);
                left = Width;
            }

            rows[^1].Add(button);
            left -= width;
        }

        return [.. rows.Select((row, index) => new ActionSet(row) { Spacing = index == 0 ? Spacing.Medium : Spacing.Small })];
    }

    private static double WidthOf(CardAction button) => ((button.Title?.Length ?? 0) * Letter) + Around;
}
