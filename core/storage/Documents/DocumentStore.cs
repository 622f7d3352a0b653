using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Documents;

/// <summary>A territory's documents stand in one partition, "document|{id}", and never change; their bytes are elsewhere.</summary>
internal sealed class DocumentStore(IRowStore rows, IDocumentBytes bytes) : IDocuments
{
    public async Task<Document?> Get(TerritoryId territory, DocumentId id, CancellationToken cancel) =>
        (await rows.Get(new RowAddress(Partitions.Documents, territory.Value, KeyOf(id)), cancel))?.Read(StorageJson.Default.Document);

    public async Task<IReadOnlyList<Document>> Get(TerritoryId territory, IReadOnlyList<DocumentId> ids, CancellationToken cancel)
    {
        var found = await Task.WhenAll(ids.Select(id => Get(territory, id, cancel)));
        return [.. found.OfType<Document>()];
    }

    public async Task<Document> Create(Document document, CancellationToken cancel)
    {
        var outcome = await rows.Commit(
            Partitions.Documents, document.Territory.Value, [new RowChange.Insert(KeyOf(document.Id), BodyOf(document))], cancel);
        return outcome switch
        {
            CommitOutcome.Done => document,
            CommitOutcome.AlreadyThere => await Get(document.Territory, document.Id, cancel) ?? document,
            _ => throw new InvalidOperationException("an insert was refused as a change"),
        };
    }

    public async Task<OpenedDocument?> Open(TerritoryId territory, DocumentId id, CancellationToken cancel)
    {
        if (await Get(territory, id, cancel) is not { } document)
        {
            return null;
        }

        var opened = await bytes.Open(territory, document.Sha256, cancel)
            ?? throw new InvalidOperationException($"the bytes of document {id} are gone");
        return new OpenedDocument(document, opened);
    }

    private static string KeyOf(DocumentId id) => $"document|{id}";

    private static Dictionary<string, object> BodyOf(Document document) => RowBody.Of(
        document, StorageJson.Default.Document, ("Kind", document.Kind.ToString()), ("Size", document.Size), ("Sha256", document.Sha256),
        ("AddedAt", document.AddedAt), ("Version", document.Version));
}
