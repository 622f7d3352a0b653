using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Minutes;

/// <summary>An action as a corrected file has it.</summary>
public sealed record CorrectedTask(string What, string? Who, DateOnly? Due, string? When);

/// <summary>What a corrected file says. Items and actions that it doesn't name stay as they are.</summary>
/// <param name="Version">The version that was corrected.</param>
/// <param name="Notes">By item id: the debate's paragraphs.</param>
/// <param name="Removed">Actions whose row was taken out.</param>
public sealed record MinutesCorrection(
    int Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Notes, IReadOnlyDictionary<string, CorrectedTask> Tasks,
    IReadOnlyList<string> Removed, IReadOnlyList<CorrectedTask> Added);

/// <summary>Takes the convener's corrections of minutes in, whatever was done to the file; ids, decisions and attendance stay.</summary>
public sealed class CorrectMinutes(ChangeMinutes change)
{
    /// <summary>Characters in all; 300 pages are about half of it.</summary>
    public const int MostText = 250_000;

    public Task<MinutesOutcome> Run(
        Actor actor, Sessions.SessionId session, MinutesCorrection correction, OperationId operation, CancellationToken cancel) =>
        change.Run(actor, session, byConvener: true, seen => Task.FromResult(Decide(actor, seen, correction, operation)), cancel);

    private static MinutesChange Decide(Actor actor, MinutesSeen seen, MinutesCorrection correction, OperationId operation)
    {
        var minutes = seen.Minutes;
        if (minutes.State == MinutesState.Validated)
        {
            return new MinutesRefusal.Final(minutes);
        }

        if (correction.Version != minutes.Version)
        {
            return new MinutesRefusal.OtherVersion(minutes, correction.Version);
        }

        var text = Corrected(seen.Full.Text, correction, operation);
        if (Written(text).Sum(t => t.Length) > MostText)
        {
            return new MinutesRefusal.TooLong(MostText);
        }

        var known = KnownNames.Of(seen.Roster, seen.Full.Text);
        PersonalDataKind[] kinds =
        [
            .. Written(text).SelectMany(known.Others)
                // Who carries an action has a name, whoever it is; nothing else of them is needed.
                .Concat(text.Tasks.SelectMany(t => PersonalDataGuard.KindsBesidesNamesIn(t.Who ?? ""))).Distinct(),
        ];
        if (kinds.Length > 0)
        {
            return new MinutesRefusal.NamesSomeone(kinds);
        }

        var changes = Changes(seen.Full.Text, text);
        // What went out stays as it was; the corrected text is a draft again until it is circulated.
        return changes == 0
            ? new MinutesChange.None()
            : new MinutesChange.To(
                minutes with { State = MinutesState.Draft, Version = minutes.Version + 1, By = actor.Id, ByName = actor.Name, At = seen.Now, SilentUntil = null },
                text, [], changes);
    }

    private static MinutesText Corrected(MinutesText text, MinutesCorrection correction, OperationId operation) => text with
    {
        Points = [.. text.Points.Select(p => correction.Notes.TryGetValue(p.Item.Value, out var notes) ? p with { Notes = [.. notes] } : p)],
        Tasks =
        [
            .. text.Tasks.Where(t => !correction.Removed.Contains(t.Id))
                .Select(t => correction.Tasks.TryGetValue(t.Id, out var task) ? Of(t, task) : t),
            .. correction.Added.Select((task, i) => Of(
                new MinutesTask(string.Create(CultureInfo.InvariantCulture, $"a{operation.Value[..Math.Min(16, operation.Value.Length)]}{i}"), null, "", null, null, null, null),
                task)),
        ],
    };

    private static MinutesTask Of(MinutesTask there, CorrectedTask task) => there with { What = task.What, Who = task.Who, Due = task.Due, When = task.When };

    private static IEnumerable<string> Written(MinutesText text) =>
        [.. text.Points.SelectMany(p => p.Notes), .. text.Tasks.SelectMany(t => new[] { t.What, t.When ?? "" })];

    private static int Changes(MinutesText before, MinutesText after) =>
        before.Points.Zip(after.Points).Count(p => !p.First.Notes.SequenceEqual(p.Second.Notes))
        + after.Tasks.Count(t => !before.Tasks.Contains(t)) + before.Tasks.Count(t => after.Tasks.All(a => a.Id != t.Id));
}

/// <summary>
/// Names that minutes may hold: those of the people who sit at tables, and of the session's guests. Anybody else's identifies
/// somebody who isn't there to agree (rule 10).
/// </summary>
internal sealed class KnownNames
{
    private readonly HashSet<string> _words;

    private KnownNames(HashSet<string> words) => _words = words;

    public static KnownNames Of(Roster roster, MinutesText text) => new(
    [
        .. roster.People.Select(p => p.Name).Concat(text.Guests.Select(g => g.Name)).Concat(text.Seats.Select(s => s.Who ?? ""))
            .SelectMany(name => Words(name).TakeLast(1)).Where(w => w.Length > 2),
    ]);

    /// <summary>The kinds of what identifies somebody else.</summary>
    public IEnumerable<PersonalDataKind> Others(string text) => PersonalDataGuard.Find(text)
        .Where(f => f.Kind != PersonalDataKind.Name || !Words(text.Substring(f.Start, f.Length)).Any(_words.Contains))
        .Select(f => f.Kind);

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', '\u00a0', '-', '\'', '’', '.', ','], StringSplitOptions.RemoveEmptyEntries);
}
