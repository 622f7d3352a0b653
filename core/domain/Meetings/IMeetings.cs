using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Meetings;

/// <summary>What is noted while sessions are held; one range read gives all of one session.</summary>
public interface IMeetings
{
    Task<MeetingRecord> Of(TerritoryId territory, SessionId session, CancellationToken cancel);

    Task<Versioned<SessionRun>?> RunOf(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>False when it was begun or changed meanwhile. <paramref name="version"/>: null for a session not begun.</summary>
    Task<bool> SaveRun(TerritoryId territory, SessionRun run, string? version, CancellationToken cancel);

    /// <summary>The last word on each seat stands.</summary>
    Task Note(TerritoryId territory, IReadOnlyList<Presence> presences, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>False when the seat has given one, or the holder's slot is taken.</summary>
    Task<bool> Give(TerritoryId territory, Proxy proxy, IReadOnlyList<Effect> effects, CancellationToken cancel);

    Task TakeBack(TerritoryId territory, Proxy proxy, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>False when the seat had withdrawn from the item before.</summary>
    Task<bool> Recuse(ItemRecusal recusal, CancellationToken cancel);

    /// <summary>Of the item no déport of the seat is noted any more; ballots that are open already keep theirs.</summary>
    Task TakeRecusalBack(TerritoryId territory, SessionId session, ItemId item, SeatId seat, CancellationToken cancel);

    /// <summary>The proxies that stand in a session.</summary>
    Task<IReadOnlyList<Proxy>> Proxies(TerritoryId territory, SessionId session, CancellationToken cancel);

    Task Invite(TerritoryId territory, Guest guest, CancellationToken cancel);

    Task Uninvite(TerritoryId territory, Guest guest, CancellationToken cancel);

    /// <summary>False when that act noted it before.</summary>
    Task<bool> Write(TerritoryId territory, SessionNote note, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>The session a group chat, channel or meeting is about; null when it was never said.</summary>
    Task<SessionId?> HeldIn(TerritoryId territory, string conversation, CancellationToken cancel);

    /// <summary>The conversation is about that session from now on.</summary>
    /// <param name="chat">Its conversation is never null.</param>
    Task HoldIn(TerritoryId territory, ChatAddress chat, SessionId session, CancellationToken cancel);

    /// <summary>The conversation that was last said to be about the session; null when none was.</summary>
    Task<ChatAddress?> ChatOf(TerritoryId territory, SessionId session, CancellationToken cancel);
}
