using System.Security.Cryptography;
using Concertation.Domain;
using Concertation.Work.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Concertation.Work.Directories;

/// <summary>
/// The link to a territory's directory: signed, so that nobody finds it by trying, and nobody's own, so that it may be passed
/// on. It only reads.
/// </summary>
public sealed class DirectoryLinks(IDataProtectionProvider protection, LinkBase at)
{
    public const string Path = "/annuaire";

    private const int LongestToken = 2000;

    private readonly IDataProtector _protector = protection.CreateProtector("Concertation.DirectoryLinks.v1");

    public Uri UrlOf(TerritoryId territory) => new($"{at.Address.TrimEnd('/')}{Path}/{_protector.Protect(territory.Value)}");

    /// <summary>Null for a link that isn't ours.</summary>
    public TerritoryId? Read(string token)
    {
        if (token.Length > LongestToken)
        {
            return null;
        }

        try
        {
            return TerritoryId.From(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
