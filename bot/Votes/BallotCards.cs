using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Help;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Notices;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>What conveners see of a ballot, by its state; and who clicked on it.</summary>
public sealed class BallotCards(IBallots ballots, Actors actors, BallotsInReach reach, IRelay relay, Solicitations solicited, TimeProvider clock)
{
    /// <summary>Who clicks, on which ballot; or the refusal to answer with.</summary>
    public async Task<(Actor Actor, Roster Roster, BallotId Ballot)?> Clicked(CardClick click, CancellationToken cancel) =>
        click.Id<BallotId>("ballot") is { } ballot
        && await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is var (actor, roster)
            ? (actor, roster, ballot)
            : null;

    public static CardAnswer OutOfReach { get; } = new CardAnswer.Refused(HelpTexts.OutOfReach);

    public static CardAnswer Refused(BallotRefusal why) => new CardAnswer.Refused(VoteTexts.Refusal(why));

    /// <summary>The convener's card; a refusal for anyone else, as if the ballot weren't there.</summary>
    public async Task<Ruling<AdaptiveCard>> ForConvener(
        Actor actor, Roster roster, BallotId id, string? memberId, CardElement? notice, CancellationToken cancel)
    {
        if (await ballots.Get(actor.Territory, id, cancel) is not { Value: var ballot })
        {
            return new BallotRefusal.NotFound();
        }

        if (actor.Person is null || roster.TableOf(ballot.Table) is not { } table || !roster.MayConvene(actor.Id, table))
        {
            return new BallotRefusal.NotConvener(ballot.Labels.Table);
        }

        if (ballot is { State: BallotState.Closed, Outcome: null })
        {
            // The key of a secret ballot may have been missing, longer than counting was tried: it is tried again.
            await relay.Announce(ballot.Aggregate, cancel);
            relay.Nudge(ballot.Aggregate);
        }

        return ballot switch
        {
            { State: BallotState.Suggested } =>
                SuggestionCard.Of(ballot, UsualClosing(table, roster), solicited: await SolicitedOf(table, roster, cancel), groupLater: GroupLater(roster)),
            { State: BallotState.Declined } => SuggestionCard.LeftAside(ballot),
            { State: BallotState.Withdrawn } => ManageCard.Withdrawn(ballot),
            { Outcome: { Verdict: Verdict.AwaitsChair } outcome } => ManageCard.Tie(ballot, outcome),
            _ => ManageCard.Of(
                ballot, await ballots.Answered(ballot.Territory, ballot.Id, cancel), clock.GetUtcNow(), memberId, notice),
        };
    }

    /// <summary>Who of the table was written to often this week.</summary>
    public Task<IReadOnlyList<(string Name, int Messages)>> SolicitedOf(
        Concertation.Domain.Tables.Table table, Roster roster, CancellationToken cancel) => solicited.Of(table.Seats, roster, cancel);

    public async Task<IReadOnlyList<(string Name, int Messages)>?> SolicitedOf(TableId table, Roster roster, CancellationToken cancel) =>
        roster.TableOf(table) is { } found ? await SolicitedOf(found, roster, cancel) : null;

    /// <summary>The offer to write to them next week.</summary>
    public string GroupLater(Roster roster) => SolicitationTexts.GroupBallotLater(Grouping.NextWeek(roster, clock.GetUtcNow()), roster.Zone);

    /// <summary>When a ballot opened now closes unless somebody says otherwise.</summary>
    public DateTimeOffset UsualClosing(Concertation.Domain.Tables.Table table, Roster roster) =>
        Concertation.Domain.Votes.UsualClosing.After(clock.GetUtcNow(), table.Rules.BallotHours, roster.Zone);

    /// <summary>« votes ».</summary>
    public async Task<AdaptiveCard> List(Actor actor, Roster roster, CancellationToken cancel)
    {
        var listed = await reach.Of(actor, roster, cancel);
        var proposes = actor.Person is not null && (roster.IsPilot(actor) || roster.SeatsOf(actor.Id).Any());
        return BallotListCard.Of(actor.Territory, listed, proposes, clock.GetUtcNow());
    }
}
