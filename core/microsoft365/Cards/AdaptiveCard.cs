using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concertation.Microsoft365.Cards;

/// <summary>
/// An Adaptive Card 1.5, the newest version Teams shows. <see cref="CardPieces"/> makes its parts in the product's one
/// look, <see cref="CardJson"/> writes it, <see cref="CardTrim"/> keeps it under Teams' limit.
/// </summary>
/// <param name="Body">From top to bottom.</param>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    /// <summary>What an attachment that holds a card is called.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>How many people a card may refresh itself for.</summary>
    public const int MostRefreshed = 60;

    /// <summary>The discriminator.</summary>
    [JsonPropertyOrder(-4)]
    public string Type => "AdaptiveCard";

    /// <summary>The published schema.</summary>
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-3)]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>The version of the schema.</summary>
    [JsonPropertyOrder(-2)]
    public string Version => "1.5";

    /// <summary>Where the host asks for a fresh card.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>Buttons under the card. Ours stand in the body instead, each with a fallback: <see cref="CardPieces.Buttons"/>.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>Shown where cards of this version aren't known; also the text of notifications.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What is read aloud.</summary>
    public string? Speak { get; init; }

    /// <summary>The language of dates, times and speech.</summary>
    public string? Lang { get; init; } = "fr";

    /// <summary>What only Teams reads.</summary>
    public TeamsCard? Msteams { get; init; }

    /// <summary>
    /// The card, asking for a fresh one from <paramref name="verb"/> whenever one of <paramref name="userIds"/> sees it.
    /// No one: no refresh. Outlook refreshes for everyone, whoever is named.
    /// </summary>
    /// <exception cref="ArgumentException">More than sixty people: Teams would refresh for no one.</exception>
    public AdaptiveCard WithRefresh(string verb, JsonElement? data, IReadOnlyCollection<string> userIds)
    {
        if (userIds.Count > MostRefreshed)
        {
            throw new ArgumentException($"{userIds.Count} people, but a card refreshes for {MostRefreshed} at most.", nameof(userIds));
        }

        return userIds.Count == 0
            ? this with { Refresh = null }
            : this with { Refresh = new CardRefresh(new ExecuteAction(verb) { Data = data }, [.. userIds]) };
    }
}

/// <summary>Where the host asks for a fresh card, and for whom by itself.</summary>
/// <param name="Action">What it sends, an <see cref="ExecuteAction"/>; declared as any action so that its type is written.</param>
/// <param name="UserIds">Teams ids, at most <see cref="AdaptiveCard.MostRefreshed"/>.</param>
public sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds);

/// <summary>What only Teams reads.</summary>
/// <param name="Width"><c>Full</c> uses the conversation's width.</param>
public sealed record TeamsCard(string? Width = "Full");
