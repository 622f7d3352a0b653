using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>From a closed ballot to the register and the roadmap, through the real bot.</summary>
public sealed class DecisionJourneyTests : IAsyncLifetime
{
    private Kervelen _place = null!;

    public async Task InitializeAsync() => _place = await Kervelen.Start();

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Decisions_are_numbered_without_gaps_by_table_and_year_in_one_chain_a_table()
    {
        await Decide("tct~~", "Première", Reported.Quorum);
        _place.Clock.Advance(TimeSpan.FromHours(1));
        await Decide("tct~~", "Carence", ["yann-kerimagin"]);
        await Decide("tct~~", "Rejetée", Reported.Quorum, "Contre");
        await DecideAtTheOtherTable("Stratégique");
        await _place.Hears(Kervelen.Pilot, "TCS 2026-001");
        _place.Clock.Advance(TimeSpan.FromDays(45));
        await Decide("tct~~", "De janvier", Reported.Quorum);
        await _place.Hears(Kervelen.Pilot, "TCT 2027-001");

        var tactical = await Register("tct");
        tactical.OrderBy(d => d.At).Select(d => (d.Number.Year, d.Number.Number, d.Title, d.Adopted)).ShouldBe(
            [(2026, 1, "Première", true), (2026, 2, "Rejetée", false), (2027, 1, "De janvier", true)]);
        RegisterChain.Verify(tactical).ShouldBe(new ChainCheck.Intact(3));
        RegisterChain.Verify(await Register("tcs")).ShouldBe(new ChainCheck.Intact(1));

        var mine = (await _place.Say("yann-kerimagin", "DECISIONS")).ShouldHaveSingleItem();
        mine.Says("TCT 2026-002").ShouldBeTrue(mine.Words);
        mine.Says("Rejetée : ").ShouldBeTrue(mine.Words);
        mine.Says("Carence").ShouldBeFalse(mine.Words);
        var pilots = (await _place.Say(Kervelen.Pilot, "les décisions de la TCT svp")).ShouldHaveSingleItem();
        pilots.Says("(non numérotée)").ShouldBeTrue(pilots.Words);
        pilots.Says("TCS 2026-001").ShouldBeFalse(pilots.Words);
    }

    [Fact]
    public async Task Ballots_that_close_at_the_same_moment_take_each_a_number_of_its_own()
    {
        string[] titles = ["Une", "Deux", "Trois", "Quatre"];
        foreach (var title in titles)
        {
            await Votes.VoteJourneyTests.Open(_place, title: title);
            foreach (var voter in Reported.Quorum)
            {
                await _place.Press(voter, await _place.Ballot(voter, title), "Pour");
            }
        }

        _place.Clock.Advance(TimeSpan.FromHours(82));
        await Task.WhenAll(titles.Select(title => _place.Recorded("tct", title)));

        var all = await Register("tct");
        all.Select(d => d.Number.Number).Order().ShouldBe([1, 2, 3, 4]);
        RegisterChain.Verify(all).ShouldBe(new ChainCheck.Intact(4));
    }

    [Fact]
    public async Task Without_quorum_the_second_convocation_is_offered_held_and_needs_none()
    {
        var session = await ConveneWithItem();
        await Decide($"tct~{session}~p1", "Place d’urgence", ["yann-kerimagin"]);
        var carence = await _place.Hears(Kervelen.Pilot, "Quorum non atteint");
        (await Register("tct")).ShouldBeEmpty();

        var form = await _place.Press(Kervelen.Pilot, carence, "Convoquer à nouveau");
        var look = await _place.Press(Kervelen.Pilot, form, "Vérifier", ("day", "2026-12-21"), ("time", "14:00"));
        look.Says("aucun quorum n’est demandé").ShouldBeTrue(look.Words);
        await _place.Press(Kervelen.Pilot, look, "Envoyer");
        var second = (await Sessions()).Single(s => s.SecondCallOf == session);
        await Decide($"tct~{second.Id}~p1", "Place d’urgence, bis", ["yann-kerimagin"]);

        var outcome = await _place.Hears("yann-kerimagin", "TCT 2026-001");
        outcome.Says("Adoptée : 1 voix pour, 0 contre, 0 abstention").ShouldBeTrue(outcome.Words);
        outcome.Says("Seconde convocation, sans quorum : 1 siège a répondu sur 14.").ShouldBeTrue(outcome.Words);

        // What wasn't on the first agenda still needs its quorum.
        await Decide("tct~~", "Autre chose", ["yann-kerimagin"]);
        await _place.Hears("yann-kerimagin", "Quorum : 1 siège a répondu sur 14 (7 nécessaires). Rien n’est décidé.");
        (await Register("tct")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_ballot_opened_in_december_and_closed_in_january_stays_on_its_axis()
    {
        _place.Clock.Advance(TimeSpan.FromDays(37));
        var form = (await _place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        await _place.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("axis", "t3"), ("title", "Fin d’année"), ("text", "Un texte."));
        foreach (var voter in Reported.Quorum)
        {
            await _place.Press(voter, await _place.Ballot(voter, "Fin d’année"), "Pour");
        }

        _place.Clock.Advance(TimeSpan.FromHours(82));
        (await _place.Recorded("tct", "Fin d’année")).Number.ShouldBe(new DecisionNumber(2027, 1));
        await _place.Hears("yann-kerimagin", "TCT 2027-001");

        var onAxis = (await _place.Service<IRoadmaps>().Get(Reported.Territory, 2026, default))!.Decisions.ShouldHaveSingleItem();
        (onAxis.Axis.Value, onAxis.Number).ShouldBe(("t3", new DecisionNumber(2027, 1)));
    }

    private async Task Decide(string subject, string title, IEnumerable<string> voters, string button = "Pour") =>
        (await _place.Decide(subject, title, $"{title} : un texte.", voters, button)).Says("Le vote est clos").ShouldBeTrue();

    /// <summary>Three members in chat and one behind a personal link make its quorum of 4.</summary>
    private async Task DecideAtTheOtherTable(string title)
    {
        await Votes.VoteJourneyTests.Open(_place, "tcs~~", title);
        foreach (var voter in new[] { "denez-grandlivre", "sterenn-kerchapitre", "morgane-kerpreface" })
        {
            await _place.Press(voter, await _place.Ballot(voter, title), "Pour");
        }

        await Votes.VoteJourneyTests.Post(_place, (await _place.Receives("pierrick-marquepage", title)).Link, "For");
        (await _place.Closes()).Says("Le vote est clos").ShouldBeTrue();
    }

    private async Task<SessionId> ConveneWithItem()
    {
        var form = (await _place.Say(Kervelen.Pilot, "convoque la TCT le 14/12 9h30, 2h")).Single(m => m.Card is not null);
        var look = await _place.Press(
            Kervelen.Pilot, form, "Vérifier", ("item1title", "Place d’urgence"), ("item1kind", "decision"), ("item1minutes", "30"));
        await _place.Press(Kervelen.Pilot, look, "Envoyer");
        return (await Sessions()).ShouldHaveSingleItem().Id;
    }

    private Task<IReadOnlyList<Session>> Sessions() => _place.Service<ISessions>().All(Reported.Territory, default);

    private Task<IReadOnlyList<Decision>> Register(string table) =>
        _place.Service<IRegister>().Of(Reported.Territory, new TableId(table), default);
}
