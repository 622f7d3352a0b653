using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sessions;

/// <summary>
/// In the sessions' partition: "minutes|{session}" where they stand, "minutestext|{session}" what they say, beside
/// "minutesversion|{session}|{version}" for each text that was circulated and "amendment|{session}|{act}".
/// </summary>
internal sealed class MinutesStore(IRowStore rows) : IMinutes
{
    private const string Heads = "minutes|";

    public async Task<Versioned<SessionMinutes>?> Head(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        await rows.Get(At(territory, Heads + session), cancel) is { } row ? new(row.Read(StorageJson.Default.SessionMinutes), row.ETag) : null;

    public async Task<IReadOnlyList<SessionMinutes>> All(TerritoryId territory, CancellationToken cancel) =>
        [.. (await rows.All(Partitions.Sessions, territory.Value, RowRange.StartingWith(Heads), cancel)).Select(r => r.Read(StorageJson.Default.SessionMinutes))];

    public async Task<MinutesInFull?> Get(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        // The text is never older than the head that was read before it: both change in one transaction.
        var head = await Head(territory, session, cancel);
        return head is not null && await rows.Get(At(territory, TextKey(session)), cancel) is { } text
            ? new MinutesInFull(head, text.Read(StorageJson.Default.MinutesText))
            : null;
    }

    public async Task<MinutesText?> Version(TerritoryId territory, SessionId session, int version, CancellationToken cancel) =>
        (await rows.Get(At(territory, VersionKey(session, version)), cancel))?.Read(StorageJson.Default.MinutesText);

    public async Task<bool> Save(
        SessionMinutes minutes, MinutesText text, string? version, IReadOnlyList<Effect> effects, Versioned<Amendment>? answered,
        CancellationToken cancel)
    {
        var head = HeadBody(minutes);
        var body = RowBody.Of(text, StorageJson.Default.MinutesText);
        List<RowChange> changes =
        [
            version is null ? new RowChange.Insert(Heads + minutes.Session, head) : new RowChange.Put(Heads + minutes.Session, head, version),
            new RowChange.Put(TextKey(minutes.Session), body),
        ];
        if (minutes.State != MinutesState.Draft && minutes.CirculatedVersion == minutes.Version)
        {
            changes.Add(new RowChange.Put(VersionKey(minutes.Session, minutes.Version), body));
        }

        if (answered is not null)
        {
            changes.Add(new RowChange.Put(KeyOf(answered.Value), BodyOf(answered.Value), answered.Version));
        }

        return await Commit(minutes.Territory, [.. changes, .. Outbox.Rows(effects)], cancel);
    }

    public async Task<ProposalSaved> Propose(
        Amendment amendment, Versioned<SessionMinutes> minutes, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var head = HeadBody(minutes.Value);
        RowChange[] changes =
        [
            new RowChange.Insert(KeyOf(amendment), BodyOf(amendment)), new RowChange.Put(Heads + amendment.Session, head, minutes.Version),
            .. Outbox.Rows(effects),
        ];
        return await rows.Commit(Partitions.Sessions, amendment.Territory.Value, changes, cancel) switch
        {
            CommitOutcome.Done => ProposalSaved.Done,
            CommitOutcome.AlreadyThere => ProposalSaved.AlreadyThere,
            _ => ProposalSaved.Changed,
        };
    }

    public async Task<IReadOnlyList<Versioned<Amendment>>> Amendments(TerritoryId territory, SessionId session, CancellationToken cancel) =>
    [
        .. (await rows.All(Partitions.Sessions, territory.Value, RowRange.StartingWith($"amendment|{session}|"), cancel))
            .Select(r => new Versioned<Amendment>(r.Read(StorageJson.Default.Amendment), r.ETag)).OrderBy(a => a.Value.At),
    ];

    private async Task<bool> Commit(TerritoryId territory, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        await rows.Commit(Partitions.Sessions, territory.Value, changes, cancel) is CommitOutcome.Done;

    private static Dictionary<string, object> HeadBody(SessionMinutes minutes) =>
        RowBody.Of(minutes, StorageJson.Default.SessionMinutes, ("State", minutes.State.ToString()), ("Version", minutes.Version));

    private static RowAddress At(TerritoryId territory, string key) => new(Partitions.Sessions, territory.Value, key);

    private static string TextKey(SessionId session) => $"minutestext|{session}";

    private static string VersionKey(SessionId session, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"minutesversion|{session}|{version:D4}");

    private static string KeyOf(Amendment amendment) => $"amendment|{amendment.Session}|{amendment.Id}";

    private static Dictionary<string, object> BodyOf(Amendment amendment) =>
        RowBody.Of(amendment, StorageJson.Default.Amendment, ("State", amendment.State.ToString()), ("At", amendment.At));
}
