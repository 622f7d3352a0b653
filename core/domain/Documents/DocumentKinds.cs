namespace Concertation.Domain.Documents;

/// <summary>How each kind is called by names and by the web.</summary>
public static class DocumentKinds
{
    private static readonly (DocumentKind Kind, string[] Extensions, string MediaType)[] All =
    [
        (DocumentKind.Pdf, ["pdf"], "application/pdf"),
        (DocumentKind.Word, ["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (DocumentKind.Excel, ["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (DocumentKind.PowerPoint, ["pptx"], "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        (DocumentKind.OpenText, ["odt"], "application/vnd.oasis.opendocument.text"),
        (DocumentKind.OpenSheet, ["ods"], "application/vnd.oasis.opendocument.spreadsheet"),
        (DocumentKind.OpenSlides, ["odp"], "application/vnd.oasis.opendocument.presentation"),
        (DocumentKind.Png, ["png"], "image/png"),
        (DocumentKind.Jpeg, ["jpg", "jpeg"], "image/jpeg"),
        (DocumentKind.Webp, ["webp"], "image/webp"),
        (DocumentKind.Gif, ["gif"], "image/gif"),
    ];

    /// <summary>The usual extension, without its dot.</summary>
    public static string Extension(this DocumentKind kind) => Of(kind).Extensions[0];

    public static string MediaType(this DocumentKind kind) => Of(kind).MediaType;

    /// <summary>Whether a name of that extension is this kind's.</summary>
    public static bool IsCalled(this DocumentKind kind, string extension) =>
        Of(kind).Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of that media type; null when we take none of it.</summary>
    public static DocumentKind? OfMediaType(string mediaType)
    {
        var found = Array.FindIndex(All, k => k.MediaType == mediaType);
        return found < 0 ? null : All[found].Kind;
    }

    private static (DocumentKind Kind, string[] Extensions, string MediaType) Of(DocumentKind kind) =>
        Array.Find(All, k => k.Kind == kind) is { Extensions: not null } found
            ? found
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of document");
}
