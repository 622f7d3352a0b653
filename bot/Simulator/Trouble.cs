namespace ConcertationBot.Simulator;

/// <summary>What goes wrong with a request to the simulated Connector.</summary>
public abstract record Trouble
{
    private Trouble() { }

    /// <summary>429; nothing is done.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : Trouble;

    /// <summary>Answers with the status; when accepted, after having done what was asked.</summary>
    public sealed record Failing(int Status, bool Accepted = false) : Trouble;

    /// <summary>Does what was asked, then keeps silent for that long before it answers.</summary>
    public sealed record Stalled(TimeSpan For) : Trouble;

    /// <summary>Cuts the connection without an answer; when accepted, after having done what was asked.</summary>
    public sealed record Dropped(bool Accepted = true) : Trouble;
}
