using System.Text;
using Concertation.Domain.Documents;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Documents;

/// <summary>What a file is, by its bytes.</summary>
public sealed class KindReadingTests
{
    public static TheoryData<DocumentKind, byte[]> Taken => new()
    {
        { DocumentKind.Pdf, Files.Pdf() }, { DocumentKind.Pdf, Files.Pdf(300) }, { DocumentKind.Word, Files.Word() },
        { DocumentKind.Excel, Files.Excel() }, { DocumentKind.PowerPoint, Files.PowerPoint() },
        { DocumentKind.OpenText, Files.OpenDocument("text") }, { DocumentKind.OpenSheet, Files.OpenDocument("spreadsheet") },
        { DocumentKind.OpenSlides, Files.OpenDocument("presentation") }, { DocumentKind.Png, Files.Png() },
        { DocumentKind.Jpeg, Files.Jpeg() }, { DocumentKind.Webp, Files.Webp() }, { DocumentKind.Gif, Files.Gif() },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Each_kind_is_known_by_its_own_bytes(DocumentKind kind, byte[] bytes) =>
        Read(bytes).ShouldBe(new KindReading.Taken(kind));

    public static TheoryData<RefusedKind, byte[]> Foreign => new()
    {
        { RefusedKind.Program, [.. "MZ"u8, .. new byte[200]] }, { RefusedKind.Program, [.. "\u007fELF"u8, .. new byte[60]] },
        { RefusedKind.Program, "#!/bin/sh\necho"u8.ToArray() }, { RefusedKind.Markup, "<!doctype html><script>"u8.ToArray() },
        { RefusedKind.Markup, "\uFEFF <?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray() },
        { RefusedKind.Archive, Files.Zip(("bonjour.txt", "bonjour"u8.ToArray())) }, { RefusedKind.Archive, "Rar!\u001a\u0007"u8.ToArray() },
        { RefusedKind.OldOffice, Files.Compound("WordDocument") }, { RefusedKind.RichText, "{\\rtf1\\ansi bonjour}"u8.ToArray() },
        { RefusedKind.Media, [0, 0, 0, 0x20, .. "ftypisom"u8, .. new byte[40]] }, { RefusedKind.PlainText, "nom;prénom\n"u8.ToArray() },
        { RefusedKind.Unknown, [1, 2, 3, 4, 5] }, { RefusedKind.Archive, Files.OpenDocument("graphics") },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void What_is_no_document_is_refused_as_what_it_is(RefusedKind kind, byte[] bytes) =>
        Refused(bytes).ShouldBe(new DocumentRefusal.NotThisKind(kind));

    [Fact]
    public void Macros_are_refused_whatever_the_file_calls_itself()
    {
        Refused(Files.WordWithMacros()).ShouldBeOfType<DocumentRefusal.Macros>();
        Refused(Files.Word("Bonjour", ("word/vbaProject.bin", [1, 2]))).ShouldBeOfType<DocumentRefusal.Macros>();
        Refused(Files.OpenDocument("text", besides: ("Basic/Standard/Module1.xml", [1]))).ShouldBeOfType<DocumentRefusal.Macros>();
    }

    [Fact]
    public void What_a_password_closes_is_refused()
    {
        Refused(Files.Compound("EncryptedPackage")).ShouldBeOfType<DocumentRefusal.Protected>();
        Refused(Files.OpenDocument("text", underPassword: true)).ShouldBeOfType<DocumentRefusal.Protected>();
    }

    [Fact]
    public void A_file_of_two_kinds_is_refused()
    {
        var archive = Files.Zip(("evil.exe", "MZ"u8.ToArray()));
        Refused([.. Files.Pdf(), .. archive]).ShouldNotBeOfType<DocumentRefusal.NotThisKind>();
        Refused([.. Files.Pdf(), .. archive, .. "%%EOF"u8]).ShouldBeOfType<DocumentRefusal.TwoKinds>();
        Refused([.. Files.Png(), .. archive]).ShouldBe(new DocumentRefusal.Damaged(DocumentKind.Png));
        Refused([.. Files.Word(), .. "%PDF-1.4 ... %%EOF"u8]).ShouldBeOfType<DocumentRefusal.TwoKinds>();
        var gif = Files.Gif();
        Refused([.. gif[..13], .. gif[13..19], 0x21, 0xFE, 8, .. "%PDF-1.4"u8, 0, .. gif[19..]]).ShouldBeOfType<DocumentRefusal.TwoKinds>();
    }

    [Fact]
    public void An_office_file_behind_something_else_is_refused()
    {
        byte[] behind = [.. "PK\u0003\u0004"u8, .. new byte[100], .. Files.Word()];
        Read(behind).ShouldBeOfType<KindReading.Refused>();
    }

    public static TheoryData<byte[]> Halves => new()
    {
        Files.Pdf()[..^40], Files.Word()[..^40], Files.Png()[..^4], Files.Jpeg()[..^2], Files.Gif()[..^3], Files.Webp()[..^4],
        Files.Png()[..8], Files.Gif()[..6], "PK\u0003\u0004"u8.ToArray(), "%PDF-"u8.ToArray(), "RIFF\0\0\0\0WEBP"u8.ToArray(),
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void What_is_cut_short_is_damaged(byte[] bytes) => Refused(bytes).ShouldBeOfType<DocumentRefusal.Damaged>();

    [Fact]
    public void A_file_cut_anywhere_or_changed_anywhere_never_throws()
    {
        foreach (var whole in new[] { Files.Pdf(), Files.Word(), Files.OpenDocument("text"), Files.Png(), Files.Gif(), Files.Webp(), Files.Jpeg() })
        {
            // A PDF without its last line end is whole.
            for (var at = 0; at < whole.Length - 1; at++)
            {
                Read(whole[..at]).ShouldBeOfType<KindReading.Refused>();
                byte[] changed = [.. whole];
                changed[at] ^= 0xFF;
                Read(changed).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void A_zip_that_grows_past_all_measure_is_refused_before_it_is_inflated()
    {
        var zeros = new byte[100 * 1024 * 1024];
        var bomb = Files.Word("Bonjour", ("word/media/a", zeros), ("word/media/b", zeros), ("word/media/c", zeros));
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        Refused(bomb).ShouldBeOfType<DocumentRefusal.Inflates>();
        Refused(Files.Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"p{i}", Array.Empty<byte>()))])).ShouldBeOfType<DocumentRefusal.Inflates>();
    }

    [Fact]
    public void A_part_that_says_it_is_short_and_is_not_is_not_read_past_what_it_says()
    {
        // The list of parts, inflating to 100 MiB; the archive's directory is made to say 200 bytes.
        var whole = Files.Zip(("[Content_Types].xml", Encoding.ASCII.GetBytes("<Types>" + new string(' ', 100 * 1024 * 1024) + "</Types>")));
        var at = whole.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(whole.AsSpan(at + 24), 200).ShouldBeTrue();
        Read(whole).ShouldBeOfType<KindReading.Refused>();
    }

    [Fact]
    public void An_empty_file_is_said_to_be_empty() => Refused([]).ShouldBeOfType<DocumentRefusal.Empty>();

    private static KindReading Read(byte[] bytes) => KindReading.Of(new MemoryStream(bytes));

    private static DocumentRefusal Refused(byte[] bytes) => Read(bytes).ShouldBeOfType<KindReading.Refused>().Why;
}
