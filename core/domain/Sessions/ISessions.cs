using Concertation.Domain.Notices;

namespace Concertation.Domain.Sessions;

/// <summary>Sessions of a territory, with their replies. Changes and their effects are one transaction.</summary>
public interface ISessions
{
    Task<Versioned<Session>?> Get(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>All sessions, by start.</summary>
    Task<IReadOnlyList<Session>> All(TerritoryId territory, CancellationToken cancel);

    Task<IReadOnlyList<Reply>> Replies(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>Creates it with its effects; false when that id exists: the same act repeated.</summary>
    Task<bool> Create(Session session, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Saves a new version with its effects; false when another change came between: reload.</summary>
    Task<bool> Save(Versioned<Session> session, IReadOnlyList<Effect> effects, CancellationToken cancel);

    Task SaveReply(TerritoryId territory, Reply reply, CancellationToken cancel);
}
