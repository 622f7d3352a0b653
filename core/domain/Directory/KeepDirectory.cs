using Concertation.Domain.Tables;

namespace Concertation.Domain.Directories;

public abstract record EntryOutcome
{
    private EntryOutcome() { }

    public sealed record Done(DirectoryEntry Entry) : EntryOutcome;

    public sealed record Refused(IReadOnlyList<EntryFault> Faults) : EntryOutcome;

    /// <summary>Neither the pilote's nor somebody of the entry's structure.</summary>
    public sealed record NotYours : EntryOutcome;

    public sealed record Gone : EntryOutcome;

    /// <summary>Another entry says the same structure and missions, or somebody changed this one meanwhile.</summary>
    public sealed record Taken : EntryOutcome;

    public sealed record Full : EntryOutcome;

    public T Match<T>(
        Func<Done, T> done, Func<Refused, T> refused, Func<NotYours, T> notYours, Func<Gone, T> gone, Func<Taken, T> taken, Func<Full, T> full) => this switch
        {
            Done it => done(it),
            Refused it => refused(it),
            NotYours it => notYours(it),
            Gone it => gone(it),
            Taken it => taken(it),
            Full it => full(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Adds, corrects, confirms and takes off entries.</summary>
public sealed class KeepDirectory(IDirectory directory, TimeProvider clock)
{
    /// <summary>What a new entry is called: the same structure and missions are the same entry.</summary>
    public static EntryId IdOf(EntryWords words) => new(EntryText.IdOf(
        EntryText.Fold(words.Structure) + "|" + string.Join('|', words.Missions.Select(EntryText.Fold))));

    /// <summary>The pilote adds an entry.</summary>
    public async Task<EntryOutcome> Add(Actor actor, Roster roster, EntryWords words, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return new EntryOutcome.NotYours();
        }

        if (EntryRules.Check(words) is { Count: > 0 } faults)
        {
            return new EntryOutcome.Refused(faults);
        }

        if ((await directory.All(actor.Territory, cancel)).Count >= EntryRules.MostEntries)
        {
            return new EntryOutcome.Full();
        }

        var entry = new DirectoryEntry(IdOf(words), actor.Territory, words, null);
        return await directory.Save(entry, null, [], cancel) ? new EntryOutcome.Done(entry) : new EntryOutcome.Taken();
    }

    /// <summary>Says it otherwise. Whoever does so for the structure confirms it by that; the structure's name is the pilote's to change.</summary>
    public async Task<EntryOutcome> Correct(Actor actor, Roster roster, EntryId id, EntryWords words, CancellationToken cancel)
    {
        if (await directory.Get(actor.Territory, id, cancel) is not { } standing)
        {
            return new EntryOutcome.Gone();
        }

        if (!standing.Value.MayBeEditedBy(actor, roster))
        {
            return new EntryOutcome.NotYours();
        }

        var pilot = roster.IsPilot(actor);
        var said = pilot ? words : words with { Structure = standing.Value.Words.Structure };
        if (EntryRules.Check(said) is { Count: > 0 } faults)
        {
            return new EntryOutcome.Refused(faults);
        }

        var entry = standing.Value with { Words = said };
        return await Save(pilot ? entry : ConfirmationRules.Confirmed(entry, Today(roster)), standing.Version, cancel);
    }

    /// <summary>« Toujours exact ».</summary>
    public async Task<EntryOutcome> Confirm(Actor actor, Roster roster, EntryId id, CancellationToken cancel)
    {
        if (await directory.Get(actor.Territory, id, cancel) is not { } standing)
        {
            return new EntryOutcome.Gone();
        }

        return standing.Value.MayBeEditedBy(actor, roster)
            ? await Save(ConfirmationRules.Confirmed(standing.Value, Today(roster)), standing.Version, cancel)
            : new EntryOutcome.NotYours();
    }

    public async Task<EntryOutcome> Remove(Actor actor, Roster roster, EntryId id, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return new EntryOutcome.NotYours();
        }

        if (await directory.Get(actor.Territory, id, cancel) is not { } standing)
        {
            return new EntryOutcome.Gone();
        }

        await directory.Remove(actor.Territory, id, cancel);
        return new EntryOutcome.Done(standing.Value);
    }

    private async Task<EntryOutcome> Save(DirectoryEntry entry, string version, CancellationToken cancel) =>
        await directory.Save(entry, version, [], cancel) ? new EntryOutcome.Done(entry) : new EntryOutcome.Taken();

    private DateOnly Today(Roster roster) => LocalDay.Of(clock, roster.Territory);
}
