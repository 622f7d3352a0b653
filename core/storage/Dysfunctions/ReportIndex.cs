using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>
/// Rows by which reports are found without reading them all, in the partition and the transaction of the report:
/// "queue|{gravity}|{oldest first}|{ref}" for what waits for the pilote ("aside|…" for what concerns
/// the porteur), "mine|{person}|{newest first}|{ref}",
/// "word|{stem}|{newest first}|{ref}" while it is open. They hold the reference alone; the report's own row holds their keys,
/// so that what was written under other rules is still taken off.
/// </summary>
internal static class ReportIndex
{
    /// <summary>The property of a report's row; a row without it was written before there was an index.</summary>
    public const string Property = "Index";

    private const char Between = '\n';

    public static string Queue(bool aside) => aside ? "aside|" : "queue|";

    public static string Mine(PersonId person) => $"mine|{person}|";

    public static string Word(string stem) => $"word|{stem}|";

    public static string QueueKey(Dysfunction report) => string.Create(
        CultureInfo.InvariantCulture, $"{Queue(report.Aside)}{RankOf(report.Gravity)}|{report.ReceivedAt.UtcTicks:D19}|{report.Reference}");

    public static string MineKey(Dysfunction report) => $"{Mine(report.Reporter)}{Newest(report.ReceivedAt)}|{report.Reference}";

    public static string Newest(DateTimeOffset at) => (long.MaxValue - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> KeysOf(Dysfunction report) =>
    [
        MineKey(report),
        .. report.Waits ? [QueueKey(report)] : Array.Empty<string>(),
        .. report.Over ? [] : ReportWords.Of(report).Keys.Select(stem => $"{Word(stem)}{Newest(report.ReceivedAt)}|{report.Reference}"),
    ];

    /// <summary>The report's own row and the changes of its index rows.</summary>
    public static (Dictionary<string, object> Row, IEnumerable<RowChange> Index) Of(
        Dysfunction report, Dictionary<string, object> properties, Row? before)
    {
        var keys = KeysOf(report);
        var old = before?.Properties.GetValueOrDefault(Property) is string text ? text.Split(Between) : [];
        properties[Property] = string.Join(Between, keys);
        var naming = new Dictionary<string, object>(StringComparer.Ordinal) { ["Reference"] = report.Reference.Value };
        return (properties, [
            .. old.Except(keys, StringComparer.Ordinal).Select(key => new RowChange.Delete(key, "*")),
            .. keys.Except(old, StringComparer.Ordinal).Select(key => new RowChange.Put(key, naming)),
        ]);
    }

    /// <summary>Grave, sérieux, not said, gênant.</summary>
    private static int RankOf(Gravity? gravity) => gravity switch { Gravity.High => 0, Gravity.Medium => 1, null => 2, _ => 3 };
}
