using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>A year's numbers in chat, as a page and as files: exact for the pilote, in bands for everybody else.</summary>
public sealed partial class ObservatoryTests : IAsyncLifetime
{
    private const string Member = "yann-kerimagin";
    private const string Nurse = "infirmiere";
    private int _acts;
    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
        await Record(12, "t3", "Kervélen", "hôpital");
        await Record(6, "t4", "Plouexemple", "SSIAD");
        await Record(3, "c1", "=1+Trefictif", "pharmacie");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task The_pilote_reads_exact_numbers_everybody_else_bands_without_anything_under_five()
    {
        var exact = (await _place.Say(Kervelen.Pilot, "observatoire")).ShouldHaveSingleItem();
        Says(exact, "21 remontées", "Hôpital, clinique", "12", "Trefictif", "3", "réservés à la personne qui pilote");

        var banded = (await _place.Say(Member, "observatoire 2026")).ShouldHaveSingleItem();
        Says(banded, "20 à 24 remontées", "Hôpital, clinique", "10 à 14", "SSIAD, soins à domicile", "5 à 9", "tranches de cinq");
        SaysNot(banded, "Trefictif", "Pharmacie", "Actualiser", "12", "21 ");

        var partner = (await _place.Say(Nurse, "observatoire")).ShouldHaveSingleItem();
        Says(partner, "20 à 24 remontées");
        partner.Buttons.ShouldBeEmpty();
        Says((await _place.Say(Member, "observatoire 2031")).ShouldHaveSingleItem(), "pas encore de chiffres pour 2031");
    }

    [Fact]
    public async Task Numbers_stand_until_they_are_counted_again_which_only_the_pilote_may_ask()
    {
        var card = (await _place.Say(Kervelen.Pilot, "observatoire")).ShouldHaveSingleItem();
        await Record(4, "t3", "Kervélen", "hôpital");
        Says((await _place.Say(Kervelen.Pilot, "observatoire")).ShouldHaveSingleItem(), "21 remontées");

        var shown = (await _place.Say(Member, "observatoire")).ShouldHaveSingleItem();
        var refused = await _place.Press(Member, shown.Id, "observatory.refresh", new() { ["territory"] = Reported.Territory.Value, ["year"] = 2026 });
        Says(refused, "Seule la personne qui pilote");
        Says(await _place.Press(Kervelen.Pilot, card, "Actualiser"), "Les chiffres sont à jour", "25 remontées");
        Says((await _place.Say(Member, "observatoire")).ShouldHaveSingleItem(), "25 à 29 remontées");
    }

    [Fact]
    public async Task The_clock_counts_once_a_day_without_being_asked()
    {
        Says((await _place.Say(Member, "observatoire")).ShouldHaveSingleItem(), "pas encore de chiffres");

        _place.Clock.Advance(TimeSpan.FromHours(1));
        await Kervelen.Until(
            () => _place.Service<IObservatories>().Get(Reported.Territory, 2026, default).GetAwaiter().GetResult() is { Total: 21 },
            () => "the reports are counted");
    }

    [Fact]
    public async Task The_page_shows_each_reader_what_is_theirs_and_every_chart_has_its_table()
    {
        var exact = await Page((await _place.Say(Kervelen.Pilot, "observatoire")).ShouldHaveSingleItem());
        exact.ShouldContain("21 remontées");
        exact.ShouldContain("Trefictif");
        Charts().Count(exact).ShouldBeGreaterThanOrEqualTo(5);
        Tables().Count(exact).ShouldBe(exact.Split("<figure").Length - 1 - exact.Split("Rien à montrer").Length + 1);
        exact.ShouldNotContain("<script");

        var others = await _place.Bot.Client.GetStringAsync(Link(exact, "La page telle que les autres la voient"));
        var banded = await Page((await _place.Say(Member, "observatoire")).ShouldHaveSingleItem());
        foreach (var page in new[] { Plain(others), banded })
        {
            page.ShouldContain("20 à 24 remontées");
            page.ShouldContain("moins de 5");
            page.ShouldNotContain("Trefictif");
            page.ShouldNotContain("Pharmacie");
            page.ShouldNotContain("12</");
        }

        // What the pilote passes on leads to nothing exact.
        others.ShouldNotContain("Excel");
    }

    [Fact]
    public async Task The_word_summary_is_in_bands_for_the_pilote_too_and_the_excel_file_keeps_words_words()
    {
        var page = await Page((await _place.Say(Kervelen.Pilot, "observatoire")).ShouldHaveSingleItem());
        var word = Part(await _place.Bot.Client.GetByteArrayAsync(Link(page, "Synthèse annuelle")), "word/document.xml");
        word.ShouldContain("Observatoire des remontées");
        word.ShouldContain("10 à 14");
        word.ShouldNotContain("Trefictif");

        var excel = await _place.Bot.Client.GetByteArrayAsync(Link(page, "nombres exacts"));
        Part(excel, "xl/workbook.xml").ShouldContain("Par commune");
        var cells = string.Concat(Parts(excel).Select(name => Part(excel, name)));
        cells.ShouldContain("=1+Trefictif");
        cells.ShouldContain("<x:v>12</x:v>");
        cells.ShouldNotContain("<x:f>");

        var members = await Page((await _place.Say(Member, "observatoire")).ShouldHaveSingleItem());
        var banded = await _place.Bot.Client.GetByteArrayAsync(Link(members, "Ces chiffres (Excel)"));
        string.Concat(Parts(banded).Select(name => Part(banded, name))).ShouldNotContain("Trefictif");
    }

    [Fact]
    public async Task A_pilotes_link_shows_bands_once_its_reader_pilots_no_more()
    {
        var link = (await _place.Say(Kervelen.Pilot, "observatoire")).ShouldHaveSingleItem().Url("Ouvrir l’observatoire");
        await _place.Service<ITerritoryRecords>().Revise(
            Reported.Territory,
            record => record! with { Territory = record.Territory with { Pilot = new PersonId(Member), Deputies = [] } }, default);

        Plain(await _place.Bot.Client.GetStringAsync(link)).ShouldContain("20 à 24 remontées");
    }

    private async Task Record(int count, string axis, string commune, string structures)
    {
        for (var i = 0; i < count; i++)
        {
            var operation = new OperationId($"act-{_acts++}");
            await _place.Service<IDysfunctions>().Record(
                Reported.Territory, 2026, operation,
                reference => Task.FromResult(new Dysfunction(
                    reference, Reported.Territory, new("somebody"), "Quelqu’un", "une sortie sans ordonnance", null, commune, structures, null, null,
                    Gravity.Medium, null, new AxisId(axis), ProblemFamilies.All[0], DysfunctionStatus.Qualified, null, null, _place.Clock.GetUtcNow(),
                    [new(DysfunctionStatus.Received, _place.Clock.GetUtcNow(), new("somebody"), null)], [], operation)),
                _ => [], default);
        }
    }

    private async Task<string> Page(Heard card) => Plain(await _place.Bot.Client.GetStringAsync(card.Url("Ouvrir l’observatoire")));

    private static string Plain(string page) => WebUtility.HtmlDecode(page).Replace('\u00a0', ' ');

    private static Uri Link(string page, string name) =>
        new(Links().Matches(WebUtility.HtmlDecode(page)).First(m => m.Groups["name"].Value.Contains(name, StringComparison.Ordinal)).Groups["to"].Value);

    private static void Says(Heard heard, params string[] parts) => parts.ShouldAllBe(part => heard.Says(part), heard.Words);

    private static void SaysNot(Heard heard, params string[] parts) => parts.ShouldAllBe(part => !heard.Says(part), heard.Words);

    private static IEnumerable<string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e => e.FullName).Where(n => n.Contains("worksheets/", StringComparison.Ordinal) && n.EndsWith(".xml", StringComparison.Ordinal))];
    }

    private static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd().Replace('\u00a0', ' ');
    }

    [GeneratedRegex("<svg", RegexOptions.None, 1000)]
    private static partial Regex Charts();

    [GeneratedRegex("<table", RegexOptions.None, 1000)]
    private static partial Regex Tables();

    [GeneratedRegex("<a href=\"(?<to>[^\"]+)\"[^>]*>(?<name>[^<]+)</a>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
