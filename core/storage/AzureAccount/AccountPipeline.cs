using Azure.Core;
using Azure.Core.Pipeline;

namespace Concertation.Storage.AzureAccount;

/// <summary>
/// How requests to an account travel: timeouts, retries of 408, 429, 500, 502, 503, 504 and broken connections with
/// growing pauses (or the pause that Retry-After asks for), request ids, then the signature, anew for each try.
/// </summary>
/// <remarks>
/// The signature is one policy handed in, so that Entra tokens are another policy here, and Blobs and Queues another
/// signature with the same travel.
/// </remarks>
public sealed class AccountPipeline : ClientOptions
{
    public AccountPipeline()
    {
        // A person waits, and the channel gives up after 10 to 15 s.
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = 5;
        Retry.Delay = TimeSpan.FromMilliseconds(200);
        Retry.MaxDelay = TimeSpan.FromSeconds(4);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        Diagnostics.IsTelemetryEnabled = false;
        Diagnostics.IsLoggingContentEnabled = false;
    }

    internal HttpPipeline Build(HttpPipelinePolicy signature, ResponseClassifier classifier) =>
        HttpPipelineBuilder.Build(this, [], [signature], classifier);
}
