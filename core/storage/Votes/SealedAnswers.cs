using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Votes;

namespace Concertation.Storage.Votes;

/// <summary>
/// One byte a place: 0 empty, else the answer. Shuffled at every write by the system's cryptographic generator and sealed
/// with AES-256-GCM under the ballot's own key, a fresh nonce each time; territory, ballot and gate are authenticated with
/// it. Stored as version (1), nonce (12), tag (16), then the places. Source: NIST SP 800-38D; RFC 5869 for the ballot's key.
/// </summary>
internal sealed class SealedAnswers(SecretKey secret) : ISealedAnswers
{
    private const byte Version = 1;
    private const byte Consultative = 0x80;
    private const byte FirstOption = 0x10;

    private static readonly int Nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int Tag = AesGcm.TagByteSizes.MaxSize;

    public string? Key => secret.Name;

    public SealedPool Empty(Ballot ballot, int gate, int places) => Seal(ballot, gate, new byte[places]);

    public SealedPool? Add(Ballot ballot, int gate, SealedPool pool, SealedAnswer answer)
    {
        var places = Unseal(ballot, gate, pool);
        var free = places.AsSpan().IndexOf((byte)0);
        if (free < 0)
        {
            return null;
        }

        places[free] = Write(answer);
        RandomNumberGenerator.Shuffle<byte>(places);
        return Seal(ballot, gate, places);
    }

    public IReadOnlyList<SealedAnswer> Open(Ballot ballot, int gate, SealedPool pool)
    {
        var places = Unseal(ballot, gate, pool);
        Array.Sort(places);
        SealedAnswer[] answers = [.. places.Where(p => p != 0).Select(Read)];
        CryptographicOperations.ZeroMemory(places);
        return answers;
    }

    private static byte Write(SealedAnswer answer)
    {
        var written = answer switch
        {
            { Choice: Choice.For } => 1,
            { Choice: Choice.Against } => 2,
            { Choice: Choice.Abstain } => 3,
            { Choice: Choice.Option, Option: >= 0 and < Consultative - FirstOption and var option } => FirstOption + option,
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Choice, "no answer of a secret ballot"),
        };
        return (byte)(written | (answer.Consultative ? Consultative : 0));
    }

    private static SealedAnswer Read(byte place)
    {
        var (written, consultative) = (place & ~Consultative, (place & Consultative) != 0);
        return written switch
        {
            1 => new SealedAnswer(Choice.For, null, consultative),
            2 => new SealedAnswer(Choice.Against, null, consultative),
            3 => new SealedAnswer(Choice.Abstain, null, consultative),
            >= FirstOption => new SealedAnswer(Choice.Option, written - FirstOption, consultative),
            _ => throw new SealBrokenException("a place holds no answer"),
        };
    }

    private SealedPool Seal(Ballot ballot, int gate, byte[] places)
    {
        var pool = new byte[1 + Nonce + Tag + places.Length];
        pool[0] = Version;
        var nonce = pool.AsSpan(1, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using (var cipher = CipherOf(ballot))
        {
            cipher.Encrypt(nonce, places, pool.AsSpan(1 + Nonce + Tag), pool.AsSpan(1 + Nonce, Tag), Bound(ballot, gate));
        }

        CryptographicOperations.ZeroMemory(places);
        return new SealedPool(pool, secret.Name!);
    }

    private byte[] Unseal(Ballot ballot, int gate, SealedPool pool)
    {
        var bytes = pool.Bytes.Span;
        if (pool.Key != secret.Name)
        {
            throw new SealBrokenException(
                $"ballot {ballot.Id} was sealed with key {pool.Key}; the one at hand is {secret.Name ?? "none"}");
        }

        if (bytes.Length < 1 + Nonce + Tag || bytes[0] != Version)
        {
            throw new SealBrokenException($"the pool of gate {gate} of ballot {ballot.Id} has no known shape");
        }

        var places = new byte[bytes.Length - 1 - Nonce - Tag];
        try
        {
            using var cipher = CipherOf(ballot);
            cipher.Decrypt(
                bytes.Slice(1, Nonce), bytes[(1 + Nonce + Tag)..], bytes.Slice(1 + Nonce, Tag), places, Bound(ballot, gate));
            return places;
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new SealBrokenException($"the pool of gate {gate} of ballot {ballot.Id} was changed", changed);
        }
    }

    private AesGcm CipherOf(Ballot ballot)
    {
        Span<byte> key = stackalloc byte[32];
        secret.Derive($"Concertation.SecretBallot.v1|{ballot.Territory}|{ballot.Id}", key);
        var cipher = new AesGcm(key, Tag);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    private static byte[] Bound(Ballot ballot, int gate) => Encoding.UTF8.GetBytes(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ballot.Territory}|{ballot.Id}|{gate}"));
}
