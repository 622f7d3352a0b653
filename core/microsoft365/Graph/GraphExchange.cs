using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Concertation.Microsoft365.Connector;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Concertation.Microsoft365.Graph;

/// <summary>
/// Carries requests to Graph, four at a time for a mailbox (Graph's limit for an app and a mailbox), each within a
/// deadline, and says what became of it. It doesn't ask again by itself: whoever asked knows when that is worth it.
/// </summary>
public sealed class GraphExchange(HttpClient http, GraphAccess? access, TimeProvider clock)
{
    /// <summary>At once for one mailbox (throttling-limits, "Outlook service limits").</summary>
    public const int AtOnce = 4;

    /// <summary>The wait when Graph asks for none.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    /// <summary>How long one request may take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this bot has what it needs to ask Graph anything.</summary>
    public bool IsConfigured => access is not null;

    /// <summary>Does one request for that mailbox.</summary>
    public async Task<GraphOutcome<T>> Do<T>(
        string mailbox, Func<GraphServiceClient, CancellationToken, Task<T>> request, CancellationToken cancel)
    {
        if (access is null)
        {
            return new GraphOutcome<T>.Refused(0, GraphCodes.NotConfigured);
        }

        var turn = _turns.GetOrAdd(mailbox, _ => new SemaphoreSlim(AtOnce));
        await turn.WaitAsync(cancel);
        try
        {
            var credential = new GraphCredential(access);
            using var client = new GraphServiceClient(http, credential, access.BaseUrl.AbsoluteUri.TrimEnd('/'));
            return await Once(client, credential, request, access, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<GraphOutcome<T>> Once<T>(
        GraphServiceClient client, GraphCredential credential, Func<GraphServiceClient, CancellationToken, Task<T>> request,
        GraphAccess where, CancellationToken cancel)
    {
        // Of the network, not of the territory's time: a moved clock is no answer.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Deadline);
        try
        {
            return new GraphOutcome<T>.Done(await request(client, deadline.Token));
        }
        catch (NoTokenException no)
        {
            return no.Status is 0 or 200 or 429 or >= 500
                ? new GraphOutcome<T>.Later(Usual, GraphCodes.TokenUnavailable)
                : new GraphOutcome<T>.Refused(no.Status, GraphCodes.TokenRefused);
        }
        catch (ApiException said)
        {
            if (said.ResponseStatusCode == 401 && credential.Given is { } refused)
            {
                where.Token.Forget(refused);
            }

            return Judge<T>(said);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new GraphOutcome<T>.Later(Usual, GraphCodes.NotReached);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new GraphOutcome<T>.Unknown("Dropped");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new GraphOutcome<T>.Unknown("Timeout");
        }
    }

    private GraphOutcome<T> Judge<T>(ApiException said)
    {
        var status = said.ResponseStatusCode;
        return status switch
        {
            429 or 503 => new GraphOutcome<T>.Later(
                Asked(said) ?? Usual, "Http" + status.ToString(CultureInfo.InvariantCulture)),
            408 or >= 500 => new GraphOutcome<T>.Unknown("Http" + status.ToString(CultureInfo.InvariantCulture)),
            // An answer that isn't Graph's: what it means is not known.
            < 400 => new GraphOutcome<T>.Unknown("Unreadable"),
            _ => new GraphOutcome<T>.Refused(status, CodeOf(said)),
        };
    }

    private TimeSpan? Asked(ApiException said) =>
        said.ResponseHeaders.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value
            ?.FirstOrDefault() is { } text && RetryConditionHeaderValue.TryParse(text, out var header)
            ? Retries.Asked(header, clock.GetUtcNow())
            : null;

    // Codes are stored and logged, so only what looks like one is taken over.
    private static string CodeOf(ApiException said) =>
        (said as ODataError)?.Error?.Code is { Length: > 0 and <= 64 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
            ? code
            : "";
}
