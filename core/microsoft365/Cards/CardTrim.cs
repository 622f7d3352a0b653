using System.Text;

namespace Concertation.Microsoft365.Cards;

/// <summary>How heavy a card is.</summary>
public static class CardSize
{
    /// <summary>Past this many bytes Teams may refuse a card.</summary>
    public const int Most = 28 * 1024;

    /// <summary>The card's weight in bytes, as Teams counts: UTF-16.</summary>
    public static int Of(AdaptiveCard card) => Encoding.UTF8.GetCharCount(CardJson.Utf8(card)) * sizeof(char);
}

/// <summary>Makes a card with long texts fit.</summary>
public static class CardTrim
{
    // Shorter than this, a text says nothing any more.
    private const int Least = 48;

    /// <summary>
    /// The card as it is when it fits. Otherwise its longest texts are cut at a word's end until it does, and
    /// <paramref name="rest"/>, where the whole can be read, stands below the text that lost most.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The card is too heavy even so: it lists too many things, which whoever builds it must bound.
    /// </exception>
    public static AdaptiveCard Fit(AdaptiveCard card, CardAction? rest = null, int most = CardSize.Most)
    {
        if (CardSize.Of(card) <= most)
        {
            return card;
        }

        var offered = rest is null ? card : WithRest(card, rest);
        var (fits, passes) = (Least, CardTree.Elements(card).SelectMany(OwnRuns).Select(run => run.Text.Length).DefaultIfEmpty().Max());
        if (CardSize.Of(Cut(offered, fits)) is var least && least > most)
        {
            throw new InvalidOperationException(
                $"The card weighs {least} bytes with its texts cut to {Least} characters; {most} are allowed.");
        }

        while (passes - fits > 1)
        {
            var middle = fits + ((passes - fits) / 2);
            (fits, passes) = CardSize.Of(Cut(offered, middle)) <= most ? (middle, passes) : (fits, middle);
        }

        return Cut(offered, fits);
    }

    /// <summary>
    /// A card that lists things, with as many of them as fit; <paramref name="build"/> gets how many to show and says
    /// where the rest is.
    /// </summary>
    public static AdaptiveCard AsManyAsFit(int most, Func<int, AdaptiveCard> build)
    {
        var shown = most;
        var card = build(shown);
        while (shown > 1 && CardSize.Of(card) > CardSize.Most)
        {
            shown = Math.Min(shown - 1, shown * CardSize.Most / CardSize.Of(card));
            card = build(shown);
        }

        return Fit(card);
    }

    /// <summary>The words up to <paramref name="most"/> characters, cut at a word's end and followed by « … ».</summary>
    public static string Shorten(string words, int most)
    {
        if (words.Length <= most)
        {
            return words;
        }

        var end = Math.Max(most - 2, 1);
        var space = words.LastIndexOfAny([' ', '\n', '\u00A0', '\u202F'], end, Math.Min(end, 40));
        end = space > 0 ? space : end;
        // Never between the halves of a pair, nor before what joins the character before it.
        while (end > 1 && (char.IsLowSurrogate(words[end]) || IsJoined(words[end]) || words[end - 1] == '\u200D'))
        {
            end--;
        }

        return words[..end].TrimEnd(' ', '\n', '\u00A0', '\u202F', ',', ';', ':', '.') + "\u00A0…";
    }

    private static AdaptiveCard Cut(AdaptiveCard card, int most) =>
        CardTree.WithRuns(card, run => run with { Text = Shorten(run.Text, most) });

    private static AdaptiveCard WithRest(AdaptiveCard card, CardAction rest)
    {
        var longest = card.Body.MaxBy(element => CardTree.Runs(element).Select(run => run.Text.Length).DefaultIfEmpty().Max());
        return card with
        {
            Body = [.. card.Body.SelectMany(element =>
                ReferenceEquals(element, longest) ? [element, new ActionSet([rest])] : new[] { element })],
        };
    }

    private static IReadOnlyList<TextRun> OwnRuns(CardElement element) =>
        element is RichTextBlock paragraph ? paragraph.Inlines : [];

    private static bool IsJoined(char character) =>
        character is '\u200D' or (>= '\uFE00' and <= '\uFE0F')
        || char.GetUnicodeCategory(character) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;
}
