using System.Security.Cryptography;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Work.Calendar;
using Concertation.Work.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Concertation.Work.Dysfunctions;

/// <summary>Where a report page's secret leads.</summary>
/// <param name="Table">Null for a link that was revoked, or whose table is gone.</param>
public sealed record ReportPlace(Roster Roster, Table? Table, string LinkHash);

/// <summary>
/// The tables' links to the pages where anybody reports: the territory's id, '_', and 256 random bits. Storage holds the
/// hash, and the secret sealed with the key ring, so that it can be shown again.
/// </summary>
public sealed class ReportPages(
    IReportLinks links, IRosters rosters, IDataProtectionProvider protection, LinkBase at, TimeProvider clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Concertation.ReportLinks.v1");

    /// <summary>The table whose page the person is shown: where they sit, else the territory's first.</summary>
    public static Table? TableFor(Actor actor, Roster roster) =>
        roster.Tables.FirstOrDefault(t => t.Seats.Any(s => roster.Mandates.TryGetValue(s.Id, out var m) && m.Allows(actor.Id)))
        ?? (roster.Tables is [var first, ..] ? first : null);

    /// <summary>Where a code opens its report. The code itself is never part of an address.</summary>
    public string FollowUpAddress(TerritoryId territory) => $"{at.Address.TrimEnd('/')}/suivi/{territory}";

    /// <summary>The table's link, made when there is none, or none that can be shown.</summary>
    public async Task<string> Show(TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var standing = await links.Of(territory, table, cancel);
        return standing is not null && Open(standing.Sealed) is { } secret
            ? UrlFor(secret)
            : await Make(territory, table, standing, cancel);
    }

    /// <summary>Revokes the link there is, and makes another.</summary>
    public async Task<string> Renew(TerritoryId territory, TableId table, CancellationToken cancel) =>
        await Make(territory, table, await links.Of(territory, table, cancel), cancel);

    /// <summary>Null for a link there never was.</summary>
    public async Task<ReportPlace?> Find(string secret, CancellationToken cancel)
    {
        if (FeedSecrets.TerritoryOf(secret) is not { } territory
            || await links.Find(territory, FeedSecrets.HashOf(secret), cancel) is not { } link
            || await rosters.Get(territory, cancel) is not { } roster)
        {
            return null;
        }

        return new ReportPlace(roster, link.RevokedAt is null ? roster.TableOf(link.Table) : null, link.Hash);
    }

    private async Task<string> Make(TerritoryId territory, TableId table, ReportLink? before, CancellationToken cancel)
    {
        var secret = FeedSecrets.New(territory);
        var link = new ReportLink(FeedSecrets.HashOf(secret), table, _seal.Protect(secret), clock.GetUtcNow());
        if (await links.Replace(territory, before, link, cancel))
        {
            return UrlFor(secret);
        }

        // Somebody else's came first: it is the good one.
        var standing = await links.Of(territory, table, cancel);
        return standing is not null && Open(standing.Sealed) is { } other
            ? UrlFor(other)
            : throw new InvalidOperationException("a link that was just made can't be read");
    }

    private string UrlFor(string secret) => $"{at.Address.TrimEnd('/')}/signaler/{secret}";

    /// <summary>Null when the key ring it was sealed with is gone.</summary>
    private string? Open(string sealedSecret)
    {
        try
        {
            return _seal.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
