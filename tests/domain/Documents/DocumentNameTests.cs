using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Tests.Documents;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("Bilan.pdf", "Bilan.pdf")]
    [InlineData("Bilan.PDF", "Bilan.pdf")]
    [InlineData("Bilan", "Bilan.pdf")]
    [InlineData("C:\\Users\\nolwenn\\Bilan.pdf", "Bilan.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("Bilan\r\nContent-Type: text/html.pdf", "html.pdf")]
    [InlineData("Bilan\u202Efdp.exe.pdf", "Bilanfdp.exe.pdf")]
    [InlineData("Bi\u200Blan\u0000.pdf", "Bilan.pdf")]
    [InlineData("CON.pdf", "document CON.pdf")]
    [InlineData("lpt1.copie.pdf", "document lpt1.copie.pdf")]
    [InlineData("COMPTE.pdf", "COMPTE.pdf")]
    [InlineData("a<b>|\"c\"?*.pdf", "a-b---c.pdf")]
    [InlineData("  .. .pdf", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData("Bilan 2026.12.14", "Bilan 2026.12.14.pdf")]
    [InlineData("e\u0301te\u0301.pdf", "\u00e9t\u00e9.pdf")]
    [InlineData("Bilan. . .pdf. .", "Bilan.pdf")]
    [InlineData("\uD800.pdf", "document.pdf")]
    public void A_name_is_one_name_that_every_system_can_save(string? typed, string kept) =>
        DocumentName.Clean(typed, DocumentKind.Pdf).ShouldBe(kept);

    [Fact]
    public void A_long_name_is_cut_between_characters_and_keeps_its_extension()
    {
        var name = DocumentName.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧 ", 60)) + ".docx", DocumentKind.Word);

        name.Length.ShouldBeLessThanOrEqualTo(DocumentLimits.Name);
        name.ShouldEndWith(".docx");
        name.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        DocumentName.Clean(new string('a', 4000), DocumentKind.Png).Length.ShouldBe(DocumentLimits.Name);
    }

    [Theory]
    [InlineData("Situation_Mme_Zorglub.pdf", PersonalDataKind.Name)]
    [InlineData("situation-de-monsieur-Zorglub.pdf", PersonalDataKind.Name)]
    [InlineData("rappeler 06 12 34 56 78.docx", PersonalDataKind.Phone)]
    [InlineData("2-38-03-29-019-123-45.pdf", PersonalDataKind.Nir)]
    public void A_name_that_identifies_somebody_is_seen_through_the_signs_that_stand_for_spaces(string name, PersonalDataKind kind) =>
        DocumentName.Identifies(name).ShouldContain(kind);

    [Theory]
    [InlineData("CR TCT 2026-12-14 v2.pdf")]
    [InlineData("Compte-rendu_TCT_14_decembre_2026.docx")]
    [InlineData("Diagnostic partagé Pays de Kervélen 2027 (version finale).pptx")]
    [InlineData("Convention CH-SSIAD sorties du vendredi.pdf")]
    [InlineData("IMG_20261214_093000.jpg")]
    [InlineData("tableau_de_bord_T3_2026.xlsx")]
    public void Usual_names_pass(string name) => DocumentName.Identifies(name).ShouldBeEmpty();
}
