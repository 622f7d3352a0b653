using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Language;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>« prolonge le vote HT jusqu’à vendredi 18h »: the form, with the moment in it; nobody is told before it is sent.</summary>
public sealed class ExtendBallotCommand(BallotsInReach reach, BallotCards cards) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var when = turn.Reading.Slots.When;
        return MeantBallots.Among(await reach.Convened(turn.Actor, turn.Roster, cancel), turn).Candidates switch
        {
            [] => Say.Only(FollowTexts.NothingToFollow),
            [{ Form.ExtendedFrom: null } only] => Say.Only(ExtendCard.Of(only, when.Date, when.Start)),
            [var extended] => (await cards.ForConvener(turn.Actor, turn.Roster, extended.Id, turn.Caller.MemberId, null, cancel))
                .Match<IReadOnlyList<Say>>(
                    card => [new Say(VoteTexts.Refusal(new BallotRefusal.AlreadyExtended(extended)), card)],
                    why => Say.Only(VoteTexts.Refusal(why))),
            var several => Say.Only(BallotListCard.Which(several, VoteVerbs.ExtendForm, "Quel vote faut-il prolonger\u00a0?")),
        };
    }
}

/// <summary>« relance ceux qui n’ont pas voté »: shows who would be, or asks which ballot.</summary>
public sealed class RemindVotersCommand(BallotsInReach reach, RemindVoters remind, TimeProvider clock) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) =>
        MeantBallots.Among(await reach.Convened(turn.Actor, turn.Roster, cancel), turn).Candidates switch
        {
            [] => Say.Only(FollowTexts.NothingToFollow),
            [var only] => (await remind.Look(turn.Actor, only.Id, cancel)).Match(
                look => Say.Only(RemindVotersCard.Of(look, clock.GetUtcNow())), why => Say.Only(VoteTexts.Refusal(why))),
            var several => Say.Only(BallotListCard.Which(several, VoteVerbs.RemindForm, "Pour quel vote faut-il relancer\u00a0?")),
        };
}
