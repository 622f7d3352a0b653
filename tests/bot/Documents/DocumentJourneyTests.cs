using System.Net;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Documents;

/// <summary>A document from the pilote's chat to everybody's convocation, through the real bot.</summary>
public sealed class DocumentJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string HomeHospital = "maiwenn-le-brouillon";
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task A_file_attached_in_chat_is_joined_to_an_item_and_read_by_link()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var bytes = Files.Pdf(300);

        var asked = await _kervelen.Attach(Kervelen.Pilot, "Bilan  des sorties.pdf", bytes);
        asked.Says("Bilan des sorties.pdf").ShouldBeTrue(asked.Words);
        var done = await _kervelen.Press(Kervelen.Pilot, asked, "Joindre", ("item", "p1"));
        done.Says("Document joint").ShouldBeTrue(done.Words);
        done.Says("Sorties du vendredi").ShouldBeTrue();

        using var got = await _kervelen.Bot.Client.GetAsync(LinkOn(done, "Ouvrir"));
        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        got.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        got.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Bilan des sorties.pdf");
        got.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        got.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        got.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        (await got.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
    }

    [Fact]
    public async Task Whoever_is_called_finds_it_on_the_card_in_the_mail_and_on_the_page()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var bytes = Files.Word("Ordre du jour commenté");
        await Joined("Note de cadrage.docx", bytes);
        var prepared = (await _kervelen.Say(Kervelen.Pilot, "ordre du jour")).Single();
        (await _kervelen.Bot.Client.GetByteArrayAsync(LinkOn(prepared, "Note de cadrage.docx"))).ShouldBe(bytes);
        // A later change tells everybody again, with what is joined now.
        await _kervelen.Press(Kervelen.Pilot, (await _kervelen.Say(Kervelen.Pilot, "déplace la TCT du 14/12 au 15/12 à 10h")).Single(), "Déplacer et prévenir");

        var card = await _kervelen.Hears(Hospital, "Nouvelle date");
        (await _kervelen.Bot.Client.GetByteArrayAsync(LinkOn(card, "Note de cadrage.docx"))).ShouldBe(bytes);
        var letter = await _kervelen.Receives(HomeHospital, "Nouvelle date");
        letter.Text.Replace('\u00a0', ' ').ShouldContain("Note de cadrage.docx (document Word, 1 ko) : http");
        (await _kervelen.Bot.Client.GetByteArrayAsync(letter.Link)).ShouldBe(bytes);
        var reply = letter.Text.Split('\n').Last(line => line.StartsWith("http", StringComparison.Ordinal));
        (await _kervelen.Bot.Client.GetStringAsync(reply)).ShouldContain("Note de cadrage.docx</a>");
    }

    [Fact]
    public async Task A_file_of_the_same_name_is_the_next_version_and_the_same_bytes_change_nothing()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var first = await Joined("Bilan.pdf", Files.Pdf(1));
        await Joined("Bilan.pdf", Files.Pdf(1));
        Joined(await Session()).ShouldHaveSingleItem();

        var second = await Joined("bilan.PDF", Files.Pdf(2));

        second.Says("version 2").ShouldBeTrue(second.Words);
        var id = Joined(await Session()).ShouldHaveSingleItem();
        var document = (await _kervelen.Service<IDocuments>().Get(Territory, id, default)).ShouldNotBeNull();
        (document.Version, document.Name).ShouldBe((2, "Bilan.pdf"));
        (await _kervelen.Service<IDocuments>().Get(Territory, document.Previous!.Value, default)).ShouldNotBeNull().Version.ShouldBe(1);
        (await _kervelen.Bot.Client.GetByteArrayAsync(LinkOn(second, "Ouvrir"))).ShouldBe(Files.Pdf(2));
        // What an older message showed stays what it was.
        (await _kervelen.Bot.Client.GetByteArrayAsync(LinkOn(first, "Ouvrir"))).ShouldBe(Files.Pdf(1));
    }

    [Fact]
    public async Task Of_several_sessions_one_is_chosen_before_the_item()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        await Convene("convoque la TCT le 18/01 9h30, 2h");
        var asked = await _kervelen.Attach(Kervelen.Pilot, "Bilan.pdf", Files.Pdf());
        (await _kervelen.Press(Kervelen.Pilot, asked, "Choisir le point")).Says("Choisissez la séance").ShouldBeTrue();
        var session = (await _kervelen.Service<ISessions>().All(Territory, default))[1];

        var item = await _kervelen.Press(Kervelen.Pilot, asked, "Choisir le point", ("session", session.Id.Value));
        item.Says("18 janvier 2027").ShouldBeTrue(item.Words);
        var again = await _kervelen.Press(Kervelen.Pilot, item, "Joindre");
        again.Says("Choisissez le point").ShouldBeTrue(again.Words);
        (await _kervelen.Press(Kervelen.Pilot, again, "Joindre", ("item", "p0"))).Says("Document joint").ShouldBeTrue();
    }

    [Fact]
    public async Task Who_convenes_nothing_is_told_whom_to_ask_and_nothing_is_fetched()
    {
        var answer = await _kervelen.Attach(Hospital, "Bilan.pdf", Files.Pdf());

        answer.Says("Confiez le vôtre à la personne qui pilote").ShouldBeTrue(answer.Words);
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_taken_off_can_no_longer_be_read()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var done = await Joined("Bilan.pdf", Files.Pdf());
        var link = LinkOn(done, "Ouvrir");

        var removed = await _kervelen.Press(Kervelen.Pilot, done, "Retirer");

        removed.Says("Ce point n’a plus de document").ShouldBeTrue(removed.Words);
        using var got = await _kervelen.Bot.Client.GetAsync(link);
        got.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await got.Content.ReadAsStringAsync()).ShouldNotContain("Bilan");
    }

    private async Task Convene(string words)
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, words)).ShouldHaveSingleItem();
        var look = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("item1title", "Sorties du vendredi"), ("item1kind", "decision"), ("item1minutes", "30"));
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
    }

    private async Task<Heard> Joined(string name, byte[] bytes) => await _kervelen.Press(
        Kervelen.Pilot, await _kervelen.Attach(Kervelen.Pilot, name, bytes), "Joindre", ("item", "p1"));

    private async Task<Session> Session() => (await _kervelen.Service<ISessions>().All(Territory, default)).ShouldHaveSingleItem();

    private static IReadOnlyList<DocumentId> Joined(Session session) => session.ItemOf(new("p1")).ShouldNotBeNull().Joined;

    private string[] Kept() => Directory.GetFiles(Path.Combine(_kervelen.Bot.Folder, "documents"), "*", SearchOption.AllDirectories);

    internal static Uri LinkOn(Heard heard, string title) => new(Actions(JsonNode.Parse(heard.Card!.Value.GetRawText())!)
        .First(a => a["title"]?.GetValue<string>() == title && a["url"] is not null)["url"]!.GetValue<string>());

    private static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(p => Actions(p.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Actions),
        _ => [],
    };
}
