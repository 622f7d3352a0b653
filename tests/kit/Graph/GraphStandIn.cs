using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Kit.Graph;

/// <summary>How the stand-in treats a request.</summary>
public enum GraphTrouble
{
    None,
    /// <summary>429 with Retry-After.</summary>
    Throttled,
    /// <summary>503 with Retry-After.</summary>
    Overloaded,
    /// <summary>Done, then the connection is dropped: the answer is lost.</summary>
    AnswerLost,
    /// <summary>Nothing is done and nothing answered until the client gives up.</summary>
    Silent,
    /// <summary>403 ErrorAccessDenied.</summary>
    Forbidden,
}

/// <summary>One request as it came.</summary>
public sealed record GraphRequest(string Method, string Path, JsonObject? Body, int Status);

/// <summary>
/// Stands in for Microsoft Graph's calendars on loopback, as strictly as its documentation says it is, with the token
/// endpoint beside it. Sources: microsoft-graph-docs-contrib, api-reference/v1.0: user-post-events, event-update,
/// event-cancel, event-delete, event-get, calendar-getschedule; concepts/errors.
/// </summary>
public sealed partial class GraphStandIn : IAsyncDisposable
{
    public const string Tenant = "7e57ed00-0000-4000-8000-000000000001";
    public const string Client = "graph-client";
    public const string Secret = "gr&ph secret";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<StandInEvent> _events = [];
    private readonly ConcurrentQueue<GraphRequest> _requests = new();
    private readonly ConcurrentDictionary<string, int> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);

    private GraphStandIn(WebApplication app) => _app = app;

    /// <summary>People of the tenant: Entra id, then mail.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who is busy when, by mail: for getSchedule.</summary>
    public Dictionary<string, List<(DateTimeOffset From, DateTimeOffset Until, char As)>> Busy { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What happens to every request until it is set back.</summary>
    public GraphTrouble Trouble { get; set; }

    /// <summary>How many of the next requests <see cref="Trouble"/> is for; null for all.</summary>
    public int? TroubleLasts { get; set; }

    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>The clock of Outlook's answers.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The most requests that were under way at once for one mailbox.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>How long each request takes.</summary>
    public TimeSpan Takes { get; set; }

    public int TokensGiven => _tokens.Count;

    public IReadOnlyList<GraphRequest> Requests => [.. _requests];

    public IReadOnlyList<StandInEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>The bot's settings that lead here.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Graph:TenantId"] = Tenant, ["Graph:ClientId"] = Client, ["Graph:ClientSecret"] = Secret,
        ["Graph:BaseUrl"] = _app.Urls.First() + "/v1.0",
        ["Graph:TokenEndpoint"] = $"{_app.Urls.First()}/{Tenant}/oauth2/v2.0/token",
    };

    public static async Task<GraphStandIn> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var graph = new GraphStandIn(builder.Build());
        graph._app.MapPost("/{tenant}/oauth2/v2.0/token", graph.GiveToken);
        var users = graph._app.MapGroup("/v1.0/users/{user}");
        users.AddEndpointFilter(graph.Guard);
        users.MapPost("/events", graph.Create);
        users.MapPatch("/events/{id}", graph.Update);
        users.MapPost("/events/{id}/cancel", graph.Cancel);
        users.MapDelete("/events/{id}", graph.Delete);
        users.MapGet("/events/{id}", graph.Read);
        users.MapPost("/calendar/getSchedule", graph.Schedule);
        await graph._app.StartAsync();
        return graph;
    }

    /// <summary>An attendee answers in Outlook; someone the invitation was forwarded to becomes one.</summary>
    public void Answer(StandInEvent on, string mail, string response, DateTimeOffset? at = null)
    {
        lock (_lock)
        {
            var attendees = on.Body["attendees"]!.AsArray();
            var attendee = attendees.FirstOrDefault(a => StandInEvent.MailOf(a!).Equals(mail, StringComparison.OrdinalIgnoreCase));
            if (attendee is null)
            {
                attendees.Add(attendee = new JsonObject
                {
                    ["type"] = "required", ["emailAddress"] = new JsonObject { ["address"] = mail, ["name"] = mail },
                });
            }

            attendee["status"] = new JsonObject
            {
                ["response"] = response,
                ["time"] = (at ?? Clock.GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            };
        }
    }

    /// <summary>No token given so far is good any more.</summary>
    public void ForgetTokens()
    {
        lock (_lock)
        {
            _tokens.Clear();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> GiveToken(HttpRequest request, string tenant)
    {
        var form = await request.ReadFormAsync();
        if (tenant != Tenant || form["grant_type"] != "client_credentials" || form["client_id"] != Client
            || form["client_secret"] != Secret || form["scope"] != _app.Urls.First() + "/.default")
        {
            return Json(new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215" }, 401);
        }

        lock (_lock)
        {
            var token = string.Create(CultureInfo.InvariantCulture, $"graph-token-{_tokens.Count + 1}");
            _tokens.Add(token);
            return Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = token }, 200);
        }
    }

    /// <summary>What comes before every request: token, trouble, the mailbox, and the record of it.</summary>
    private async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var user = (string)http.GetRouteValue("user")!;
        lock (_lock)
        {
            _underWay[user] = _underWay.GetValueOrDefault(user) + 1;
            MostAtOnce = Math.Max(MostAtOnce, _underWay[user]);
        }

        try
        {
            await Task.Delay(Takes, http.RequestAborted);
            http.Request.EnableBuffering();
            var body = http.Request.ContentLength > 0 ? await JsonNode.ParseAsync(http.Request.Body) as JsonObject : null;
            http.Items["body"] = body;
            var result = await Treated(http, user, () => next(context));
            _requests.Enqueue(new GraphRequest(
                http.Request.Method, http.Request.Path + http.Request.QueryString, body,
                (result as IStatusCodeHttpResult)?.StatusCode ?? 0));
            return result;
        }
        finally
        {
            lock (_lock)
            {
                _underWay[user]--;
            }
        }
    }

    private async Task<object?> Treated(HttpContext http, string user, Func<ValueTask<object?>> next)
    {
        var trouble = NextTrouble();
        switch (trouble)
        {
            case GraphTrouble.Throttled:
                http.Response.Headers.RetryAfter = ((int)RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Error(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");
            case GraphTrouble.Overloaded:
                http.Response.Headers.RetryAfter = ((int)RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Error(503, "ServiceUnavailable", "The service is unavailable.");
            case GraphTrouble.Forbidden:
                return Error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
            case GraphTrouble.Silent:
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
        }

        var sent = http.Request.Headers.Authorization.ToString();
        bool known;
        lock (_lock)
        {
            known = sent.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.Contains(sent["Bearer ".Length..]);
        }

        var result = !known ? Error(401, "InvalidAuthenticationToken", "Access token is empty or not valid.")
            : !Users.ContainsKey(user) ? Error(404, "ErrorInvalidUser", $"The requested user '{user}' is invalid.")
            : await next();
        if (trouble == GraphTrouble.AnswerLost)
        {
            http.Abort();
        }

        return result;
    }

    private GraphTrouble NextTrouble()
    {
        lock (_lock)
        {
            if (TroubleLasts is 0)
            {
                return GraphTrouble.None;
            }

            TroubleLasts--;
            return Trouble;
        }
    }

    private static IResult Json(JsonNode body, int status) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    /// <summary>The documented shape of an error.</summary>
    private static IResult Error(int status, string code, string message) => Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = code,
                ["message"] = message,
                ["innerError"] = new JsonObject { ["date"] = "2026-11-23T08:00:00", ["request-id"] = "0", ["client-request-id"] = "0" },
            },
        },
        status);
}
