using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Storage;

/// <summary>
/// Where everything stands: table and partition of each kind of record. A territory's id leads every partition key.
/// </summary>
internal static class Partitions
{
    /// <summary>Azure keeps the name "Tables" for itself.</summary>
    public const string Tables = "Rosters";
    public const string Sessions = "Sessions";
    public const string Votes = "Votes";
    public const string Decisions = "Decisions";
    public const string Roadmap = "Roadmap";
    public const string Dysfunctions = "Dysfunctions";
    public const string Notices = "Notices";
    public const string Conversations = "Conversations";
    public const string Documents = "Documents";
    public const string Directory = "Directory";
    public const string Schedule = "Schedule";

    /// <summary>The schedule is the system's, no territory's.</summary>
    public const string Turns = "|turns";

    /// <summary>How far the day's purge has come: the system's too.</summary>
    public const string Sweep = "|sweep";

    /// <summary>
    /// The list of territories: the one partition that no territory's id leads. No id holds a '|', so it is nobody's.
    /// </summary>
    public const string Territories = "|territories";

    public static string Roster(TerritoryId territory) => territory.Value;

    public static string Identities(TerritoryId territory) => $"{territory}|identities";

    /// <summary>What was purged when; in the schedule's table.</summary>
    public static string Proofs(TerritoryId territory) => $"{territory}|proofs";

    public static string Of(TerritoryId territory, BallotId ballot) => $"{territory}|{ballot}";

    public static string Of(TerritoryId territory, PollId poll) => $"{territory}|poll|{poll}";

    public static string Register(TerritoryId territory, TableId table) => $"{territory}|{table}";

    /// <summary>Decisions submitted to tables of a territory. No table's id holds a '|'.</summary>
    public static string Escalations(TerritoryId territory) => $"{territory}|escalations|";

    public static string Year(TerritoryId territory, int year) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{territory}|{year:D4}");

    public static string NoticesOf(Aggregate aggregate) => $"{aggregate.Territory}|{aggregate.Kind}|{aggregate.Id}";

    public static string Week(TerritoryId territory, DateOnly day) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{territory}|week|{System.Globalization.ISOWeek.GetYear(day):D4}-W{System.Globalization.ISOWeek.GetWeekOfYear(day):D2}");

    /// <summary>What waits until that moment.</summary>
    public static string Moment(TerritoryId territory, DateTimeOffset moment) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{territory}|from|{moment.UtcDateTime:yyyyMMdd'T'HHmmss}");

    /// <summary>The year inside a reference such as REM-2027-0042.</summary>
    public static string Year(TerritoryId territory, DysfunctionRef reference) =>
        $"{territory}|{reference.Value.Split('-')[1]}";

    /// <summary>Links to the pages where anybody reports. No year holds a letter.</summary>
    public static string ReportLinks(TerritoryId territory) => $"{territory}|links";

    public static string ReportDrafts(TerritoryId territory) => $"{territory}|drafts";

    /// <summary>The partition an aggregate lives in, with its outbox.</summary>
    public static (string Table, string Partition) Of(Aggregate aggregate) => aggregate.Kind switch
    {
        AggregateKind.Session => (Sessions, aggregate.Territory.Value),
        AggregateKind.Poll => (Sessions, Of(aggregate.Territory, PollId.From(aggregate.Id))),
        AggregateKind.Ballot => (Votes, Of(aggregate.Territory, BallotId.From(aggregate.Id))),
        AggregateKind.Dysfunction => (Dysfunctions, Year(aggregate.Territory, DysfunctionRef.From(aggregate.Id))),
        AggregateKind.Cluster => (Dysfunctions, Year(aggregate.Territory, ClusterRef.From(aggregate.Id).Year)),
        AggregateKind.Escalation => (Decisions, Escalations(aggregate.Territory)),
        AggregateKind.DirectoryEntry => (Directory, aggregate.Territory.Value),
        AggregateKind.Identity => (Tables, Identities(aggregate.Territory)),
        _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate.Kind, "no such kind of aggregate"),
    };
}
