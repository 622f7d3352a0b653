using System.Diagnostics;
using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Dysfunctions;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Dysfunctions;

/// <summary>A territory with as many reports as wanted, and what looking at them reads.</summary>
internal sealed class ManyReports(IRowStore engine, TerritoryId territory)
{
    public const int Year = 2027;

    private static readonly string[] Problems =
    [
        "sortie du vendredi sans ordonnance ni transmission", "aucun relais du service pendant les vacances", "transport refusé faute de bon signé",
        "dossier APA sans réponse", "lit de répit fermé sans prévenir", "orientation vers un guichet qui ne prend plus personne",
    ];

    private static readonly string[] Structures = ["SSIAD", "HAD", "CCAS", "CLIC", "EHPAD, SSIAD", "CMP"];

    private static readonly DateTimeOffset Start = new(Year, 1, 2, 8, 0, 0, TimeSpan.Zero);

    public static PersonId Reporter(int number) => PersonId.From($"entra-{number % 20}");

    private readonly CountingRowStore rows = new(engine, TimeSpan.Zero);

    public CountingRowStore Rows => rows;

    public ReportLists Lists => new(rows);

    public ClusterStore Clusters => new(rows, TimeProvider.System);

    /// <summary>Reports number <paramref name="from"/> to <paramref name="to"/>, as the program writes them, in large steps.</summary>
    public async Task Write(int from, int to, ClusterRef? cluster = null)
    {
        for (var first = from; first <= to; first += 4)
        {
            var changes = Enumerable.Range(first, Math.Min(4, to - first + 1)).SelectMany(n => RowsOf(Report(n, cluster))).ToList();
            await engine.Commit(Partitions.Dysfunctions, Partitions.Year(territory, Year), [.. changes, ReportLists.Marker], default);
        }
    }

    public Dysfunction Report(int number, ClusterRef? cluster = null)
    {
        var reference = DysfunctionRef.Of(Year, number);
        var at = Start.AddSeconds(number * 25L);
        return new(
            reference, territory, Reporter(number), "Une partenaire", $"{Problems[number % Problems.Length]}, cas {number % 97}", null, "Plouézec",
            Structures[number % Structures.Length], null, null, (Gravity)(number % 3), null, null, null, DysfunctionStatus.Received, null, null, at,
            [new StatusChange(DysfunctionStatus.Received, at, Reporter(number), null) { Cluster = cluster }], [],
            OperationId.From($"op-{number}")) { Cluster = cluster };
    }

    /// <summary>What opening the queue, a person's own, a follow-up, a cluster and the likely duplicates read.</summary>
    public async Task<IReadOnlyList<(string What, int Rows, int Found, TimeSpan Took)>> Look(ClusterRef cluster)
    {
        var (lists, clusters) = (Lists, Clusters);
        var recent = ReportsOf.Recent(territory, Year);
        await lists.Waiting(recent, aside: false, default);
        return
        [
            await Count("queue", async () => (await lists.Waiting(recent, aside: false, default)).Reports.Count),
            await Count("queue, next page", async () => (await lists.Waiting(recent with { After = (await lists.Waiting(recent, aside: false, default)).Next }, aside: false, default)).Reports.Count),
            await Count("own reports", async () => (await lists.MadeBy(recent, Reporter(1), null, default)).Reports.Count),
            await Count("follow-up", async () => await new DysfunctionStore(rows, TimeProvider.System).Get(territory, DysfunctionRef.Of(Year, 1), default) is null ? 0 : 1),
            await Count("likely duplicates", async () => (await lists.Sharing(recent, ReportWords.Of(Problems[0]).Keys, default)).Count),
            await Count("cluster", async () =>
            {
                await clusters.Get(territory, cluster, default);
                return (await clusters.Members(territory, cluster, null, ReportsOf.Page, default)).Count;
            }),
            await Count("clusters", async () => (await clusters.Listed(territory, recent.Years, ReportsOf.Page, default)).Count),
        ];
    }

    /// <summary>By hand: `dotnet run -c Release --project tests/storage -- reports 1000000`.</summary>
    public static async Task<int> ByHand(int count)
    {
        using var folder = new TemporaryFolder();
        using var file = SqliteFile.Open(folder.Path);
        var many = new ManyReports(new SqliteRowStore(file), TerritoryId.From("here"));
        var cluster = await many.Grouped(0);
        foreach (var size in new[] { Math.Min(100, count), count }.Distinct())
        {
            await many.Write((size == count ? Math.Min(100, count) : 0) + 1, size, cluster);
            await many.CountIn(cluster, size);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} reports"));
            foreach (var (what, read, found, took) in await many.Look(cluster))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-18} {read,4} rows read, {found,2} found, {took.TotalMilliseconds:F1} ms"));
            }
        }

        return 0;
    }

    /// <summary>A cluster, without members yet or with so many.</summary>
    public async Task<ClusterRef> Grouped(int members)
    {
        var made = await Clusters.Record(territory, Year, OperationId.From("act"), reference => new Cluster(
            reference, territory, "Sorties sans ordonnance", null, null, null, ClusterTally.None, DysfunctionStatus.Clustered, null, null, Reporter(1), Start), default);
        await CountIn(made.Reference, members);
        return made.Reference;
    }

    public async Task CountIn(ClusterRef cluster, int members)
    {
        for (var number = 1; number <= Math.Min(members, 500); number++)
        {
            var found = (await Clusters.Get(territory, cluster, default))!;
            var member = ClusterMember.Of(Report(number));
            if (await Clusters.Counted(territory, cluster, member.Reference, default) is null)
            {
                await Clusters.Count(
                    found.With(found.Value with { Tally = found.Value.Tally.With(member, 1) }), member.Reference, member,
                    new ClusterEvent(Start.AddTicks(number), ClusterAct.Joined, Reporter(1), member.Reference), default);
            }
        }
    }

    private async Task<(string, int, int, TimeSpan)> Count(string what, Func<Task<int>> look)
    {
        rows.Reset();
        var watch = Stopwatch.StartNew();
        var found = await look();
        return (what, rows.RowsRead, found, watch.Elapsed);
    }

    private static IEnumerable<RowChange> RowsOf(Dysfunction report)
    {
        var (row, index) = ReportIndex.Of(report, DysfunctionStore.Properties(report), before: null);
        return [new RowChange.Put(DysfunctionStore.KeyOf(report.Reference), row), .. index];
    }
}
