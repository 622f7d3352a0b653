using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>
/// What reports taught, in the partition of their territory and year: "lesson|axis|{code}" and "lesson|family|{code}" hold
/// counts of word stems, "taught|{ref}" what a report counts for, so that a correction takes its first lesson back.
/// </summary>
internal sealed class LessonStore(IRowStore rows, TimeProvider clock) : ILessons
{
    private const string Prefix = "lesson|";
    private const string Axes = Prefix + "axis|";
    private const string Families = Prefix + "family|";
    private const int Tries = 40;

    /// <summary>A row has its limits; what was seen least is forgotten first.</summary>
    private const int MostFeatures = 4_000;

    public async Task<YearTaught> Of(TerritoryId territory, int year, CancellationToken cancel)
    {
        var axes = new List<Taught>();
        var families = new List<Taught>();
        await foreach (var row in rows.Query(
            Partitions.Dysfunctions, Partitions.Year(territory, year), RowRange.StartingWith(Prefix), cancel))
        {
            (row.Key.StartsWith(Axes, StringComparison.Ordinal) ? axes : families).Add(row.Read(StorageJson.Default.Taught));
        }

        return new YearTaught(axes, families);
    }

    public async Task<Lesson?> From(TerritoryId territory, DysfunctionRef report, CancellationToken cancel) =>
        (await rows.Get(At(territory, report, KeyOf(report)), cancel))?.Read(StorageJson.Default.Lesson);

    public async Task Teach(TerritoryId territory, Lesson lesson, IReadOnlyList<string> features, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var before = await rows.Get(At(territory, lesson.Report, KeyOf(lesson.Report)), cancel);
            var earlier = before?.Read(StorageJson.Default.Lesson);
            if (earlier == lesson)
            {
                return;
            }

            var changes = new List<RowChange> { Write(KeyOf(lesson.Report), RowBody.Of(lesson, StorageJson.Default.Lesson), before?.ETag) };
            foreach (var (key, code, title, weight) in Changed(earlier, lesson))
            {
                var row = await rows.Get(At(territory, lesson.Report, key), cancel);
                var counted = Count(row?.Read(StorageJson.Default.Taught), code, title, weight, features);
                changes.Add(Write(key, RowBody.Of(counted, StorageJson.Default.Taught), row?.ETag));
            }

            if (await rows.Commit(Partitions.Dysfunctions, Partitions.Year(territory, lesson.Report), changes, cancel) is CommitOutcome.Done)
            {
                return;
            }

            // Another report taught the same axis meanwhile: count again.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(2 * attempt, 25)), clock, cancel);
        }

        throw new InvalidOperationException($"the lesson of {lesson.Report} was not counted after {Tries} tries");
    }

    /// <summary>By how much each row counts more, or less.</summary>
    private static IEnumerable<(string Key, string Code, string? Title, int Weight)> Changed(Lesson? earlier, Lesson lesson) =>
        Weighed(lesson, 1).Concat(earlier is null ? [] : Weighed(earlier, -1))
            .GroupBy(w => w.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, same.First().Code, same.First().Title, same.Sum(w => w.Weight)));

    private static IEnumerable<(string Key, string Code, string? Title, int Weight)> Weighed(Lesson lesson, int sign)
    {
        if (lesson.Axis is { } axis)
        {
            yield return (Axes + axis, axis.Value, lesson.AxisTitle, sign * lesson.AxisWeight);
        }

        yield return (Families + lesson.Family, lesson.Family, null, sign * lesson.FamilyWeight);
    }

    private static Taught Count(Taught? taught, string code, string? title, int weight, IReadOnlyList<string> features)
    {
        var counts = new Dictionary<string, int>(taught?.Counts ?? new Dictionary<string, int>(), StringComparer.Ordinal);
        foreach (var feature in features)
        {
            counts[feature] = counts.GetValueOrDefault(feature) + weight;
        }

        return new Taught(code, title, counts
            .Where(c => c.Value > 0)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(MostFeatures)
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));
    }

    private static RowChange Write(string key, Dictionary<string, object> properties, string? version) =>
        version is null ? new RowChange.Insert(key, properties) : new RowChange.Put(key, properties, version);

    private static RowAddress At(TerritoryId territory, DysfunctionRef report, string key) =>
        new(Partitions.Dysfunctions, Partitions.Year(territory, report), key);

    private static string KeyOf(DysfunctionRef report) => $"taught|{report}";
}
