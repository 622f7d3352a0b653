using System.Net.Http.Headers;

namespace Concertation.Microsoft365.Connector;

/// <summary>How patiently the Connector and the token endpoint are asked.</summary>
public sealed record Retries
{
    /// <summary>Attempts in all, the first included.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait before the second attempt; doubled before each one after.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest single wait, be it asked by Retry-After or by our own pace; beyond it, we give up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Exponential with jitter: between half and the whole of the doubled wait.</summary>
    public TimeSpan Wait(int attempt, double jitter) => FirstWait * Math.Pow(2, attempt - 1) * (0.5 + jitter / 2);

    /// <summary>What a Retry-After header asks, in either of its forms; null without one.</summary>
    public static TimeSpan? Asked(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
