using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Minutes;

/// <summary>Minutes against what comes at the wrong moment: a session that goes on, a validation at the same instant, names, huis clos.</summary>
public sealed class MinutesEdgesTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
        await _held.ItsTime();
        await _held.Press("run.start");
        await _held.Press("presence.save", ("s-tct-ch", "room"));
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task Minutes_are_neither_circulated_nor_corrected_while_the_session_goes_on()
    {
        var early = await _held.Press("minutes.circulate", ("version", "1"));
        early.Says("Terminez d’abord la séance").ShouldBeTrue(early.Words);
        (await Correct(new CorrectedTask("Rédiger la fiche", "CCAS", null, null))).ShouldBeOfType<MinutesOutcome.Refused>()
            .Why.ShouldBeOfType<MinutesRefusal.StillHeld>();
        (await Full()).ShouldBeNull();

        (await _held.Press("run.note", ("text", "Le CLIC présente le bilan"))).Says("Noté").ShouldBeTrue();
        await _held.Press("run.end");
        (await _held.Press("minutes.circulate", ("version", "1"))).Says("Version 1 diffusée").ShouldBeTrue();
        (await Full())!.Text.Points[0].Notes.ShouldBe(["Le CLIC présente le bilan"]);
    }

    [Fact]
    public async Task Minutes_of_a_session_that_nobody_ended_go_out_with_the_hour_it_was_to_end()
    {
        var session = await _held.Session();
        _kervelen.Clock.Advance(session.End - _kervelen.Clock.GetUtcNow() + TimeSpan.FromHours(12));

        await _held.Press("minutes.circulate", ("version", "1"));

        (await Full())!.Text.EndedAt.ShouldBe(session.End);
    }

    [Fact]
    public async Task A_consensus_is_not_recorded_once_the_minutes_exist()
    {
        await _held.Press("run.end");
        await _held.Press("minutes.circulate", ("version", "1"));
        var run = (await _held.Record()).Run!;
        await _kervelen.Service<IMeetings>().SaveRun(HeldSession.Territory, run.Value with { EndedAt = null }, run.Version, default);

        var item = (await _held.Session()).Agenda[1].Id.Value;
        var late = await _held.Press("run.consensus", ("item", item), ("title", "Ouvrir une cellule de sortie"));

        late.Says("n’y figurerait pas").ShouldBeTrue(late.Words);
    }

    [Fact]
    public async Task An_amendment_at_the_instant_of_validation_is_refused_rather_than_lost()
    {
        await _held.Press("run.end");
        await _held.Press("minutes.circulate", ("version", "1"));
        var (roster, session) = (await _held.Roster(), await _held.Session());
        var relay = new RelayThatLets(() => _kervelen.Service<ValidateMinutes>().WhenDue(HeldSession.Territory, session.Id, roster, default));
        var propose = new ProposeAmendment(
            _kervelen.Service<IRosters>(), _kervelen.Service<ISessions>(), _kervelen.Service<IMinutes>(), relay, _kervelen.Clock);
        _kervelen.Clock.Advance(TimeSpan.FromDays(60));

        var outcome = await propose.Run(await _held.Actor(Hospital), session.Id, null, "Corriger les horaires", new OperationId("race1"), default);

        (await Full())!.Minutes.Value.State.ShouldBe(MinutesState.Validated);
        outcome.ShouldBeOfType<MinutesOutcome.Refused>().Why.ShouldBeOfType<MinutesRefusal.Final>();
        (await _kervelen.Service<IMinutes>().Amendments(HeldSession.Territory, session.Id, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mme Zorglub, née le 12/03/1938, NIR 2 38 03 29 019 123 45", null)]
    [InlineData(null, "après la sortie de Mme Zorglub, née le 12/03/1938")]
    public async Task Who_carries_a_corrected_action_and_when_identify_nobody_else(string? who, string? when)
    {
        await _held.Press("run.end");

        (await Correct(new CorrectedTask("Rédiger la fiche", who, null, when))).ShouldBeOfType<MinutesOutcome.Refused>()
            .Why.ShouldBeOfType<MinutesRefusal.NamesSomeone>();

        (await Full()).ShouldBeNull();
        (await Correct(new CorrectedTask("Rédiger la fiche", "Mme Nouvelle, CCAS", null, "à la rentrée"))).ShouldBeOfType<MinutesOutcome.Done>();
    }

    [Fact]
    public async Task The_actions_of_an_item_held_in_huis_clos_after_all_leave_the_roadmap()
    {
        var session = await _held.Session();
        var item = session.Agenda[1];
        await _held.Press("run.action", ("what", "Rédiger la fiche de liaison"), ("item", item.Id.Value));
        (await _held.Record()).Notes.Single().Axis.ShouldNotBeNull();

        await _kervelen.Service<EditAgenda>().Run(await _held.Actor(), session.Id, new AgendaEdit.Change(
            item.Id, new AgendaEntry(item.Kind, item.Title, item.Minutes, item.Axis, null, InCamera: true)), default);
        await _held.Press("run.end");
        await _held.Press("minutes.circulate", ("version", "1"));

        (await Full())!.Text.Tasks.Single().Axis.ShouldBeNull();
    }

    private async Task<MinutesOutcome> Correct(CorrectedTask added) => await _kervelen.Service<CorrectMinutes>().Run(
        await _held.Actor(), (await _held.Session()).Id,
        new MinutesCorrection(1, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, CorrectedTask>(), [], [added]),
        new OperationId("abcdefghijklmnopqrst"), default);

    private async Task<MinutesInFull?> Full() =>
        await _kervelen.Service<IMinutes>().Get(HeldSession.Territory, (await _held.Session()).Id, default);

    /// <summary>Lets something else happen between what an act has read and what it saves.</summary>
    private sealed class RelayThatLets(Func<Task> happen) : IRelay
    {
        public Task Announce(Aggregate aggregate, CancellationToken cancel) => happen();

        public Task AnnounceAt(Aggregate aggregate, DateTimeOffset at, CancellationToken cancel) => Task.CompletedTask;

        public void Nudge(Aggregate aggregate)
        {
        }
    }
}
