using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>A convener's click on an open ballot, answered with its card and what was just done.</summary>
public abstract class FollowVoteClick(BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await cards.Clicked(click, cancel) is var (actor, roster, id)
            ? await Handle(click, actor, roster, id, cancel)
            : BallotCards.OutOfReach;

    protected abstract Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel);

    protected async Task<CardAnswer> Shown(
        CardClick click, Actor actor, Roster roster, BallotId id, CardElement notice, CancellationToken cancel) =>
        (await cards.ForConvener(actor, roster, id, click.Caller.MemberId, notice, cancel))
            .Match<CardAnswer>(card => new CardAnswer.Card(card), BallotCards.Refused);

    /// <summary>The ballot, when it is open and the actor convenes its table; else the answer to give instead.</summary>
    protected async Task<(Ballot? Ballot, CardAnswer? Instead)> Open(
        CardClick click, Actor actor, Roster roster, BallotId id, IBallots ballots, TimeProvider clock, CancellationToken cancel) =>
        await cards.ForConvener(actor, roster, id, click.Caller.MemberId, null, cancel) switch
        {
            Ruling<AdaptiveCard>.Refused refused => (null, BallotCards.Refused(refused.Why)),
            Ruling<AdaptiveCard>.Granted { Value: var card } =>
                (await ballots.Get(actor.Territory, id, cancel))!.Value is var ballot && ballot.IsOver(clock.GetUtcNow())
                    ? (null, new CardAnswer.Card(card))
                    : (ballot, null),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
}

/// <summary>« Prolonger… »: asks until when first.</summary>
public sealed class ExtendFormClick(BallotCards cards, IBallots ballots, TimeProvider clock) : FollowVoteClick(cards)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel) =>
        await Open(click, actor, roster, id, ballots, clock, cancel) switch
        {
            ({ } ballot, _) => new CardAnswer.Card(ExtendCard.Of(ballot)),
            (_, var instead) => instead!,
        };
}

/// <summary>« Prolonger et prévenir ».</summary>
public sealed class ExtendBallotClick(BallotCards cards, ExtendBallot extend, IBallots ballots) : FollowVoteClick(cards)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel)
    {
        var until = ClosingTime.IsUnclear(click) ? null : ClosingTime.Of(click, roster.Zone);
        var ruling = until is { } at ? await extend.Handle(actor, id, at, cancel) : new BallotRefusal.ClosingUnclear();
        return ruling switch
        {
            Ruling<Ballot>.Granted { Value: var done } => await Shown(
                click, actor, roster, id, CardPieces.Notice(NoticeKind.Good, "Le vote est prolongé", FollowTexts.Extended(done)), cancel),
            // What is wrong with the time is said above it; what was typed stays.
            Ruling<Ballot>.Refused { Why: BallotRefusal.ClosingUnclear or BallotRefusal.NotLater or BallotRefusal.ClosesTooLate } badTime
                when await ballots.Get(actor.Territory, id, cancel) is { Value: var ballot } => new CardAnswer.Card(ExtendCard.Of(
                    ballot, ClosingTime.DayOf(click), ClosingTime.TimeOf(click),
                    until is null ? "Donnez le jour de la nouvelle clôture, et l’heure si vous le souhaitez." : VoteTexts.Refusal(badTime.Why))),
            Ruling<Ballot>.Refused refused => BallotCards.Refused(refused.Why),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
    }
}

/// <summary>« Relancer… »: who would be, before anything is sent.</summary>
public sealed class RemindVotersFormClick(BallotCards cards, RemindVoters remind, TimeProvider clock) : FollowVoteClick(cards)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel) =>
        (await remind.Look(actor, id, cancel)).Match<CardAnswer>(
            look => new CardAnswer.Card(RemindVotersCard.Of(look, clock.GetUtcNow())), BallotCards.Refused);
}

/// <summary>« Envoyer la relance »: once for each, however often the button is pressed.</summary>
public sealed class RemindVotersClick(BallotCards cards, RemindVoters remind, TimeProvider clock) : FollowVoteClick(cards)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel)
    {
        var spared = (click.Text(RemindVotersCard.SparedInput) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(IdRules.IsWellFormed).Select(PersonId.From).ToHashSet();
        return await remind.Run(actor, id, spared, cancel) switch
        {
            Ruling<VoterReminder>.Granted { Value: var done } => await Shown(
                click, actor, roster, id,
                CardPieces.Notice(
                    done.Voters.Count == 0 ? NoticeKind.Neutral : NoticeKind.Good, FollowTexts.Reminded(done.Voters.DistinctBy(v => v.Person.Id).Count()),
                    done.Voters.Count > 0 && done.Leaves > clock.GetUtcNow() ? $"La relance partira le {Concertation.Microsoft365.French.DayAndTime(done.Leaves, roster.Zone)}." : null),
                cancel),
            Ruling<VoterReminder>.Refused refused => BallotCards.Refused(refused.Why),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
    }
}

/// <summary>« Liens… ».</summary>
public sealed class VoteLinksClick(BallotCards cards, IBallots ballots, TimeProvider clock) : FollowVoteClick(cards)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel) =>
        await Open(click, actor, roster, id, ballots, clock, cancel) switch
        {
            ({ } ballot, _) => new CardAnswer.Card(VoteLinksCard.Of(ballot, await ballots.Electors(actor.Territory, id, cancel))),
            (_, var instead) => instead!,
        };
}

/// <summary>« Révoquer et renvoyer un lien ».</summary>
public sealed class RenewVoteLinkClick(BallotCards cards, RenewLinks renew) : FollowVoteClick(cards)
{
    protected override async Task<CardAnswer> Handle(CardClick click, Actor actor, Roster roster, BallotId id, CancellationToken cancel) =>
        await renew.Handle(actor, id, click.Id<SeatId>(VoteLinksCard.SeatInput) ?? new SeatId("-"), click.Operation, cancel) switch
        {
            Ruling<Elector>.Granted { Value: var elector } => await Shown(
                click, actor, roster, id, CardPieces.Notice(NoticeKind.Good, FollowTexts.LinkRenewed, FollowTexts.LinkRenewedFor(elector)), cancel),
            Ruling<Elector>.Refused refused => BallotCards.Refused(refused.Why),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
}
