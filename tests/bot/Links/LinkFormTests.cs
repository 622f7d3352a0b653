using System.Net;
using System.Net.Sockets;
using System.Text;
using Concertation.Domain;
using Concertation.Domain.Tables;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Links;

/// <summary>Whatever is sent to a personal link, its reader gets a page that says what to do.</summary>
public sealed class LinkFormTests
{
    [Fact]
    public async Task A_form_with_thousands_of_fields_is_refused_on_a_page_and_nothing_is_kept()
    {
        await using var kervelen = await Kervelen.Start();
        var link = await Convened(kervelen);
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 5000).Select(n => KeyValuePair.Create($"f{n}", "x")));

        await IsPage(await kervelen.Bot.Client.PostAsync(link, form), HttpStatusCode.BadRequest, "n’a pas pu être lue");
        (await kervelen.Bot.Client.GetStringAsync(link)).ShouldNotContain("Votre réponse :");
    }

    [Fact]
    public async Task What_is_no_form_or_too_heavy_a_one_is_refused_on_a_page()
    {
        await using var kervelen = await Kervelen.Start();
        var link = await Convened(kervelen);
        using var json = new StringContent("{\"reply\":\"Present\"}", Encoding.UTF8, "application/json");
        using var heavy = new FormUrlEncodedContent([new("reply", new string('x', 70_000))]);

        await IsPage(await kervelen.Bot.Client.PostAsync(link, json), HttpStatusCode.UnsupportedMediaType, "n’a pas pu être lue");
        await IsPage(await kervelen.Bot.Client.PostAsync(link, heavy), HttpStatusCode.RequestEntityTooLarge, "n’a pas pu être lue");
    }

    [Fact]
    public async Task A_form_cut_short_is_a_bad_request_and_no_failure_of_ours()
    {
        await using var kervelen = await Kervelen.Start();
        var link = await Convened(kervelen);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(kervelen.Bot.Address.Host, kervelen.Bot.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST {link.PathAndQuery} HTTP/1.1\r\nHost: {kervelen.Bot.Address.Authority}\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 30\r\n\r\n--b\r\nContent-Disposition: form-d"));
        var received = new byte[64 * 1024];
        var answer = Encoding.UTF8.GetString(received, 0, await socket.ReceiveAsync(received));

        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain("text/html");
    }

    [Fact]
    public async Task A_scanner_that_only_asks_for_the_head_gets_it_and_answers_nothing()
    {
        await using var kervelen = await Kervelen.Start();
        var link = await Convened(kervelen);
        using var head = await kervelen.Bot.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await kervelen.Bot.Client.GetStringAsync(link)).ShouldNotContain("Votre réponse :");
    }

    [Fact]
    public async Task Whoever_no_longer_holds_the_seat_sees_nothing_of_the_session_and_cannot_answer()
    {
        await using var kervelen = await Kervelen.Start();
        var link = await Convened(kervelen);
        await HandOver(kervelen, new SeatId("tct-had"), new PersonId("tanguy-kerconte"));
        using var present = new FormUrlEncodedContent([new("reply", "Present")]);

        var page = await IsPage(await kervelen.Bot.Client.GetAsync(link), HttpStatusCode.Forbidden, "Vous ne représentez plus ce siège");
        page.ShouldNotContain("9 h 30");
        await IsPage(await kervelen.Bot.Client.PostAsync(link, present), HttpStatusCode.Forbidden, "Vous ne représentez plus ce siège");
    }

    private static async Task<Uri> Convened(Kervelen kervelen)
    {
        var form = (await kervelen.Say(Kervelen.Pilot, "convoque la TCT le 14/12 9h30, 2h")).ShouldHaveSingleItem();
        await kervelen.Press(Kervelen.Pilot, await kervelen.Press(Kervelen.Pilot, form, "Vérifier"), "Envoyer");
        return (await kervelen.Receives("maiwenn-le-brouillon", "Convocation")).Link;
    }

    private static async Task HandOver(Kervelen kervelen, SeatId seat, PersonId to)
    {
        var sample = SampleTerritory.Kervelen.InYear(kervelen.Clock.GetUtcNow().Year);
        await kervelen.Service<ImportTerritory>().Run(
            sample with
            {
                Mandates = [.. sample.Mandates.Select(named => named.Seat != seat ? named : named with { Holder = to, Substitute = null })],
            },
            default);
    }

    private static async Task<string> IsPage(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(status);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            page.ShouldContain(words);
            return page;
        }
    }
}
