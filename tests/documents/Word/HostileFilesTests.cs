using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Concertation.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit.Abstractions;

namespace Concertation.Documents.Tests.Word;

/// <summary>What is sent as corrected minutes may be anything.</summary>
public sealed class HostileFilesTests(ITestOutputHelper output)
{
    private static readonly byte[] Minutes = WordDocument.Minutes(SamplePapers.Minutes());

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n1 0 obj")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 an old .doc, or one with a password")]
    [InlineData("{\\rtf1 Bonjour}")]
    [InlineData("PK")]
    public void Another_kind_of_file_is_said_to_be_no_word_file(string start) =>
        CorrectedMinutes.Read(Encoding.Latin1.GetBytes(start)).ShouldBeOfType<CorrectedFile.NotAWordFile>();

    [Fact]
    public void Another_kind_of_archive_is_said_to_be_no_word_file()
    {
        CorrectedMinutes.Read(Zip(("lisez-moi.txt", "Bonjour"))).ShouldBeOfType<CorrectedFile.NotAWordFile>();
        CorrectedMinutes.Read(Edited("_rels/.rels", rels => rels.Replace("word/document.xml", "docProps/core.xml", StringComparison.Ordinal)))
            .ShouldBeOfType<CorrectedFile.NotAWordFile>();
    }

    [Fact]
    public void Somebody_elses_word_file_is_not_ours()
    {
        using var memory = new MemoryStream();
        using (var word = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new Body(Corrected.Plain("Bonjour")));
        }

        CorrectedMinutes.Read(memory.ToArray()).ShouldBeOfType<CorrectedFile.NotOurs>();
        CorrectedMinutes.Read(WordDocument.Agenda(SamplePapers.Agenda())).ShouldBeOfType<CorrectedFile.NotOurs>();
        CorrectedMinutes.Read(Edited("docProps/custom.xml", marks => marks.Replace(">3<", ">trois<", StringComparison.Ordinal)))
            .ShouldBeOfType<CorrectedFile.NotOurs>();
    }

    [Fact]
    public void A_file_cut_short_or_with_entities_is_damaged()
    {
        CorrectedMinutes.Read(Minutes[..(Minutes.Length / 2)]).ShouldBeOfType<CorrectedFile.Damaged>();
        CorrectedMinutes.Read(Minutes[..^1]).ShouldBeOfType<CorrectedFile.Damaged>();
        CorrectedMinutes.Read(Edited("word/document.xml", xml => xml[..(xml.Length / 2)])).ShouldBeOfType<CorrectedFile.Damaged>();
        const string Laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>";
        foreach (var part in new[] { "word/document.xml", "docProps/custom.xml", "_rels/.rels", "[Content_Types].xml" })
        {
            CorrectedMinutes.Read(Edited(part, xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, Laughs)))
                .ShouldBeOfType<CorrectedFile.Damaged>(part);
        }
    }

    [Fact]
    public void Elements_nested_without_end_are_damage_and_no_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 100_000));
        CorrectedMinutes.Read(Edited("word/document.xml", xml => xml.Replace("<w:body>", "<w:body>" + deep, StringComparison.Ordinal)))
            .ShouldBeOfType<CorrectedFile.Damaged>();
        CorrectedMinutes.Read(Edited("word/document.xml", xml => xml.Replace("<w:body>", "<w:body><w:del>" + deep + "</w:del>", StringComparison.Ordinal)))
            .ShouldBeOfType<CorrectedFile.Taken>("what is tracked as deleted isn't looked into");
    }

    [Fact]
    public void A_file_with_macros_is_refused()
    {
        CorrectedMinutes.Read(Edited("[Content_Types].xml", types => types.Replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal))).ShouldBeOfType<CorrectedFile.HasMacros>();
        using var memory = new MemoryStream();
        memory.Write(Minutes);
        using (var word = WordprocessingDocument.Open(memory, isEditable: true))
        {
            word.MainDocumentPart!.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]));
        }

        CorrectedMinutes.Read(memory.ToArray()).ShouldBeOfType<CorrectedFile.HasMacros>();
    }

    [Fact]
    public void A_file_that_unpacks_without_measure_is_too_large_and_costs_little()
    {
        var before = GC.GetTotalAllocatedBytes();
        CorrectedMinutes.Read(new byte[CorrectedFileLimits.File + 1]).ShouldBeOfType<CorrectedFile.TooLarge>();
        // Says its true length: refused before anything is unpacked.
        CorrectedMinutes.Read(WithBomb("word/media/image1.bmp", CorrectedFileLimits.Unpacked)).ShouldBeOfType<CorrectedFile.TooLarge>();
        // In a part that is read.
        CorrectedMinutes.Read(WithBomb("word/document.xml", CorrectedFileLimits.Part * 2L)).ShouldBeOfType<CorrectedFile.TooLarge>();
        // Lies about its length.
        var lie = CorrectedMinutes.Read(Lying(WithBomb("word/document.xml", CorrectedFileLimits.Part * 2L)));
        (lie is CorrectedFile.TooLarge or CorrectedFile.Damaged).ShouldBeTrue(lie.ToString());
        output.WriteLine($"{(GC.GetTotalAllocatedBytes() - before) / 1024 / 1024} MB allocated, the bombs included");
    }

    [Fact]
    public void Millions_of_empty_paragraphs_are_too_large()
    {
        var many = string.Concat(Enumerable.Repeat("<w:p/>", 1_000_000));
        CorrectedMinutes.Read(Edited("word/document.xml", xml => xml.Replace("<w:body>", "<w:body>" + many, StringComparison.Ordinal)))
            .ShouldBeOfType<CorrectedFile.TooLarge>();
    }

    [Fact]
    public void The_strict_form_of_the_format_is_read_too() =>
        CorrectedMinutes.Read(Edited("_rels/.rels", rels => rels
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/", StringComparison.Ordinal)
            .Replace("custom-properties", "customProperties", StringComparison.Ordinal))).ShouldBeOfType<CorrectedFile.Taken>();

    [Fact]
    public void Three_hundred_pages_are_read()
    {
        var paper = SamplePapers.LongMinutes(150, paragraphs: 24);
        var file = WordDocument.Minutes(paper);
        var watch = Stopwatch.StartNew();
        var taken = CorrectedMinutes.Read(file).ShouldBeOfType<CorrectedFile.Taken>();
        output.WriteLine($"300 pages, {file.Length / 1024} KB, read in {watch.Elapsed.TotalMilliseconds:F0} ms");
        taken.Notes.Values.Sum(n => n.Count).ShouldBe(150 * 24);
        taken.Actions.Count.ShouldBe(150);
    }

    [Fact]
    public void Whatever_bytes_are_changed_there_is_an_outcome()
    {
        var random = new Random(20271014);
        for (var i = 0; i < 1500; i++)
        {
            var broken = (byte[])Minutes.Clone();
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            CorrectedMinutes.Read(broken).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Whatever_characters_of_its_xml_are_changed_there_is_an_outcome()
    {
        var random = new Random(20271015);
        string[] parts = ["word/document.xml", "docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"];
        for (var i = 0; i < 300; i++)
        {
            CorrectedMinutes.Read(Edited(parts[i % parts.Length], xml =>
            {
                var text = new StringBuilder(xml);
                for (var n = random.Next(1, 5); n > 0; n--)
                {
                    var at = random.Next(text.Length);
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)).Insert(at, random.Next(2) == 0 ? "" : "<w:p>");
                }

                return text.ToString();
            })).ShouldNotBeNull();
        }
    }

    private static byte[] Edited(string part, Func<string, string> edit)
    {
        using var memory = new MemoryStream();
        memory.Write(Minutes);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(edit(text));
        }

        return memory.ToArray();
    }

    private static byte[] WithBomb(string part, long length)
    {
        using var memory = new MemoryStream();
        memory.Write(Minutes);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
        }

        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            stream.Write("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>"u8);
            for (var written = 0L; written < length; written += blanks.Length)
            {
                stream.Write(blanks);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Says a small length for the large part, in the local header and in the directory (APPNOTE.TXT 4.3.7, 4.3.12).</summary>
    private static byte[] Lying(byte[] zip)
    {
        for (var i = 0; i + 46 <= zip.Length; i++)
        {
            var length = BitConverter.ToInt32(zip, i) switch { 0x04034b50 => i + 22, 0x02014b50 => i + 24, _ => -1 };
            if (length > 0 && BitConverter.ToInt32(zip, length) > CorrectedFileLimits.Part)
            {
                BitConverter.GetBytes(5000).CopyTo(zip, length);
            }
        }

        return zip;
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }
}
