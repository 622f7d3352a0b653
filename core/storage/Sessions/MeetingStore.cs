using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sessions;

/// <summary>
/// In the sessions' partition: "meet|{session}|run", "…|presence|{seat}", "…|proxy|{giver}" beside "…|held|{holder}|{slot}",
/// "…|guest|{act}", "…|note|{act}", "…|recused|{item}|{seat}"; and "held|{digest of a conversation}" for which session a conversation is about.
/// </summary>
internal sealed class MeetingStore(IRowStore rows) : IMeetings
{
    public async Task<MeetingRecord> Of(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        var all = await rows.All(Partitions.Sessions, territory.Value, RowRange.StartingWith($"meet|{session}|"), cancel);
        IEnumerable<Row> Kind(string kind) => all.Where(r => r.Key.StartsWith(KeyOf(session, kind), StringComparison.Ordinal));
        return new MeetingRecord(
            Kind("run").Select(ReadRun).FirstOrDefault(),
            [.. Kind("presence|").Select(r => r.Read(StorageJson.Default.Presence))],
            [.. Kind("proxy|").Select(r => r.Read(StorageJson.Default.Proxy))],
            [.. Kind("guest|").Select(r => r.Read(StorageJson.Default.Guest)).OrderBy(g => g.Name, StringComparer.Ordinal)],
            [.. Kind("note|").Select(r => r.Read(StorageJson.Default.SessionNote)).OrderBy(n => n.At).ThenBy(n => n.Id.Value, StringComparer.Ordinal)],
            [.. Kind("recused|").Select(r => r.Read(StorageJson.Default.ItemRecusal))]);
    }

    public async Task<Versioned<SessionRun>?> RunOf(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, KeyOf(session, "run")), cancel) is { } row ? ReadRun(row) : null;

    public Task<bool> SaveRun(TerritoryId territory, SessionRun run, string? version, CancellationToken cancel)
    {
        var body = RowBody.Of(run, StorageJson.Default.SessionRun, ("StartedAt", run.StartedAt), ("EndedAt", run.EndedAt));
        return Commit(
            territory, [version is null ? new RowChange.Insert(KeyOf(run.Session, "run"), body) : new RowChange.Put(KeyOf(run.Session, "run"), body, version)],
            cancel);
    }

    public async Task Note(TerritoryId territory, IReadOnlyList<Presence> presences, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        await rows.CommitInSteps(
            Partitions.Sessions, territory.Value,
            presences.Select(p => new RowChange[]
            {
                new RowChange.Put(KeyOf(p.Session, $"presence|{p.Seat}"), RowBody.Of(p, StorageJson.Default.Presence, ("State", p.State.ToString()))),
            }).Concat(effects.Select(e => Outbox.Rows([e]).ToArray())),
            cancel);

    public Task<bool> Give(TerritoryId territory, Proxy proxy, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        territory,
        [
            new RowChange.Insert(KeyOf(proxy.Session, $"proxy|{proxy.From}"), RowBody.Of(proxy, StorageJson.Default.Proxy, ("To", proxy.To.Value))),
            new RowChange.Insert(SlotOf(proxy), new Dictionary<string, object>(StringComparer.Ordinal) { ["From"] = proxy.From.Value }),
            .. Outbox.Rows(effects),
        ],
        cancel);

    // Gone already is fine: taken back twice, it is taken back.
    public Task TakeBack(TerritoryId territory, Proxy proxy, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        territory,
        [
            new RowChange.Delete(KeyOf(proxy.Session, $"proxy|{proxy.From}"), "*"), new RowChange.Delete(SlotOf(proxy), "*"),
            .. Outbox.Rows(effects),
        ],
        cancel);

    public Task<bool> Recuse(ItemRecusal recusal, CancellationToken cancel) => Commit(
        recusal.Territory,
        [
            new RowChange.Insert(
                KeyOf(recusal.Session, $"recused|{recusal.Item}|{recusal.Recusal.Seat}"), RowBody.Of(recusal, StorageJson.Default.ItemRecusal)),
            .. Outbox.Rows([recusal.ToFollow()]),
        ],
        cancel);

    // Gone already is fine, as with proxies.
    public Task TakeRecusalBack(TerritoryId territory, SessionId session, ItemId item, SeatId seat, CancellationToken cancel) => Commit(
        territory, [new RowChange.Delete(KeyOf(session, $"recused|{item}|{seat}"), "*")], cancel);

    public async Task<IReadOnlyList<Proxy>> Proxies(TerritoryId territory, SessionId session, CancellationToken cancel) =>
    [
        .. (await rows.All(Partitions.Sessions, territory.Value, RowRange.StartingWith(KeyOf(session, "proxy|")), cancel))
            .Select(r => r.Read(StorageJson.Default.Proxy)),
    ];

    public Task Invite(TerritoryId territory, Guest guest, CancellationToken cancel) => Commit(
        territory, [new RowChange.Put(KeyOf(guest.Session, $"guest|{guest.Id}"), RowBody.Of(guest, StorageJson.Default.Guest))], cancel);

    // Gone already is fine, as with proxies.
    public Task Uninvite(TerritoryId territory, Guest guest, CancellationToken cancel) => Commit(
        territory, [new RowChange.Delete(KeyOf(guest.Session, $"guest|{guest.Id}"), "*")], cancel);

    public Task<bool> Write(TerritoryId territory, SessionNote note, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        territory,
        [
            new RowChange.Insert(KeyOf(note.Session, $"note|{note.Id}"), RowBody.Of(note, StorageJson.Default.SessionNote, ("At", note.At))),
            .. Outbox.Rows(effects),
        ],
        cancel);

    public async Task<SessionId?> HeldIn(TerritoryId territory, string conversation, CancellationToken cancel) =>
        await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, HeldKey(conversation)), cancel) is { } row
            ? SessionId.From((string)row.Properties["Session"])
            : null;

    public Task HoldIn(TerritoryId territory, ChatAddress chat, SessionId session, CancellationToken cancel) => Commit(
        territory,
        [
            new RowChange.Put(HeldKey(chat.Conversation!), new Dictionary<string, object>(StringComparer.Ordinal) { ["Session"] = session.Value }),
            new RowChange.Put(ChatKey(session), RowBody.Of(chat, StorageJson.Default.ChatAddress)),
        ],
        cancel);

    public async Task<ChatAddress?> ChatOf(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        (await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, ChatKey(session)), cancel))?.Read(StorageJson.Default.ChatAddress);

    private async Task<bool> Commit(TerritoryId territory, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        await rows.Commit(Partitions.Sessions, territory.Value, changes, cancel) is CommitOutcome.Done;

    private static Versioned<SessionRun> ReadRun(Row row) => new(row.Read(StorageJson.Default.SessionRun), row.ETag);

    private static string ChatKey(SessionId session) => $"chat-of|{session}";

    private static string KeyOf(SessionId session, string what) => $"meet|{session}|{what}";

    private static string SlotOf(Proxy proxy) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"meet|{proxy.Session}|held|{proxy.To}|{proxy.Slot}");

    // A conversation's id holds signs a key may not, and is the channel's business.
    private static string HeldKey(string conversation) => "held|" + Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(conversation)))[..32];
}
