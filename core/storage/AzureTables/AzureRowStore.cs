using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Concertation.Storage.AzureAccount;
using Concertation.Storage.Rows;

namespace Concertation.Storage.AzureTables;

/// <summary>
/// Rows in Azure Tables, by its REST interface. A table is created the first time something is written to it. A write
/// that was tried again and then refused is looked up: the try before may have succeeded unheard.
/// </summary>
/// <exception cref="RequestFailedException">The service can't be reached or refuses; a write may have taken place.</exception>
public sealed class AzureRowStore : IRowStore, IRowScan
{
    /// <summary>The service's own.</summary>
    private const int MostInAPage = 1000;

    private readonly HttpPipeline pipeline;
    private readonly TableAddresses addresses;

    public AzureRowStore(StorageAccount account, TimeProvider clock, AccountPipeline? travel = null)
    {
        pipeline = (travel ?? new AccountPipeline()).Build(new TableSharedKeyPolicy(account, clock), new BatchClassifier());
        addresses = new TableAddresses(account.Tables);
    }

    public async Task<Row?> Get(RowAddress address, CancellationToken cancel)
    {
        RowRules.Check(address);
        return (await Read(address, cancel))?.Row;
    }

    public IAsyncEnumerable<Row> Query(string table, string partition, RowRange range, CancellationToken cancel)
    {
        RowRules.Check(table, partition);
        return Pages(table, RangeFilter.Of(partition, range), range, cancel);
    }

    public async Task<CommitOutcome> Commit(
        string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        RowRules.Check(table, partition, changes);
        var operation = new Guid(RandomNumberGenerator.GetBytes(16));
        var reply = await Send(table, partition, changes, operation, cancel);
        if (reply is { Status: 404, Error.Code: "TableNotFound" })
        {
            await CreateTable(table, cancel);
            reply = await Send(table, partition, changes, operation, cancel);
        }

        var index = reply.Error.Index ?? 0;
        CommitOutcome? refusal = (reply.Status, reply.Error.Code) switch
        {
            (< 400, _) => new CommitOutcome.Done(reply.ETags),
            (409, "EntityAlreadyExists") => new CommitOutcome.AlreadyThere(index),
            (412, _) or (404, "ResourceNotFound" or "EntityNotFound") => new CommitOutcome.Changed(index),
            _ => throw new RequestFailedException(
                reply.Status, $"Azure Tables refused a transaction: {reply.Status} {reply.Error.Code}.",
                reply.Error.Code, innerException: null),
        };
        return reply is { Retried: true, Status: >= 400 }
            ? await FindOwnWrite(table, partition, changes, operation, cancel) ?? refusal
            : refusal;
    }

    private sealed record Reply(int Status, ServiceError Error, IReadOnlyList<string?> ETags, bool Retried);

    private Task<Reply> Send(
        string table, string partition, IReadOnlyList<RowChange> changes, Guid operation, CancellationToken cancel) =>
        changes.Count == 1
            ? SendOne(EntityRequest.Of(addresses, table, partition, changes[0], operation), cancel)
            : SendBatch(BatchBody.Of(addresses, table, partition, changes, operation), changes, cancel);

    private async Task<Reply> SendOne(EntityRequest request, CancellationToken cancel)
    {
        using var message = Message(request.Method, new Uri(request.Address), request.Headers);
        if (!request.Body.IsEmpty)
        {
            message.Request.Content = RequestContent.Create(request.Body);
        }

        await pipeline.SendAsync(message, cancel);
        var response = message.Response;
        var retried = message.ProcessingContext.RetryNumber > 0;
        if (response.Status >= 400)
        {
            return new Reply(response.Status, ErrorOf(response), [], retried);
        }

        var etag = request.Method == RequestMethod.Delete ? null : response.Headers.ETag?.ToString("H");
        return new Reply(response.Status, default, [etag], retried);
    }

    private async Task<Reply> SendBatch(BatchBody body, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        using var message = Message(RequestMethod.Post, addresses.Batch, [("Content-Type", body.ContentType)]);
        message.Request.Content = RequestContent.Create(body.Bytes);
        await pipeline.SendAsync(message, cancel);
        var retried = message.ProcessingContext.RetryNumber > 0;
        if (message.Response.Status != 202)
        {
            return new Reply(message.Response.Status, ErrorOf(message.Response), [], retried);
        }

        var replies = BatchReply.Parse(message.Response.Content.ToString());
        if (replies is [{ Status: >= 400 } failed])
        {
            return new Reply(failed.Status, ServiceError.Parse(failed.Body), [], retried);
        }

        return replies.Count == changes.Count
            ? new Reply(202, default, [.. replies.Select((r, i) => changes[i] is RowChange.Delete ? null : r.ETag)], retried)
            : throw new InvalidDataException($"A batch of {changes.Count} changes got {replies.Count} answers.");
    }

    // Any row that still carries this operation's id proves that the whole transaction took place.
    private async Task<CommitOutcome?> FindOwnWrite(
        string table, string partition, IReadOnlyList<RowChange> changes, Guid operation, CancellationToken cancel)
    {
        var etags = new string?[changes.Count];
        var ours = false;
        var gone = true;
        for (var i = 0; i < changes.Count; i++)
        {
            var found = await Read(new RowAddress(table, partition, changes[i].Key), cancel);
            var written = changes[i] is not RowChange.Delete;
            gone &= !written && found is null;
            ours |= written && found?.Operation == operation;
            // Somebody may have written over one of the rows since: its ETag of then is not known any more.
            etags[i] = !written ? null : found?.Operation == operation ? found.Value.Row.ETag : EntityRequest.NeverMatches;
        }

        // Deletions alone leave no trace: that all the rows are gone is what was asked for.
        return ours || gone ? new CommitOutcome.Done(etags) : null;
    }

    private async Task CreateTable(string table, CancellationToken cancel)
    {
        var headers = new[] { ("Content-Type", "application/json"), ("Accept", "application/json;odata=nometadata"),
            ("Prefer", "return-no-content") };
        using var message = Message(RequestMethod.Post, addresses.Tables, headers);
        // The name was checked: letters and digits only.
        message.Request.Content = RequestContent.Create(BinaryData.FromString($$"""{"TableName":"{{table}}"}"""));
        await pipeline.SendAsync(message, cancel);
        if (message.Response.Status is not (201 or 204)
            && ErrorOf(message.Response).Code is not "TableAlreadyExists")
        {
            throw new RequestFailedException(message.Response);
        }
    }

    private async Task<(Row Row, Guid? Operation)?> Read(RowAddress address, CancellationToken cancel)
    {
        using var message = Get(addresses.Row(address.Table, address.Partition, address.Key));
        await pipeline.SendAsync(message, cancel);
        if (message.Response.Status == 404)
        {
            return null;
        }

        using var json = Json(message.Response);
        return EntityJson.Read(json.RootElement);
    }

    public async IAsyncEnumerable<Row> Scan(
        string table, (string Partition, string Key)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        RowRules.CheckTable(table);
        foreach (var filter in RangeFilter.After(after))
        {
            await foreach (var row in Pages(table, filter, RowRange.All, cancel))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<Row> Pages(
        string table, string filter, RowRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        (string, string?)? continuation = null;
        var left = range.Most ?? int.MaxValue;
        do
        {
            using var message = Get(addresses.Page(table, filter, continuation, left < MostInAPage ? left : null));
            await pipeline.SendAsync(message, cancel);
            if (message.Response.Status == 404)
            {
                yield break;
            }

            using var json = Json(message.Response);
            foreach (var entity in json.RootElement.GetProperty("value").EnumerateArray())
            {
                var (row, _) = EntityJson.Read(entity);
                if (RangeFilter.Contains(range, row.Key) && left-- > 0)
                {
                    yield return row;
                }
            }

            var headers = message.Response.Headers;
            continuation = headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)
                ? (partition, headers.TryGetValue("x-ms-continuation-NextRowKey", out var key) ? key : null)
                : null;
        }
        while (continuation is not null && left > 0);
    }

    private HttpMessage Get(Uri address) =>
        Message(RequestMethod.Get, address, [("Accept", "application/json;odata=minimalmetadata")]);

    private HttpMessage Message(RequestMethod method, Uri address, IReadOnlyList<(string Name, string Value)> headers)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.SetValue("x-ms-version", "2019-02-02");
        foreach (var (name, value) in headers)
        {
            message.Request.Headers.SetValue(name, value);
        }

        return message;
    }

    private static JsonDocument Json(Response response) => response.Status == 200
        ? JsonDocument.Parse(response.Content.ToMemory())
        : throw new RequestFailedException(response);

    private static ServiceError ErrorOf(Response response) => ServiceError.Parse(response.Content.ToString());
}
