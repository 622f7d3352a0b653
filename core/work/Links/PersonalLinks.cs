using System.Globalization;
using System.Security.Cryptography;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Microsoft.AspNetCore.DataProtection;

namespace Concertation.Work.Links;

public enum LinkPurpose { Reply, Vote, Poll, Agenda, Minutes, Document, Paper, Decision, DirectoryEntry, Hearing, Queue, Observatory, PersonData }

/// <summary>What a personal link lets one person do, for one seat, on one subject, until then.</summary>
/// <param name="Issued">When it was made, to the millisecond, so that earlier ones can be revoked; set by whoever makes it.</param>
public sealed record PersonalLink(
    TerritoryId Territory, LinkPurpose Purpose, string SubjectId, SeatId Seat, PersonId Person, DateTimeOffset Expires,
    DateTimeOffset Issued = default);

public abstract record LinkReading
{
    private LinkReading() { }

    public sealed record Valid(PersonalLink Link) : LinkReading;

    /// <summary>Ours, but too old; what it was for may still be said.</summary>
    public sealed record Expired(PersonalLink Link) : LinkReading;

    /// <summary>Not ours, or changed on the way.</summary>
    public sealed record Forged : LinkReading;
}

/// <summary>
/// Personal links, signed and encrypted by ASP.NET Core's data protection: nothing about the person shows in the
/// address, and no link can be made or changed without the key ring. Whether the person still holds the seat is checked
/// when the link acts, not here.
/// </summary>
public sealed class PersonalLinks(IDataProtectionProvider protection, LinkBase at, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Concertation.PersonalLinks.v1");

    /// <summary>"{base}/lien/{token}".</summary>
    public string UrlFor(PersonalLink link) => $"{at.Address.TrimEnd('/')}/lien/{_protector.Protect(Write(link with { Issued = clock.GetUtcNow() }))}";

    public LinkReading Read(string token)
    {
        if (token.Length > 2000)
        {
            return new LinkReading.Forged();
        }

        try
        {
            var link = Parse(_protector.Unprotect(token));
            return link.Expires > clock.GetUtcNow() ? new LinkReading.Valid(link) : new LinkReading.Expired(link);
        }
        catch (CryptographicException)
        {
            return new LinkReading.Forged();
        }
    }

    private static string Write(PersonalLink link) => string.Join(
        '|', link.Territory.Value, link.Purpose.ToString(), link.SubjectId, link.Seat.Value, link.Person.Value,
        link.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        link.Issued.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    // A link made before links said when they were is as old as can be.
    private static PersonalLink Parse(string text) => text.Split('|') is [var territory, var purpose, var subject, var seat, var person, var expires, .. var issued]
        ? new(
            TerritoryId.From(territory), Enum.Parse<LinkPurpose>(purpose), subject, SeatId.From(seat), PersonId.From(person),
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)),
            DateTimeOffset.FromUnixTimeMilliseconds(issued is [var at] ? long.Parse(at, CultureInfo.InvariantCulture) : 0))
        : throw new CryptographicException("a link of another shape");
}

/// <summary>Where this server is reached from outside: `Links:BaseUrl`, else the address it listens on, known once it has started.</summary>
public sealed class LinkBase(string? configured)
{
    public bool IsConfigured => !string.IsNullOrWhiteSpace(configured);

    public string Address { get; private set; } = string.IsNullOrWhiteSpace(configured) ? "http://localhost:3978" : configured;

    public void ListensOn(string address)
    {
        if (!IsConfigured)
        {
            Address = address;
        }
    }
}
