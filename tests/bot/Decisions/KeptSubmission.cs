using Concertation.Domain;
using Concertation.Domain.Decisions;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>
/// What a bot left behind: a decision of the TCT, under a reserve that was lifted, read by one, submitted to the TCS and validated.
/// </summary>
public sealed class KeptSubmission : KeptRegister
{
    public const string Title = "Une place d’urgence";
    private const string Reserved = "yann-kerimagin";
    private const string Strategic = "sterenn-kerchapitre";

    protected override async Task Play(Kervelen place)
    {
        await place.Convene("convoque la TCS le 18/12 9h30, 2h");
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        var opened = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("title", Title), ("text", "Le texte entier."), ("escalates", "true"));
        await place.Press(
            Reserved, await place.Ballot(Reserved, Title), "Favorable sous réserve", ("until", "2026-12-14"), ("reason", "Sous réserve du conseil"));
        foreach (var voter in Reported.Quorum.Where(v => v != Reserved))
        {
            await place.Press(voter, await place.Ballot(voter, Title), "Pour");
        }

        await place.Press(Kervelen.Pilot, opened, "Clore maintenant");
        var decision = await place.Recorded("tct", Title);
        (await place.Service<IAftermaths>().Answer(
            new(decision.Territory, decision.Ballot, new("tct-ch"), await Structure(place, decision), true, new(Reserved), "Yann Kerimagin", place.Clock.GetUtcNow()),
            [], default)).ShouldBeTrue();
        var told = await place.Hears(Strategic, "À l’ordre du jour de la TCS");
        (await place.Press(Strategic, told, "Valider")).Says("La décision est validée").ShouldBeTrue();
        (await place.Press(Reserved, await place.Hears(Reserved, "Validée par la TCS"), "J’ai pris connaissance")).Says("vous avez pris connaissance").ShouldBeTrue();
    }

    private static async Task<string> Structure(Kervelen place, Decision decision) =>
        (await place.Service<Concertation.Domain.Votes.IBallots>().Electors(decision.Territory, decision.Ballot, default))
            .Single(e => e.Seat == new Concertation.Domain.Tables.SeatId("tct-ch")).Structure;
}
