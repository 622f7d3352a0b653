namespace ConcertationBot.Simulator;

/// <summary>The simulator's three files, inside the program so that no static file server can show them elsewhere.</summary>
internal static class Page
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["simulator.js"] = "text/javascript; charset=utf-8",
        ["simulator.css"] = "text/css; charset=utf-8",
    };

    public static async Task Send(HttpContext context, string file)
    {
        if (!Types.TryGetValue(file, out var type))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-cache";
        await using var stream = typeof(Page).Assembly.GetManifestResourceStream($"simulator/{file}")!;
        await stream.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
