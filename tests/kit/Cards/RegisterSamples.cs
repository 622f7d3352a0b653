using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Domain;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The register as it is searched, and one decision's page.</summary>
internal static class RegisterSamples
{
    private static readonly DateTimeOffset At = SampleTerritory.Now.AddDays(3);
    private static readonly Ballot Open = VoteSamples.Open;

    private static readonly Elector Hospital = new(
        SampleTerritory.HospitalSeat.Id, SampleTerritory.Hospital.Name, SampleTerritory.Health.Id, SampleTerritory.Health.Name, 1);

    private static readonly Vote Reserved = new(
        Hospital.Seat, Concertation.Domain.Votes.Choice.Reserve, Typed("Sous réserve du conseil de surveillance"), SampleTerritory.Doctor.Id,
        SampleTerritory.Doctor.Name, At, Way.Chat, new("o1"), new DateOnly(2027, 11, 15));

    private static readonly Digest Seal = new("votes/1", 12, RegisterChain.Start);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("decisions.page", () => DecisionCard.Of(new(Whole(3), [new(Hospital, Reserved)]), SampleTerritory.Roster.Zone)),
        new("decisions.page-corrected", () => DecisionCard.Of(
            new(Whole(4) with { Grounds = null }, [], new DecisionNumber(2027, 6)), SampleTerritory.Roster.Zone)),
        new("decisions.page-long", () => DecisionCard.Of(
            new(
                Whole(3) with { Text = string.Concat(Enumerable.Repeat(Open.Text + " ", 60))[..4000] },
                [.. Enumerable.Repeat(new CountedAnswer(Hospital, Reserved with { Reason = string.Concat(Enumerable.Repeat("Sous réserve. ", 70)) }), 40)]),
            SampleTerritory.Roster.Zone)),
        new("decisions.searchable", () => Found(RegisterQuery.Everything, 3)),
        new("decisions.found", () => Found(new(["hospitalisation"], null, new("c1"), 2027), 2)),
        new("decisions.not-found", () => Found(new([Typed("chauffage")]), 0)),
    ];

    private static AdaptiveCard Found(RegisterQuery query, int decisions) => RegisterCard.Of(
        Open.Territory, [new(SampleTerritory.Tct, [.. Enumerable.Range(1, decisions).Reverse().Select(Whole)], [])], SampleTerritory.Roster.Zone, 0,
        new RegisterSearch(query, [SampleTerritory.Tct, SampleTerritory.Tct with { Id = new("tcs"), Name = "Table stratégique", Short = "TCS" }],
            [("c1", Typed("C1 — Sorties d’hospitalisation"))], [2027, 2026]));

    internal static Decision Whole(int number) => RegisterChain.Seal(new Decision(
        Open.Territory, Open.Table, "TCT", new(2027, number), Open.Id, Open.Session, Open.Item, Open.Axis, Open.Format, false,
        Open.Title, Open.Text,
        new Outcome(
            Verdict.Adopted, 14, 12, 7, [new(SampleTerritory.Health.Name, 9, 8, 0), new("social", 5, 4, 0)], 8, 3, 1, 14, Majority.Simple, 3, true, At),
        At, null, RegisterChain.Start, "",
        new DecisionGrounds(
            SampleTerritory.Tct.Name, Open.Labels.Item, Open.Labels.Axis, At.AddHours(-1),
            new BallotHeld(Open.Quorum, Open.Tie, Secrecy.Nominal, 2), Typed("Art. L. 6327-1 du code de la santé publique"),
            [new(new("d1"), Typed("Projet de convention.pdf"), RegisterChain.Start)], Seal, new(Hospital.Seat, SampleTerritory.Hospital.Name),
            Typed("Une place est tenue libre le vendredi, le service à domicile est prévenu la veille."), new DateOnly(2028, 4, 14), Seal, Seal)));
}
