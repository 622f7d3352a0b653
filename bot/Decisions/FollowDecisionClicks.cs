using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Decisions;

/// <summary>A click on a card that follows a decision: who presses, and which decision is meant.</summary>
public abstract class DecisionClick(Actors actors) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, _) || click.Id<BallotId>("ballot") is not { } ballot
            ? new CardAnswer.Refused(HelpTexts.OutOfReach)
            : await Handle(click, actor, ballot, cancel);

    protected abstract Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel);

    protected static CardAnswer Refused(FollowRefusal why) => new CardAnswer.Refused(FollowDecisionTexts.Refused(why));
}

/// <summary>decisions.follow: what the decision asks of whoever presses.</summary>
public sealed class FollowDecisionClick(Actors actors, FollowDecision follow) : DecisionClick(actors)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel) =>
        await follow.Read(actor.Territory, ballot, cancel) is not { } seen ? Refused(FollowRefusal.NotFound)
        : !seen.IsOpenTo(actor.Id) ? Refused(FollowRefusal.NotYours)
        : new CardAnswer.Card(FollowDecisionCard.Of(seen, actor.Id, asks: true));
}

/// <summary>decisions.read: « J’ai pris connaissance ».</summary>
public sealed class AcknowledgeDecisionClick(Actors actors, FollowDecision follow) : DecisionClick(actors)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel) =>
        await follow.Acknowledge(actor, ballot, cancel) switch
        {
            { Why: { } why } => Refused(why),
            { Seen: { } seen } => new CardAnswer.Card(FollowDecisionCard.Of(seen, actor.Id, said: FollowDecisionTexts.ReadNoted)),
            _ => Refused(FollowRefusal.NotFound),
        };
}

/// <summary>decisions.review: what became of it, and its effect.</summary>
public sealed class ReviewDecisionClick(Actors actors, FollowDecision follow) : DecisionClick(actors)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel)
    {
        if (SaidToHaveRead.StateOf(click.Text(FollowDecisionVerbs.StateInput)) is not { } state)
        {
            return Refused(FollowRefusal.NotFound);
        }

        var effect = click.Text(FollowDecisionVerbs.EffectInput);
        return await follow.Review(actor, ballot, state, effect, cancel) switch
        {
            { Seen: { } seen, Why: FollowRefusal.TooLong or FollowRefusal.PersonalData } refused => new CardAnswer.Card(FollowDecisionCard.Of(
                seen, actor.Id, asks: true, problem: FollowDecisionTexts.Refused(refused.Why!.Value),
                effect: refused.Why == FollowRefusal.TooLong ? effect![..DecisionReview.MostEffect] : "")),
            { Why: { } why } => Refused(why),
            { Seen: { } seen } => new CardAnswer.Card(FollowDecisionCard.Of(
                seen, actor.Id, said: $"{FollowDecisionTexts.State(state)}. La feuille de route et le suivi des décisions le montrent.")),
            _ => Refused(FollowRefusal.NotFound),
        };
    }
}

/// <summary>decisions.reserve: the seat's governance has answered.</summary>
public sealed class AnswerReserveClick(Actors actors, FollowDecision follow) : DecisionClick(actors)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel)
    {
        if (click.Id<SeatId>(FollowDecisionVerbs.SeatKey) is not { } seat)
        {
            return Refused(FollowRefusal.NotFound);
        }

        var confirmed = click.Text(FollowDecisionVerbs.ConfirmKey) == "1";
        return await follow.AnswerReserve(actor, ballot, seat, confirmed, cancel) switch
        {
            { Why: { } why } => Refused(why),
            { Seen: { } seen } => new CardAnswer.Card(FollowDecisionCard.Of(seen, actor.Id, said: FollowDecisionTexts.Answered(confirmed))),
            _ => Refused(FollowRefusal.NotFound),
        };
    }
}

/// <summary>decisions.readers: to whom it was returned, and who has read it.</summary>
public sealed class DecisionReadersClick(Actors actors, FollowDecision follow, INotices notices) : DecisionClick(actors)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel) =>
        await follow.Read(actor.Territory, ballot, cancel) is not { } seen ? Refused(FollowRefusal.NotFound)
        : !seen.Convenes(actor.Id) ? Refused(FollowRefusal.NotYours)
        : new CardAnswer.Card(FollowDecisionCard.ReadersOf(seen, await Sent.Of(notices, actor.Territory, ballot, cancel)));
}

/// <summary>decisions.remind: the relance, once a day.</summary>
public sealed class RemindReturnClick(Actors actors, FollowDecision follow, INotices notices) : DecisionClick(actors)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, BallotId ballot, CancellationToken cancel) =>
        await follow.Remind(actor, ballot, cancel) switch
        {
            { Seen: { } seen, Why: null or FollowRefusal.NothingToRemind } result => new CardAnswer.Card(FollowDecisionCard.ReadersOf(
                seen, await Sent.Of(notices, actor.Territory, ballot, cancel),
                said: result.Why is null ? "La relance part ; la même personne ne la reçoit qu’une fois par jour." : null,
                problem: result.Why is { } nobody ? FollowDecisionTexts.Refused(nobody) : null)),
            { Why: { } why } => Refused(why),
            _ => Refused(FollowRefusal.NotFound),
        };
}

file static class Sent
{
    public static async Task<IReadOnlyList<Notice>> Of(INotices notices, TerritoryId territory, BallotId ballot, CancellationToken cancel) =>
    [
        .. (await notices.Of(new Aggregate(AggregateKind.Ballot, territory, ballot.Value), cancel)).Select(n => n.Value)
            .Where(n => n.Why is EffectKind.DecisionTaken or EffectKind.DecisionReturned or EffectKind.DecisionReturnReminder),
    ];
}
