using Concertation.Documents.Word;

namespace Concertation.Documents.Tests.Word;

/// <summary>The papers as a word processor shows them.</summary>
public sealed class OpenedInLibreOfficeTests
{
    [Fact]
    public async Task The_agenda_fits_a_page_and_says_all()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var pages = await Office.Pages(WordDocument.Agenda(SamplePapers.Agenda()));
        pages.Count.ShouldBe(1);
        foreach (var words in new[]
        {
            "Pays de Kervelen", "Ordre du jour", "Séance plénière du mercredi 14 octobre 2027", "Salle Ar Mor", "Pilote",
            "Version 2, diffusée le 29/09/2027", "Ouvrir une cellule de sortie d’hôpital", "Décision", "30 min", "Yann Kerimagin",
            "Remontées : REM-2027-0042, REM-2027-0047", "Document : Budget.xlsx", "Huis clos", "1 h 40 sur 2 h de séance", "Page 1 sur 1",
        })
        {
            pages[0].ShouldContain(words);
        }
    }

    [Fact]
    public async Task The_attendance_sheet_lists_the_seats_by_college()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var pages = await Office.Pages(WordDocument.Attendance(SamplePapers.Attendance()));
        var text = string.Join(' ', pages);
        pages.Count.ShouldBeLessThanOrEqualTo(2);
        text.ShouldNotContain("…");
        foreach (var words in new[]
        {
            "Feuille de présence", "Quorum", "Sanitaire", "Médico-social", "Social", "Invités, à titre consultatif", "Signature",
            "SSIAD Les Ajoncs", "pouvoir à Katell Songevrac", "Alan Lettrine",
        })
        {
            text.ShouldContain(words);
        }
    }

    [Fact]
    public async Task Three_hundred_seats_sign_on_pages_that_each_say_what_their_columns_are()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var paper = SamplePapers.Attendance() with
        {
            Colleges =
            [
                .. Enumerable.Range(1, 6).Select(c => new AttendanceCollege($"Collège {c}",
                [
                    .. Enumerable.Range(1, 50).Select(s => new AttendanceRow(
                        $"Structure imaginée {c}.{s}", $"Prénom{s} Nomfictif", null, null, Signs: true)),
                ])),
            ],
        };
        var pages = await Office.Pages(WordDocument.Attendance(paper));
        pages.Count.ShouldBeInRange(12, 20);
        pages.ShouldAllBe(page => page.Contains("Présence Signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_minutes_number_their_pages_and_repeat_the_heads_of_tables()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var pages = await Office.Pages(WordDocument.Minutes(SamplePapers.LongMinutes(30, paragraphs: 2)));
        pages.Count.ShouldBeInRange(8, 16);
        for (var i = 0; i < pages.Count; i++)
        {
            pages[i].ShouldContain($"Page {i + 1} sur {pages.Count}");
            pages[i].ShouldContain("Pays de Kervelen");
        }

        pages.Count(p => p.Contains("Qui Échéance Axe", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }
}
