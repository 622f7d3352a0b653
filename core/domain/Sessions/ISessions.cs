using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>Sessions of a territory, with their replies. Changes and their effects are one transaction.</summary>
public interface ISessions
{
    Task<Versioned<Session>?> Get(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>All sessions, by start.</summary>
    Task<IReadOnlyList<Session>> All(TerritoryId territory, CancellationToken cancel);

    Task<IReadOnlyList<Reply>> Replies(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>The reply that stands for one seat, by a point read.</summary>
    Task<Reply?> ReplyOf(TerritoryId territory, SessionId session, SeatId seat, CancellationToken cancel);

    /// <summary>Creates them all or none, 1 to 90, with their effects; false when one of those ids exists.</summary>
    Task<bool> CreateAll(IReadOnlyList<Session> sessions, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Creates it with its effects; false when that id exists: the same act repeated.</summary>
    Task<bool> Create(Session session, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Saves a new version with its effects; false when another change came between: reload.</summary>
    Task<bool> Save(Versioned<Session> session, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>The reply becomes the seat's standing one, with its effects; the trace of those before it stays.</summary>
    Task SaveReply(TerritoryId territory, Reply reply, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>
    /// The same for a reply given some time ago: it becomes the standing one unless that was given later, or is this one.
    /// False then, and nothing is written.
    /// </summary>
    Task<bool> SaveReplyUnlessNewer(TerritoryId territory, Reply reply, CancellationToken cancel);

    /// <summary>Every reply a seat gave, oldest first.</summary>
    Task<IReadOnlyList<Reply>> ReplyHistory(
        TerritoryId territory, SessionId session, SeatId seat, CancellationToken cancel);
}
