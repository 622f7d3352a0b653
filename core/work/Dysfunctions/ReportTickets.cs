using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Concertation.Work.Dysfunctions;

/// <summary>One form of a report page, as it was handed out.</summary>
/// <param name="Secret">Names the form: what is sent twice is one report, and its follow-up code comes from it.</param>
public sealed record ReportTicket(string Secret, DateTimeOffset At);

/// <summary>
/// Sealed tickets in the forms of report pages: only a form that was asked for can be sent, and not faster than a person
/// types. The secret inside is stored nowhere.
/// </summary>
public sealed class ReportTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody tells what happened in less.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    private readonly IDataProtector _seal = protection.CreateProtector("Concertation.ReportTickets.v1");

    /// <param name="linkHash">Of the page it is for: it can't be used on another.</param>
    public string New(string linkHash) => _seal.Protect(string.Join(
        '|', linkHash, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null for what isn't a ticket of that page, or one too old.</summary>
    public ReportTicket? Read(string? ticket, string linkHash)
    {
        if (ticket is not { Length: > 0 and <= 1_000 })
        {
            return null;
        }

        try
        {
            return _seal.Unprotect(ticket).Split('|') is [var link, var secret, var at] && link == linkHash
                && DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)) is var made
                && clock.GetUtcNow() - made < Most
                    ? new ReportTicket(secret, made)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Faster than anybody types.</summary>
    public bool IsTooFast(ReportTicket ticket) => clock.GetUtcNow() - ticket.At < Least;
}
