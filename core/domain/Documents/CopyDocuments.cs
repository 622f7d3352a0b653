namespace Concertation.Domain.Documents;

/// <summary>Takes documents along into another territory, where its own people read them.</summary>
public sealed class CopyDocuments(IDocuments documents, IDocumentBytes bytes)
{
    /// <summary>Their ids there, in their order; the same however often it is asked. Within a territory they stay what they are.</summary>
    public async Task<IReadOnlyList<DocumentId>> Into(
        TerritoryId from, IReadOnlyList<DocumentId> ids, TerritoryId to, CancellationToken cancel)
    {
        if (from == to)
        {
            return ids;
        }

        var copies = new List<DocumentId>();
        foreach (var id in ids)
        {
            if (await documents.Open(from, id, cancel) is not { } opened)
            {
                continue;
            }

            await using var content = opened.Bytes;
            await using var received = await bytes.Receive(to, content, DocumentLimits.Size, cancel)
                ?? throw new InvalidOperationException($"document {id} is larger than a document may be");
            await received.Keep(cancel);
            var document = opened.Document;
            var copied = await documents.Create(
                document with
                {
                    Id = DocumentIds.Of(to, document.AddedBy, document.Name, document.Sha256, null), Territory = to, Version = 1, Previous = null,
                },
                cancel);
            copies.Add(copied.Id);
        }

        return copies;
    }
}
