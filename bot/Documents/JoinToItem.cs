using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Documents;
using ConcertationBot.Sessions;

namespace ConcertationBot.Documents;

/// <summary>Files that become documents of an item of the agenda, of a session that their sender convenes.</summary>
public sealed class JoinToItem(SessionsInReach reach) : IFileDestination
{
    public bool IsOpenTo(Actor actor, Roster roster) => ConveneForms.TablesOf(actor, roster).Count > 0;

    public async Task<IReadOnlyList<CardElement>> Offer(FileTurn turn, CancellationToken cancel) =>
        JoinCard.Offer(turn.Files, await reach.ToFollow(turn.Actor, turn.Roster, cancel), turn.Roster);
}
