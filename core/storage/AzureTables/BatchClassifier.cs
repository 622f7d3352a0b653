using Azure.Core;

namespace Concertation.Storage.AzureTables;

/// <summary>
/// A batch answers 202 even when the service was too busy for it: what it says inside decides whether it is tried again.
/// </summary>
internal sealed class BatchClassifier : ResponseClassifier
{
    public override bool IsRetriableResponse(HttpMessage message) =>
        base.IsRetriableResponse(message) || WasBusyInside(message);

    public override bool IsErrorResponse(HttpMessage message) =>
        base.IsErrorResponse(message) || WasBusyInside(message);

    private static bool WasBusyInside(HttpMessage message)
    {
        if (message.Response.Status != 202 || message.Response.ContentStream is not { CanSeek: true })
        {
            return false;
        }

        return BatchReply.Parse(message.Response.Content.ToString()) is [{ Status: 408 or 429 or >= 500 }];
    }
}
