using Concertation.Documents.Mail;
using Concertation.Domain;
using Concertation.Domain.Retention;

namespace Concertation.Work.Retention;

/// <summary>Letters as files: old ones, and those to somebody. A letter to somebody else goes when its time is over.</summary>
public sealed class OldLetters(MailFolder mail) : IPersonalLetters
{
    /// <summary>The table of a letter's place, after all tables of the storage.</summary>
    public const string Table = "letters";

    private const string AnyLetter = "*.eml";

    /// <summary>The oldest of those written before.</summary>
    public IReadOnlyList<OldRecord> Before(DateTimeOffset moment, int most) =>
    [
        .. Files().Select(f => new OldRecord(null, RecordKind.Letters, new(f.LastWriteTimeUtc, TimeSpan.Zero), PlaceOf(f)))
            .Where(l => l.At < moment).OrderBy(l => l.At).Take(most),
    ];

    public void Delete(RecordPlace letter)
    {
        var path = Path.Combine(mail.Path, Path.GetFileName(letter.Key));
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    public async Task<IReadOnlyList<Holding>> Of(Subject subject, CancellationToken cancel)
    {
        var found = new List<Holding>();
        foreach (var file in Files())
        {
            if (subject.Mail is { } address && await IsTo(file, address, cancel))
            {
                found.Add(new Holding(HoldingKind.Letter, PlaceOf(file), Own: true, Stays: false, null));
            }
        }

        return found;
    }

    public Task Erase(Holding holding, CancellationToken cancel)
    {
        Delete(holding.Place);
        return Task.CompletedTask;
    }

    private IEnumerable<FileInfo> Files() => Directory.Exists(mail.Path) ? new DirectoryInfo(mail.Path).EnumerateFiles(AnyLetter) : [];

    private static RecordPlace PlaceOf(FileInfo file) => new(Table, "", file.Name);

    /// <summary>Reads its head alone; a long recipient stands on several lines of it.</summary>
    private static async Task<bool> IsTo(FileInfo file, string address, CancellationToken cancel)
    {
        var to = false;
        using var reader = file.OpenText();
        while (await reader.ReadLineAsync(cancel) is { Length: > 0 } line)
        {
            to = line[0] is ' ' or '\t' ? to : line.StartsWith("To:", StringComparison.OrdinalIgnoreCase);
            if (to && line.Split(' ', '\t', '<', '>', ',', ':').Contains(address, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Rows of the storage first, then letters.</summary>
public sealed class RowsThenLetters(IOldRecords rows, OldLetters letters) : IOldRecords
{
    private static readonly RecordPlace Letters = new(OldLetters.Table, "", "");

    public async Task<OldPage> Page(
        RecordPlace? after, RecordPlace? until, int most, IReadOnlyDictionary<TerritoryId, RetentionRules> rules, DateTimeOffset now,
        CancellationToken cancel)
    {
        if (after != Letters)
        {
            var page = await rows.Page(after, until == Letters ? null : until, most, rules, now, cancel);
            return page.Next is null ? page with { Next = Letters } : page;
        }

        var kept = rules.Values.Select(r => r.Before(RecordKind.Letters, now)).DefaultIfEmpty(DateTimeOffset.MinValue).Min();
        var old = letters.Before(kept, most);
        return new(old, old.Count == most ? Letters : null);
    }

    public Task Purge(OldRecord record, CancellationToken cancel)
    {
        if (record.Kind != RecordKind.Letters)
        {
            return rows.Purge(record, cancel);
        }

        letters.Delete(record.Place);
        return Task.CompletedTask;
    }
}
