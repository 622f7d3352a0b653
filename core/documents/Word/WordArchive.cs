using System.IO.Compression;
using System.Xml;

namespace Concertation.Documents.Word;

/// <summary>
/// A .docx of unknown origin, opened with care: the framework's zip reader and a streaming XML reader without DTD, each
/// under a limit, rather than a library that loads all parts.
/// </summary>
internal sealed class WordArchive : IDisposable
{
    private const string Relations = "_rels/.rels";
    private const string ContentTypes = "[Content_Types].xml";
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly string _document;
    private readonly string? _properties;

    private WordArchive(ZipArchive zip)
    {
        _zip = zip;
        _entries = Entries(zip);
        var relations = Pairs(Relations, "Relationship", "Type", "Target").ToList();
        if (_entries.Keys.Any(IsMacro) || Pairs(ContentTypes, "Override", "PartName", "ContentType")
            .Concat(Pairs(ContentTypes, "Default", "Extension", "ContentType"))
            .Any(part => IsMacro(part.Second)))
        {
            throw new RefusedFileException(new CorrectedFile.HasMacros());
        }

        // The usual form of the format and the strict one name relations in their own namespaces.
        _document = Target(relations, "/officeDocument") ?? throw new RefusedFileException(new CorrectedFile.NotAWordFile());
        _properties = Target(relations, "/custom-properties") ?? Target(relations, "/customProperties");
    }

    /// <exception cref="RefusedFileException">Not a Word file, too large, or with macros.</exception>
    public static WordArchive Open(byte[] file)
    {
        if (file.Length > CorrectedFileLimits.File)
        {
            throw new RefusedFileException(new CorrectedFile.TooLarge());
        }

        if (file is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw new RefusedFileException(new CorrectedFile.NotAWordFile());
        }

        var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        try
        {
            return new WordArchive(zip);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public XmlReader Document() => Xml(_document);

    /// <summary>The part of custom properties, or null when there is none.</summary>
    public XmlReader? Properties() => _properties is { } part && _entries.ContainsKey(part) ? Xml(part) : null;

    public void Dispose() => _zip.Dispose();

    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive zip)
    {
        if (zip.Entries.Count > CorrectedFileLimits.Parts || zip.Entries.Sum(e => (double)e.Length) > CorrectedFileLimits.Unpacked)
        {
            throw new RefusedFileException(new CorrectedFile.TooLarge());
        }

        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        return entries;
    }

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("ms-office.vbaProject", StringComparison.OrdinalIgnoreCase);

    private string? Target(IReadOnlyList<(string Type, string Target)> relations, string kind) => relations
        .Where(r => r.Type.EndsWith(kind, StringComparison.Ordinal))
        .Select(r => r.Target.TrimStart('/'))
        .FirstOrDefault(_entries.ContainsKey);

    private IEnumerable<(string First, string Second)> Pairs(string part, string element, string first, string second)
    {
        if (!_entries.ContainsKey(part) || !_entries.ContainsKey(ContentTypes))
        {
            throw new RefusedFileException(new CorrectedFile.NotAWordFile());
        }

        using var reader = Xml(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                yield return (reader.GetAttribute(first) ?? "", reader.GetAttribute(second) ?? "");
            }
        }
    }

    private XmlReader Xml(string part) => XmlReader.Create(
        new LimitedStream(_entries[part].Open(), CorrectedFileLimits.Part),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });

    /// <summary>What a zip says of its parts' lengths may be a lie: what comes out is counted.</summary>
    private sealed class LimitedStream(Stream inner, long left) : Stream
    {
        private long _left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            _left -= read;
            return _left >= 0 ? read : throw new RefusedFileException(new CorrectedFile.TooLarge());
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
