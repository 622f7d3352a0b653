using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;

namespace ConcertationBot.Documents;

/// <summary>
/// Something files that somebody brings can become: documents of an item, corrected minutes … Each puts its part into the
/// card that asks what they are for; its buttons carry verbs of its own.
/// </summary>
public interface IFileDestination
{
    /// <summary>Whether the person may bring files for it; asked before anything is fetched.</summary>
    bool IsOpenTo(Actor actor, Roster roster);

    /// <summary>Its part of the card; nothing when these files can't become it.</summary>
    Task<IReadOnlyList<CardElement>> Offer(FileTurn turn, CancellationToken cancel);
}

/// <param name="Files">Those that were taken, at least one.</param>
public sealed record FileTurn(Actor Actor, Roster Roster, IReadOnlyList<Document> Files);
