namespace Concertation.Domain.Documents;

public readonly record struct DocumentId(string Value) : IId<DocumentId>
{
    public static DocumentId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>What a document is, as its own bytes say. Stored by name.</summary>
public enum DocumentKind { Pdf, Word, Excel, PowerPoint, OpenText, OpenSheet, OpenSlides, Png, Jpeg, Webp, Gif }

/// <summary>
/// One version of a document, for ever as it is: who brought it, when, and its bytes by their digest. A changed file is
/// another document that names this one.
/// </summary>
/// <param name="Name">Cleaned, with the extension of its kind: see <see cref="DocumentName"/>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Previous">The version before; null for the first.</param>
public sealed record Document(
    DocumentId Id, TerritoryId Territory, string Name, DocumentKind Kind, long Size, string Sha256, PersonId AddedBy,
    string AddedByName, DateTimeOffset AddedAt, int Version = 1, DocumentId? Previous = null)
{
    /// <summary>The same file as the version that follows <paramref name="before"/>; the same however often it is asked.</summary>
    public Document After(Document before) => this with
    {
        Id = DocumentIds.Of(Territory, AddedBy, before.Name, Sha256, before.Id), Name = before.Name,
        Version = before.Version + 1, Previous = before.Id,
    };
}

public static class DocumentLimits
{
    /// <summary>Bytes of one document.</summary>
    public const long Size = 25L * 1024 * 1024;

    /// <summary>Characters of its name, extension included.</summary>
    public const int Name = 120;

    /// <summary>Documents of one item of an agenda.</summary>
    public const int PerItem = 10;

    /// <summary>Bytes of everything inside an Office file, once inflated.</summary>
    public const long Inflated = 250L * 1024 * 1024;

    /// <summary>Parts inside an Office file.</summary>
    public const int Parts = 10_000;
}
