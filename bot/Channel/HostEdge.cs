using System.Diagnostics;

namespace ConcertationBot.Channel;

/// <summary>
/// Where bugs and outages end: 500 in plain JSON, and a log entry with where it happened but not the exception's
/// message, which may quote what people wrote.
/// </summary>
public static partial class HostEdge
{
    /// <summary>Puts the edge around everything that follows.</summary>
    public static WebApplication UseHostEdge(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HostEdge).FullName!);
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                Left(log, context.TraceIdentifier);
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
            catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
            {
                await Refusal.Write(context.Response, bad.StatusCode, "The request can't be read");
            }
            catch (Exception failure)
            {
                Failed(log, context.TraceIdentifier, failure.GetType().FullName!, Where(failure));
                if (context.Response.HasStarted)
                {
                    context.Abort();
                    return;
                }

                context.Response.Clear();
                await Refusal.Write(
                    context.Response, StatusCodes.Status500InternalServerError, "Internal error", context.TraceIdentifier);
            }
        });
        return app;
    }

    private static string Where(Exception failure) => string.Join(
        Environment.NewLine,
        Causes(failure).Select(cause => $"{cause.GetType().FullName}{Environment.NewLine}{new StackTrace(cause, true)}"));

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request {Request} failed with {Kind} at {Where}")]
    private static partial void Failed(ILogger log, string request, string kind, string where);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Request {Request}: the caller left")]
    private static partial void Left(ILogger log, string request);
}
