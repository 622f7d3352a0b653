using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Directories;

public readonly record struct EntryId(string Value) : IId<EntryId>
{
    public static EntryId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>What an entry says, in the order people read it.</summary>
public enum EntryField { Structure, Missions, Public, Criteria, Admission, Communes, Opening, Contact }

/// <summary>What somebody says of a structure: who does what, for whom, and how to be admitted.</summary>
/// <param name="Structure">One of the territory's, or another.</param>
/// <param name="Communes">Those covered; empty for the whole territory.</param>
/// <param name="Contact">The structure's own: a switchboard, a generic mailbox.</param>
public sealed record EntryWords(
    string Structure, IReadOnlyList<string> Missions, string? Public = null, string? Criteria = null, string? Admission = null,
    IReadOnlyList<string>? Communes = null, string? Opening = null, string? Contact = null)
{
    /// <summary>A field as one text; lists are joined by « ; ».</summary>
    public string? TextOf(EntryField field) => field switch
    {
        EntryField.Structure => Structure,
        EntryField.Missions => EntryText.Join(Missions),
        EntryField.Public => Public,
        EntryField.Criteria => Criteria,
        EntryField.Admission => Admission,
        EntryField.Communes => EntryText.Join(Communes ?? []),
        EntryField.Opening => Opening,
        EntryField.Contact => Contact,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    /// <summary>The words as typed into fields, cleaned: one line each, lists cut at « ; » and line ends.</summary>
    public static EntryWords Of(Func<EntryField, string?> typed) => new(
        OneLine.Of(typed(EntryField.Structure)), EntryText.List(typed(EntryField.Missions)),
        EntryText.OrNull(typed(EntryField.Public)), EntryText.OrNull(typed(EntryField.Criteria)),
        EntryText.OrNull(typed(EntryField.Admission)), EntryText.List(typed(EntryField.Communes)),
        EntryText.OrNull(typed(EntryField.Opening)), EntryText.OrNull(typed(EntryField.Contact)));

    public bool SameAs(EntryWords other) => Enum.GetValues<EntryField>().All(
        field => string.Equals(TextOf(field) ?? "", other.TextOf(field) ?? "", StringComparison.Ordinal));
}

/// <param name="ConfirmedOn">When the structure, or the pilote for it, last said that all of it is true; null: never.</param>
/// <param name="AskedOn">When the structure was last asked; null: not since it was last confirmed.</param>
/// <param name="Asked">How often it was asked since it was last confirmed.</param>
public sealed record DirectoryEntry(
    EntryId Id, TerritoryId Territory, EntryWords Words, DateOnly? ConfirmedOn, DateOnly? AskedOn = null, int Asked = 0)
{
    public Aggregate Aggregate => new(AggregateKind.DirectoryEntry, Territory, Id.Value);

    /// <summary>The structure of the territory that the entry names; null for one from outside.</summary>
    public Structure? StructureIn(Roster roster)
    {
        var named = EntryText.Fold(Words.Structure);
        return roster.Structures.FirstOrDefault(s => EntryText.Fold(s.Name) == named);
    }

    /// <summary>The seats of its structure whose people answer for the entry, in the roster's order.</summary>
    public IEnumerable<SeatId> SeatsIn(Roster roster) => StructureIn(roster) is { } structure
        ? roster.Tables.SelectMany(t => t.Seats).Where(s => s.Structure == structure.Id && roster.Mandates.ContainsKey(s.Id)).Select(s => s.Id)
        : [];

    /// <summary>The pilote and the deputies keep the directory; a structure keeps its own entry.</summary>
    public bool MayBeEditedBy(Actor actor, Roster roster) => roster.IsPilot(actor)
        || (actor.Person is { } person && SeatsIn(roster).Any(seat => roster.Mandates[seat].Allows(person.Id)));
}

/// <summary>A question nobody's entry answered: the words asked, how often, and nothing of who asked.</summary>
/// <param name="Key">The same for the same words in any spelling and order.</param>
public sealed record DirectoryGap(string Key, string Question, int Count, DateOnly FirstOn, DateOnly LastOn);
