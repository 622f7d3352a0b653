using Concertation.Domain.Meetings;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Meetings;

/// <summary>How each comes: late, remotely; and whether each college is there.</summary>
public sealed class LatecomersTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";

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
    public async Task Whoever_is_noted_once_the_session_has_gone_on_came_then()
    {
        await _held.ItsTime();
        await _held.Press("presence.save", ("s-tct-ch", "room"));
        await _held.Press("run.start");
        await _held.Press("presence.save", ("s-tct-had", "room"));
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(5));
        await _held.Press("run.next");
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(2));

        var sheet = await _held.Press("presence.save", ("s-tct-ccas", "room"));

        var noted = (await _held.Record()).Presences.ToDictionary(p => p.Seat.Value, p => p.ArrivedAt);
        noted["tct-ch"].ShouldBeNull();
        noted["tct-had"].ShouldBeNull();
        noted["tct-ccas"].ShouldBe(_kervelen.Clock.GetUtcNow());
        sheet.Raw.ShouldContain("arrivé à 9 h 37");
    }

    [Fact]
    public async Task A_roll_that_is_taken_late_makes_nobody_late()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(20));

        await _held.Press("presence.save", ("s-tct-ch", "room"), ("s-tct-had", "room"));

        (await _held.Record()).Presences.ShouldAllBe(p => p.ArrivedAt == null);
    }

    [Fact]
    public async Task Coming_late_or_remotely_can_be_said_and_the_pilote_sees_it()
    {
        (await _kervelen.Say(Hospital, "je viens en visio")).Single().Says("vous serez là, à distance").ShouldBeTrue();
        (await _kervelen.Say("katell-songevrac", "je serai en retard le 14/12")).Single().Says("vous serez là, avec du retard").ShouldBeTrue();
        var seen = await _held.Press("sessions.show");
        seen.Says("présence confirmée, à distance").ShouldBeTrue(seen.Words);
        seen.Says("présence confirmée, avec du retard").ShouldBeTrue(seen.Words);

        await _held.ItsTime();
        (await _held.Press("presence.show")).Raw.ShouldContain("annoncé, en retard");
        await _held.Press("presence.all");
        var there = (await _held.Record()).Presences.ShouldHaveSingleItem("who comes late isn't there yet");
        (there.Seat.Value, there.Mode).ShouldBe(("tct-ch", PresenceMode.Remote));
    }

    [Fact]
    public async Task The_quorum_of_each_college_is_seen_while_the_session_is_held()
    {
        await _kervelen.Service<ITerritoryRecords>().Revise(
            HeldSession.Territory,
            before => before! with
            {
                Tables = [.. before.Tables.Select(t => t.Id.Value == "tct" ? t with { Rules = t.Rules with { Quorum = new Quorum(50, 50) } } : t)],
            },
            default);
        await _held.ItsTime();
        await _held.Press("run.start");

        var sheet = await _held.Press("presence.save", ("s-tct-ch", "room"), ("s-tct-had", "room"));

        sheet.Says("Par collège : Sanitaire 2 sur 3 (2 nécessaires)").ShouldBeTrue(sheet.Words);
        (await _held.Press("run.show")).Says("Par collège : Sanitaire 2 sur 3").ShouldBeTrue();
        (await _kervelen.Say(Kervelen.Pilot, "feuille de présence")).Single().Says("Par collège").ShouldBeTrue();
    }
}
