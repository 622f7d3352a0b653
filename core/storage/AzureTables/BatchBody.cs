using System.Buffers;
using System.Text;
using Concertation.Storage.Rows;

namespace Concertation.Storage.AzureTables;

/// <summary>
/// A transaction as one multipart/mixed body: a batch of one change set with one HTTP request a change. Source:
/// "Performing entity group transactions" of the Storage REST reference.
/// </summary>
internal sealed class BatchBody
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly string batch;
    private readonly string changeSet;

    private BatchBody(Guid operation)
    {
        batch = $"batch_{operation}";
        changeSet = $"changeset_{operation}";
    }

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public ReadOnlyMemory<byte> Bytes => buffer.WrittenMemory;

    public static BatchBody Of(
        TableAddresses addresses, string table, string partition, IReadOnlyList<RowChange> changes, Guid operation)
    {
        var body = new BatchBody(operation);
        body.Line($"--{body.batch}");
        body.Line($"Content-Type: multipart/mixed; boundary={body.changeSet}");
        body.Line("");
        foreach (var change in changes)
        {
            body.Add(EntityRequest.Of(addresses, table, partition, change, operation));
        }

        body.Line($"--{body.changeSet}--");
        body.Line($"--{body.batch}--");
        return body;
    }

    private void Add(EntityRequest request)
    {
        Line($"--{changeSet}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line("");
        Line($"{request.Method} {request.Address} HTTP/1.1");
        foreach (var (name, value) in request.Headers)
        {
            Line($"{name}: {value}");
        }

        Line("");
        buffer.Write(request.Body.Span);
        Line("");
    }

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, buffer);
        buffer.Write("\r\n"u8);
    }
}
