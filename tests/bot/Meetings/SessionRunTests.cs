using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Meetings;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Meetings;

/// <summary>The edges of a session's course: begun too late, never ended, its agenda changed on the way.</summary>
public sealed class SessionRunTests : IAsyncLifetime
{
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
    public async Task A_session_cannot_be_begun_a_day_after_its_end_but_its_sheet_and_minutes_can_be_filled()
    {
        await Past(TimeSpan.FromHours(25));

        var late = await _held.Press("run.start");
        late.Says("est passée depuis plus d’un jour").ShouldBeTrue(late.Words);
        (await _held.Record()).Run.ShouldBeNull();

        await _held.Press("presence.save", ("s-tct-ch", "room"));
        (await _held.Record()).Presences.ShouldHaveSingleItem().ArrivedAt.ShouldBeNull();
        var minutes = await _kervelen.Press(Kervelen.Pilot, late, "Compte rendu");
        (await _kervelen.Press(Kervelen.Pilot, minutes, "Diffuser la version 1")).Says("Version 1 diffusée").ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_begun_within_the_day_after_its_end_is_begun()
    {
        await Past(TimeSpan.FromHours(23));

        await _held.Press("run.start");

        (await _held.Record()).Run!.Value.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_that_nobody_ended_ended_when_it_was_to()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        await Past(TimeSpan.FromHours(12.5));

        var ended = await _held.Press("run.end");

        ended.Says("Terminée à 11 h 30").ShouldBeTrue(ended.Words);
        (await _held.Press("run.note", ("text", "Le CLIC présente le bilan"))).Says("Noté").ShouldBeTrue("notes come until the minutes do");
        await _held.Press("presence.save", ("s-tct-ch", "room"));
        (await _held.Record()).Presences.Single().ArrivedAt.ShouldBeNull("nobody arrived at midnight");
    }

    [Fact]
    public async Task The_next_item_is_found_when_the_current_one_is_taken_off()
    {
        var agenda = (await _held.Session()).Agenda;
        await _held.ItsTime();
        await _held.Press("run.start");
        await _kervelen.Say(Kervelen.Pilot, "passe au point 2");
        await _kervelen.Service<EditAgenda>().Run(await _held.Actor(), (await _held.Session()).Id, new AgendaEdit.Remove(agenda[1].Id), default);

        await _kervelen.Say(Kervelen.Pilot, "point suivant");

        (await _held.Record()).Run!.Value.Current.ShouldBe(agenda[2].Id);
    }

    [Fact]
    public async Task Digits_of_other_scripts_are_no_number_and_no_error()
    {
        await _held.ItsTime();
        await _kervelen.Say(Kervelen.Pilot, "on commence");

        (await _kervelen.Say(Kervelen.Pilot, "note sur le point ٣ : le CLIC présente le bilan")).Single().Says("Noté (point 1)").ShouldBeTrue();
    }

    private async Task Past(TimeSpan after)
    {
        var session = await _held.Session();
        _kervelen.Clock.Advance(session.End + after - _kervelen.Clock.GetUtcNow());
    }
}
