namespace Concertation.Domain.Tables;

/// <summary>
/// What stands after a territory file is taken in. Nothing of the past is erased: a mandate whose holder or substitute
/// changes, or whose seat is gone or left empty, ends today and is kept, with the people it names.
/// </summary>
public static class TerritoryRevision
{
    public static TerritoryRecord Of(TerritoryRecord? before, TerritoryContent content, DateOnly today)
    {
        var people = content.People.ToDictionary(p => p.Id);
        var standing = before?.Mandates.ToDictionary(m => m.Seat) ?? [];
        var named = content.Mandates.ToDictionary(m => m.Seat);
        List<Mandate> ended = [.. before?.Ended ?? []];
        var current = new List<Mandate>();

        foreach (var seat in standing.Keys.Union(named.Keys))
        {
            var old = standing.GetValueOrDefault(seat);
            var wanted = named.GetValueOrDefault(seat);
            if (old is not null && !SamePeople(old, wanted))
            {
                ended.Add(old with { Until = old.From > today ? old.From : today });
                old = null;
            }

            if (wanted is not null)
            {
                current.Add(new Mandate(
                    seat, people[wanted.Holder], wanted.Substitute is { } substitute ? people[substitute] : null,
                    From(wanted, old, ended, today), Until: null, wanted.MayCommit));
            }
        }

        return new TerritoryRecord(
            content.Territory, content.Structures, content.Colleges,
            [.. content.People, .. KeptPeople(before, content, ended)], content.Tables, current, ended);
    }

    private static bool SamePeople(Mandate old, NamedMandate? wanted) =>
        old.Holder.Id == wanted?.Holder && old.Substitute?.Id == wanted.Substitute;

    /// <summary>A file whose date was left as it was when the person changed must not overlap the mandate before.</summary>
    private static DateOnly From(NamedMandate wanted, Mandate? old, List<Mandate> ended, DateOnly today)
    {
        var from = wanted.From ?? old?.From ?? today;
        var free = ended.Where(m => m.Seat == wanted.Seat).Max(m => m.Until) ?? DateOnly.MinValue;
        return from > free ? from : free;
    }

    /// <summary>
    /// People the file no longer names but an ended mandate does. They give up the mail or account that someone else
    /// has now.
    /// </summary>
    private static IEnumerable<Person> KeptPeople(
        TerritoryRecord? before, TerritoryContent content, List<Mandate> ended)
    {
        var inFile = content.People.Select(p => p.Id).ToHashSet();
        var mails = content.People.Select(p => p.Mail).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var accounts = content.People.Select(p => p.EntraId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sat = ended.SelectMany(m => new[] { m.Holder.Id, m.Substitute?.Id ?? m.Holder.Id }).ToHashSet();
        return (before?.People ?? [])
            .Where(p => !inFile.Contains(p.Id) && sat.Contains(p.Id))
            .Select(p => p with
            {
                Mail = p.Mail is { } mail && mails.Contains(mail) ? null : p.Mail,
                EntraId = p.EntraId is { } account && accounts.Contains(account) ? null : p.EntraId,
            });
    }
}
