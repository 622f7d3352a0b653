using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>One person's secret link to the calendar of one table.</summary>
/// <param name="Hash">SHA-256 of the secret, in lower-case hexadecimal: what the link is found by.</param>
/// <param name="Sealed">The secret, sealed with a key kept outside the storage: only to show the person their link again.</param>
/// <param name="Seats">The person's seats at the table when the link was made; empty for who only convenes it.</param>
/// <param name="RevokedAt">Null while it is good.</param>
public sealed record FeedLink(
    string Hash, TableId Table, PersonId Person, string Sealed, IReadOnlyList<SeatId> Seats, DateTimeOffset Since,
    DateTimeOffset? RevokedAt = null);

/// <summary>The links of a territory, found by their hash or by their person.</summary>
public interface IFeedLinks
{
    /// <summary>Good or revoked, by a point read; null when there never was one.</summary>
    Task<FeedLink?> Find(TerritoryId territory, string hash, CancellationToken cancel);

    /// <summary>The person's link that is good for that table; null when there is none.</summary>
    Task<FeedLink?> Of(TerritoryId territory, PersonId person, TableId table, CancellationToken cancel);

    /// <summary>
    /// The new link takes the place of the one before, which is revoked in the same transaction; null: there is none.
    /// False when that isn't so any more.
    /// </summary>
    Task<bool> Replace(
        TerritoryId territory, FeedLink? before, FeedLink link, DateTimeOffset now, CancellationToken cancel);
}
