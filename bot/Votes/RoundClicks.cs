using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>« Ouvrir un nouveau tour »: the form, with the objections above it.</summary>
public sealed class AmendFormClick(IBallots ballots, AnswersOfBallot answers, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        if (await cards.ForConvener(actor, roster, id, null, null, cancel) is Ruling<AdaptiveCard>.Refused refused)
        {
            return BallotCards.Refused(refused.Why);
        }

        var ballot = (await ballots.Get(actor.Territory, id, cancel))!.Value;
        return OpenNextRound.MayFollow(ballot)
            ? new CardAnswer.Card(AmendCard.Of(
                ballot, await answers.For(roster, ballot, actor.Id, cancel), solicited: await cards.SolicitedOf(ballot.Table, roster, cancel), groupLater: cards.GroupLater(roster)))
            : BallotCards.Refused(new BallotRefusal.NoNewRound());
    }
}

/// <summary>« Ouvrir le nouveau tour ».</summary>
public sealed class OpenRoundClick(OpenNextRound open, IBallots ballots, AnswersOfBallot answers, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, before))
        {
            return BallotCards.OutOfReach;
        }

        var typed = new AmendFields(
            click.Text(ProposeCard.TitleInput), click.Text(ProposeCard.TextInputId), click.Text(AmendCard.AmendedInput),
            ClosingTime.DayOf(click), ClosingTime.TimeOf(click), Sessions.SessionClicks.SparesOften(click));
        var ruling = ClosingTime.IsUnclear(click)
            ? new BallotRefusal.ClosingUnclear()
            : await open.Handle(
                actor, before, withdrawn => new BallotId(Operations.IdOf($"{before}|round|{withdrawn}")),
                new AmendedProposal(typed.Title ?? "", typed.Text ?? "", typed.Amended ?? "", ClosingTime.Of(click, roster.Zone), typed.SparesOften),
                cancel);
        return ruling switch
        {
            Ruling<Ballot>.Granted { Value: var opened } => (await cards.ForConvener(
                    actor, roster, opened.Id, click.Caller.MemberId,
                    CardPieces.Notice(NoticeKind.Good, "Le nouveau tour est ouvert", VoteTexts.Opened(opened)), cancel))
                .Match<CardAnswer>(card => new CardAnswer.Card(card), BallotCards.Refused),
            // What is to mend is said in the form, and nothing typed is lost.
            Ruling<Ballot>.Refused { Why: not (BallotRefusal.NotFound or BallotRefusal.NotConvener or BallotRefusal.NoNewRound) } badForm
                when await ballots.Get(actor.Territory, before, cancel) is { Value: var ballot } =>
                new CardAnswer.Card(AmendCard.Of(
                    ballot, await answers.For(roster, ballot, actor.Id, cancel), typed, VoteTexts.Refusal(badForm.Why),
                    await cards.SolicitedOf(ballot.Table, roster, cancel), cards.GroupLater(roster))),
            Ruling<Ballot>.Refused refused => BallotCards.Refused(refused.Why),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
    }
}
