using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.VoteSamples;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>Who votes, proxies, déports and consultative voices.</summary>
internal static class RightsSamples
{
    private static readonly DateTimeOffset Now = SampleTerritory.Now;

    private static readonly BallotProxy ToHospital = new(
        Hospital.Seat, Typed("Centre hospitalier"), ProxyScope.Ballot, SampleTerritory.Nurse.Id, SampleTerritory.Nurse.Name, Now, Way.Chat);

    private static readonly Recusal Withdrawn = new(
        Nursing.Seat, Nursing.Structure, SampleTerritory.Nurse.Id, SampleTerritory.Nurse.Name, Now, Way.Link);

    private static readonly Elector Giver = Nursing with { Proxy = ToHospital };

    private static readonly Elector Holder = Hospital with { Holds = [new(Giver.Seat, Giver.Structure)] };

    private static readonly Elector Out = Nursing with { Recused = Withdrawn };

    private static readonly Elector Heard = Nursing with { Seat = new("tct-avis"), Structure = Typed("Caisse de l’Exemple"), Voice = Voice.Consultative };

    private static readonly Vote ByProxy = Own with { Seat = Giver.Seat, ProxyOf = Hospital.Seat };

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("rights.holder", () => VoteCard.Of(Seen(Holder), Now)),
        new("rights.by-proxy", () => VoteCard.Of(Seen(Giver, ByProxy, Hospital.Seat), Now)),
        new("rights.given", () => VoteCard.Of(Seen(Giver), Now)),
        new("rights.served", () => VoteCard.Of(Seen(Giver, ByProxy), Now)),
        new("rights.recused", () => VoteCard.Of(Seen(Out), Now)),
        new("rights.consultative", () => VoteCard.Of(Seen(Heard), Now)),
        new("rights.electors", () => ElectorsCard.Of(Electorate(Holder, Giver, Out with { Seat = new("tct-x") }, Heard), Hospital.Seat, 0, Now)),
        new("rights.electors-large", () => ElectorsCard.Of(Large, null, 40, Now)),
        new("rights.ask", () => ElectorsCard.AskRecuse(Electorate(Holder, Giver), Hospital.Seat)),
        new("rights.ask-which", () => ElectorsCard.AskRecuse(Large, null, RightsTexts.WhichSeat)),
        new("rights.proxy", () => ElectorsCard.Proxy(Large, Large.Seats[0].Seat, 1)),
        new("rights.proxy-again", () => ElectorsCard.Proxy(
            Electorate(Hospital, Nursing), Nursing.Seat, 2, RightsTexts.Refusal(RightsObstacle.Full, 2))),
        new("rights.recused-own", () => VoteCard.Of(Seen(Nursing with { Recused = Withdrawn with { Own = true } }), Now)),
        new("rights.taken-back", () => VoteCard.Of(
            Seen(Nursing with { TakenBack = [new(Withdrawn, SampleTerritory.Pilot.Id, SampleTerritory.Pilot.Name, Now, Way.Chat)] }), Now)),
        new("rights.ask-back", () => ElectorsCard.AskRecuse(Electorate(Holder, Out), null)),
        new("rights.told", () => RightsMails.RecusedCard(Open, Out)),
        new("rights.which", () => BallotListCard.WhichSeat(
            [new(Open, [(Hospital.Seat, Hospital.Structure), (Nursing.Seat, Nursing.Structure)], Convenes: false)], VoteVerbs.AskRecuse, RightsTexts.WhichToLeave)),
        new("rights.manage", () => ManageCard.Of(Open with { Recused = 2, Seats = 12 }, 5, Now)),
        new("rights.outcome", () => OutcomeCard.Of(
            Counted(Verdict.Adopted),
            Outcome(Verdict.Adopted) with { Recused = 1, Consultative = new(3, 2, 0, 1) }, Decision(3),
            [new(Holder, Own), new(Giver, ByProxy), new(Out, null), new(Heard, Own)])),
    ];

    private static Electorate Large => ShowElectors.Of(
        Open, [.. Enumerable.Range(0, 300).Select(i => Nursing with { Seat = new($"s{i}"), Structure = Typed($"Structure de l’Exemple {i}") })],
        convenes: true, []);

    private static Electorate Electorate(params Elector[] seats) => ShowElectors.Of(Open, seats, convenes: false, [Hospital.Seat]);

    private static SeatBallot Seen(Elector seat, Vote? own = null, SeatId? through = null) =>
        new(Open, seat, own, 5, SampleTerritory.Doctor.Id, through);
}
