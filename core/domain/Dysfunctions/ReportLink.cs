using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A table's secret link to the page where anybody reports a difficulty.</summary>
/// <param name="Hash">SHA-256 of the secret, in lower-case hexadecimal: what the link is found by.</param>
/// <param name="Sealed">The secret, sealed with a key kept outside the storage: only to show the link again.</param>
/// <param name="RevokedAt">Null while it is good.</param>
public sealed record ReportLink(string Hash, TableId Table, string Sealed, DateTimeOffset Since, DateTimeOffset? RevokedAt = null);

/// <summary>The links of a territory, found by their hash or by their table.</summary>
public interface IReportLinks
{
    /// <summary>Good or revoked, by a point read; null when there never was one.</summary>
    Task<ReportLink?> Find(TerritoryId territory, string hash, CancellationToken cancel);

    /// <summary>The one that is good; null when there is none.</summary>
    Task<ReportLink?> Of(TerritoryId territory, TableId table, CancellationToken cancel);

    /// <summary>
    /// The new link takes the place of the one before, which is revoked in the same transaction; null: there is none.
    /// False when that isn't so any more.
    /// </summary>
    Task<bool> Replace(TerritoryId territory, ReportLink? before, ReportLink link, CancellationToken cancel);
}
