using System.Text.Json;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ConcertationBot.Channel;

/// <summary>POST /api/messages: token, shape, tenant, repeats; then the turn.</summary>
public static partial class TurnEndpoint
{
    /// <summary>Teams' own activities are far below; more is not one.</summary>
    public const int LargestBody = 256 * 1024;

    /// <summary>
    /// Answers the one address the channel calls. Ahead of routing: the table of routes, with every file of the add-in,
    /// is built when it is first asked, and a turn needs none of it.
    /// </summary>
    public static WebApplication UseChannel(this WebApplication app)
    {
        app.MapWhen(
            context => context.Request.Path.Equals("/api/messages", StringComparison.OrdinalIgnoreCase),
            turns => turns.Run(Take));
        app.UseRouting();
        return app;
    }

    private static async Task Take(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            await Refusal.Write(context.Response, StatusCodes.Status405MethodNotAllowed, "Only POST");
            return;
        }

        var services = context.RequestServices;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TurnEndpoint).FullName!);
        var cancel = context.RequestAborted;

        var sender = await services.GetRequiredService<TurnAuthentication>().Check(context.Request, cancel);
        if (sender is Sender.Refused stranger)
        {
            TokenRefused(log, context.TraceIdentifier, stranger.Status, stranger.Reason);
            await Refusal.Write(context.Response, stranger.Status, "The caller can't be authenticated");
            return;
        }

        var (activity, unreadable) = await Read(context, cancel);
        var refusal = unreadable ?? services.GetRequiredService<TurnRules>().Refuses(activity!, sender);
        if (refusal is not null)
        {
            TurnRefused(log, context.TraceIdentifier, refusal.Status, refusal.Title);
            await Refusal.Write(context.Response, refusal.Status, refusal.Title);
            return;
        }

        var answer = await services.GetRequiredService<TurnDispatch>().Handle(activity!, cancel);
        TurnDone(log, context.TraceIdentifier, activity!.Id, answer.Status);
        context.Response.StatusCode = answer.Status;
        if (!answer.Body.IsEmpty)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, cancel);
        }
    }

    private static async Task<(Activity? Activity, Problem? Refusal)> Read(HttpContext context, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset)
                .Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, new Problem(StatusCodes.Status415UnsupportedMediaType, "Only JSON in UTF-8", null));
        }

        // Kestrel counts for us, chunked bodies included.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestBody;
        try
        {
            var activity = await JsonSerializer.DeserializeAsync(
                context.Request.Body, ConnectorJson.Default.Activity, cancel);
            return activity is null ? (null, NotAnActivity) : (activity, null);
        }
        catch (JsonException)
        {
            return (null, NotAnActivity);
        }
        catch (BadHttpRequestException bad)
        {
            return (null, new Problem(bad.StatusCode, "The request's body can't be read", null));
        }
    }

    private static Problem NotAnActivity => new(StatusCodes.Status400BadRequest, "The body is not an activity", null);

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "Turn {Request} refused {Status}: {Reason}")]
    private static partial void TokenRefused(ILogger log, string request, int status, string reason);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Turn {Request} refused {Status}: {Reason}")]
    private static partial void TurnRefused(ILogger log, string request, int status, string reason);

    [LoggerMessage(EventId = 12, Level = LogLevel.Debug, Message = "Turn {Request}, activity {Activity}: {Status}")]
    private static partial void TurnDone(ILogger log, string request, string? activity, int status);
}
