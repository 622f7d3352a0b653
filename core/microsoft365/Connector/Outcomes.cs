namespace Concertation.Microsoft365.Connector;

/// <summary>
/// What became of a create, a send or an update. The Connector has no idempotency key, so "we don't know" is an
/// outcome of its own: the caller must not lose it, nor take it for a failure.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Accepted. Id: the activity's, or the conversation's for a create; empty if none was given.</summary>
    public sealed record Sent(string Id) : SendOutcome;

    /// <summary>
    /// Certainly not done. Status 0: never reached the Connector. Code: the Connector's, or one of
    /// <see cref="RefusalCodes"/>. Final: trying again later can't help.
    /// </summary>
    public sealed record Refused(int Status, string Code, bool Final) : SendOutcome;

    /// <summary>The Connector may or may not have done it. Reason: <c>Timeout</c>, <c>Dropped</c>, <c>Http503</c> …</summary>
    public sealed record Uncertain(string Reason) : SendOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Sent, T> sent, Func<Refused, T> refused, Func<Uncertain, T> uncertain) => this switch
    {
        Sent it => sent(it),
        Refused it => refused(it),
        Uncertain it => uncertain(it),
        _ => throw new InvalidOperationException("Unknown outcome"),
    };
}

/// <summary>What a read gave.</summary>
public abstract record ReadOutcome<T>
{
    private ReadOutcome() { }

    /// <summary>The Connector answered.</summary>
    public sealed record Found(T Value) : ReadOutcome<T>;

    /// <summary>It refused or could not be reached; as in <see cref="SendOutcome.Refused"/>.</summary>
    public sealed record Refused(int Status, string Code, bool Final) : ReadOutcome<T>;

    /// <summary>Handles every case.</summary>
    public TResult Match<TResult>(Func<T, TResult> found, Func<Refused, TResult> refused) => this switch
    {
        Found it => found(it.Value),
        Refused it => refused(it),
        _ => throw new InvalidOperationException("Unknown outcome"),
    };
}

/// <summary>Codes of refusals: the Connector's that callers tell apart, and our own for what never left.</summary>
public static class RefusalCodes
{
    /// <summary>The bot isn't installed for the person, or was removed.</summary>
    public const string BotNotInConversationRoster = "BotNotInConversationRoster";

    /// <summary>The person blocked the bot.</summary>
    public const string MessageWritesBlocked = "MessageWritesBlocked";

    public const string ConversationNotFound = "ConversationNotFound";
    public const string ConversationBlockedByUser = "ConversationBlockedByUser";

    /// <summary>Our own: the stored service address isn't one we may send the bot's token to.</summary>
    public const string ServiceHostNotAllowed = "ServiceHostNotAllowed";

    /// <summary>Our own: over the size Teams accepts.</summary>
    public const string MessageTooBig = "MessageTooBig";

    /// <summary>Our own: keeping to the rate limits would take longer than we wait.</summary>
    public const string Throttled = "Throttled";

    /// <summary>Our own: no token could be had from the token endpoint.</summary>
    public const string TokenUnavailable = "TokenUnavailable";

    /// <summary>Our own: no connection could be opened, nothing was sent.</summary>
    public const string NotReached = "NotReached";

    /// <summary>Our own: a read or an answer that made no sense.</summary>
    public const string Unreadable = "Unreadable";
}
