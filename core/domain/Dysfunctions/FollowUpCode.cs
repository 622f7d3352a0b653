using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// What opens a report to whoever made it by a page: the report's year and 100 random bits, as "2027-ABCDE-FGHJK-MNPQR-STVWX".
/// Only its hash is ever stored.
/// </summary>
public sealed record FollowUpCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int Group = 5;

    private readonly string _letters;

    private FollowUpCode(int year, string letters) => (Year, _letters) = (year, letters);

    public int Year { get; }

    /// <summary>SHA-256 of the random part, in lower-case hexadecimal: with 100 bits, nobody finds the code from it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_letters)));

    /// <summary>The code that a form's secret leads to: the same form sent twice shows the same code.</summary>
    public static FollowUpCode Of(int year, string secret)
    {
        var random = SHA256.HashData(Encoding.UTF8.GetBytes($"follow-up code|{secret}"));
        return new(year, string.Concat(random.Take(Length).Select(b => Letters[b % Letters.Length])));
    }

    /// <summary>As people type it: any case, spaces or dashes anywhere, O for 0, I and L for 1; null when it can't be one.</summary>
    public static FollowUpCode? Parse(string? typed)
    {
        if (typed is not { Length: <= 100 })
        {
            return null;
        }

        var plain = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)
            .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        return plain.Length == 4 + Length && int.TryParse(plain.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= 2000 && plain.All(Letters.Contains)
            ? new(year, plain[4..])
            : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Year:D4}-{string.Join('-', _letters.Chunk(Group).Select(part => new string(part)))}");
}
