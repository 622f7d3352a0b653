using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tables;

/// <summary>
/// Revises a territory. Order: who an Entra id is; then what others refer to before what refers to it, seats with
/// their mandates, the territory itself; then what nothing refers to any more; the list of territories last, so that
/// a territory is on it only when all of it is there.
/// </summary>
internal sealed class TerritoryRecordStore(IRowStore rows) : ITerritoryRecords
{
    private const int Rounds = 5;
    private static readonly string[] ReferredToFirst =
        [RosterRows.Structures, RosterRows.Colleges, RosterRows.People, RosterRows.Tables];

    public async Task<TerritoryRecord?> Get(TerritoryId territory, CancellationToken cancel) =>
        RosterRows.Read(await rows.All(Partitions.Tables, Partitions.Roster(territory), RowRange.All, cancel));

    public async Task<Revision> Revise(
        TerritoryId territory, Func<TerritoryRecord?, TerritoryRecord> decide, CancellationToken cancel)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            if (await Try(territory, decide, cancel) is { } revision)
            {
                return revision;
            }
        }

        throw new InvalidOperationException($"territory {territory} kept changing while it was revised");
    }

    private async Task<Revision?> Try(
        TerritoryId territory, Func<TerritoryRecord?, TerritoryRecord> decide, CancellationToken cancel)
    {
        var roster = Partitions.Roster(territory);
        var standing = await rows.All(Partitions.Tables, roster, RowRange.All, cancel);
        // Without its "territory" row the partition is empty or the rest of a first import that was cut short.
        var before = RosterRows.Read(standing);
        var after = decide(before);

        var people = await IdentityChanges(territory, after, cancel);
        var plan = Steps(standing, RosterRows.Of(after));
        var done =
            await rows.CommitInSteps(Partitions.Tables, Partitions.Identities(territory), people.Bound, cancel)
            && await rows.CommitInSteps(Partitions.Tables, roster, plan, cancel)
            && await rows.CommitInSteps(Partitions.Tables, Partitions.Identities(territory), people.Freed, cancel);
        var listing = await ListingChange(after.Territory, cancel);
        done = done && await rows.CommitInSteps(Partitions.Tables, Partitions.Territories, [listing], cancel);

        return done
            ? new Revision(before, after, [
                .. plan.SelectMany(s => s).Select(c => Said(c, PartOf(c.Key))),
                .. people.Bound.Concat(people.Freed).SelectMany(s => s).Select(c => Said(c, TerritoryPart.Identity)),
                .. listing.Select(c => Said(c, TerritoryPart.Listing)),
            ])
            : null;
    }

    private static List<IReadOnlyList<RowChange>> Steps(
        IReadOnlyList<Row> standing, Dictionary<string, Dictionary<string, object>> wanted)
    {
        var there = standing.ToDictionary(r => r.Key, StringComparer.Ordinal);
        RowChange[] changes = [.. there.Keys.Union(wanted.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(key => there.GetValueOrDefault(key).Towards(key, wanted.GetValueOrDefault(key)))
            .OfType<RowChange>()];

        var steps = new List<IReadOnlyList<RowChange>>();
        foreach (var prefix in ReferredToFirst)
        {
            steps.AddRange(Under(prefix).Where(c => c is not RowChange.Delete).Select(c => new[] { c }));
        }

        // A mandate and the one it ends change together: a repeat must not end it twice.
        steps.AddRange(Under(RosterRows.Mandates).Concat(Under(RosterRows.Ended))
            .GroupBy(c => RosterRows.SeatOf(c.Key), StringComparer.Ordinal)
            .Select(seat => seat.ToArray()));
        steps.AddRange(Under(RosterRows.Territory).Select(c => new[] { c }));
        foreach (var prefix in ReferredToFirst.Reverse())
        {
            steps.AddRange(Under(prefix).Where(c => c is RowChange.Delete).Select(c => new[] { c }));
        }

        return steps;

        IEnumerable<RowChange> Under(string prefix) =>
            changes.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Bound: Entra ids of the file. Freed: those of people who are gone, or known by a mail they no longer have.</summary>
    private async Task<(List<RowChange[]> Bound, List<RowChange[]> Freed)> IdentityChanges(
        TerritoryId territory, TerritoryRecord after, CancellationToken cancel)
    {
        var standing = (await rows.All(Partitions.Tables, Partitions.Identities(territory), RowRange.All, cancel))
            .Where(r => IdRules.IsWellFormed(r.Key))
            .ToDictionary(r => r.Key, StringComparer.Ordinal);
        var people = after.People.ToDictionary(p => p.Id);

        var bound = new List<RowChange[]>();
        foreach (var person in after.People.Where(p => p.EntraId is not null))
        {
            var key = IdentityRows.Key(person.EntraId!);
            if (standing.GetValueOrDefault(key).Towards(key, IdentityRows.ByFile(person.Id)) is { } change)
            {
                bound.Add([change]);
            }

            standing.Remove(key);
        }

        return (bound, [.. standing.Values.Where(Freed).Select(r => new RowChange[] { new RowChange.Delete(r.Key, r.ETag) })]);

        bool Freed(Row row) =>
            IdentityRows.MailOf(row) is null
            || !people.TryGetValue(IdentityRows.PersonOf(row), out var person)
            || !string.Equals(IdentityRows.MailOf(row), person.Mail, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<RowChange[]> ListingChange(Territory territory, CancellationToken cancel)
    {
        var key = territory.Id.Value;
        var listed = await rows.Get(new(Partitions.Tables, Partitions.Territories, key), cancel);
        var change = listed.Towards(key, RowBody.Of(territory, StorageJson.Default.Territory));
        return change is null ? [] : [change];
    }

    private static TerritoryChange Said(RowChange change, TerritoryPart part) => new(
        part,
        part is TerritoryPart.Identity or TerritoryPart.Listing or TerritoryPart.Territory ? "" : RosterRows.SeatOf(change.Key),
        change switch
        {
            RowChange.Insert => ChangeKind.Added,
            RowChange.Put => ChangeKind.Changed,
            _ => ChangeKind.Removed,
        });

    private static TerritoryPart PartOf(string key) => (key.Split('|')[0] + "|") switch
    {
        RosterRows.Structures => TerritoryPart.Structure,
        RosterRows.Colleges => TerritoryPart.College,
        RosterRows.People => TerritoryPart.Person,
        RosterRows.Tables => TerritoryPart.Table,
        RosterRows.Mandates => TerritoryPart.Mandate,
        RosterRows.Ended => TerritoryPart.EndedMandate,
        _ => TerritoryPart.Territory,
    };
}
