using System.IO.Compression;
using System.Reflection;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>
/// Puts a body into a .docx of the house form. The same input gives the same bytes, whenever and wherever it is made, so
/// that a document can be told by its hash: relation ids are fixed and the archive's times are.
/// </summary>
internal static class WordPackage
{
    /// <summary>The earliest time a zip archive can say.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Content = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string OwnProperties = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <param name="title">The document's title in its properties.</param>
    /// <param name="session">Its territory and title run in each page's header. The territory is the author, so that no person is.</param>
    /// <param name="foot">Left of each page's footer.</param>
    /// <param name="marks">Custom properties, name and value; Word shows them only among the advanced properties.</param>
    public static byte[] Of(
        string title, SessionBlock session, string foot, IReadOnlyList<OpenXmlElement> body,
        IReadOnlyList<(string Name, string Value)> marks)
    {
        using var made = new MemoryStream();
        using (var word = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = word.AddNewPart<MainDocumentPart>(Content, "rId1");
            Own(main.AddNewPart<StyleDefinitionsPart>("rId1"), "styles.xml");
            Own(main.AddNewPart<DocumentSettingsPart>("rId2"), "settings.xml");
            var header = main.AddNewPart<HeaderPart>("rId3");
            new Header(WordPieces.TwoEnds(HouseStyles.Header, Short(session.Territory, 56), Short(session.Title, 64))).Save(header);
            var footer = main.AddNewPart<FooterPart>("rId4");
            new Footer(WordPieces.TwoEnds(HouseStyles.Footer, Short(foot, 110), [.. WordPieces.PageOfPages()])).Save(footer);
            new Document(new Body([.. body, Page()])).Save(main);
            Properties(word, title, session.Territory);
            Marks(word, marks);
        }

        return WithoutTimes(made);
    }

    /// <summary>What runs on each page has one line.</summary>
    private static Run Short(string words, int longest) =>
        WordPieces.Run(words.Length <= longest ? words : $"{words[..(longest - 1)].TrimEnd()}…");

    private static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" },
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1361, Bottom = 1247, Left = 1134, Right = 1134, Header = 567, Footer = 510, Gutter = 0 });

    private static void Own(OpenXmlPart part, string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded");
        part.FeedData(stream);
    }

    private static void Properties(WordprocessingDocument word, string title, string author)
    {
        var part = word.AddNewPart<CoreFilePropertiesPart>("rId2");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(
            $"""
             <?xml version="1.0" encoding="utf-8" standalone="yes"?>
             <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(PlainWords.Line(title))}</dc:title><dc:creator>{SecurityElement.Escape(PlainWords.Line(author))}</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>
             """));
        part.FeedData(stream);
    }

    private static void Marks(WordprocessingDocument word, IReadOnlyList<(string Name, string Value)> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var part = word.AddNewPart<CustomFilePropertiesPart>("rId3");
        new Properties(marks.Select((mark, i) => new CustomDocumentProperty(new VTLPWSTR(mark.Value))
        {
            FormatId = OwnProperties,
            PropertyId = i + 2,
            Name = mark.Name,
        })).Save(part);
    }

    private static byte[] WithoutTimes(MemoryStream made)
    {
        using var packed = new MemoryStream();
        made.Position = 0;
        using (var from = new ZipArchive(made, ZipArchiveMode.Read))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types first, as readers that stream expect it.
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return packed.ToArray();
    }
}
