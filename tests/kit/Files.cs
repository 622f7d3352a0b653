using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ConcertationBot.Tests.Kit;

/// <summary>Small real files of each kind, made here: programs open them.</summary>
public static class Files
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    /// <summary>A PDF of that many pages, with a table of references that fits.</summary>
    public static byte[] Pdf(int pages = 1)
    {
        var text = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        var at = new List<int>();
        void Add(string body)
        {
            at.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{body}\nendobj\n");
        }

        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{3 + (2 * i)} 0 R"))}] /Count {pages} >>");
        for (var page = 0; page < pages; page++)
        {
            var drawn = $"0 0 {100 + (page % 200)} 100 re f";
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + (2 * page)} 0 R >>");
            Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
        }

        var references = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {at.Count + 1}\n0000000000 65535 f \n");
        at.ForEach(offset => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {at.Count + 1} /Root 1 0 R >>\nstartxref\n{references}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A PNG of one grey point.</summary>
    public static byte[] Png()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        using var points = new MemoryStream();
        using (var packed = new ZLibStream(points, CompressionLevel.Optimal, leaveOpen: true))
        {
            packed.Write([0, 0x80]);
        }

        Chunk(file, "IDAT", points.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A GIF of one point.</summary>
    public static byte[] Gif() => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <summary>A JPEG of one point.</summary>
    public static byte[] Jpeg() => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z");

    /// <summary>A WebP of one point.</summary>
    public static byte[] Webp() => Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static byte[] Word(string text = "Bonjour", params (string Part, byte[] Bytes)[] besides) => OpenXml(
        "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>",
        besides);

    public static byte[] WordWithMacros() => OpenXml(
        "word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>",
        ("word/vbaProject.bin", [0xD0, 0xCF]));

    public static byte[] Excel() => OpenXml(
        "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/></workbook>");

    public static byte[] PowerPoint() => OpenXml(
        "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>");

    /// <summary>An OpenDocument file: <c>text</c>, <c>spreadsheet</c> or <c>presentation</c>.</summary>
    public static byte[] OpenDocument(string kind, bool underPassword = false, params (string Part, byte[] Bytes)[] besides)
    {
        var manifest = underPassword
            ? "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>"
            : "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
        return Zip([
            ("mimetype", Encoding.ASCII.GetBytes($"application/vnd.oasis.opendocument.{kind}")),
            ("content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"u8.ToArray()),
            ("META-INF/manifest.xml", Encoding.UTF8.GetBytes(manifest)), .. besides]);
    }

    /// <summary>A file of the format before 2007, with that name in its directory: <c>WordDocument</c>, <c>EncryptedPackage</c>.</summary>
    public static byte[] Compound(string entry)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Encoding.Unicode.GetBytes(entry).CopyTo(file, 1024);
        return file;
    }

    /// <summary>The package with one of its parts changed, as a program that saves it would leave it.</summary>
    public static byte[] Rewritten(byte[] package, string part, Func<string, string> change)
    {
        using var from = new System.IO.Compression.ZipArchive(new MemoryStream(package));
        var parts = new List<(string Name, byte[] Bytes)>();
        foreach (var entry in from.Entries)
        {
            using var bytes = new MemoryStream();
            using (var opened = entry.Open())
            {
                opened.CopyTo(bytes);
            }

            parts.Add((entry.FullName, entry.FullName == part ? System.Text.Encoding.UTF8.GetBytes(change(System.Text.Encoding.UTF8.GetString(bytes.ToArray()))) : bytes.ToArray()));
        }

        return Zip(parts);
    }

    /// <summary>A part of a package, as text.</summary>
    public static string Part(byte[] package, string part)
    {
        using var from = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(from.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    public static byte[] Zip(params IReadOnlyList<(string Name, byte[] Bytes)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static byte[] OpenXml(string part, string type, string xml, params (string Part, byte[] Bytes)[] besides) => Zip([
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(
            $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/{part}\" ContentType=\"{type}\"/></Types>")),
        ("_rels/.rels", Encoding.UTF8.GetBytes(
            $"<Relationships xmlns=\"{Relationships}\"><Relationship Id=\"r1\" Type=\"{OfficeDocument}\" Target=\"{part}\"/></Relationships>")),
        (part, Encoding.UTF8.GetBytes(xml)), .. besides]);

    private static void Chunk(Stream file, string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
