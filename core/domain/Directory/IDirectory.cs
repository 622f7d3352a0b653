using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Directories;

/// <summary>A territory's directory and the questions it could not answer: one partition.</summary>
public interface IDirectory
{
    /// <summary>Every entry, by one partition query.</summary>
    Task<IReadOnlyList<Versioned<DirectoryEntry>>> All(TerritoryId territory, CancellationToken cancel);

    Task<Versioned<DirectoryEntry>?> Get(TerritoryId territory, EntryId id, CancellationToken cancel);

    /// <summary>False when somebody else changed it meanwhile, or made one of its id.</summary>
    /// <param name="version">Null for a new one.</param>
    Task<bool> Save(DirectoryEntry entry, string? version, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Saves them in as few transactions as hold them; false when one was changed meanwhile: the next run finishes it.</summary>
    Task<bool> SaveAll(TerritoryId territory, IReadOnlyList<(DirectoryEntry Entry, string? Version)> entries, CancellationToken cancel);

    /// <summary>Gone already is fine.</summary>
    Task Remove(TerritoryId territory, EntryId id, CancellationToken cancel);

    /// <summary>Those asked most often first.</summary>
    Task<IReadOnlyList<DirectoryGap>> Gaps(TerritoryId territory, CancellationToken cancel);

    /// <summary>Counts a question that had no answer. The words were checked by the guard.</summary>
    Task CountGap(TerritoryId territory, string key, string question, DateOnly day, CancellationToken cancel);

    /// <summary>Takes a question off the list: answered by an entry since, or of no use.</summary>
    Task CloseGap(TerritoryId territory, string key, CancellationToken cancel);
}
