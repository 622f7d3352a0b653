using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Work.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Concertation.Work.Calendar;

/// <summary>
/// Secrets of calendar links: the territory's id, '_', and 256 random bits. Storage holds their hash, and the secret itself
/// sealed with the key ring, so that a person can be shown their own link again.
/// </summary>
public sealed class FeedSecrets(IDataProtectionProvider protection, LinkBase at)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Concertation.FeedLinks.v1");

    public static string New(TerritoryId territory) =>
        $"{territory}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whose territory it would be; null for what can't be a secret.</summary>
    public static TerritoryId? TerritoryOf(string secret) =>
        secret.Length <= 128 && secret.IndexOf('_', StringComparison.Ordinal) is > 0 and var end && IdRules.IsWellFormed(secret[..end])
            ? new TerritoryId(secret[..end])
            : null;

    /// <summary>"{base}/agenda/{secret}.ics".</summary>
    public string UrlFor(string secret) => $"{at.Address.TrimEnd('/')}/agenda/{secret}.ics";

    public string Seal(string secret) => _seal.Protect(secret);

    /// <summary>Null when the key ring it was sealed with is gone.</summary>
    public string? Open(string sealedSecret)
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
