using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Agendas;

/// <summary>Every agenda opens with what was decided and entrusted since the table last met, not with an empty title.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;
    private Session _next = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
        await _held.ItsTime();
        await _held.Press("run.start");
        await _held.Press(
            "presence.save", ("s-tct-ch", "room"), ("s-tct-had", "room"), ("s-tct-emp", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"),
            ("s-tct-apa", "room"), ("s-tct-mg", "remote"), ("s-tct-ehpad", "room"));
        var items = (await _held.Session()).Agenda;
        await _held.Press("run.consensus", ("item", items[1].Id.Value), ("title", "Ouvrir une cellule de sortie"));
        await _held.Press("run.action", ("item", items[1].Id.Value), ("what", "Rédiger la fiche de liaison"), ("carrier", "CCAS"), ("due", "2027-01-04"));
        await _kervelen.Hears(Hospital, "TCT 2026-001");
        await _held.Press("run.end");
        _next = await Next();
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_next_agenda_lists_them_for_the_pilote_the_members_and_in_the_room()
    {
        var agenda = await Press("agenda.show");
        Holds(agenda.Words);
        await Press("agenda.circulate", ("version", "1"));
        Holds((await _kervelen.Hears(Hospital, "Ordre du jour, version 1")).Words);
        var letter = await _kervelen.Receives("rozenn-pennlivre", "Ordre du jour (version 1)");
        Holds(letter.Text);
        Holds(System.Net.WebUtility.HtmlDecode(await _kervelen.Bot.Client.GetStringAsync(letter.Link)));

        _kervelen.Clock.Advance(_next.Start - _kervelen.Clock.GetUtcNow());
        Holds((await Press("run.start")).Words);
        (await Press("run.next")).Says("TCT 2026-001").ShouldBeFalse("it belongs to the first item");
    }

    private static void Holds(string words)
    {
        words.Replace('\u00a0', ' ').ShouldContain("TCT 2026-001, adoptée : Ouvrir une cellule de sortie");
        words.Replace('\u00a0', ' ').ShouldContain("Action : Rédiger la fiche de liaison (CCAS, pour le 04/01/2027)");
    }

    private async Task<Session> Next()
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, "convoque la TCT plénière le 11/01/2027 9h30, 2h")).Single();
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"));
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
        return (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default)).MaxBy(s => s.Start)!;
    }

    private async Task<Heard> Press(string verb, params (string Key, string Value)[] more)
    {
        var data = new System.Text.Json.Nodes.JsonObject { ["territory"] = HeldSession.Territory.Value, ["session"] = _next.Id.Value };
        foreach (var (key, value) in more)
        {
            data[key] = value;
        }

        return await _kervelen.Press(Kervelen.Pilot, "1", verb, data);
    }
}
