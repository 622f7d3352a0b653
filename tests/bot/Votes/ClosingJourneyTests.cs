using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>A ballot on its way to its end: reminded, extended, closed, and answers changed until then.</summary>
public class ClosingJourneyTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Fact]
    public async Task A_ballot_is_extended_once_before_its_end_and_all_are_told()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", "Réserver une place"), "Pour");
        await place.Receives("rozenn-pennlivre", "À vous de voter");

        var form = (await place.Say(Kervelen.Pilot, "prolonge le vote jusqu’à vendredi 18h")).ShouldHaveSingleItem();
        (form.Input("day"), form.Input("time")).ShouldBe(("2026-11-27", "18:00"));
        (await place.Press(Kervelen.Pilot, form, "Prolonger et prévenir", ("day", "2026-11-24"))).Says("doit venir après").ShouldBeTrue();
        (await place.Press(Kervelen.Pilot, form, "Prolonger et prévenir", ("day", ""))).Says("Donnez le jour").ShouldBeTrue();
        var done = await place.Press(Kervelen.Pilot, form, "Prolonger et prévenir");
        done.Says("Le vote est prolongé").ShouldBeTrue(done.Words);
        done.Says("vendredi 27 novembre 2026 à 18 h").ShouldBeTrue(done.Words);

        // Those who have answered are told too, and keep their answer.
        var told = await place.Hears("yann-kerimagin", "Le vote est prolongé");
        told.Says("La réponse de votre siège est conservée").ShouldBeTrue(told.Words);
        told.Says("Réponse du siège : Pour").ShouldBeTrue(told.Words);
        await place.Hears("katell-songevrac", "Le vote est prolongé");
        var letter = await place.Receives("rozenn-pennlivre", "Vote prolongé");
        letter.Text.Replace('\u00a0', ' ').ShouldContain("vendredi 27 novembre 2026");
        place.Clock.Advance(TimeSpan.FromHours(80));
        (await VoteJourneyTests.Post(place, letter.Link, "Against")).ShouldContain("C’est noté");

        (await place.Say(Kervelen.Pilot, "prolonge le vote"))[0].Says("ne peut l’être qu’une fois").ShouldBeTrue();
        (await place.Press(Kervelen.Pilot, form, "Prolonger et prévenir", ("day", "2026-12-01"))).Says("ne peut l’être qu’une fois").ShouldBeTrue();
        place.Clock.Advance(TimeSpan.FromHours(48));
        (await place.Press(Kervelen.Pilot, form, "Prolonger et prévenir", ("day", "2026-12-01"))).Says("Ce vote est clos").ShouldBeTrue();
        (await place.Service<IBallots>().Get(Territory, ballot, default))!.Value.State.ShouldBe(BallotState.Closed);
    }

    [Fact]
    public async Task Seats_without_an_answer_and_their_substitutes_are_reminded_once_before_the_end()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", "Réserver une place"), "Pour");
        await place.Receives("rozenn-pennlivre", "À vous de voter");

        // It opened on Monday at 9 h and ends on Thursday at 18 h: the reminder is due on Wednesday at 18 h.
        place.Clock.Advance(TimeSpan.FromHours(57));
        var reminded = await place.Hears("katell-songevrac", "n’a pas encore répondu");
        reminded.Says("jeudi 26 novembre 2026").ShouldBeTrue(reminded.Words);
        (await place.Receives("rozenn-pennlivre", "Rappel, à vous de voter")).Text.ShouldContain("/lien/");
        var aggregate = new Aggregate(AggregateKind.Ballot, Territory, ballot.Value);
        var roster = (await place.Service<IRosters>().Get(Territory, default))!;
        async Task<List<Notice>> Reminders() =>
            [.. (await place.Service<INotices>().Of(aggregate, default)).Select(n => n.Value).Where(n => n.Why == EffectKind.BallotReminder)];
        var sent = await Reminders();
        sent.Select(n => n.Seat).ShouldNotContain(new SeatId("tct-ch"));
        foreach (var seat in sent.GroupBy(n => n.Seat!.Value))
        {
            var mandate = roster.Mandates[seat.Key];
            seat.Select(n => n.Recipient.Value).Order(StringComparer.Ordinal).ShouldBe(
                new[] { mandate.Holder, mandate.Substitute }.OfType<Person>().Where(p => p.Mail is not null || p.EntraId is not null).Select(p => p.Id.Value).Order(StringComparer.Ordinal));
        }

        place.Clock.Advance(TimeSpan.FromHours(10));
        await Task.Delay(500);
        (await Reminders()).Count.ShouldBe(sent.Count);
        // Extended, it doesn't remind again by itself.
        var form = (await place.Say(Kervelen.Pilot, "prolonge le vote jusqu’à lundi 18h")).ShouldHaveSingleItem();
        await place.Press(Kervelen.Pilot, form, "Prolonger et prévenir");
        place.Clock.Advance(TimeSpan.FromHours(90));
        await place.Say(Kervelen.Pilot, "votes");
        (await Reminders()).Count.ShouldBe(sent.Count);
    }

    [Fact]
    public async Task The_pilote_reminds_once_and_leaves_out_whom_she_likes()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        await place.Hears("katell-songevrac", "Réserver une place");

        var look = (await place.Say(Kervelen.Pilot, "relance ceux qui n’ont pas voté")).ShouldHaveSingleItem();
        look.Says("14 sièges n’ont pas répondu").ShouldBeTrue(look.Words);
        var done = await place.Press(Kervelen.Pilot, look, "Envoyer la relance", ("spared", "malo-trecrayon"));
        done.Says("relancées").ShouldBeTrue(done.Words);
        await place.Hears("katell-songevrac", "n’a pas encore répondu");
        place.FromBot("malo-trecrayon").ShouldNotContain(m => m.Says("n’a pas encore répondu"));

        place.Clock.Advance(TimeSpan.FromHours(25));
        var again = (await place.Say(Kervelen.Pilot, "relance ceux qui n’ont pas voté")).ShouldHaveSingleItem();
        again.Says("ont déjà été relancées").ShouldBeTrue(again.Words);
        again.Says("1 personne sera relancée").ShouldBeTrue(again.Words);
        (await place.Say("katell-songevrac", "relance ceux qui n’ont pas voté")).ShouldHaveSingleItem().Says("que vous animez").ShouldBeTrue();
    }

    [Fact]
    public async Task A_ballot_closes_when_all_have_answered_where_its_table_wants_so()
    {
        await using var place = await Kervelen.Start();
        await place.Service<ITerritoryRecords>().Revise(
            Territory,
            before => before! with
            {
                Tables = [.. before.Tables.Select(t => t.Id.Value == "tct" ? t with { Rules = t.Rules with { Ballot = new BallotRules(true, 24, 0) } } : t)],
            },
            default);
        var ballot = await VoteJourneyTests.Open(place);
        (await place.Hears("yann-kerimagin", "Réserver une place")).Says("ou dès que tous les sièges ont répondu").ShouldBeTrue();
        var roster = (await place.Service<IRosters>().Get(Territory, default))!;
        var electors = await place.Service<IBallots>().Electors(Territory, ballot, default);
        foreach (var (elector, i) in electors.Where(e => e.Voice == Voice.Deliberative).Select((e, i) => (e, i)))
        {
            (await place.Service<IBallots>().Get(Territory, ballot, default))!.Value.State.ShouldBe(BallotState.Open);
            (await place.Service<CastVote>().Handle(
                new CastCommand(Territory, ballot, elector.Seat, null, roster.Mandates[elector.Seat].Holder.Id, Choice.For, null, new($"o{i}")), default))
                .ShouldBeOfType<Ruling<CastDone>.Granted>();
        }

        await place.Hears(Kervelen.Pilot, "Adoptée");
        var closed = (await place.Service<IBallots>().Get(Territory, ballot, default))!.Value;
        (closed.State, closed.ClosesAt).ShouldBe((BallotState.Closed, place.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Whoever_was_mistaken_changes_the_answer_in_words_until_the_end()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var card = await place.Hears("yann-kerimagin", "Réserver une place");
        (await place.Say("yann-kerimagin", "me suis trompé je voulais voter contre")).ShouldHaveSingleItem().Button("Contre").ShouldNotBeNull();
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldBeEmpty();
        await place.Press("yann-kerimagin", card, "Pour");

        var changed = (await place.Say("yann-kerimagin", "me suis trompé je voulais voter contre")).ShouldHaveSingleItem();
        changed.Says("Votre réponse est changée").ShouldBeTrue(changed.Words);
        changed.Says("Réponse du siège : Contre").ShouldBeTrue(changed.Words);
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice.ShouldBe(Choice.Against);
        (await place.Say("yann-kerimagin", "me suis trompé je voulais voter contre")).ShouldHaveSingleItem().Says("Rien à changer").ShouldBeTrue();

        await place.Closes();
        (await place.Say("yann-kerimagin", "me suis trompé je voulais voter pour")).ShouldHaveSingleItem().Says("Aucun vote n’est ouvert pour vous").ShouldBeTrue();
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice.ShouldBe(Choice.Against);
    }

    [Fact]
    public async Task Mistaken_in_one_of_two_ballots_one_is_asked_which()
    {
        await using var place = await Kervelen.Start();
        var first = await VoteJourneyTests.Open(place);
        var second = await Open(place, "Ouvrir l’hébergement temporaire le week-end");
        await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", "Réserver une place"), "Pour");
        await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", "hébergement temporaire"), "Pour");

        var asked = (await place.Say("yann-kerimagin", "me suis trompé, je voulais voter contre")).ShouldHaveSingleItem();
        asked.Says("Quelle réponse faut-il changer").ShouldBeTrue(asked.Words);
        async Task<Choice> Of(BallotId ballot) => (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice;
        ((await Of(first)), (await Of(second))).ShouldBe((Choice.For, Choice.For));

        (await place.Say("yann-kerimagin", "me suis trompé pour le vote HT, je voulais m’abstenir")).ShouldHaveSingleItem().Says("Pour devient Abstention").ShouldBeTrue();
        ((await Of(first)), (await Of(second))).ShouldBe((Choice.For, Choice.Abstain));
    }

    [Fact]
    public async Task The_pilote_closes_a_ballot_by_its_initials_and_no_other()
    {
        await using var place = await Kervelen.Start();
        var first = await VoteJourneyTests.Open(place);
        var second = await Open(place, "Ouvrir l’hébergement temporaire le week-end");

        (await place.Say(Kervelen.Pilot, "clos le vote XZ")).ShouldHaveSingleItem().Says("Quel vote faut-il clore").ShouldBeTrue();
        (await place.Closes(words: "clos le vote HT")).Says("Le vote est clos").ShouldBeTrue();

        async Task<BallotState> Of(BallotId ballot) => (await place.Service<IBallots>().Get(Territory, ballot, default))!.Value.State;
        ((await Of(first)), (await Of(second))).ShouldBe((BallotState.Open, BallotState.Closed));
    }

    internal static async Task<BallotId> Open(Kervelen place, string title)
    {
        var before = (await place.Service<IBallots>().Recent(Territory, default)).Select(b => b.Id).ToHashSet();
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        (await place.Press(Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("title", title), ("text", "Il en est ainsi.")))
            .Says("Le vote est ouvert").ShouldBeTrue();
        return (await place.Service<IBallots>().Recent(Territory, default)).Single(b => !before.Contains(b.Id)).Id;
    }
}
