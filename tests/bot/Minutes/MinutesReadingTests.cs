using System.Net;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Minutes;

/// <summary>What the readers of minutes see on each road, and what the pilote is told around them.</summary>
public sealed class MinutesReadingTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string Long = "Ouvrir une cellule de sortie du vendredi à l’hôpital, avec une permanence commune du CLIC, du SSIAD et du service social, de 14 h à 18 h, dès janvier, pour six mois";

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_sentence_that_was_decided_and_everybody_s_attendance_are_on_every_road()
    {
        await Hold();
        await _held.Press("minutes.circulate", ("version", "1"));

        var card = await _kervelen.Hears(Hospital, "Compte rendu");
        card.Says("dès janvier, pour six mois").ShouldBeTrue(card.Words);
        card.Says("7 sièges présents, 1 excusé (dont 1 représenté par pouvoir), 6 absents").ShouldBeTrue(card.Words);
        var letter = await _kervelen.Receives("maiwenn-le-brouillon", "Compte rendu (version 1)");
        Plain(letter.Text).ShouldContain("dès janvier, pour six mois");
        Plain(letter.Text).ShouldContain("demander une modification, ouvrez");
        var page = Plain(WebUtility.HtmlDecode(await _kervelen.Bot.Client.GetStringAsync(letter.Link)));
        page.ShouldContain("dès janvier, pour six mois");
        page.ShouldContain("EHPAD Les Bruyères (pouvoir au siège CLIC du pays de Kervelen)");
        page.ShouldContain("Armel Invité");
        page.ShouldContain("Absents");
        (await _kervelen.Receives("maiwenn-le-brouillon", "Adoptée")).Text.ShouldContain("Un consensus a été constaté en séance");
    }

    [Fact]
    public async Task Who_was_not_there_is_not_sent_to_a_form_they_do_not_have()
    {
        await Hold();
        await _held.Press("minutes.circulate", ("version", "1"));

        var letter = await _kervelen.Receives("rozenn-pennlivre", "Compte rendu (version 1)");

        Plain(letter.Text).ShouldNotContain("ou demander une modification");
        Plain(letter.Text).ShouldContain("demandées par les personnes qui étaient à la séance");
    }

    [Fact]
    public async Task The_pilote_reads_which_item_a_change_is_asked_for()
    {
        await Hold();
        await _held.Press("minutes.circulate", ("version", "1"));
        var item = (await _held.Session()).Agenda[1].Id.Value;

        await _kervelen.Press(Hospital, "1", "minutes.amend", await _held.Data(("text", "Ajouter la pharmacie"), ("item", item)));

        (await _kervelen.Hears(Kervelen.Pilot, "Ajouter la pharmacie")).Says("sur le point 2 (Sorties du vendredi)").ShouldBeTrue();
    }

    [Fact]
    public async Task Once_minutes_exist_the_sheet_says_what_can_still_be_done()
    {
        await Hold();
        await _held.Press("minutes.circulate", ("version", "1"));
        (await _held.Press("presence.save", ("s-tct-ars", "room"))).Says("Une erreur se signale dans les débats").ShouldBeTrue();

        var full = (await _kervelen.Service<Concertation.Domain.Minutes.IMinutes>().Get(HeldSession.Territory, (await _held.Session()).Id, default))!;
        _kervelen.Clock.Advance(full.Minutes.Value.SilentUntil!.Value - _kervelen.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        await Kervelen.Until(
            () => _held.Press("minutes.show").Result.Says("Validé"), () => "minutes are validated by silence");
        (await _held.Press("presence.save", ("s-tct-ars", "room"))).Says("il ne change plus").ShouldBeTrue();
        (await _held.Press("presence.save", ("s-tct-ars", "room"))).Says("corrigeant").ShouldBeFalse();
    }

    [Fact]
    public async Task The_sheet_of_a_session_that_is_over_has_its_real_hours_and_who_was_not_there()
    {
        await _held.ItsTime();
        var sheet = await _held.Press("presence.show");
        sheet.Says("14 sans réponse, pas encore notés").ShouldBeTrue(sheet.Words);
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(12));
        await Hold();
        var word = await _kervelen.Bot.Client.GetByteArrayAsync((await _held.Press("presence.show")).Url("Fichier Word"));

        var words = Words(word);

        words.ShouldContain("de 9 h 42 à");
        words.ShouldContain("Absent");
    }

    [Fact]
    public async Task An_item_in_huis_clos_says_who_leaves_the_room()
    {
        await _held.ItsTime();
        var item = (await _held.Session()).Agenda[0].Id.Value;
        await _held.Press("run.start");
        await _held.Press("presence.guest", ("name", "Armel Invité"));
        var second = (await _held.Session()).Agenda[1];
        await _kervelen.Service<Concertation.Domain.Agendas.EditAgenda>().Run(
            await _held.Actor(), (await _held.Session()).Id,
            new Concertation.Domain.Agendas.AgendaEdit.Change(
                second.Id, new Concertation.Domain.Agendas.AgendaEntry(second.Kind, second.Title, second.Minutes, second.Axis, null, InCamera: true)),
            default);

        var run = await _held.Press("run.next", ("item", item));

        run.Says("À huis clos").ShouldBeTrue(run.Words);
        run.Says("Armel Invité quitte la salle").ShouldBeTrue(run.Words);
    }

    /// <summary>Seven seats, a proxy and a guest; a consensus with a long sentence.</summary>
    private async Task Hold()
    {
        await _held.Press("proxy.give", ("seat", "tct-ehpad"), ("holder", "tct-clic"));
        if (_kervelen.Clock.GetUtcNow() < (await _held.Session()).Start)
        {
            await _held.ItsTime();
        }

        await _held.Press("run.start");
        await _held.Press(
            "presence.save", ("s-tct-ch", "room"), ("s-tct-had", "remote"), ("s-tct-emp", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"),
            ("s-tct-apa", "room"), ("s-tct-mg", "room"));
        await _held.Press("presence.guest", ("name", "Armel Invité"));
        await _held.Press("run.consensus", ("item", (await _held.Session()).Agenda[1].Id.Value), ("title", Long));
        await _kervelen.Hears(Hospital, "TCT 2026-001");
        await _held.Press("run.end");
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static string Words(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return Plain(System.Text.RegularExpressions.Regex.Replace(
            reader.ReadToEnd(), "<[^>]+>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
    }
}
