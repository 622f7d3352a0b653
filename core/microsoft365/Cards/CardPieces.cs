namespace Concertation.Microsoft365.Cards;

/// <summary>
/// The parts our cards are made of, so that all look alike: one heading, short lines, facts in two columns, one coloured
/// notice at most, buttons last. A parameter called <c>ours</c> is read as markdown and takes our own constant words;
/// one called <c>words</c> takes anything, people's words included, and shows it as it is. Parts that are null are left out.
/// </summary>
public static partial class CardPieces
{
    /// <summary>A card as wide as the conversation.</summary>
    /// <param name="fallbackText">What the card says, in one sentence: notifications and old hosts show it.</param>
    /// <param name="body">From top to bottom.</param>
    public static AdaptiveCard Card(string fallbackText, params IEnumerable<CardElement?> body) =>
        new([.. body.OfType<CardElement>()]) { FallbackText = PeoplesWords.Clean(fallbackText), Msteams = new TeamsCard() };

    /// <summary>The top of a card: what it is about, small, then its title, and where it stands, on the right.</summary>
    /// <param name="words">Above the title: table and session, reference.</param>
    /// <param name="ours">The title.</param>
    /// <param name="status">Where it stands.</param>
    public static CardElement Heading(string? words, string ours, CardStatus? status = null)
    {
        CardElement[] lines = string.IsNullOrWhiteSpace(words)
            ? [Title(ours)]
            : [Subtitle(words), Title(ours) with { Spacing = Spacing.None }];
        return status is null
            ? new Container(lines)
            : new ColumnSet([new Column(lines), new Column([status.Shown()], "auto") { VerticalContentAlignment = VerticalAlignment.Center }]);
    }

    /// <summary>The title of a card.</summary>
    public static TextBlock Title(string ours) =>
        new(ours) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextRole.Heading };

    /// <summary>A small pale line above or below a title.</summary>
    public static RichTextBlock Subtitle(string words) => Line(Whole(words) with { Size = TextSize.Small, IsSubtle = true });

    /// <summary>The title of a part of a card, under a thin line.</summary>
    public static TextBlock Section(string ours) =>
        new(ours)
    {
        Size = TextSize.Default,
        Weight = TextWeight.Bolder,
        Style = TextRole.Heading,
        Separator = true,
        Spacing = Spacing.Medium,
    };

    /// <summary>What the card asks or announces: the proposal's text, the report's summary.</summary>
    public static RichTextBlock Lead(string words) => Line(Whole(words) with { Size = TextSize.Medium });

    /// <summary>A paragraph.</summary>
    public static RichTextBlock PeopleText(string words) => Line(Whole(words));

    /// <summary>A small pale paragraph: conditions, what happens next.</summary>
    public static RichTextBlock Faint(string words) => Line(Whole(words) with { Size = TextSize.Small, IsSubtle = true });

    /// <summary>A paragraph of several runs.</summary>
    public static RichTextBlock Line(params IReadOnlyList<TextRun> runs) => new(runs);

    /// <summary>Plain words within a line; spaces around them are kept.</summary>
    public static TextRun Run(string words) => new(PeoplesWords.CleanWithin(words) is { Length: > 0 } clean ? clean : "—");

    /// <summary>Bold words within a line; spaces around them are kept.</summary>
    public static TextRun Strong(string words) => Run(words) with { Weight = TextWeight.Bolder };

    /// <summary>Our own space or punctuation between two runs of a line.</summary>
    public static TextRun Between(string ours) => new(ours);

    /// <summary>Labels and values in two columns; a pair without value is left out.</summary>
    public static CardElement? Facts(params IEnumerable<CardFact?> facts)
    {
        CardElement[] rows = [.. facts.Where(fact => !string.IsNullOrWhiteSpace(fact?.Words)).Select(fact => FactRow(fact!))];
        return rows.Length == 0 ? null : new Container(rows);
    }

    /// <summary>Someone's words, set apart, with whose they are.</summary>
    public static CardElement Quote(string words, string? author = null) => new Container(
        author is null
            ? [PeopleText(words)]
            : [Subtitle(author), PeopleText(words) with { Spacing = Spacing.Small }])
    { Style = ContainerStyle.Emphasis };

    /// <summary>What must be seen first: an outcome, a refusal, a warning.</summary>
    /// <param name="kind">Its colour.</param>
    /// <param name="ours">In a few words.</param>
    /// <param name="words">The rest, in a sentence or two.</param>
    public static CardElement Notice(NoticeKind kind, string ours, string? words = null)
    {
        var title = new TextBlock(ours) { Weight = TextWeight.Bolder };
        return new Container(string.IsNullOrWhiteSpace(words)
            ? [title]
            : [title, PeopleText(words) with { Spacing = Spacing.None }])
        {
            Style = kind switch
            {
                NoticeKind.Good => ContainerStyle.Good,
                NoticeKind.Attention => ContainerStyle.Attention,
                NoticeKind.Warning => ContainerStyle.Warning,
                _ => ContainerStyle.Emphasis,
            },
        };
    }

    /// <summary>Buttons in the body: <see cref="CardButton"/>, or actions that open a page or unfold something.</summary>
    public static CardElement? Buttons(params IEnumerable<CardAction?> buttons) =>
        ButtonRows.Of(buttons.OfType<CardAction>()) switch
        {
            [] => null,
            [var row] => row,
            var rows => new Container([.. rows]) { Spacing = Spacing.Medium },
        };

    /// <summary>Elements in one block that a button of the card can unfold.</summary>
    /// <param name="id">The block's name within the card.</param>
    /// <param name="body">What unfolds.</param>
    public static Container Folded(string id, params IEnumerable<CardElement?> body) =>
        new([.. body.OfType<CardElement>()]) { Id = id, IsVisible = false };

    /// <summary>The button that unfolds <see cref="Folded"/> and folds it again.</summary>
    public static CardAction Unfold(string ours, string id) => new ToggleVisibilityAction([id]) { Title = ours };

    private static TextRun Whole(string words) => Run(words.Trim());

    private static ColumnSet FactRow(CardFact fact) => new(
    [
        new Column([Line(Whole(fact.Label) with { IsSubtle = true })], "112px"),
        new Column([PeopleText(fact.Words!)]),
    ])
    { Spacing = Spacing.Small };
}

/// <summary>A label, short, and a value; both shown as they are.</summary>
public sealed record CardFact(string Label, string? Words)
{
    /// <summary>A pair is a fact.</summary>
    public static implicit operator CardFact((string Label, string? Words) pair) => new(pair.Label, pair.Words);

    /// <summary>A pair is a fact.</summary>
    public static CardFact FromValueTuple((string Label, string? Words) pair) => pair;
}

/// <summary>Where something stands, in a word or two of ours.</summary>
public sealed record CardStatus(string Ours, TextColor? Color = null)
{
    // The dot carries the colour: coloured words are hard to read in some themes.
    internal RichTextBlock Shown() => new(
    [
        new TextRun("●\u00A0") { Size = TextSize.Small, Color = Color, IsSubtle = Color is null ? true : null },
        new TextRun(Ours) { Size = TextSize.Small, Weight = TextWeight.Bolder },
    ]);
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Something to know.</summary>
    Neutral,

    /// <summary>Done, adopted.</summary>
    Good,

    /// <summary>Refused, failed.</summary>
    Attention,

    /// <summary>Beware, incomplete.</summary>
    Warning,
}
