using System.Text;

namespace Concertation.Domain.Documents;

/// <summary>What a file's own bytes say it is.</summary>
public abstract record KindReading
{
    private KindReading() { }

    public sealed record Taken(DocumentKind Kind) : KindReading;

    public sealed record Refused(DocumentRefusal Why) : KindReading;

    /// <summary>Reads it from the start, whatever its name; <paramref name="file"/> can be sought and isn't closed.</summary>
    public static KindReading Of(Stream file)
    {
        if (file.Length == 0)
        {
            return new Refused(new DocumentRefusal.Empty());
        }

        var head = FileEnds.Head(file);
        var reading = Signed(file, head);
        return reading is Taken taken && HoldsAnother(file, head, taken.Kind) ? new Refused(new DocumentRefusal.TwoKinds()) : reading;
    }

    private static KindReading Signed(Stream file, byte[] head)
    {
        if (head.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            return OfficeFile.Read(file);
        }

        if (head.AsSpan().StartsWith("%PDF-"u8))
        {
            return Whole(DocumentKind.Pdf, PdfFile.IsWhole(file));
        }

        if (head.AsSpan().StartsWith(PngSignature))
        {
            return Whole(DocumentKind.Png, ImageFile.IsWholePng(file));
        }

        if (head.AsSpan().StartsWith(JpegSignature))
        {
            return Whole(DocumentKind.Jpeg, ImageFile.IsWholeJpeg(file));
        }

        if (head.AsSpan().StartsWith("GIF87a"u8) || head.AsSpan().StartsWith("GIF89a"u8))
        {
            return Whole(DocumentKind.Gif, ImageFile.IsWholeGif(file));
        }

        return head.Length >= 12 && head.AsSpan().StartsWith("RIFF"u8) && head.AsSpan(8, 4).SequenceEqual("WEBP"u8)
            ? Whole(DocumentKind.Webp, ImageFile.IsWholeWebp(file))
            : head.AsSpan().StartsWith(CompoundSignature) ? OldOffice(file) : new Refused(Foreign(head));
    }

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> CompoundSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static KindReading Whole(DocumentKind kind, bool whole) =>
        whole ? new Taken(kind) : new Refused(new DocumentRefusal.Damaged(kind));

    // A file under a password is wrapped in the old format, whatever its name says.
    private static Refused OldOffice(Stream file) => new(FileEnds.Holds(file, Encoding.Unicode.GetBytes("EncryptedPackage"))
        ? new DocumentRefusal.Protected()
        : new DocumentRefusal.NotThisKind(RefusedKind.OldOffice));

    /// <summary>An archive or a second document behind or inside the first: what one program shows isn't what another runs.</summary>
    private static bool HoldsAnother(Stream file, byte[] head, DocumentKind kind) =>
        (kind != DocumentKind.Pdf && head.AsSpan().IndexOf("%PDF-"u8) >= 0)
        || (!OfficeFile.IsZip(kind) && FileEnds.EndsInZip(file));

    private static DocumentRefusal.NotThisKind Foreign(byte[] head) => new(
        ForeignKinds.FirstOrDefault(f => head.AsSpan().StartsWith(f.Signature)).Kind switch
        {
            RefusedKind.Unknown => ByText(head),
            var known => known,
        });

    private static readonly (byte[] Signature, RefusedKind Kind)[] ForeignKinds =
    [
        ("MZ"u8.ToArray(), RefusedKind.Program), ([0x7F, (byte)'E', (byte)'L', (byte)'F'], RefusedKind.Program),
        ("#!"u8.ToArray(), RefusedKind.Program), ([0xCF, 0xFA, 0xED, 0xFE], RefusedKind.Program),
        ([0xFE, 0xED, 0xFA], RefusedKind.Program), ([0xCA, 0xFE, 0xBA, 0xBE], RefusedKind.Program),
        ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], RefusedKind.Program),
        ("Rar!"u8.ToArray(), RefusedKind.Archive), ("7z"u8.ToArray(), RefusedKind.Archive), ([0x1F, 0x8B], RefusedKind.Archive),
        ("PK\x05\x06"u8.ToArray(), RefusedKind.Archive), ("{\\rtf"u8.ToArray(), RefusedKind.RichText),
        ("ID3"u8.ToArray(), RefusedKind.Media), ("RIFF"u8.ToArray(), RefusedKind.Media), ("OggS"u8.ToArray(), RefusedKind.Media),
        ([0x1A, 0x45, 0xDF, 0xA3], RefusedKind.Media),
    ];

    private static RefusedKind ByText(byte[] head)
    {
        if (head.Length >= 8 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8))
        {
            return RefusedKind.Media;
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var readable = text.All(c => c is '\t' or '\r' or '\n' or '\uFFFD' || !char.IsControl(c));
        return text.StartsWith('<') ? RefusedKind.Markup : readable ? RefusedKind.PlainText : RefusedKind.Unknown;
    }
}
