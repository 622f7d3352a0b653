using Concertation.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Tests.Word;

/// <summary>Does to a file what a person does in Word, by the markup that Word leaves behind.</summary>
internal static class Corrected
{
    public static byte[] By(this byte[] file, Action<Body> hand)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var word = WordprocessingDocument.Open(memory, isEditable: true))
        {
            hand(word.MainDocumentPart!.Document.Body!);
        }

        return memory.ToArray();
    }

    /// <summary>The control with that tag; the paragraphs in it.</summary>
    public static SdtBlock Control(this Body body, string tag) =>
        body.Descendants<SdtBlock>().First(s => s.SdtProperties!.GetFirstChild<Tag>()?.Val == tag);

    public static IReadOnlyList<Paragraph> Paragraphs(this Body body, string tag) => [.. body.Control(tag).Descendants<Paragraph>()];

    public static Paragraph Plain(string words) => new(new Run(new Text(words) { Space = SpaceProcessingModeValues.Preserve }));

    public static InsertedRun Inserted(string words) => new(new Run(new Text(words) { Space = SpaceProcessingModeValues.Preserve }))
    {
        Id = "901",
        Author = "Quelqu’un",
    };

    public static DeletedRun Deleted(string words) => new(new Run(new DeletedText(words) { Space = SpaceProcessingModeValues.Preserve }))
    {
        Id = "902",
        Author = "Quelqu’un",
    };

    /// <summary>The end of the paragraph is taken out under tracked changes.</summary>
    public static void EndDeleted(this Paragraph paragraph) => paragraph.ParagraphProperties!.AppendChild(
        new ParagraphMarkRunProperties(new Deleted { Id = "903", Author = "Quelqu’un" }));
}
