using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Concertation.Domain.Documents;

/// <summary>
/// Office files are zips. Which one says the zip itself: Office Open XML in [Content_Types].xml (ECMA-376, part 2),
/// OpenDocument in its first entry « mimetype » (ODF 1.3, part 2).
/// </summary>
internal static class OfficeFile
{
    // Of the parts read here; what they hold is short.
    private const int LongestPart = 2 * 1024 * 1024;
    private const string Main = ".main+xml";

    public static bool IsZip(DocumentKind kind) => kind is DocumentKind.Word or DocumentKind.Excel or DocumentKind.PowerPoint
        or DocumentKind.OpenText or DocumentKind.OpenSheet or DocumentKind.OpenSlides;

    public static KindReading Read(Stream file)
    {
        try
        {
            if (FileEnds.ZipEnd(file) is not { } end)
            {
                return Refused(new DocumentRefusal.Damaged(null));
            }

            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return ReadZip(zip, end.At + 22 + end.Comment == file.Length && end.Comment == 0 && IsAlone(end));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or DecoderFallbackException)
        {
            return Refused(new DocumentRefusal.Damaged(null));
        }
    }

    /// <summary>The directory ends where the end record begins: nothing was put in front that moves everything.</summary>
    private static bool IsAlone((long At, uint DirectorySize, uint DirectoryAt, ushort Comment) end) =>
        end.DirectoryAt == uint.MaxValue || end.DirectoryAt + (long)end.DirectorySize == end.At
        // A zip64 has two records in between.
        || end.At - (end.DirectoryAt + (long)end.DirectorySize) == 76;

    private static KindReading ReadZip(ZipArchive zip, bool alone)
    {
        var entries = zip.Entries;
        if (entries.Count > DocumentLimits.Parts || entries.Aggregate(0L, (sum, e) => sum + Math.Max(e.Length, 0)) > DocumentLimits.Inflated)
        {
            return Refused(new DocumentRefusal.Inflates());
        }

        if (entries.Any(e => e.IsEncrypted))
        {
            return Refused(new DocumentRefusal.Protected());
        }

        var kind = zip.GetEntry("[Content_Types].xml") is { } types ? OpenXml(zip, types)
            : zip.GetEntry("mimetype") is { } mimetype ? OpenDocument(zip, mimetype)
            : Refused(new DocumentRefusal.NotThisKind(RefusedKind.Archive));
        return kind is KindReading.Taken && !alone ? Refused(new DocumentRefusal.TwoKinds()) : kind;
    }

    private static KindReading OpenXml(ZipArchive zip, ZipArchiveEntry types)
    {
        var declared = ContentTypes(types);
        // Besides the main part's own type, a macro shows as a part: one is enough.
        if (declared.Any(t => t.Type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || t.Type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return Refused(new DocumentRefusal.Macros());
        }

        var kinds = declared.Where(t => t.Type.EndsWith(Main, StringComparison.OrdinalIgnoreCase) && IsThere(zip, t, declared))
            .Select(t => DocumentKinds.OfMediaType(t.Type[..^Main.Length])).OfType<DocumentKind>().Distinct().ToList();
        return kinds switch
        {
            [var one] => new KindReading.Taken(one),
            [] => Refused(new DocumentRefusal.NotThisKind(RefusedKind.Archive)),
            _ => Refused(new DocumentRefusal.TwoKinds()),
        };
    }

    /// <summary>Whether the type is some part's: one named, or by its extension one that isn't named (ECMA-376, part 2, §10.1.2.4).</summary>
    private static bool IsThere(ZipArchive zip, Declared type, List<Declared> all) => type.Part.Length > 0
        ? zip.GetEntry(type.Part.TrimStart('/')) is not null
        : zip.Entries.Any(e => e.Name.EndsWith("." + type.Extension, StringComparison.OrdinalIgnoreCase) && e.Name != "[Content_Types].xml"
            && all.All(t => !t.Part.TrimStart('/').Equals(e.FullName, StringComparison.OrdinalIgnoreCase)));

    /// <param name="Part">The part it is the type of; empty where an extension has it.</param>
    private sealed record Declared(string Part, string Extension, string Type);

    private static List<Declared> ContentTypes(ZipArchiveEntry types)
    {
        var found = new List<Declared>();
        using var xml = XmlReader.Create(
            new StringReader(Text(types)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && xml.GetAttribute("ContentType") is { } type)
            {
                found.Add(new(xml.GetAttribute("PartName") ?? "", xml.GetAttribute("Extension") ?? "", type));
            }
        }

        return found;
    }

    private static KindReading OpenDocument(ZipArchive zip, ZipArchiveEntry mimetype)
    {
        if (DocumentKinds.OfMediaType(Text(mimetype).Trim()) is not { } kind || !IsZip(kind))
        {
            return Refused(new DocumentRefusal.NotThisKind(RefusedKind.Archive));
        }

        if (zip.GetEntry("META-INF/manifest.xml") is { } manifest
            && Text(manifest).Contains("encryption-data", StringComparison.Ordinal))
        {
            return Refused(new DocumentRefusal.Protected());
        }

        if (zip.Entries.Any(e => e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            || e.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)))
        {
            return Refused(new DocumentRefusal.Macros());
        }

        return zip.GetEntry("content.xml") is null ? Refused(new DocumentRefusal.Damaged(kind)) : new KindReading.Taken(kind);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        if (entry.Length > LongestPart)
        {
            throw new InvalidDataException("a part longer than any of its kind");
        }

        using var part = new StreamReader(entry.Open(), Encoding.UTF8);
        return part.ReadToEnd();
    }

    private static KindReading.Refused Refused(DocumentRefusal why) => new(why);
}
