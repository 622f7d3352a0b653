using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Tests.Calendar;

/// <summary>A table's calendar behind a secret link, as a calendar program and its owner meet it.</summary>
public sealed partial class FeedTests : IAsyncLifetime
{
    private const string Hospital = OutlookTerritory.Hospital;
    private const string NursingHome = OutlookTerritory.NursingHome;

    private Kervelen _there = null!;

    public async Task InitializeAsync() => _there = await Kervelen.Start(services: s => s.Replace(
        ServiceDescriptor.Singleton<IRowStore>(provider =>
            new CountingRowStore(new SqliteRowStore(provider.GetRequiredService<SqliteFile>()), TimeSpan.Zero))));

    public async Task DisposeAsync() => await _there.DisposeAsync();

    [Fact]
    public async Task A_member_gets_a_link_that_shows_the_tables_sessions_and_nobodys_name()
    {
        await Convene("convoque la TCT plénière le 14/12 9h30, 2h à la mairie de Kervelen", ("item1title", "Sorties du vendredi"), ("item1minutes", "30"));
        var moved = await Convene("convoque la TCT le 11/01/2027 9h30, 2h");
        var question = await _there.Press(Kervelen.Pilot, moved, "Annuler la séance");
        await _there.Press(Kervelen.Pilot, question, "Annuler la séance et prévenir");

        var card = await Card(Hospital, "m'abonner au calendrier");
        using var answer = await _there.Bot.Client.GetAsync(Address(card));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var person in ConcertationBot.Import.SampleTerritory.Kervelen.People)
        {
            text.ShouldNotContain(person.Name);
            text.ShouldNotContain(person.Mail ?? person.Name);
        }

        var read = await IcalReader.Read(text);
        read.ShouldSatisfyAllConditions(
            r => r.Method.ShouldBe("PUBLISH"), r => r.Name.ShouldBe("TCT — Pays de Kervelen"), r => r.Refresh.ShouldBe("PT1H"),
            r => r.Zones.ShouldBe(["Europe/Paris"]), r => r.Longest.ShouldBeLessThanOrEqualTo(75), r => r.Events.Count.ShouldBe(2));
        read.Events[0].ShouldSatisfyAllConditions(
            e => e.Summary.ShouldBe("TCT — séance plénière"), e => e.StartLocal.ShouldBe("2026-12-14T09:30:00"), e => e.Minutes.ShouldBe(120),
            e => e.Location!.ShouldContain("mairie"), e => e.Description!.ShouldContain("Sorties du vendredi"), e => e.Status.ShouldBe("CONFIRMED"),
            e => e.Attendees.ShouldBeEmpty(), e => e.Organizer.ShouldBeNull());
        read.Events[1].ShouldSatisfyAllConditions(
            e => e.Status.ShouldBe("CANCELLED"), e => e.Summary.Replace('\u00a0', ' ').ShouldBe("Annulée : TCT — séance plénière"), e => e.Description.ShouldBeNull());
    }

    [Fact]
    public async Task Of_a_restricted_session_no_item_is_shown_and_its_place_only_to_who_is_called()
    {
        await Convene("convoque la TCT restreinte le 14/12 9h30, 1h30 à la mairie de Kervelen", ("item1title", "Sorties du vendredi"), ("item1minutes", "30"));

        var called = (await IcalReader.Read(await Get(await Link(Hospital)))).Event;
        var other = (await IcalReader.Read(await Get(await Link(NursingHome)))).Event;

        (called.Description, other.Description).ShouldBe((null, null));
        called.Location!.ShouldContain("mairie");
        other.Location.ShouldBeNull();
        other.Summary.ShouldBe("TCT — séance restreinte");
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var link = await Link(Hospital);
        using var first = await _there.Bot.Client.GetAsync(link);
        _there.Clock.Advance(TimeSpan.FromHours(3));

        using var again = await Send(HttpMethod.Get, link, first.Headers.ETag);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();

        await Convene("convoque la TCT le 11/01/2027 9h30, 2h");
        using var changed = await Send(HttpMethod.Get, link, first.Headers.ETag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var head = await Send(HttpMethod.Head, link, null);
        (head.StatusCode, head.Headers.ETag).ShouldBe((HttpStatusCode.OK, changed.Headers.ETag));
        using var posted = await Send(HttpMethod.Post, link, null);
        posted.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_revoked_link_is_gone_a_made_up_one_never_was_and_the_same_is_shown_until_then()
    {
        var card = await Card(Hospital, "calendrier");
        var link = Address(card);
        (await Link(Hospital)).ShouldBe(link);

        var renewed = await _there.Press(Hospital, card, "Révoquer et recréer");
        renewed.Says("L’ancienne adresse ne montre plus rien").ShouldBeTrue();

        (await Status(link)).ShouldBe(HttpStatusCode.Gone);
        (await Status(Address(renewed))).ShouldBe(HttpStatusCode.OK);
        var text = link.AbsoluteUri;
        foreach (var wrong in (string[])[
            text.Replace("agenda/pays", "agenda/pais", StringComparison.Ordinal), text.Replace(".ics", "x.ics", StringComparison.Ordinal),
            new Uri(link, "/agenda/x.ics").AbsoluteUri, new Uri(link, "/agenda/%2F_.ics").AbsoluteUri])
        {
            (await Status(new Uri(wrong))).ShouldBe(HttpStatusCode.NotFound, wrong);
        }
    }

    [Fact]
    public async Task Who_sits_no_more_sees_no_more()
    {
        var link = await Link(Hospital);
        (await Status(link)).ShouldBe(HttpStatusCode.OK);
        var day = new DateOnly(2026, 11, 23);

        await _there.Service<ITerritoryRecords>().Revise(
            OutlookTerritory.Territory,
            there => there! with
            {
                Mandates = [.. there.Mandates.Where(m => m.Seat.Value != "tct-ch")],
                Ended = [.. there.Ended, there.Mandates.Single(m => m.Seat.Value == "tct-ch") with { Until = day }],
            },
            default);

        (await Status(link)).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_visit_reads_one_partition_and_the_secret_is_written_nowhere()
    {
        var link = await Link(Hospital);
        var counting = (CountingRowStore)_there.Service<IRowStore>();
        var secret = SecretOf().Match(link.AbsoluteUri).Groups["s"].Value;
        secret.Length.ShouldBeGreaterThanOrEqualTo(43);

        counting.Reset();
        await Get(link);
        // Link, territory, table, mandate; then the sessions.
        counting.Calls.Count(c => c.StartsWith("query ", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', counting.Calls));
        counting.Calls.Count.ShouldBeLessThanOrEqualTo(5);

        foreach (var file in Directory.GetFiles(_there.Bot.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(secret, customMessage: file);
        }

        _there.Bot.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_sits_nowhere_is_told_kindly()
    {
        _there.AddPartner("passant", "Alix Passant");
        (await _there.Say("passant", "calendrier")).ShouldHaveSingleItem().Says("réservé aux membres").ShouldBeTrue();
    }

    private async Task<Heard> Convene(string text, params (string Input, string Value)[] typed)
    {
        var form = (await _there.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);
        return await _there.Press(Kervelen.Pilot, await _there.Press(Kervelen.Pilot, form, "Vérifier", typed), "Envoyer");
    }

    private async Task<Uri> Link(string person) => Address(await Card(person, "calendrier"));

    /// <summary>The answer, whatever else arrives meanwhile.</summary>
    private async Task<Heard> Card(string person, string text) =>
        (await _there.Say(person, text)).Single(m => m.Says("S’abonner au calendrier"));

    /// <summary>The TCT's: it comes first.</summary>
    private static Uri Address(Heard card) => new(FeedAddress().Match(card.Words).Value);

    private Task<string> Get(Uri link) => _there.Bot.Client.GetStringAsync(link);

    private async Task<HttpStatusCode> Status(Uri link)
    {
        using var answer = await _there.Bot.Client.GetAsync(link);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, Uri link, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(method, link);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await _there.Bot.Client.SendAsync(request);
    }

    [GeneratedRegex(@"https?://\S+/agenda/\S+\.ics", RegexOptions.None, 1000)]
    private static partial Regex FeedAddress();

    [GeneratedRegex("_(?<s>.+)\\.ics", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretOf();
}
