using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Votes;

namespace ConcertationBot.Tests.Kit.Guessing;

/// <summary>
/// Pools as ADR 19 describes them, written by its words alone and with what keeps the secret left out on demand: what the
/// tests that guess must find, and what proves that the key opens pools without the product's code.
/// </summary>
/// <param name="key">32 bytes or more; null to write the places as they are.</param>
/// <param name="shuffled">Otherwise answers lie in the order in which they were given.</param>
public sealed class OpenPools(byte[]? key, bool shuffled) : ISealedAnswers
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public string? Key => key is null ? "none" : Convert.ToHexStringLower(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 8, salt: null, "Concertation.SecretBallot.KeyName"u8.ToArray()));

    public SealedPool Empty(Ballot ballot, int gate, int places) => Write(ballot, gate, new byte[places]);

    public SealedPool Add(Ballot ballot, int gate, SealedPool pool, SealedAnswer answer)
    {
        var places = Places(ballot, gate, pool);
        places[Array.IndexOf(places, (byte)0)] = (byte)(answer.Choice switch { Choice.For => 1, Choice.Against => 2, _ => 3 });
        if (shuffled)
        {
            RandomNumberGenerator.Shuffle<byte>(places);
        }

        return Write(ballot, gate, places);
    }

    public IReadOnlyList<SealedAnswer> Open(Ballot ballot, int gate, SealedPool pool) =>
        [.. Places(ballot, gate, pool).Where(p => p != 0).Order().Select(p => new SealedAnswer(p switch { 1 => Choice.For, 2 => Choice.Against, _ => Choice.Abstain }))];

    /// <summary>What lies at each place, in the order of the pool.</summary>
    public byte[] Places(Ballot ballot, int gate, SealedPool pool)
    {
        var bytes = pool.Bytes.ToArray();
        if (key is null)
        {
            return bytes;
        }

        var places = new byte[bytes.Length - 1 - Nonce - Tag];
        using var cipher = CipherOf(ballot);
        cipher.Decrypt(
            bytes.AsSpan(1, Nonce), bytes.AsSpan(1 + Nonce + Tag), bytes.AsSpan(1 + Nonce, Tag), places, Bound(ballot, gate));
        return places;
    }

    private SealedPool Write(Ballot ballot, int gate, byte[] places)
    {
        if (key is null)
        {
            return new(places, Key!);
        }

        var pool = new byte[1 + Nonce + Tag + places.Length];
        pool[0] = 1;
        RandomNumberGenerator.Fill(pool.AsSpan(1, Nonce));
        using var cipher = CipherOf(ballot);
        cipher.Encrypt(
            pool.AsSpan(1, Nonce), places, pool.AsSpan(1 + Nonce + Tag), pool.AsSpan(1 + Nonce, Tag), Bound(ballot, gate));
        return new(pool, Key!);
    }

    private AesGcm CipherOf(Ballot ballot) => new(
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key!, 32, salt: null,
            Encoding.UTF8.GetBytes($"Concertation.SecretBallot.v1|{ballot.Territory}|{ballot.Id}")),
        Tag);

    private static byte[] Bound(Ballot ballot, int gate) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ballot.Territory}|{ballot.Id}|{gate}"));
}
