using Microsoft.AspNetCore.Http.Features;

namespace ConcertationBot.Simulator;

/// <summary>
/// The OneDrive of the simulated Teams, in memory: a file is uploaded before its message is sent, and whoever has its address
/// reads it without a token.
/// </summary>
public static class SimulatedFiles
{
    // Above what the bot takes, so that its refusal can be tried.
    private const int LargestUpload = 64 * 1024 * 1024;

    /// <summary>GET {prefix}/{id}.</summary>
    public static void MapSimulatedFiles(this IEndpointRouteBuilder routes, string prefix, SimulatedTeams teams)
    {
        routes.MapGet(prefix + "/{id}", (string id) => teams.Files.TryGetValue(id, out var bytes)
            ? Results.Bytes(bytes, "application/octet-stream")
            : Results.NotFound());
    }

    /// <summary>What a page uploads; null when it is too much.</summary>
    public static async Task<byte[]?> Uploaded(HttpContext context, CancellationToken cancel)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestUpload;
        if (context.Request.ContentLength > LargestUpload)
        {
            return null;
        }

        using var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole, cancel);
        return whole.ToArray();
    }

    /// <summary>Keeps a file and gives its address.</summary>
    public static Uri Upload(this SimulatedTeams teams, byte[] bytes)
    {
        var id = teams.NextId();
        teams.Files[id] = bytes;
        return new Uri($"{teams.FilesUrl}/{id}?tempauth=simulated");
    }
}
