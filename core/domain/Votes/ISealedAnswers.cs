namespace Concertation.Domain.Votes;

/// <summary>What a secret ballot can't have.</summary>
public enum SecretLimit
{
    /// <summary>A reason would tell whose it is.</summary>
    Reason,
    /// <summary>Seats of different weights: a weight in the count would point at its seat.</summary>
    Weights,
    /// <summary>No key to seal answers with is configured here, or not the one the ballot was opened with.</summary>
    NoKey,
}

/// <summary>One answer of a secret ballot, without the seat that gave it.</summary>
/// <param name="Option">Of a choice among options: its place in the list, from 0; null for other answers.</param>
/// <param name="Consultative">Given by a consultative seat, and counted apart.</param>
public sealed record SealedAnswer(Choice Choice, int? Option = null, bool Consultative = false);

/// <summary>
/// The answers behind one gate, unreadable without the key: as many places as seats, filled or not, in no order.
/// </summary>
/// <param name="Bytes">Always of the same length for the same number of places.</param>
/// <param name="Key">Names the key it was sealed with, and tells nothing about it.</param>
public sealed record SealedPool(ReadOnlyMemory<byte> Bytes, string Key);

/// <summary>Seals the answers of secret ballots with a key that is kept outside storage (rule 6).</summary>
public interface ISealedAnswers
{
    /// <summary>The key at hand, by the name that pools carry; null when there is none.</summary>
    string? Key { get; }

    /// <summary>A pool of so many empty places.</summary>
    SealedPool Empty(Ballot ballot, int gate, int places);

    /// <summary>The pool with one more answer in it: places shuffled, sealed anew.</summary>
    /// <returns>Null when every place is taken: the seat's own answer is among them.</returns>
    /// <exception cref="SealBrokenException">It can't be opened.</exception>
    SealedPool? Add(Ballot ballot, int gate, SealedPool pool, SealedAnswer answer);

    /// <summary>The answers in it, in an order that tells nothing.</summary>
    /// <exception cref="SealBrokenException">It can't be opened with the key at hand.</exception>
    IReadOnlyList<SealedAnswer> Open(Ballot ballot, int gate, SealedPool pool);
}

/// <summary>A pool that the key at hand doesn't open, or that doesn't hold what its gate says: nothing can be counted from it.</summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException() { }

    public SealBrokenException(string message) : base(message) { }

    public SealBrokenException(string message, Exception inner) : base(message, inner) { }
}
