using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Votes;

namespace ConcertationBot.Tests.Meetings;

/// <summary>A substitute who sits in the holder's place votes and remembers: what the seat is sent reaches them too.</summary>
public sealed class AttendingSubstitutesTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string Substitute = "soizic-lanpapier";

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
        await _held.ItsTime();
        await _held.Press("run.start");
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task They_get_ballots_decisions_and_minutes_as_the_holder_does()
    {
        await _held.Press(
            "presence.save", ("s-tct-ch", "instead"), ("s-tct-had", "room"), ("s-tct-emp", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"),
            ("s-tct-apa", "room"), ("s-tct-mg", "remote"), ("s-tct-ehpad", "room"));
        var item = (await _held.Session()).Agenda[1].Id;

        await VoteJourneyTests.Open(_kervelen, $"tct~{(await _held.Session()).Id}~{item}");
        var ballot = await _kervelen.Hears(Substitute, "Réserver une place");
        await _kervelen.Hears(Hospital, "Réserver une place");
        (await _kervelen.Press(Substitute, ballot, "Pour")).Says("Réponse du siège : Pour").ShouldBeTrue();

        await _held.Press("run.consensus", ("item", item.Value), ("title", "Ouvrir une cellule de sortie"));
        await _kervelen.Hears(Substitute, "Ouvrir une cellule de sortie");

        await _held.Press("run.end");
        await _held.Press("minutes.circulate", ("version", "1"));
        var minutes = await _kervelen.Hears(Substitute, "Compte rendu");
        minutes.Buttons.ShouldContain("Demander une modification");
    }

    [Fact]
    public async Task One_who_announced_themself_is_noted_by_name_and_one_who_stays_away_is_sent_nothing()
    {
        await _kervelen.Press(Substitute, "1", "sessions.reply", await _held.Data(("seat", "tct-ch"), ("reply", "present")));
        var sheet = await _held.Press("presence.show");
        sheet.Raw.ShouldContain("annoncé, représenté par Soizic");
        await _held.Press("presence.all");

        (await _held.Record()).Presences.Single().RepresentedBy.ShouldStartWith("Soizic");
        await VoteJourneyTests.Open(_kervelen, $"tct~{(await _held.Session()).Id}~{(await _held.Session()).Agenda[1].Id}");
        await _kervelen.Hears(Substitute, "Réserver une place");
        await _kervelen.Receives("rozenn-pennlivre", "À vous de voter");
        _kervelen.Letters().ShouldNotContain(l => l.To.Contains("enora.kersonge"));
    }
}
