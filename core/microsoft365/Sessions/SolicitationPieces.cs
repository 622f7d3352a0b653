using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Sessions;

/// <summary>What a sender sees, above the button that sends, of those who were written to often this week.</summary>
public static class SolicitationPieces
{
    /// <param name="people">Null where it wasn't looked up.</param>
    /// <param name="groupLater">The offer to write to them next week; null where that would be late.</param>
    /// <param name="chosen">Whether the offer was taken before, in a form shown again.</param>
    public static IEnumerable<CardElement> Of(
        IReadOnlyList<(string Name, int Messages)>? people, string? groupLater, bool chosen = false)
    {
        if (people is null)
        {
            yield break;
        }

        yield return Faint(SolicitationTexts.Solicited(people));
        if (people.Count > 0 && groupLater is not null)
        {
            yield return new ToggleInput(SessionKeys.SparesOften, groupLater) { Value = chosen ? "true" : "false", Wrap = true };
        }
    }

    /// <param name="later">When they may be written to instead; null where that would be late.</param>
    public static IEnumerable<CardElement> Of(
        IReadOnlyList<(string Name, int Messages)>? people, DateTimeOffset? later, TimeZoneInfo zone) =>
        Of(people, later is { } at ? SolicitationTexts.GroupLater(at, zone) : null);
}
