namespace Concertation.Domain.Votes;

/// <summary>What a use case about proposals and ballots answers: what was asked, or why not.</summary>
public abstract record Ruling<T>
{
    private Ruling() { }

    public sealed record Granted(T Value) : Ruling<T>;

    public sealed record Refused(BallotRefusal Why) : Ruling<T>;

    public TResult Match<TResult>(Func<T, TResult> granted, Func<BallotRefusal, TResult> refused) => this switch
    {
        Granted g => granted(g.Value),
        Refused r => refused(r.Why),
        _ => throw new InvalidOperationException("a ruling is one of two"),
    };

    public static implicit operator Ruling<T>(BallotRefusal why) => new Refused(why);

    public static implicit operator Ruling<T>(T value) => new Granted(value);
}
