using System.Text.Json.Nodes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Sessions;

/// <summary>Before anything leaves, the pilote sees who was written to often this week; a convocation can wait for the next.</summary>
public sealed class SolicitationTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string Often = "ont déjà reçu 2 messages ou plus";

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
        await _kervelen.Hears(Hospital, "Convocation");
        await _held.Press("agenda.circulate", ("version", "1"));
        await _kervelen.Hears(Hospital, "Ordre du jour, version 1");
        await _kervelen.Receives("rozenn-pennlivre", "Ordre du jour (version 1)");
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_week_is_shown_beside_every_button_that_writes_to_a_table()
    {
        (await _held.Press("agenda.show")).Says(Often).ShouldBeTrue("an agenda");
        (await _kervelen.Say(Kervelen.Pilot, "planifier l’année de la TCT")).Single().Says(Often).ShouldBeTrue("a year");
        (await _kervelen.Say(Kervelen.Pilot, "proposer")).Single().Says(Often).ShouldBeTrue("a ballot");
        (await _kervelen.Say(Hospital, "proposer")).Single().Says(Often).ShouldBeFalse("a member suggests and writes to nobody");
        await _held.ItsTime();
        await _held.Press("run.start");
        await _held.Press("run.end");
        (await _held.Press("minutes.show")).Says("Sollicitations de la semaine").ShouldBeTrue("minutes, in a week without messages");
    }

    [Fact]
    public async Task A_convocation_may_wait_until_next_week_for_those_written_to_often()
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, "convoque la TCT plénière le 11/01/2027 9h30, 2h")).Single();
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"));
        look.Raw.ShouldContain("n’écrire à ces personnes que le lundi 30 novembre 2026 à 8 h");
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations", ("later", "true"));

        await Task.Delay(1000);
        _kervelen.FromBot(Hospital).ShouldNotContain(m => m.Says("11 janvier 2027"));
        _kervelen.Clock.Advance(GroupedLettersTests.NextMonday - _kervelen.Clock.GetUtcNow());
        await _kervelen.Hears(Hospital, "11 janvier 2027");
    }

    [Fact]
    public async Task A_convocation_at_the_last_minute_or_without_a_link_is_pointed_out()
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, "convoque la TCT plénière le 24/11 9h30, 2h")).Single();
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"), ("online", "true"));

        look.Says("c’est peu pour que chacun s’organise").ShouldBeTrue(look.Words);
        look.Says("le lien de la visioconférence manque").ShouldBeTrue(look.Words);
        look.Raw.ShouldNotContain("n’écrire à ces personnes que", Case.Sensitive, "next week would be too late");
    }

    [Fact]
    public async Task A_session_does_not_end_silently_over_an_open_ballot()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        var session = await _held.Session();
        await Votes.VoteJourneyTests.Open(_kervelen, $"tct~{session.Id}~{session.Agenda[1].Id}", "Réserver une place");

        (await _held.Press("run.show")).Says("Un vote reste ouvert").ShouldBeFalse("the session goes on");
        await _held.Press("run.next");
        var last = await _held.Press("run.next");
        last.Says("Un vote reste ouvert").ShouldBeTrue(last.Words);
        var ended = await _held.Press("run.end");
        (await _kervelen.Press(Kervelen.Pilot, ended, "Suivre ou clore ce vote")).Says("Suivi du vote").ShouldBeTrue();
    }
}
