using System.Net;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work.Documents;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Documents;

/// <summary>Who may read a session's documents, asked at each opening.</summary>
public sealed class DocumentRightsTests : IAsyncLifetime
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");
    private static readonly PersonId Called = new("yann-kerimagin");
    private static readonly PersonId NotCalled = new("katell-songevrac");

    private Kervelen _kervelen = null!;
    private Session _session = null!;
    private DocumentId _document;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        var form = (await _kervelen.Say(Kervelen.Pilot, "convoque la TCT restreinte le 14/12 9h30, 2h")).Single();
        await _kervelen.Press(Kervelen.Pilot, await _kervelen.Press(Kervelen.Pilot, form, "Vérifier"), "Envoyer");
        var asked = await _kervelen.Attach(Kervelen.Pilot, "Note « été ».pdf", Files.Pdf());
        await _kervelen.Press(Kervelen.Pilot, asked, "Joindre", ("item", "p0"));
        _session = (await _kervelen.Service<ISessions>().All(Territory, default)).Single();
        _document = _session.Agenda[0].Joined.Single();
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_seats_called_and_the_conveners_read_and_nobody_else()
    {
        (await Get(Called)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(new(Kervelen.Pilot))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(NotCalled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Get(new("personne-inconnue"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Get(NotCalled, list: true)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await Get(Called, list: true)).Content.ReadAsStringAsync()).ShouldContain("</a> <span class=\"faint\">(PDF");
    }

    [Fact]
    public async Task A_mandate_that_ends_also_ends_its_links()
    {
        var link = Link(Called);
        var sample = SampleTerritory.Kervelen.InYear(_kervelen.Clock.GetUtcNow().Year);
        await _kervelen.Service<ImportTerritory>().Run(
            sample with
            {
                Mandates = [.. sample.Mandates.Select(m => m.Holder == Called || m.Substitute == Called ? m with { Holder = NotCalled, Substitute = null } : m)],
            },
            default);

        using var got = await _kervelen.Bot.Client.GetAsync(link);
        got.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await got.Content.ReadAsStringAsync();
        page.ShouldContain("ne vous est plus ouvert");
        page.ShouldNotContain("Note");
        (await Get(NotCalled)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_held_in_huis_clos_is_for_the_called_seats()
    {
        var there = (await _kervelen.Service<ISessions>().Get(Territory, _session.Id, default))!;
        await _kervelen.Service<ISessions>().Save(
            there.With(there.Value with { Agenda = [.. there.Value.Agenda.Select(i => i with { InCamera = true })] }), [], default);

        (await Get(Called)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(NotCalled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_document_of_another_session_is_not_reached_through_this_one()
    {
        var other = await _kervelen.Service<IDocuments>().Create(
            (await _kervelen.Service<IDocuments>().Get(Territory, _document, default))! with { Id = new("autre") }, default);
        using var got = await _kervelen.Bot.Client.GetAsync(
            _kervelen.Service<DocumentLinks>().UrlOf(_session, other.Id, Called, null));
        got.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_head_alone_says_what_would_come()
    {
        using var head = await _kervelen.Bot.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Link(Called)));

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(Files.Pdf().Length);
        head.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Note « été ».pdf");
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_too_old_is_told_from_a_forged_one()
    {
        var link = Link(Called);
        _kervelen.Clock.Advance(_session.End.AddDays(61) - _kervelen.Clock.GetUtcNow());
        (await _kervelen.Bot.Client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await _kervelen.Bot.Client.GetAsync(link + "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_button_made_up_with_somebody_elses_file_joins_nothing()
    {
        var join = _kervelen.Service<JoinDocuments>();
        var roster = (await _kervelen.Service<IRosters>().Get(Territory, default))!;
        Actor As(string id) => new(Territory, new(id), id, null, Way.Chat, roster.PersonOf(new(id)));

        (await join.Join(As("sterenn-kerchapitre"), _session.Id, new("p0"), [_document], default)).ShouldBeOfType<JoinOutcome.NoSuchDocument>();
        (await join.Remove(As(Called.Value), _session.Id, new("p0"), _document, default)).ShouldBeOfType<JoinOutcome.NotAConvener>();
        (await join.Join(As(Kervelen.Pilot), _session.Id, new("p9"), [_document], default)).ShouldBeOfType<JoinOutcome.NoSuchItem>();
        (await join.Join(As(Kervelen.Pilot), new("none"), new("p0"), [_document], default)).ShouldBeOfType<JoinOutcome.NoSuchSession>();
        _kervelen.Clock.Advance(_session.End.AddDays(1) - _kervelen.Clock.GetUtcNow());
        (await join.Remove(As(Kervelen.Pilot), _session.Id, new("p0"), _document, default)).ShouldBeOfType<JoinOutcome.Closed>();
    }

    private Uri Link(PersonId person, bool list = false) =>
        _kervelen.Service<DocumentLinks>().UrlOf(_session, list ? null : _document, person, null);

    private Task<HttpResponseMessage> Get(PersonId person, bool list = false) => _kervelen.Bot.Client.GetAsync(Link(person, list));
}
