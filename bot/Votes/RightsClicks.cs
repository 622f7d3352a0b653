using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>A click on who votes in a ballot: found, and open to who clicked.</summary>
public abstract class RightsClick(BallotCards cards, ShowElectors show) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Clicked(click, cancel) is not var (actor, roster, id))
        {
            return BallotCards.OutOfReach;
        }

        return await show.Handle(actor, id, cancel) switch
        {
            Ruling<Electorate>.Granted { Value: var electorate } =>
                await Handle(new ClickedRights(actor, roster, electorate, click.Id<SeatId>("seat")), click, cancel),
            Ruling<Electorate>.Refused refused => BallotCards.Refused(refused.Why),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
    }

    protected abstract Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel);
}

/// <param name="Seat">Out of the card: which is meant, and no right to it.</param>
public sealed record ClickedRights(Actor Actor, Roster Roster, Electorate Electorate, SeatId? Seat)
{
    public BallotId Ballot => Electorate.Ballot.Id;

    public bool IsOwn => Seat is { } seat && Electorate.Own.Contains(seat);

    public int MostPerHolder => Roster.TableOf(Electorate.Ballot.Table)?.Rules.Sessions.ProxiesPerHolder ?? 0;
}

/// <summary>The card to which a change of rights leads: the seat's vote, or the convener's.</summary>
public sealed class RightsCards(ShowBallot show, ShowElectors electors, BallotCards cards, TimeProvider clock)
{
    public async Task<CardAnswer> After(ClickedRights found, CardClick click, string said, CancellationToken cancel) =>
        found.IsOwn && await Vote(found.Actor, found.Ballot, found.Seat!.Value, click.Caller, said, cancel) is { } card
            ? new CardAnswer.Card(card)
            : (await cards.ForConvener(found.Actor, found.Roster, found.Ballot, click.Caller.MemberId, Good(said), cancel))
                .Match<CardAnswer>(managed => new CardAnswer.Card(managed), BallotCards.Refused);

    public async Task<AdaptiveCard?> Vote(
        Actor actor, BallotId ballot, SeatId seat, Caller caller, string said, CancellationToken cancel) =>
        await show.Handle(actor.Territory, ballot, seat, caller.EntraId, null, cancel) is Ruling<SeatBallot>.Granted { Value: var seen }
            ? VoteCard.Of(seen, clock.GetUtcNow(), caller.MemberId, Good(said))
            : null;

    /// <summary>As it stands now; what was read before the act is old.</summary>
    public Task<Ruling<Electorate>> Electors(Actor actor, BallotId ballot, CancellationToken cancel) => electors.Handle(actor, ballot, cancel);

    private static CardElement Good(string said) => CardPieces.Notice(NoticeKind.Good, said);
}

/// <summary>« Qui vote ».</summary>
public sealed class ShowElectorsClick(BallotCards cards, ShowElectors show, TimeProvider clock) : RightsClick(cards, show)
{
    protected override Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel)
    {
        var from = int.TryParse(click.Text("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked < found.Electorate.Seats.Count
            ? asked : 0;
        return Task.FromResult<CardAnswer>(new CardAnswer.Card(
            ElectorsCard.Of(found.Electorate, found.Seat, from, clock.GetUtcNow())));
    }
}

/// <summary>« Je me déporte… », « Noter un déport… »: says first what it does.</summary>
public sealed class AskRecuseClick(BallotCards cards, ShowElectors show) : RightsClick(cards, show)
{
    protected override Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel) =>
        Task.FromResult<CardAnswer>(found.IsOwn || found.Electorate.Convenes
            ? new CardAnswer.Card(ElectorsCard.AskRecuse(found.Electorate, found.IsOwn ? found.Seat : null))
            : new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotYourSeat())));
}

/// <summary>« Je me déporte », « Noter le déport ».</summary>
public sealed class RecuseClick(BallotCards cards, ShowElectors show, RecuseSeat recuse, RightsCards after) : RightsClick(cards, show)
{
    protected override async Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel)
    {
        if ((found.Seat ?? click.Id<SeatId>(ElectorsCard.SeatInput)) is not { } seat)
        {
            return new CardAnswer.Card(ElectorsCard.AskRecuse(found.Electorate, null, RightsTexts.WhichSeat));
        }

        return await recuse.Handle(found.Actor, found.Ballot, seat, cancel) switch
        {
            Ruling<RightsChanged>.Refused refused => BallotCards.Refused(refused.Why),
            _ => await after.After(found, click, RightsTexts.Done(seat, found.Electorate), cancel),
        };
    }
}

/// <summary>« Reprendre mon déport », « Reprendre ce déport ».</summary>
public sealed class TakeRecusalBackClick(BallotCards cards, ShowElectors show, TakeRecusalBack back, RightsCards after) : RightsClick(cards, show)
{
    protected override async Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel) =>
        found.Seat is not { } seat ? new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotYourSeat()))
        : await back.Handle(found.Actor, found.Ballot, seat, cancel) switch
        {
            Ruling<RightsChanged>.Refused refused => BallotCards.Refused(refused.Why),
            _ => await after.After(found, click, RightsTexts.Returned(seat, found.Electorate), cancel),
        };
}

/// <summary>« Donner pouvoir… ».</summary>
public sealed class OpenBallotProxyForm(BallotCards cards, ShowElectors show) : RightsClick(cards, show)
{
    protected override Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel) =>
        Task.FromResult<CardAnswer>(found.IsOwn
            ? new CardAnswer.Card(ElectorsCard.Proxy(found.Electorate, found.Seat!.Value, found.MostPerHolder))
            : new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotYourSeat())));
}

/// <summary>« Donner pouvoir ».</summary>
public sealed class GiveBallotProxyClick(BallotCards cards, ShowElectors show, GiveBallotProxy give, RightsCards after) : RightsClick(cards, show)
{
    protected override async Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel)
    {
        if (!found.IsOwn)
        {
            return new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotYourSeat()));
        }

        var from = found.Seat!.Value;
        if (click.Id<SeatId>(ElectorsCard.HolderInput) is not { } to)
        {
            return new CardAnswer.Card(ElectorsCard.Proxy(found.Electorate, from, found.MostPerHolder, RightsTexts.WhichHolder));
        }

        return await give.Handle(found.Actor, found.Ballot, from, to, cancel) switch
        {
            // What stands in the way is said above the list: another seat may be chosen.
            Ruling<RightsChanged>.Refused { Why: BallotRefusal.NotThisRight why } => new CardAnswer.Card(ElectorsCard.Proxy(
                found.Electorate, from, found.MostPerHolder, VoteTexts.Refusal(why))),
            Ruling<RightsChanged>.Refused refused => BallotCards.Refused(refused.Why),
            _ => await after.After(found, click, RightsTexts.Given(from, to, found.Electorate), cancel),
        };
    }
}

/// <summary>« Reprendre le pouvoir ».</summary>
public sealed class TakeBallotProxyBackClick(BallotCards cards, ShowElectors show, GiveBallotProxy give, RightsCards after) : RightsClick(cards, show)
{
    protected override async Task<CardAnswer> Handle(ClickedRights found, CardClick click, CancellationToken cancel) =>
        found.Seat is not { } from ? new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotYourSeat()))
        : await give.Handle(found.Actor, found.Ballot, from, null, cancel) switch
        {
            Ruling<RightsChanged>.Refused refused => BallotCards.Refused(refused.Why),
            _ => await after.After(found, click, RightsTexts.TakenBack(from, found.Electorate), cancel),
        };
}
