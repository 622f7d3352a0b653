using System.IO.Compression;
using System.Text;
using Concertation.Documents.Directories;
using Concertation.Domain.Directories;
using Concertation.Microsoft365.Directories;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Directories;

/// <summary>A directory as an Excel file, both ways, and files that nobody should trust.</summary>
public sealed class WorkbookTests
{
    private static readonly string[] Titles = ["Structure", "Missions", "Communes", "Confirmée le"];

    [Fact]
    public void What_is_written_is_read_back_word_for_word()
    {
        var words = new EntryWords(
            "CCAS & Cie <b>", ["=HYPERLINK(\"http://mal.example\")", "+Aide", "@repas"], "-60 ans", "Œuvre « é »", "Appeler", ["Kervelen", "Plouvenec"], "9 h", "02 61 91 12 00");
        var entry = new DirectoryEntry(new("abc"), new("t"), words, new DateOnly(2026, 9, 1));

        var row = Read(Write(entry)).ShouldBeOfType<SheetReading.Read>().Sheet.Rows.ShouldHaveSingleItem();

        (row.Number, row.Reference, row.ConfirmedOn).ShouldBe((2, "abc", new DateOnly(2026, 9, 1)));
        row.Words.SameAs(words).ShouldBeTrue();
    }

    [Fact]
    public void Words_that_look_like_a_formula_are_written_as_words_and_stay_so()
    {
        var entry = new DirectoryEntry(new("abc"), new("t"), new EntryWords("=1+1", ["+33 =cmd|' /C calc'!A0", "@x"]), null);
        using var zip = new ZipArchive(new MemoryStream(Write(entry)));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        xml.ShouldNotContain("<x:f");
        xml.ShouldNotContain("<f>");
        System.Text.RegularExpressions.Regex.Count(xml, " s=\"2\"").ShouldBe(2);
    }

    [Fact]
    public void Columns_are_known_by_their_titles_in_any_order_and_spelling_and_texts_may_be_shared()
    {
        var file = SheetFiles.OfRows(
            "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"s\"><v>0</v></c><c r=\"E1\" t=\"s\"><v>4</v></c></row>"
            + "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>2</v></c><c r=\"D7\" t=\"s\"><v>3</v></c><c r=\"E7\"><v>46266</v></c></row>",
            "STRUCTURE", "missions", "Courses", "Relais", "confirmee le");

        var row = Read(file).ShouldBeOfType<SheetReading.Read>().Sheet.Rows.ShouldHaveSingleItem();

        (row.Number, row.Words.Structure, row.Words.Missions[0], row.ConfirmedOn).ShouldBe((7, "Relais", "Courses", new DateOnly(2026, 9, 1)));
    }

    [Fact]
    public void Every_error_is_told_with_its_line_and_column()
    {
        var file = SheetFiles.OfRows(
            $"<row>{string.Concat(Titles.Append("Couleur").Append("Missions").Select(SheetFiles.Cell))}</row>"
            + $"<row>{SheetFiles.Cell("Relais")}<c><f>1+1</f><v>2</v></c><c t=\"e\"><v>#REF!</v></c>{SheetFiles.Cell("32/13/2026")}</row>");

        var faults = Read(file).ShouldBeOfType<SheetReading.Faulty>().Faults.Select(f => DirectoryTexts.Fault(f).Replace('\u00a0', ' ')).ToList();

        faults.ShouldContain(f => f.StartsWith("Ligne 1, colonne E : titre de colonne inconnu", StringComparison.Ordinal));
        faults.ShouldContain("Ligne 1, colonne F (Missions) : cette colonne est déjà là.");
        faults.ShouldContain("Ligne 2, colonne B (Missions) : la cellule contient une formule ; remplacez-la par sa valeur.");
        faults.ShouldContain("Ligne 2, colonne C (Communes) : la cellule contient une erreur d’Excel ; corrigez-la.");
        faults.ShouldContain("Ligne 2, colonne D (Confirmée le) : date illisible ; écrivez-la comme 31/12/2026.");
    }

    [Fact]
    public void A_missing_column_and_a_sheet_without_lines_are_told()
    {
        Faults(SheetFiles.Of(["Structure"], ["Relais"])).ShouldBe([(1, SheetFaultKind.MissingColumn)]);
        Faults(SheetFiles.Of(Titles)).ShouldBe([(0, SheetFaultKind.NoRows)]);
        Faults(SheetFiles.Of()).ShouldBe([(0, SheetFaultKind.NoRows)]);
    }

    [Fact]
    public void A_hundred_thousand_lines_are_not_all_read()
    {
        var lines = new StringBuilder($"<row>{SheetFiles.Cell("Structure")}{SheetFiles.Cell("Missions")}</row>");
        for (var line = 0; line < 100_000; line++)
        {
            lines.Append("<row>").Append(SheetFiles.Cell("Relais")).Append(SheetFiles.Cell("Courses")).Append("</row>");
        }

        var faulty = Read(SheetFiles.OfRows(lines.ToString())).ShouldBeOfType<SheetReading.Faulty>();

        faulty.Faults.Select(f => (f.Row, f.Kind)).ShouldBe([(EntryRules.MostEntries + 2, SheetFaultKind.TooManyRows)]);
        faulty.Sheet.Rows.Count.ShouldBe(EntryRules.MostEntries);
    }

    [Fact]
    public void A_part_that_inflates_without_end_stops_at_its_limit()
    {
        var bomb = SheetFiles.OfRows($"<row>{SheetFiles.Cell(new string('a', 60_000_000))}</row>");
        bomb.Length.ShouldBeLessThan(200_000);
        Faults(bomb).ShouldBe([(0, SheetFaultKind.Unreadable)]);
        Faults(SheetFiles.OfRows("<row/>", [.. Enumerable.Repeat(new string('a', 1_000), 6_000)])).ShouldBe([(0, SheetFaultKind.Unreadable)]);
    }

    [Theory]
    [InlineData("<row><c t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row><c")]
    [InlineData("<row>&xxe;</row>")]
    public void A_broken_sheet_is_told_as_one_that_does_not_read(string rows) =>
        Faults(SheetFiles.OfRows(rows)).ShouldBe([(0, SheetFaultKind.Unreadable)]);

    [Fact]
    public void What_is_no_Excel_file_at_all_is_told_too()
    {
        Faults([]).ShouldBe([(0, SheetFaultKind.Unreadable)]);
        Faults(Encoding.UTF8.GetBytes("Structure;Missions")).ShouldBe([(0, SheetFaultKind.Unreadable)]);
        Faults(Files.Pdf()).ShouldBe([(0, SheetFaultKind.Unreadable)]);
    }

    private static byte[] Write(DirectoryEntry entry) => DirectoryWorkbook.Write([entry], DirectoryTexts.Title, DirectoryTexts.Columns);

    private static SheetReading Read(byte[] file) => WorkbookReader.Read(new MemoryStream(file), DirectoryTexts.Columns);

    private static IEnumerable<(int, SheetFaultKind)> Faults(byte[] file) =>
        Read(file).ShouldBeOfType<SheetReading.Faulty>().Faults.Select(f => (f.Row, f.Kind));
}
