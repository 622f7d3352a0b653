namespace Concertation.Domain.Documents;

/// <summary>Documents of a territory: what is known of them, and their bytes.</summary>
public interface IDocuments
{
    Task<Document?> Get(TerritoryId territory, DocumentId id, CancellationToken cancel);

    /// <summary>Those of these ids that are there, in their order; read side by side.</summary>
    Task<IReadOnlyList<Document>> Get(TerritoryId territory, IReadOnlyList<DocumentId> ids, CancellationToken cancel);

    /// <summary>Records it, its bytes being kept; one of its id that is there stays as it is and is given back.</summary>
    Task<Document> Create(Document document, CancellationToken cancel);

    /// <summary>
    /// The document, to be read from its first byte; whoever asks closes it. Null when there is none of that id.
    /// Whether the reader may is not asked here: see <see cref="DocumentReaders"/>.
    /// </summary>
    Task<OpenedDocument?> Open(TerritoryId territory, DocumentId id, CancellationToken cancel);
}

/// <param name="Bytes">Knows its length.</param>
public sealed record OpenedDocument(Document Document, Stream Bytes);

/// <summary>
/// Documents' bytes by their digest, written once and never changed. A folder's and Azure Blobs' implementations keep one
/// contract suite.
/// </summary>
public interface IDocumentBytes
{
    /// <summary>
    /// Sets aside what <paramref name="from"/> brings, seen by nobody yet. Null when it is more than
    /// <paramref name="most"/> bytes: reading stops there. A stream that fails leaves nothing.
    /// </summary>
    Task<IReceivedBytes?> Receive(TerritoryId territory, Stream from, long most, CancellationToken cancel);

    /// <summary>To be read; null when there are none of that digest.</summary>
    Task<Stream?> Open(TerritoryId territory, string sha256, CancellationToken cancel);

    /// <summary>Gone already is fine. Whoever is reading them reads on.</summary>
    Task Remove(TerritoryId territory, string sha256, CancellationToken cancel);
}

/// <summary>Bytes set aside: kept when told to, else gone once disposed of.</summary>
public interface IReceivedBytes : IAsyncDisposable
{
    long Size { get; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    string Sha256 { get; }

    /// <summary>The bytes, which can be sought, until they are kept; whoever asks closes it.</summary>
    Stream Look();

    /// <summary>Makes them durable and seen, whole; the same bytes there already stay as they are.</summary>
    Task Keep(CancellationToken cancel);
}
