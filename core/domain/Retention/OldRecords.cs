namespace Concertation.Domain.Retention;

/// <summary>Where a record stands in the storage.</summary>
public sealed record RecordPlace(string Table, string Partition, string Key);

/// <summary>A record whose time is over.</summary>
/// <param name="Territory">Null for what bears no territory's name: letters in the machine's folder.</param>
/// <param name="At">The date from which its time ran.</param>
public sealed record OldRecord(TerritoryId? Territory, RecordKind Kind, DateTimeOffset At, RecordPlace Place);

/// <param name="Next">After which record the next page begins; null at the end.</param>
public sealed record OldPage(IReadOnlyList<OldRecord> Old, RecordPlace? Next);

/// <summary>Finds and purges what its time is over for, a page of the whole storage at a time.</summary>
public interface IOldRecords
{
    /// <param name="after">Null: from the beginning.</param>
    /// <param name="until">The last record that may be on it, which is then its end; null: as many rows as it takes.</param>
    /// <param name="rules">Of each territory; records of another are left alone.</param>
    Task<OldPage> Page(
        RecordPlace? after, RecordPlace? until, int most, IReadOnlyDictionary<TerritoryId, RetentionRules> rules, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Deletes it or takes out of it what identifies; done before, or changed since, it is left as it is.</summary>
    Task Purge(OldRecord record, CancellationToken cancel);
}
