using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tables;

/// <summary>
/// Rows of a territory's partition: "territory", "structure|id", "college|id", "person|id", "table|id" with its seats,
/// "mandate|seat" for who sits today, "until|seat|date|n" for who sat before. The last come last in the partition, so
/// that reading the territory as it stands doesn't read its past.
/// </summary>
internal static class RosterRows
{
    public const string Territory = "territory";
    public const string Structures = "structure|";
    public const string Colleges = "college|";
    public const string People = "person|";
    public const string Tables = "table|";
    public const string Mandates = "mandate|";
    public const string Ended = "until|";

    /// <summary>Everything but ended mandates.</summary>
    public static RowRange Standing => new(null, Ended);

    public static string MandateKey(SeatId seat) => $"{Mandates}{seat}";

    public static RowAddress MandateAddress(TerritoryId territory, SeatId seat) =>
        new(Partitions.Tables, Partitions.Roster(territory), MandateKey(seat));

    /// <summary>The seat of a "mandate|…" or "until|…" row.</summary>
    public static string SeatOf(string key) => key.Split('|')[1];

    public static Mandate ReadMandate(Row row) => row.Read(StorageJson.Default.Mandate);

    /// <summary>The rows of a territory, by key.</summary>
    public static Dictionary<string, Dictionary<string, object>> Of(TerritoryRecord record)
    {
        var rows = new Dictionary<string, Dictionary<string, object>>(StringComparer.Ordinal)
        {
            [Territory] = RowBody.Of(record.Territory, StorageJson.Default.Territory),
        };
        foreach (var structure in record.Structures)
        {
            rows[Structures + structure.Id] = RowBody.Of(structure, StorageJson.Default.Structure);
        }

        foreach (var college in record.Colleges)
        {
            rows[Colleges + college.Id] = RowBody.Of(college, StorageJson.Default.College);
        }

        foreach (var person in record.People)
        {
            rows[People + person.Id] = RowBody.Of(person, StorageJson.Default.Person);
        }

        foreach (var table in record.Tables)
        {
            rows[Tables + table.Id] = RowBody.Of(table, StorageJson.Default.Table);
        }

        foreach (var mandate in record.Mandates)
        {
            rows[MandateKey(mandate.Seat)] = RowBody.Of(mandate, StorageJson.Default.Mandate);
        }

        foreach (var (key, mandate) in EndedByKey(record.Ended))
        {
            rows[key] = RowBody.Of(mandate, StorageJson.Default.Mandate);
        }

        return rows;
    }

    /// <summary>The territory among its partition's rows; null while its "territory" row isn't there.</summary>
    public static TerritoryRecord? Read(IReadOnlyList<Row> partition)
    {
        if (partition.FirstOrDefault(r => r.Key == Territory) is not { } head)
        {
            return null;
        }

        return new TerritoryRecord(
            head.Read(StorageJson.Default.Territory),
            [.. Under(Structures).Select(r => r.Read(StorageJson.Default.Structure))],
            [.. Under(Colleges).Select(r => r.Read(StorageJson.Default.College))],
            [.. Under(People).Select(r => r.Read(StorageJson.Default.Person))],
            [.. Under(Tables).Select(r => r.Read(StorageJson.Default.Table)).OrderBy(t => t.Kind)],
            [.. Under(Mandates).Select(ReadMandate)],
            [.. Under(Ended).Select(ReadMandate)]);

        IEnumerable<Row> Under(string prefix) =>
            partition.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Several mandates of one seat can end the same day: they are told apart by a number.</summary>
    private static IEnumerable<(string Key, Mandate Mandate)> EndedByKey(IEnumerable<Mandate> ended) =>
        from mandate in ended
        group mandate by (mandate.Seat, mandate.Until) into day
        from numbered in day.Select((mandate, index) => (mandate, index))
        select (string.Create(
            CultureInfo.InvariantCulture,
            $"{Ended}{day.Key.Seat}|{day.Key.Until:yyyy-MM-dd}|{numbered.index + 1:D3}"), numbered.mandate);
}

/// <summary>
/// Rows of a territory's identities partition, one per Entra id in lower case: whose it is, and how we know: by the
/// territory file, or by the mail the roster gave when the match was made.
/// </summary>
internal static class IdentityRows
{
    public static RowAddress Address(TerritoryId territory, string entraId) =>
        new(Partitions.Tables, Partitions.Identities(territory), Key(entraId));

    public static string Key(string entraId) => entraId.ToLowerInvariant();

    public static Dictionary<string, object> ByFile(PersonId person) =>
        new(StringComparer.Ordinal) { ["Person"] = person.Value };

    public static Dictionary<string, object> ByMail(PersonId person, string mail) =>
        new(StringComparer.Ordinal) { ["Person"] = person.Value, ["Mail"] = mail };

    public static PersonId PersonOf(Row row) => PersonId.From((string)row.Properties["Person"]);

    /// <summary>The mail the match was made by; null when the territory file gives the Entra id.</summary>
    public static string? MailOf(Row row) => (string?)row.Properties.GetValueOrDefault("Mail");
}
