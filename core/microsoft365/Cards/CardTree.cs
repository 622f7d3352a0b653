namespace Concertation.Microsoft365.Cards;

/// <summary>Walks a card.</summary>
public static class CardTree
{
    /// <summary>Every element, each before what it holds.</summary>
    public static IEnumerable<CardElement> Elements(AdaptiveCard card) =>
        card.Body.SelectMany(Elements).Concat((card.Actions ?? []).SelectMany(Unfolded));

    /// <summary>The element and every element in it.</summary>
    public static IEnumerable<CardElement> Elements(CardElement element)
    {
        var within = element switch
        {
            Container block => block.Items,
            ColumnSet row => row.Columns.SelectMany(column => column.Items),
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Items),
            _ => [],
        };
        IEnumerable<CardElement> unfolded = element is ActionSet set ? set.Actions.SelectMany(Unfolded) : [];
        return within.SelectMany(Elements).Concat(unfolded).Prepend(element);
    }

    /// <summary>Every action of the card, fallbacks aside.</summary>
    public static IEnumerable<CardAction> Actions(AdaptiveCard card)
    {
        var placed = Elements(card).SelectMany(Held).Concat(card.Actions ?? []);
        return placed
            .Concat(card.Refresh is null ? [] : [card.Refresh.Action])
            .SelectMany(action => action is ShowCardAction show ? (show.Card.Actions ?? []).Prepend(action) : [action]);
    }

    /// <summary>Every run of text shown as it is.</summary>
    public static IEnumerable<TextRun> Runs(CardElement element) =>
        Elements(element).OfType<RichTextBlock>().SelectMany(paragraph => paragraph.Inlines);

    /// <summary>The card with each run replaced.</summary>
    public static AdaptiveCard WithRuns(AdaptiveCard card, Func<TextRun, TextRun> change) => card with
    {
        Body = [.. card.Body.Select(element => WithRuns(element, change))],
        Actions = card.Actions is null ? null : [.. card.Actions.Select(action => WithRuns(action, change))],
    };

    private static CardElement WithRuns(CardElement element, Func<TextRun, TextRun> change) => element switch
    {
        RichTextBlock paragraph => paragraph with { Inlines = [.. paragraph.Inlines.Select(change)] },
        Container block => block with { Items = Each(block.Items, change) },
        ColumnSet row => row with
        {
            Columns = [.. row.Columns.Select(column => column with { Items = Each(column.Items, change) })],
        },
        Table table => table with
        {
            Rows = [.. table.Rows.Select(row => row with
            {
                Cells = [.. row.Cells.Select(cell => cell with { Items = Each(cell.Items, change) })],
            })],
        },
        ActionSet set => set with { Actions = [.. set.Actions.Select(action => WithRuns(action, change))] },
        _ => element,
    };

    private static CardAction WithRuns(CardAction action, Func<TextRun, TextRun> change) =>
        action is ShowCardAction show ? show with { Card = WithRuns(show.Card, change) } : action;

    private static CardElement[] Each(IReadOnlyList<CardElement> items, Func<TextRun, TextRun> change) =>
        [.. items.Select(item => WithRuns(item, change))];

    private static IEnumerable<CardElement> Unfolded(CardAction action) =>
        action is ShowCardAction show ? Elements(show.Card) : [];

    private static IEnumerable<CardAction> Held(CardElement element) => element switch
    {
        ActionSet set => set.Actions,
        Container { SelectAction: { } action } => [action],
        Image { SelectAction: { } action } => [action],
        TextInput { InlineAction: { } action } => [action],
        RichTextBlock paragraph => paragraph.Inlines.Select(run => run.SelectAction).OfType<CardAction>(),
        ColumnSet row => row.Columns.Select(column => column.SelectAction).Append(row.SelectAction).OfType<CardAction>(),
        _ => [],
    };
}
