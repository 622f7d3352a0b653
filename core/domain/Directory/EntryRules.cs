using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Directories;

public enum EntryFaultKind
{
    /// <summary>A structure without a name, or without a mission.</summary>
    Missing,
    TooLong,
    /// <summary>Too many missions or communes.</summary>
    TooMany,
    /// <summary>It identifies somebody.</summary>
    Personal,
}

/// <summary>What stands in the way of keeping an entry.</summary>
/// <param name="Limit">Of what is too long or too many.</param>
/// <param name="Kinds">Of what identifies.</param>
public sealed record EntryFault(EntryField Field, EntryFaultKind Kind, int Limit, IReadOnlyList<PersonalDataKind> Kinds);

public static class EntryRules
{
    /// <summary>A directory that is read on a click stays this small.</summary>
    public const int MostEntries = 2_000;

    public const int MostParts = 60;

    public static int LimitOf(EntryField field) => field switch
    {
        EntryField.Structure => 120,
        EntryField.Missions or EntryField.Communes => 1_500,
        EntryField.Contact or EntryField.Opening => 200,
        _ => 500,
    };

    /// <summary>Everything wrong with the words, in the fields' order; empty when they may be kept.</summary>
    public static IReadOnlyList<EntryFault> Check(EntryWords words) => [.. Enum.GetValues<EntryField>().SelectMany(field => Faults(words, field))];

    private static IEnumerable<EntryFault> Faults(EntryWords words, EntryField field)
    {
        if (words.TextOf(field) is not { Length: > 0 } text)
        {
            return field is EntryField.Structure or EntryField.Missions ? [new(field, EntryFaultKind.Missing, 0, [])] : [];
        }

        if (text.Length > LimitOf(field))
        {
            return [new(field, EntryFaultKind.TooLong, LimitOf(field), [])];
        }

        if (field is EntryField.Missions && words.Missions.Count > MostParts || field is EntryField.Communes && words.Communes?.Count > MostParts)
        {
            return [new(field, EntryFaultKind.TooMany, MostParts, [])];
        }

        return PersonalIn(field, text) is { Count: > 0 } kinds ? [new(field, EntryFaultKind.Personal, 0, kinds)] : [];
    }

    private static IReadOnlyList<PersonalDataKind> PersonalIn(EntryField field, string text) => field != EntryField.Contact
        ? PersonalDataGuard.KindsIn(text)
        : [.. PersonalDataGuard.KindsIn(text)
            .Where(kind => kind is not (PersonalDataKind.Phone or PersonalDataKind.Mail or PersonalDataKind.Address))
            .Concat(PersonalMailbox.IsIn(text) ? [PersonalDataKind.Mail] : []).Distinct()];
}
