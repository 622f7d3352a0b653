using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Sessions;

/// <summary>The quorum isn't switched off by convening again: only a session that lacked it is convened without.</summary>
public sealed class SecondCallTests : IAsyncLifetime
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
    public async Task A_session_called_off_is_not_convened_again_without_quorum()
    {
        await _held.Press("sessions.cancel", ("reason", "Grève des transports"));

        await NotOffered();
    }

    [Fact]
    public async Task A_session_that_had_its_quorum_is_not_convened_again_without()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        await Attends(7);
        await _held.Press("run.end");
        _kervelen.Clock.Advance(TimeSpan.FromHours(3));

        await NotOffered();
    }

    [Fact]
    public async Task A_session_that_nobody_opened_says_nothing_of_a_quorum()
    {
        await _held.ItsTime();
        _kervelen.Clock.Advance(TimeSpan.FromHours(3));

        await NotOffered();
    }

    [Fact]
    public async Task A_session_to_which_too_few_came_is_convened_again_without_quorum()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        await Attends(6);
        await _held.Press("run.end");
        _kervelen.Clock.Advance(TimeSpan.FromHours(3));

        var form = await _kervelen.Press(Kervelen.Pilot, await _held.Press("sessions.show"), "Seconde convocation");
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("day", "2026-12-21"), ("time", "14:00"));
        look.Says("aucun quorum n’est demandé").ShouldBeTrue(look.Words);
    }

    private async Task Attends(int seats)
    {
        var voting = (await _held.Roster()).TableOf((await _held.Session()).Table)!.Seats
            .Where(s => s.Voice == Concertation.Domain.Tables.Voice.Deliberative).Take(seats);
        await _held.Press("presence.save", [.. voting.Select(s => ($"s-{s.Id}", "room"))]);
    }

    private async Task NotOffered()
    {
        var shown = await _held.Press("sessions.show");
        shown.Says("Seconde convocation").ShouldBeFalse(shown.Words);

        // A button of an older card, or a forged one.
        var form = await _held.Press("sessions.secondcall");
        var refused = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("day", "2026-12-21"), ("time", "14:00"));
        refused.Says("dont le quorum n’a pas été atteint").ShouldBeTrue(refused.Words);
        (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default)).ShouldHaveSingleItem();
    }
}
