using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Concertation.Microsoft365.Connector;

/// <summary>One request to the Connector. Repeatable: doing it twice is the same as doing it once.</summary>
public sealed record ConnectorRequest(HttpMethod Method, string ServiceUrl, string Path, byte[]? Body)
{
    public string? Tenant { get; init; }
    public string? Conversation { get; init; }
    public required bool Repeatable { get; init; }
}

/// <summary>What is known once the attempts are over.</summary>
public abstract record ConnectorAnswer
{
    private ConnectorAnswer() { }

    public sealed record Ok(byte[] Body) : ConnectorAnswer;

    public sealed record Refused(int Status, string Code, bool Final) : ConnectorAnswer;

    public sealed record Uncertain(string Reason) : ConnectorAnswer;
}

/// <summary>
/// Carries requests to the Connector: token, pace, deadlines, retries. Retried are 412, 429, 502, 503 and 504
/// (msteams-docs, "Handle rate limiting"), and what never reached the server; but what isn't repeatable only where
/// the server certainly did nothing: 412, 429 and connections that never opened.
/// </summary>
public sealed class ConnectorExchange(
    HttpClient http, BotToken tokens, Pace pace, TimeProvider clock, Func<double> jitter)
{
    /// <summary>
    /// Asks until there is an answer or the attempts are used up. Cancelled while a request that isn't repeatable is
    /// under way, the answer is <see cref="ConnectorAnswer.Uncertain"/> rather than an exception.
    /// </summary>
    public async Task<ConnectorAnswer> Do(ConnectorRequest request, Retries retries, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await Turn(request, retries.Patience, cancel))
            {
                return new ConnectorAnswer.Refused(0, RefusalCodes.Throttled, Final: false);
            }

            if (await tokens.Get(cancel) is not TokenOutcome.Ready { Bearer: var bearer })
            {
                return new ConnectorAnswer.Refused(0, RefusalCodes.TokenUnavailable, Final: false);
            }

            var (answer, again) = await Once(request, bearer, retries, cancel);
            var wait = again.After ?? retries.Wait(attempt, jitter());
            if (!again.Worthwhile || attempt >= retries.Attempts || wait > retries.Patience)
            {
                return answer;
            }

            await Task.Delay(wait, clock, cancel);
        }
    }

    private Task<bool> Turn(ConnectorRequest request, TimeSpan patience, CancellationToken cancel) =>
        request.Method == HttpMethod.Get
            ? pace.ToRead(request.Tenant, request.Conversation ?? "", patience, cancel)
            : pace.ToSend(request.Tenant, request.Conversation, patience, cancel);

    private async Task<(ConnectorAnswer Answer, Again Again)> Once(
        ConnectorRequest request, string? bearer, Retries retries, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(retries.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        using var message = Message(request, bearer);
        try
        {
            using var response = await http.SendAsync(message, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized && bearer is not null)
            {
                tokens.Forget(bearer);
            }

            return Judge(request, response, body);
        }
        catch (HttpRequestException failure) when (NeverSent(failure))
        {
            return (new ConnectorAnswer.Refused(0, RefusalCodes.NotReached, Final: false), Again.Yes);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (new ConnectorAnswer.Uncertain("Dropped"), Again.If(request.Repeatable));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (new ConnectorAnswer.Uncertain("Timeout"), Again.If(request.Repeatable));
        }
        catch (OperationCanceledException) when (!request.Repeatable)
        {
            return (new ConnectorAnswer.Uncertain("Cancelled"), Again.No);
        }
    }

    private (ConnectorAnswer Answer, Again Again) Judge(
        ConnectorRequest request, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case >= 200 and < 300:
                return (new ConnectorAnswer.Ok(body), Again.No);
            case 412 or 429:
                return (
                    new ConnectorAnswer.Refused(status, CodeIn(body), Final: false),
                    new Again(true, Retries.Asked(response.Headers.RetryAfter, clock.GetUtcNow())));
            case 408 or >= 500:
                return (
                    new ConnectorAnswer.Uncertain("Http" + status.ToString(CultureInfo.InvariantCulture)),
                    Again.If(request.Repeatable && status is 502 or 503 or 504));
            default:
                return (new ConnectorAnswer.Refused(status, CodeIn(body), Final: status != 401), Again.No);
        }
    }

    private static HttpRequestMessage Message(ConnectorRequest request, string? bearer)
    {
        var message = new HttpRequestMessage(request.Method, request.ServiceUrl.TrimEnd('/') + "/" + request.Path);
        if (bearer is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        return message;
    }

    private static bool NeverSent(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    // Codes are logged and stored, so only what looks like one is taken over.
    private static string CodeIn(byte[] body)
    {
        try
        {
            var code = body.Length == 0
                ? null
                : JsonSerializer.Deserialize(body, ConnectorJson.Default.ErrorAnswer)?.Error?.Code;
            return code is { Length: > 0 and <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private readonly record struct Again(bool Worthwhile, TimeSpan? After)
    {
        public static Again Yes => new(true, null);
        public static Again No => new(false, null);

        public static Again If(bool worthwhile) => new(worthwhile, null);
    }
}
