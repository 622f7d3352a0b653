using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Microsoft365.Decisions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>What comes after a decision: its return, its review, its reserves.</summary>
internal static class FollowDecisionSamples
{
    private static readonly Decision Decision = RegisterSamples.Whole(3);
    private static readonly DateTimeOffset At = Decision.At.AddDays(4);
    private static readonly PersonId Reader = SampleTerritory.Doctor.Id;

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("decisions.followed", () => FollowDecisionCard.Of(Seen(Aftermath.None), Reader)),
        new("decisions.followed-refused", () => FollowDecisionCard.Of(
            Seen(Aftermath.None) with
            {
                Standing = new(new("e-1"), Decision.Territory, "TCS", 3, EscalationState.Refused, At, Words: Typed("Le budget de 2028 ne le permet pas.")),
            },
            Reader)),
        new("decisions.read", () => FollowDecisionCard.Of(Seen(Read), Reader, said: FollowDecisionTexts.ReadNoted)),
        new("decisions.review-asked", () => FollowDecisionCard.Of(Seen(Aftermath.None), Reader, asks: true)),
        new("decisions.reviewed", () => FollowDecisionCard.Of(Seen(Reviewed), Reader, asks: true)),
        new("decisions.review-refused", () => FollowDecisionCard.Of(
            Seen(Read), Reader, asks: true, problem: FollowDecisionTexts.Refused(FollowRefusal.PersonalData))),
        new("decisions.readers", () => FollowDecisionCard.ReadersOf(Seen(Read), [])),
        new("decisions.readers-reminded", () => FollowDecisionCard.ReadersOf(Seen(Read), [], said: "La relance part ; la même personne ne la reçoit qu’une fois par jour.")),
    ];

    private static Aftermath Read => Aftermath.None with { Read = [new(Decision.Territory, Decision.Ballot, Reader, Typed("Docteur Exemple"), At, Way.Link)] };

    private static Aftermath Reviewed => Read with
    {
        Review = new(Decision.Territory, Decision.Ballot, ReviewState.Partly, Typed("Deux services sur trois"), Reader, Typed("Docteur Exemple"), At, Way.Chat),
    };

    private static DecisionFollowed Seen(Aftermath after) => new(
        Decision, SampleTerritory.Roster, after,
        [
            new(SampleTerritory.Hospital.Name, SampleTerritory.Hospital.Name, [Reader], AtTable: true),
            new(Typed("Service à domicile"), Typed("Service à domicile"), [new("p2")], AtTable: true),
            new(Typed("Commune"), Typed("Commune"), [], AtTable: false),
            new(null, Typed("Une infirmière"), [new("p3")], AtTable: false),
        ],
        [new(SampleTerritory.HospitalSeat.Id, SampleTerritory.Hospital.Name, new DateOnly(2027, 11, 15), null, Reader)], Reader);
}
