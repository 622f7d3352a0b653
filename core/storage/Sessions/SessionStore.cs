using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sessions;

/// <summary>
/// A territory's sessions stand in one partition: "session|{id}", "reply|{session}|{seat}" for the answer that stands,
/// "replyhistory|{session}|{seat}|{operation}" for every answer given, and the outbox.
/// </summary>
internal sealed class SessionStore(IRowStore rows) : ISessions
{
    private const int Tries = 8;

    public async Task<Versioned<Session>?> Get(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        var row = await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, KeyOf(session)), cancel);
        return row is null ? null : new Versioned<Session>(row.Read(StorageJson.Default.Session), row.ETag);
    }

    public async Task<IReadOnlyList<Session>> All(TerritoryId territory, CancellationToken cancel)
    {
        var all = new List<Session>();
        await foreach (var row in Starting(territory, "session|", cancel))
        {
            all.Add(row.Read(StorageJson.Default.Session));
        }

        return [.. all.OrderBy(s => s.Start).ThenBy(s => s.Id.Value, StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<Reply>> Replies(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        ReadReplies(territory, $"reply|{session}|", cancel);

    public Task<bool> Create(Session session, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(session, new RowChange.Insert(KeyOf(session.Id), BodyOf(session)), effects, cancel);

    public Task<bool> Save(Versioned<Session> session, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(session.Value, Change(session), effects, cancel);

    /// <summary>The session's new version, for a transaction of this partition.</summary>
    internal static RowChange Change(Versioned<Session> session) =>
        new RowChange.Put(KeyOf(session.Value.Id), BodyOf(session.Value), session.Version);

    public async Task<Reply?> ReplyOf(
        TerritoryId territory, SessionId session, SeatId seat, CancellationToken cancel) =>
        (await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, $"reply|{session}|{seat}"), cancel))
            ?.Read(StorageJson.Default.Reply);

    public async Task<bool> CreateAll(
        IReadOnlyList<Session> sessions, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        RowChange[] changes =
            [.. sessions.Select(s => new RowChange.Insert(KeyOf(s.Id), BodyOf(s))), .. Outbox.Rows(effects)];
        return await rows.Commit(Partitions.Sessions, sessions[0].Territory.Value, changes, cancel) is CommitOutcome.Done;
    }

    public async Task SaveReply(
        TerritoryId territory, Reply reply, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        RowChange[] changes = [new RowChange.Put(KeyOf(reply), BodyOf(reply)), Trace(reply), .. Outbox.Rows(effects)];
        if (await rows.Commit(Partitions.Sessions, territory.Value, changes, cancel) is not CommitOutcome.Done)
        {
            throw new InvalidOperationException("a reply that replaces whatever stands was refused");
        }
    }

    public async Task<bool> SaveReplyUnlessNewer(TerritoryId territory, Reply reply, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var standing = await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, KeyOf(reply)), cancel);
            if (standing?.Read(StorageJson.Default.Reply) is { } other && other.At >= reply.At)
            {
                return false;
            }

            RowChange head = standing is null
                ? new RowChange.Insert(KeyOf(reply), BodyOf(reply))
                : new RowChange.Put(KeyOf(reply), BodyOf(reply), standing.ETag);
            if (await rows.Commit(Partitions.Sessions, territory.Value, [head, Trace(reply)], cancel) is CommitOutcome.Done)
            {
                return true;
            }
        }

        throw new InvalidOperationException("a reply changes too often to be noted");
    }

    public async Task<IReadOnlyList<Reply>> ReplyHistory(
        TerritoryId territory, SessionId session, SeatId seat, CancellationToken cancel)
    {
        var replies = await ReadReplies(territory, $"replyhistory|{session}|{seat}|", cancel);
        return [.. replies.OrderBy(r => r.At)];
    }

    private async Task<bool> Commit(
        Session session, RowChange head, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        RowChange[] changes = [head, .. Outbox.Rows(effects)];
        return await rows.Commit(Partitions.Sessions, session.Territory.Value, changes, cancel) is CommitOutcome.Done;
    }

    private async Task<IReadOnlyList<Reply>> ReadReplies(
        TerritoryId territory, string prefix, CancellationToken cancel)
    {
        var replies = new List<Reply>();
        await foreach (var row in Starting(territory, prefix, cancel))
        {
            replies.Add(row.Read(StorageJson.Default.Reply));
        }

        return replies;
    }

    private IAsyncEnumerable<Row> Starting(TerritoryId territory, string prefix, CancellationToken cancel) =>
        rows.Query(Partitions.Sessions, territory.Value, RowRange.StartingWith(prefix), cancel);

    private static string KeyOf(SessionId session) => $"session|{session}";

    private static string KeyOf(Reply reply) => $"reply|{reply.Session}|{reply.Seat}";

    private static RowChange.Put Trace(Reply reply) =>
        new($"replyhistory|{reply.Session}|{reply.Seat}|{reply.Operation}", BodyOf(reply));

    private static Dictionary<string, object> BodyOf(Session session) =>
        RowBody.Of(
            session, StorageJson.Default.Session, ("Table", session.Table.Value), ("Start", session.Start),
            ("State", session.State.ToString()), ("Sequence", session.Sequence));

    private static Dictionary<string, object> BodyOf(Reply reply) =>
        RowBody.Of(reply, StorageJson.Default.Reply, ("Kind", reply.Kind.ToString()), ("At", reply.At));
}
