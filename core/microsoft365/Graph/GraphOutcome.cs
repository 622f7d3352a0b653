namespace Concertation.Microsoft365.Graph;

/// <summary>What became of a request to Graph. Nothing of it is an exception: Graph says no every day.</summary>
public abstract record GraphOutcome<T>
{
    private GraphOutcome() { }

    public sealed record Done(T Value) : GraphOutcome<T>;

    /// <summary>
    /// Certainly not done, and asking again won't help by itself. Code: Graph's (<c>ErrorItemNotFound</c> …), or one of
    /// <see cref="GraphCodes"/> with status 0.
    /// </summary>
    public sealed record Refused(int Status, string Code) : GraphOutcome<T>;

    /// <summary>Not now: throttled, overloaded, or not to be reached. To be asked again no sooner than after that time.</summary>
    public sealed record Later(TimeSpan After, string Reason) : GraphOutcome<T>;

    /// <summary>It may or may not have been done. Reason: <c>Timeout</c>, <c>Dropped</c>, <c>Http500</c> …</summary>
    public sealed record Unknown(string Reason) : GraphOutcome<T>;

    /// <summary>Handles every case.</summary>
    public TResult Match<TResult>(
        Func<T, TResult> done, Func<Refused, TResult> refused, Func<Later, TResult> later, Func<Unknown, TResult> unknown) =>
        this switch
        {
            Done it => done(it.Value),
            Refused it => refused(it),
            Later it => later(it),
            Unknown it => unknown(it),
            _ => throw new InvalidOperationException("Unknown outcome"),
        };
}

/// <summary>Our own codes, for what never left.</summary>
public static class GraphCodes
{
    /// <summary>This bot has no settings for Graph.</summary>
    public const string NotConfigured = "NotConfigured";

    /// <summary>The token endpoint refused the bot's credential.</summary>
    public const string TokenRefused = "TokenRefused";

    /// <summary>The token endpoint couldn't be asked.</summary>
    public const string TokenUnavailable = "TokenUnavailable";

    /// <summary>No connection could be opened: nothing was sent.</summary>
    public const string NotReached = "NotReached";

    /// <summary>More than <see cref="GraphCalendar.MostAttendees"/>.</summary>
    public const string TooManyAttendees = "TooManyAttendees";
}
