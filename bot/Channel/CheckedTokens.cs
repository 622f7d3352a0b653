using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ConcertationBot.Channel;

/// <summary>What remains to be known of a token whose signature and claims were checked.</summary>
public sealed record CheckedToken(string Issuer, string KeyId, string ServiceUrl, DateTimeOffset Until);

/// <summary>
/// Tokens already checked, by their hash, until they end: the channel uses one for about an hour, and RSA is the
/// dearest part of a turn. Holds no token itself and at most a thousand entries.
/// </summary>
public sealed class CheckedTokens(TimeProvider clock)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, CheckedToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>The token's SHA-256.</summary>
    public static string Fingerprint(string token) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What was found, unless the token has ended since.</summary>
    public CheckedToken? Find(string fingerprint) =>
        _tokens.TryGetValue(fingerprint, out var known) && clock.GetUtcNow() <= known.Until ? known : null;

    /// <summary>Keeps a token that passed every check.</summary>
    public void Remember(string fingerprint, CheckedToken token)
    {
        if (_tokens.Count >= Most)
        {
            var now = clock.GetUtcNow();
            foreach (var (key, old) in _tokens)
            {
                if (old.Until < now)
                {
                    _tokens.TryRemove(key, out _);
                }
            }

            // Never seen with one channel; whoever gets here only pays for RSA again.
            if (_tokens.Count >= Most)
            {
                _tokens.Clear();
            }
        }

        _tokens[fingerprint] = token;
    }
}
