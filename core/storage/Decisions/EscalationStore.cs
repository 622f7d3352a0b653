using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Decisions;

/// <summary>
/// "escalation|{id}" with its outbox in one partition of the territory whose table validates; and how it stands, as
/// "standing|{ballot}" beside the register of the table that took the decision.
/// </summary>
internal sealed class EscalationStore(IRowStore rows) : IEscalations
{
    private const string All = "escalation|";
    private const string Standings = "standing|";
    private const int Tries = 20;

    public async Task<Versioned<Escalation>?> Get(TerritoryId territory, EscalationId id, CancellationToken cancel)
    {
        var row = await rows.Get(new RowAddress(Partitions.Decisions, Partitions.Escalations(territory), All + id), cancel);
        return row is null ? null : new(row.Read(StorageJson.Default.Escalation), row.ETag);
    }

    public async Task<IReadOnlyList<Escalation>> Of(TerritoryId territory, CancellationToken cancel)
    {
        var found = await rows.All(Partitions.Decisions, Partitions.Escalations(territory), RowRange.StartingWith(All), cancel);
        return [.. found.Select(r => r.Read(StorageJson.Default.Escalation)).OrderBy(e => e.SubmittedAt)];
    }

    public Task<bool> Submit(Escalation escalation, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(escalation, new RowChange.Insert(All + escalation.Id, BodyOf(escalation)), effects, cancel);

    public Task<bool> Save(Versioned<Escalation> escalation, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        escalation.Value, new RowChange.Put(All + escalation.Value.Id, BodyOf(escalation.Value), escalation.Version), effects, cancel);

    public async Task<EscalationStanding?> StandingOf(
        TerritoryId territory, TableId table, BallotId ballot, CancellationToken cancel) =>
        (await rows.Get(At(territory, table, ballot), cancel))?.Read(StorageJson.Default.EscalationStanding);

    public async Task<IReadOnlyDictionary<BallotId, EscalationStanding>> StandingsOf(
        TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var found = await rows.All(
            Partitions.Decisions, Partitions.Register(territory, table), RowRange.StartingWith(Standings), cancel);
        return found.ToDictionary(
            r => BallotId.From(r.Key[Standings.Length..]), r => r.Read(StorageJson.Default.EscalationStanding));
    }

    public async Task Stand(
        TerritoryId territory, TableId table, BallotId ballot, EscalationStanding standing, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var address = At(territory, table, ballot);
            var there = await rows.Get(address, cancel);
            if (there?.Read(StorageJson.Default.EscalationStanding) is { } kept && kept.Step >= standing.Step)
            {
                return;
            }

            var body = RowOf(ballot, standing).Properties;
            RowChange change = there is null ? new RowChange.Insert(address.Key, body) : new RowChange.Put(address.Key, body, there.ETag);
            if (await rows.Commit(address.Table, address.Partition, [change], cancel) is CommitOutcome.Done)
            {
                return;
            }
        }

        throw new InvalidOperationException($"how the decision of {ballot} stands changed at each of {Tries} tries");
    }

    private async Task<bool> Commit(
        Escalation escalation, RowChange change, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        await rows.Commit(
            Partitions.Decisions, Partitions.Escalations(escalation.Territory), [change, .. Outbox.Rows(effects)], cancel) is CommitOutcome.Done;

    private static RowAddress At(TerritoryId territory, TableId table, BallotId ballot) =>
        new(Partitions.Decisions, Partitions.Register(territory, table), Standings + ballot);

    internal static (string Key, Dictionary<string, object> Properties) RowOf(BallotId ballot, EscalationStanding standing) => (
        Standings + ballot, RowBody.Of(standing, StorageJson.Default.EscalationStanding, ("State", standing.State.ToString())));

    internal static (string Key, Dictionary<string, object> Properties) RowOf(Escalation escalation) => (All + escalation.Id, BodyOf(escalation));

    private static Dictionary<string, object> BodyOf(Escalation escalation) => RowBody.Of(
        escalation, StorageJson.Default.Escalation, ("Title", escalation.Decision.Title), ("State", escalation.State.ToString()),
        ("Table", escalation.Table.Value));
}
