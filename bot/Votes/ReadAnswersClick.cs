using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>votes.answers: who answered what and why, for those who may know once the ballot is closed (rule 2).</summary>
public sealed class ReadAnswersClick(BallotCards cards, IBallots ballots, AnswersOfBallot answers) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        if (await ballots.Get(actor.Territory, id, cancel) is not { Value: var ballot }
            || await answers.For(roster, ballot, actor.Id, cancel) is not { Count: > 0 } told)
        {
            return BallotCards.Refused(new BallotRefusal.NotFound());
        }

        return new CardAnswer.Card(OutcomeCard.Answers(ballot, told, Math.Min(click.From(), told.Count - 1)));
    }
}
