using System.Diagnostics;
using Concertation.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit.Abstractions;

namespace Concertation.Documents.Tests.Word;

public sealed class WordDocumentTests(ITestOutputHelper output)
{
    public static readonly TheoryData<string> Papers = ["agenda", "attendance", "minutes", "long", "empty"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_is_a_valid_word_file(string paper)
    {
        using var word = Open(Made(paper));
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_paper_gives_the_same_bytes_at_any_time()
    {
        string[] papers = ["agenda", "attendance", "minutes", "long", "empty"];
        byte[][] first = [.. papers.Select(Made)];
        // A zip archive's clock ticks every two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        papers.Select(Made).ShouldBe(first);
    }

    [Fact]
    public void Headings_are_words_own_so_that_its_navigation_shows_them()
    {
        using var word = Open(Made("minutes"));
        var styles = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
        var headings =
            from paragraph in word.MainDocumentPart.Document.Body!.Descendants<Paragraph>()
            let style = styles[paragraph.ParagraphProperties!.ParagraphStyleId!.Val!]
            where style.StyleName!.Val!.Value!.StartsWith("heading", StringComparison.Ordinal)
            select $"{style.StyleName!.Val!.Value} {paragraph.InnerText}";
        headings.ShouldBe(
        [
            "heading 1 Présences", "heading 1 Points examinés", "heading 2 1. Suivi des décisions précédentes",
            "heading 2 2. Ouvrir une cellule de sortie d’hôpital le vendredi",
            "heading 2 3. Hébergement temporaire\u00a0: état des places et règles d’admission",
            "heading 2 4. Situation financière du guichet intégré", "heading 1 Actions à mener", "heading 1 Prochaine séance",
        ]);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_table_says_what_its_rows_or_columns_are(string paper)
    {
        using var word = Open(Made(paper));
        foreach (var table in word.MainDocumentPart!.Document.Body!.Descendants<Table>())
        {
            var properties = table.GetFirstChild<TableProperties>()!;
            properties.GetFirstChild<TableCaption>()!.Val!.Value.ShouldNotBeNullOrEmpty();
            var look = properties.TableLook!;
            (look.FirstRow!.Value ^ look.FirstColumn!.Value).ShouldBeTrue();
            table.Descendants<TableHeader>().Count().ShouldBe(look.FirstRow.Value ? 1 : 0);
        }
    }

    [Fact]
    public void Its_properties_name_the_document_and_no_person()
    {
        using var word = Open(Made("minutes"));
        word.PackageProperties.Title.ShouldBe("Compte rendu – Séance plénière du mercredi 14 octobre 2027");
        word.PackageProperties.Creator.ShouldBe("Pays de Kervelen");
        word.PackageProperties.LastModifiedBy.ShouldBeNull();
        word.PackageProperties.Language.ShouldBe("fr-FR");
    }

    [Fact]
    public void What_people_wrote_is_text_and_nothing_else()
    {
        const string Wild = "{ PAGE } <w:br/> & \"]]>\" =SUM(1) \u0001\u0008\uFFFF\uD800 é\u0301 😀 \u202Efin\n\n  deuxième ligne\r\n";
        var paper = SamplePapers.Minutes() with
        {
            Items = [new(Wild, 1, Wild, Wild, InCamera: true, [Wild, "  ", ""], [new(Wild, Wild, Wild)])],
            Actions = [new(Wild[..20], Wild, Wild, Wild, Wild)],
            Status = Wild,
            NextSession = Wild,
        };
        paper = paper with { Items = [paper.Items[0] with { Id = "p1" }], Actions = [paper.Actions[0] with { Id = "a1" }] };
        using var word = Open(WordDocument.Minutes(paper));
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).ShouldBeEmpty();
        var notes = word.MainDocumentPart!.Document.Body!.Descendants<SdtBlock>().First().Descendants<Paragraph>().Select(p => p.InnerText);
        notes.ShouldBe(["{ PAGE } <w:br/> & \"]]>\" =SUM(1)  é\u0301 😀 fin", "deuxième ligne"]);
        word.MainDocumentPart.Document.Descendants<FieldCode>().ShouldBeEmpty();
        word.MainDocumentPart.Document.Descendants<SimpleField>().ShouldBeEmpty();
    }

    [Fact]
    public void How_long_drafting_takes_is_printed()
    {
        var paper = SamplePapers.LongMinutes(20);
        var watch = Stopwatch.StartNew();
        var bytes = WordDocument.Minutes(paper);
        var first = watch.Elapsed;
        watch.Restart();
        for (var i = 0; i < 10; i++)
        {
            WordDocument.Minutes(paper);
        }

        output.WriteLine($"Minutes of 20 items, {bytes.Length / 1024} KB: first {first.TotalMilliseconds:F0} ms, then {watch.Elapsed.TotalMilliseconds / 10:F1} ms each");
        CorrectedMinutes.Read(bytes).ShouldBeOfType<CorrectedFile.Taken>();
    }

    internal static byte[] Made(string paper) => paper switch
    {
        "agenda" => WordDocument.Agenda(SamplePapers.Agenda()),
        "attendance" => WordDocument.Attendance(SamplePapers.Attendance()),
        "minutes" => WordDocument.Minutes(SamplePapers.Minutes()),
        "long" => WordDocument.Minutes(SamplePapers.LongMinutes(20)),
        _ => WordDocument.Minutes(SamplePapers.Minutes() with { Attendance = [], Items = [], Actions = [], NextSession = null, Quorum = null }),
    };

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
