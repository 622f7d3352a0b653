using System.Net;
using System.Text.Json;

namespace Concertation.Microsoft365.Connector;

/// <summary>Who the bot is for the token endpoint (https, or http on loopback), and what it asks to enter.</summary>
public sealed record BotCredential(string AppId, string ClientSecret, Uri TokenEndpoint)
{
    /// <summary>The Connector's unless it is said otherwise, e.g. https://graph.microsoft.com/.default.</summary>
    public string Scope { get; init; } = "https://api.botframework.com/.default";

    // A record prints its members; the secret must not end up in a log.
    public override string ToString() => $"{nameof(BotCredential)} {AppId}";
}

/// <summary>What asking for the bot's token gave.</summary>
public abstract record TokenOutcome
{
    private TokenOutcome() { }

    /// <summary>The bearer token; null when the bot has no identity (Development) and sends none.</summary>
    public sealed record Ready(string? Bearer) : TokenOutcome
    {
        // A record prints its members; this one must not.
        public override string ToString() => nameof(Ready);
    }

    /// <summary>The endpoint refused or couldn't be reached; status 0 for the latter.</summary>
    public sealed record Unavailable(int Status) : TokenOutcome;
}

/// <summary>
/// The bot's own token towards the Connector, or Graph: OAuth 2.0 client credentials (RFC 6749 §4.4), kept until five minutes
/// before it ends. However many ask at once, one request goes out.
/// </summary>
public sealed class BotToken(
    HttpClient http, BotCredential? credential, TimeProvider clock, Func<double> jitter, Retries retries)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private Task<TokenOutcome>? _asking;
    private string? _token;
    private DateTimeOffset _goodUntil;

    /// <summary>The kept token, or a fresh one.</summary>
    public Task<TokenOutcome> Get(CancellationToken cancel)
    {
        if (credential is null)
        {
            return Task.FromResult<TokenOutcome>(new TokenOutcome.Ready(null));
        }

        lock (_lock)
        {
            if (_token is not null && clock.GetUtcNow() < _goodUntil)
            {
                return Task.FromResult<TokenOutcome>(new TokenOutcome.Ready(_token));
            }

            // The request outlives a caller that gives up: others may be waiting for it.
            if (_asking is null || _asking.IsCompleted)
            {
                _asking = Task.Run(() => Ask(credential), CancellationToken.None);
            }

            return _asking.WaitAsync(cancel);
        }
    }

    /// <summary>Drops a token the Connector refused, so that the next request asks for another.</summary>
    public void Forget(string token)
    {
        lock (_lock)
        {
            if (string.Equals(_token, token, StringComparison.Ordinal))
            {
                _token = null;
            }
        }
    }

    private async Task<TokenOutcome> Ask(BotCredential who)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, wait) = await AskOnce(who);
            wait ??= retries.Wait(attempt, jitter());
            var again = outcome is TokenOutcome.Unavailable { Status: 0 or 429 or >= 500 };
            if (!again || attempt >= retries.Attempts || wait > retries.Patience)
            {
                return outcome;
            }

            await Task.Delay(wait.Value, clock, CancellationToken.None);
        }
    }

    private async Task<(TokenOutcome Outcome, TimeSpan? Wait)> AskOnce(BotCredential who)
    {
        using var deadline = new CancellationTokenSource(retries.AttemptTimeout, clock);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = who.AppId,
            ["client_secret"] = who.ClientSecret,
            ["scope"] = who.Scope,
        });
        try
        {
            using var answer = await http.PostAsync(who.TokenEndpoint, form, deadline.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                var asked = Retries.Asked(answer.Headers.RetryAfter, clock.GetUtcNow());
                return (new TokenOutcome.Unavailable((int)answer.StatusCode), asked);
            }

            await using var body = await answer.Content.ReadAsStreamAsync(deadline.Token);
            var token = await JsonSerializer.DeserializeAsync(body, ConnectorJson.Default.TokenAnswer, deadline.Token);
            return (Keep(token), null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return (new TokenOutcome.Unavailable(0), null);
        }
        catch (JsonException)
        {
            return (new TokenOutcome.Unavailable((int)HttpStatusCode.OK), null);
        }
    }

    private TokenOutcome Keep(TokenAnswer? answer)
    {
        if (answer?.AccessToken is not { Length: > 0 } token)
        {
            return new TokenOutcome.Unavailable((int)HttpStatusCode.OK);
        }

        lock (_lock)
        {
            _token = token;
            _goodUntil = clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Early;
        }

        return new TokenOutcome.Ready(token);
    }
}
