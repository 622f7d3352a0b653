using Concertation.Domain.Tables;

namespace Concertation.Domain.Directories;

public abstract record ImportOutcome
{
    private ImportOutcome() { }

    public sealed record Done(int Added, int Changed, int Same) : ImportOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<SheetFault> Faults) : ImportOutcome;

    public sealed record NotPilot : ImportOutcome;

    /// <summary>Somebody changed an entry meanwhile: running it again finishes it.</summary>
    public sealed record Interrupted : ImportOutcome;
}

/// <summary>
/// Takes a sheet in, all of it or nothing. It adds and corrects; an entry that the sheet doesn't name stays. The same sheet
/// twice changes nothing.
/// </summary>
public sealed class ImportDirectory(IDirectory directory, TimeProvider clock)
{
    public async Task<ImportOutcome> Run(Actor actor, Roster roster, SheetReading reading, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return new ImportOutcome.NotPilot();
        }

        var (sheet, faults) = reading switch
        {
            SheetReading.Read read => (read.Sheet, new List<SheetFault>()),
            SheetReading.Faulty faulty => (faulty.Sheet, [.. faulty.Faults]),
            _ => throw new InvalidOperationException("no such reading"),
        };
        var standing = (await directory.All(actor.Territory, cancel)).ToDictionary(e => e.Value.Id);
        faults.AddRange(Check(sheet, standing.Keys.ToHashSet(), LocalDay.Of(clock, roster.Territory)));
        if (faults.Count > 0)
        {
            return new ImportOutcome.Refused([.. faults.Distinct().OrderBy(f => f.Row).ThenBy(f => f.Column)]);
        }

        var wanted = sheet.Rows.Select(row => Wanted(row, actor.Territory, standing)).ToList();
        var changes = wanted.Where(w => w.Version is null || !Same(w.Entry, standing[w.Entry.Id].Value)).ToList();
        var added = changes.Count(c => c.Version is null);
        return changes.Count == 0 || await directory.SaveAll(actor.Territory, changes, cancel)
            ? new ImportOutcome.Done(added, changes.Count - added, wanted.Count - changes.Count)
            : new ImportOutcome.Interrupted();
    }

    private static EntryId IdOf(SheetRow row) => row.Reference is { } reference ? new EntryId(reference) : KeepDirectory.IdOf(row.Words);

    private static (DirectoryEntry Entry, string? Version) Wanted(
        SheetRow row, TerritoryId territory, Dictionary<EntryId, Versioned<DirectoryEntry>> standing)
    {
        if (!standing.TryGetValue(IdOf(row), out var before))
        {
            return (new DirectoryEntry(IdOf(row), territory, row.Words, row.ConfirmedOn), null);
        }

        var entry = before.Value with { Words = row.Words };
        return (row.ConfirmedOn is { } day && day > (before.Value.ConfirmedOn ?? DateOnly.MinValue) ? ConfirmationRules.Confirmed(entry, day) : entry, before.Version);
    }

    private static bool Same(DirectoryEntry one, DirectoryEntry other) => one.Words.SameAs(other.Words) && one.ConfirmedOn == other.ConfirmedOn;

    private static IEnumerable<SheetFault> Check(DirectorySheet sheet, HashSet<EntryId> known, DateOnly today)
    {
        var lines = new Dictionary<EntryId, int>();
        foreach (var row in sheet.Rows)
        {
            foreach (var fault in EntryRules.Check(row.Words))
            {
                yield return Of(fault, row, sheet);
            }

            if (row.ConfirmedOn > today)
            {
                yield return At(row, SheetColumn.ConfirmedOn, SheetFaultKind.Future, sheet);
            }

            if (row.Reference is { } reference && !known.Contains(new EntryId(reference)))
            {
                yield return At(row, SheetColumn.Reference, SheetFaultKind.UnknownReference, sheet);
            }
            else if (row.Words.Missions.Count > 0 && !lines.TryAdd(IdOf(row), row.Number))
            {
                yield return new SheetFault(row.Number, null, null, SheetFaultKind.Twice, lines[IdOf(row)]);
            }
        }

        if (known.Union(lines.Keys).Count() > EntryRules.MostEntries)
        {
            yield return new SheetFault(0, null, null, SheetFaultKind.TooManyRows, EntryRules.MostEntries);
        }
    }

    private static SheetFault At(SheetRow row, SheetColumn column, SheetFaultKind kind, DirectorySheet sheet) =>
        new(row.Number, sheet.Letters.GetValueOrDefault(column), column, kind);

    private static SheetFault Of(EntryFault fault, SheetRow row, DirectorySheet sheet)
    {
        var column = Enum.Parse<SheetColumn>(fault.Field.ToString());
        var kind = Enum.Parse<SheetFaultKind>(fault.Kind.ToString());
        return new(row.Number, sheet.Letters.GetValueOrDefault(column), column, kind, fault.Limit, fault.Kinds);
    }
}
