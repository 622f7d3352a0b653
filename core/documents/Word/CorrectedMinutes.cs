using System.Globalization;
using System.Xml;

namespace Concertation.Documents.Word;

/// <summary>What somebody made of an action. Texts are plain; <see cref="What"/> may have several lines, the others have one.</summary>
public sealed record CorrectedAction(string What, string Who, string When);

/// <summary>What became of a file sent back.</summary>
public abstract record CorrectedFile
{
    private CorrectedFile() { }

    /// <summary>A correction. Decisions, attendance and whatever stands outside the marked places are not in it.</summary>
    /// <param name="Version">The version of the minutes that was corrected.</param>
    /// <param name="Notes">By item id, in the file's order: the debate's paragraphs, none of them blank; none when all were taken out.</param>
    /// <param name="Actions">By action id, in the file's order.</param>
    /// <param name="LostNotes">Items whose place was taken out of the file, or can't be told any more: nothing is known of their notes.</param>
    /// <param name="LostActions">Actions whose row was taken out of the file.</param>
    /// <param name="AddedActions">Rows written into the table of actions, in its order.</param>
    public sealed record Taken(
        string SessionId, int Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Notes,
        IReadOnlyDictionary<string, CorrectedAction> Actions, IReadOnlyList<string> LostNotes,
        IReadOnlyList<string> LostActions, IReadOnlyList<CorrectedAction> AddedActions) : CorrectedFile;

    /// <summary>Not a .docx: a PDF, an old .doc, one with a password, any other archive.</summary>
    public sealed record NotAWordFile : CorrectedFile;

    /// <summary>A Word file, but not one of ours: it doesn't say of which session it is.</summary>
    public sealed record NotOurs : CorrectedFile;

    /// <summary>Cut short or broken: nothing was taken from it.</summary>
    public sealed record Damaged : CorrectedFile;

    /// <summary>Beyond what minutes can be (<see cref="CorrectedFileLimits"/>).</summary>
    public sealed record TooLarge : CorrectedFile;

    /// <summary>It carries a program.</summary>
    public sealed record HasMacros : CorrectedFile;

    public T Match<T>(
        Func<Taken, T> taken, Func<NotAWordFile, T> notAWordFile, Func<NotOurs, T> notOurs, Func<Damaged, T> damaged,
        Func<TooLarge, T> tooLarge, Func<HasMacros, T> hasMacros) => this switch
        {
            Taken it => taken(it),
            NotAWordFile it => notAWordFile(it),
            NotOurs it => notOurs(it),
            Damaged it => damaged(it),
            TooLarge it => tooLarge(it),
            HasMacros it => hasMacros(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>What a file sent back may be at most. 300 full pages are about a tenth of it.</summary>
public static class CorrectedFileLimits
{
    /// <summary>Bytes of the file as it comes.</summary>
    public const int File = 25 * 1024 * 1024;

    /// <summary>Bytes of all its parts unpacked, as it says itself.</summary>
    public const long Unpacked = 200L * 1024 * 1024;

    /// <summary>Bytes unpacked of one part that is read, as counted.</summary>
    public const int Part = 32 * 1024 * 1024;

    /// <summary>Parts in the file.</summary>
    public const int Parts = 4_000;
}

/// <summary>
/// Reads minutes that somebody corrected in Word, or in LibreOffice: the notes of each item and the words of each action,
/// by the ids they were written with. Tracked insertions count, tracked deletions don't.
/// </summary>
public static class CorrectedMinutes
{
    /// <param name="file">The bytes as they were sent; anything.</param>
    public static CorrectedFile Read(byte[] file)
    {
        try
        {
            using var archive = WordArchive.Open(file);
            using var document = archive.Document();
            var pieces = WordText.Read(document);
            var marks = WordMarks.Read(archive);
            if (marks.GetValueOrDefault(MinutesLinks.Session) is not { Length: > 0 } session
                || !int.TryParse(
                    marks.GetValueOrDefault(MinutesLinks.Version), NumberStyles.None, CultureInfo.InvariantCulture,
                    out var version))
            {
                return new CorrectedFile.NotOurs();
            }

            return Taken(session, version, marks, new CorrectedPlaces(pieces));
        }
        catch (RefusedFileException refused)
        {
            return refused.Outcome;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return new CorrectedFile.Damaged();
        }
    }

    private static CorrectedFile.Taken Taken(
        string session, int version, IReadOnlyDictionary<string, string> marks, CorrectedPlaces places)
    {
        var notes = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var actions = new OrderedDictionary<string, CorrectedAction>(StringComparer.Ordinal);
        var lostNotes = new List<string>();
        var lostActions = new List<string>();
        foreach (var (number, id) in Ids(marks, MinutesLinks.Notes))
        {
            if (places.Notes(number) is { } found)
            {
                notes[id] = found;
            }
            else
            {
                lostNotes.Add(id);
            }
        }

        foreach (var (number, id) in Ids(marks, MinutesLinks.Action))
        {
            if (places.Action(number) is { } found)
            {
                actions[id] = found;
            }
            else
            {
                lostActions.Add(id);
            }
        }

        return new CorrectedFile.Taken(session, version, notes, actions, lostNotes, lostActions, places.AddedActions());
    }

    private static IEnumerable<(int Number, string Id)> Ids(IReadOnlyDictionary<string, string> marks, string kind)
    {
        for (var number = 1; marks.TryGetValue(MinutesLinks.Property(kind, number), out var id); number++)
        {
            yield return (number, id);
        }
    }
}

/// <summary>Leaves the reading of a file with the outcome that the caller sees; never leaves <see cref="CorrectedMinutes"/>.</summary>
internal sealed class RefusedFileException(CorrectedFile outcome) : Exception
{
    public CorrectedFile Outcome { get; } = outcome;
}
