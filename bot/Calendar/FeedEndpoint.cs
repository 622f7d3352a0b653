using System.Text;
using Concertation.Documents.Calendar;
using Concertation.Work.Calendar;
using Microsoft.Net.Http.Headers;

namespace ConcertationBot.Calendar;

/// <summary>
/// /agenda/{secret}.ics: a table's calendar for programs that come back by themselves. GET and HEAD only; 304 while nothing
/// changed, 410 for a link revoked or whose person has left, 404 for one there never was.
/// </summary>
public static class FeedEndpoint
{
    public static void MapFeeds(this WebApplication app) =>
        app.MapMethods("/agenda/{secret}.ics", [HttpMethods.Get, HttpMethods.Head], Show);

    private static async Task<IResult> Show(HttpContext http, string secret, TableFeed feed, CancellationToken cancel)
    {
        var headers = http.Response.Headers;
        // Kept by whoever asked, and asked about each time; never by what stands between.
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return await feed.Read(secret, cancel) switch
        {
            FeedReading.Found found => Results.Bytes(
                Encoding.UTF8.GetBytes(found.Text), CalendarFeed.ContentType, entityTag: new EntityTagHeaderValue(found.ETag)),
            FeedReading.Gone => Results.StatusCode(StatusCodes.Status410Gone),
            _ => Results.StatusCode(StatusCodes.Status404NotFound),
        };
    }
}
