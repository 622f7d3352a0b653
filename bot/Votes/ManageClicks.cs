using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>« Suivre » and « Actualiser » of a convener.</summary>
public sealed class ManageBallotClick(BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await cards.Clicked(click, cancel) is not var (actor, roster, ballot)
            ? BallotCards.OutOfReach
            : (await cards.ForConvener(actor, roster, ballot, click.Caller.MemberId, null, cancel))
                .Match<CardAnswer>(card => new CardAnswer.Card(card), BallotCards.Refused);
}

/// <summary>« Ce vote », of several that « clos le vote » may mean: asks whether to cut it short where answers are awaited.</summary>
public sealed class AskCloseClick(CloseBallot close, CloseBallotClick act, IBallots ballots, BallotCards cards, TimeProvider clock) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        return await cards.ForConvener(actor, roster, id, null, null, cancel) is Ruling<AdaptiveCard>.Refused refused
            ? BallotCards.Refused(refused.Why)
            : await ballots.Get(actor.Territory, id, cancel) is { Value: var ballot } && await close.IsEarly(ballot, cancel)
                ? new CardAnswer.Card(ManageCard.AskClose(ballot, await ballots.Answered(actor.Territory, id, cancel), clock.GetUtcNow()))
                : await act.Handle(click, cancel);
    }
}

/// <summary>« Clore maintenant ».</summary>
public sealed class CloseBallotClick(CloseBallot close, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        return await close.Handle(actor, id, cancel) switch
        {
            Ruling<Ballot>.Refused refused => BallotCards.Refused(refused.Why),
            _ => (await cards.ForConvener(
                    actor, roster, id, click.Caller.MemberId, CardPieces.Notice(NoticeKind.Good, VoteTexts.ClosedNow), cancel))
                .Match<CardAnswer>(card => new CardAnswer.Card(card), BallotCards.Refused),
        };
    }
}

/// <summary>« Retirer… »: asks why first.</summary>
public sealed class AskWithdrawClick(IBallots ballots, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        return await cards.ForConvener(actor, roster, id, null, null, cancel) is Ruling<AdaptiveCard>.Refused refused
            ? BallotCards.Refused(refused.Why)
            : new CardAnswer.Card(ManageCard.AskWithdraw((await ballots.Get(actor.Territory, id, cancel))!.Value));
    }
}

/// <summary>« Retirer le vote ».</summary>
public sealed class WithdrawBallotClick(WithdrawBallot withdraw, IBallots ballots, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, _, id))
        {
            return BallotCards.OutOfReach;
        }

        var reason = click.Text(ManageCard.ReasonInput) ?? "";
        return await withdraw.Handle(actor, id, reason, cancel) switch
        {
            Ruling<Ballot>.Granted done => new CardAnswer.Card(ManageCard.Withdrawn(done.Value)),
            // What is wrong with the words is shown above them; nothing typed is lost.
            Ruling<Ballot>.Refused { Why: BallotRefusal.TextMissing or BallotRefusal.TextTooLong or BallotRefusal.PersonalData } badText
                when await ballots.Get(actor.Territory, id, cancel) is { } ballot =>
                new CardAnswer.Card(ManageCard.AskWithdraw(ballot.Value, reason, VoteTexts.Refusal(badText.Why))),
            Ruling<Ballot>.Refused refused => BallotCards.Refused(refused.Why),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
    }
}

/// <summary>The chair's voice on even votes.</summary>
public sealed class DecideTieClick(DecideTie decide, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, _, id) || VoiceOf(click) is not { } voice)
        {
            return BallotCards.OutOfReach;
        }

        return (await decide.Handle(actor, id, voice, cancel)).Match<CardAnswer>(
            ballot => new CardAnswer.Card(OutcomeCard.Of(ballot, ballot.Outcome!, decision: null, [])),
            BallotCards.Refused);
    }

    private static ChairVoice? VoiceOf(CardClick click) => (click.Text("option"), click.Text("adopt")) switch
    {
        ({ } place, _) => int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var option) ? new(null, option) : null,
        (_, "oui") => new(true),
        (_, "non") => new(false),
        _ => null,
    };
}

/// <summary>« Mettre au vote » on a member's suggestion.</summary>
public sealed class AcceptSuggestionClick(AcceptSuggestion accept, IBallots ballots, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        var closing = ClosingTime.Of(click, roster.Zone);
        switch (ClosingTime.IsUnclear(click)
            ? new BallotRefusal.ClosingUnclear()
            : await accept.Handle(actor, id, closing, Sessions.SessionClicks.SparesOften(click), cancel))
        {
            case Ruling<Ballot>.Granted opened:
                return (await cards.ForConvener(
                        actor, roster, id, click.Caller.MemberId,
                        CardPieces.Notice(NoticeKind.Good, "Le vote est ouvert", VoteTexts.Opened(opened.Value)), cancel))
                    .Match<CardAnswer>(card => new CardAnswer.Card(card), BallotCards.Refused);
            case Ruling<Ballot>.Refused { Why: BallotRefusal.ClosingUnclear or BallotRefusal.ClosesTooSoon or BallotRefusal.ClosesTooLate } badTime
                when await ballots.Get(actor.Territory, id, cancel) is { } ballot && roster.TableOf(ballot.Value.Table) is { } table:
                return new CardAnswer.Card(SuggestionCard.Of(
                    ballot.Value, closing ?? cards.UsualClosing(table, roster), VoteTexts.Refusal(badTime.Why),
                    await cards.SolicitedOf(table, roster, cancel), cards.GroupLater(roster)));
            case Ruling<Ballot>.Refused refused:
                return BallotCards.Refused(refused.Why);
            default:
                throw new InvalidOperationException("a ruling is one of two");
        }
    }
}

/// <summary>« Laisser de côté ».</summary>
public sealed class DeclineSuggestionClick(DeclineSuggestion decline, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await cards.Clicked(click, cancel) is not var (actor, _, id)
            ? BallotCards.OutOfReach
            : (await decline.Handle(actor, id, cancel)).Match<CardAnswer>(
                ballot => new CardAnswer.Card(SuggestionCard.LeftAside(ballot)), BallotCards.Refused);
}

/// <summary>« Actualiser » under the list.</summary>
public sealed class ListBallotsClick(Actors actors, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            ? BallotCards.OutOfReach
            : new CardAnswer.Card(await cards.List(actor, roster, cancel));
}
