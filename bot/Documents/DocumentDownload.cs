using Concertation.Domain.Documents;
using Microsoft.Net.Http.Headers;

namespace ConcertationBot.Documents;

/// <summary>
/// A document as it is, to be saved: never shown inside this site, whatever it holds. Its name goes in both spellings of
/// RFC 6266; ranges aren't served.
/// </summary>
public sealed class DocumentDownload(OpenedDocument opened) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var bytes = opened.Bytes;
        var response = httpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(opened.Document.Name);
        response.ContentType = opened.Document.Kind.MediaType();
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await bytes.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }
}
