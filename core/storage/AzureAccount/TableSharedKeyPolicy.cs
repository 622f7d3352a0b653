using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Concertation.Storage.AzureAccount;

/// <summary>
/// Signs each try of a request to the Table service with SharedKeyLite: the date, a line feed, and the resource.
/// Source: "Authorize with Shared Key" of the Storage REST reference, Table service.
/// </summary>
internal sealed class TableSharedKeyPolicy(StorageAccount account, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        // "/" and the account, then the path as sent; the emulator's path repeats the account, and so does what it signs.
        // Of the query only "comp" would count, which no request here uses.
        var resource = $"/{account.Name}{message.Request.Uri.ToUri().AbsolutePath}";
        message.Request.Headers.SetValue(
            "Authorization", $"SharedKeyLite {account.Name}:{account.Sign($"{date}\n{resource}")}");
    }
}
