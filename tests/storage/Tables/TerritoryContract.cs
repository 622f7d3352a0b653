using System.Text.Json;
using Concertation.Domain;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Storage.Roadmap;
using Concertation.Storage.Rows;
using Concertation.Storage.Tables;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Tables;

/// <summary>Territories in storage, whichever engine keeps them. Each test has a territory of its own.</summary>
public abstract class TerritoryContract
{
    private static int territories;

    private readonly MovableClock clock = new();
    private readonly TerritoryContent sample =
        Named($"essai-{Environment.ProcessId}-{Interlocked.Increment(ref territories)}");

    protected abstract IRowStore Store { get; }

    private TerritoryId Id => sample.Territory.Id;

    private RosterStore Rosters => new(Store, clock);

    private TerritoryRecordStore Records => new(Store);

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().DateTime);

    [Fact]
    public async Task A_territory_is_read_as_it_was_imported()
    {
        await Import(sample);

        var roster = (await Rosters.Get(Id, default)).ShouldNotBeNull();
        JsonSerializer.Serialize(roster.Territory, StorageJson.Default.Territory)
            .ShouldBe(JsonSerializer.Serialize(sample.Territory, StorageJson.Default.Territory));
        roster.Structures.ShouldBe(sample.Structures, ignoreOrder: true);
        roster.Colleges.ShouldBe(sample.Colleges, ignoreOrder: true);
        roster.People.ShouldBe(sample.People, ignoreOrder: true);
        roster.Tables.Select(t => t.Id.Value).ShouldBe(["tct", "tcs", "coordination"]);
        roster.Tables[0].Seats.ShouldBe(sample.Tables[0].Seats);
        roster.Mandates.Count.ShouldBe(28);
        roster.SeatsOf(new PersonId("rozenn-pennlivre")).Select(s => s.Seat.Id.Value).ShouldBe(["tct-ssiad", "loc-ssiad"]);
        var mandate = await Rosters.MandateOf(Id, new SeatId("tct-ch"), default);
        mandate.ShouldBe(roster.Mandates[new SeatId("tct-ch")]);
        (await Rosters.MandateOf(Id, new SeatId("nowhere"), default)).ShouldBeNull();
        (await Rosters.Get(new TerritoryId("nowhere"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_roadmap_is_read_as_it_was_imported()
    {
        await Import(sample);

        var view = (await new RoadmapStore(Store).Get(Id, 2026, default)).ShouldNotBeNull();
        JsonSerializer.Serialize(view.Plan, StorageJson.Default.YearPlan)
            .ShouldBe(JsonSerializer.Serialize(sample.Plan, StorageJson.Default.YearPlan));
        (await new RoadmapStore(Store).Get(Id, 2025, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Importing_again_writes_nothing()
    {
        await Import(sample);
        var watched = new WatchedRowStore(Store);
        clock.Advance(TimeSpan.FromDays(40));

        (await Import(sample, watched)).ShouldBeEmpty();
        watched.Commits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_touches_no_session_no_ballot_and_no_decision()
    {
        var watched = new WatchedRowStore(Store);
        await Import(sample, watched);
        await Import(Changed(sample), watched);

        watched.Commits.Select(c => c.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe([Partitions.Roadmap, Partitions.Tables]);
        watched.Commits.ShouldAllBe(c => c.Changes <= 100);
    }

    [Fact]
    public async Task A_changed_representative_ends_the_old_mandate_and_keeps_it()
    {
        await Import(sample);
        clock.Advance(TimeSpan.FromDays(10));
        var changes = await Import(Changed(sample));

        changes.ShouldContain(new TerritoryChange(TerritoryPart.EndedMandate, "tct-ch", ChangeKind.Added));
        var record = (await Records.Get(Id, default)).ShouldNotBeNull();
        var old = record.Ended.Single(m => m.Seat.Value == "tct-ch");
        (old.Holder.Name, old.Until).ShouldBe(("Yann Kerimagin", Today(clock)));
        var now = (await Rosters.MandateOf(Id, old.Seat, default)).ShouldNotBeNull();
        (now.Holder.Name, now.From, now.Until).ShouldBe(("Soizic Lanpapier", Today(clock), null));
    }

    [Fact]
    public async Task A_removed_seat_ends_its_mandate_and_a_removed_person_stays_only_when_the_past_names_them()
    {
        await Import(sample);
        await Import(Changed(sample));

        var roster = (await Rosters.Get(Id, default)).ShouldNotBeNull();
        roster.Tables[0].Seats.Select(s => s.Id.Value).ShouldNotContain("tct-idel");
        (await Rosters.MandateOf(Id, new SeatId("tct-idel"), default)).ShouldBeNull();
        (await Records.Get(Id, default))!.Ended.ShouldContain(m => m.Seat.Value == "tct-idel");
        roster.PersonOf(new PersonId("tiphaine-goelivre")).ShouldNotBeNull();
        roster.PersonOf(new PersonId("ewen-fictif")).ShouldBeNull();
        (await Rosters.Identify(Id, AccountOf("ewen-fictif"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Accounts_of_the_file_are_known_whatever_their_case()
    {
        await Import(sample);
        (await Rosters.Identify(Id, AccountOf("yann-kerimagin").ToUpperInvariant(), default))
            .ShouldBe(new PersonId("yann-kerimagin"));
        (await Rosters.Identify(Id, "c0ffee00-0000-4000-8000-00000000ffff", default)).ShouldBeNull();
        (await Rosters.Identify(Id, "no/account?", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_matched_by_mail_stays_known_until_that_mail_changes()
    {
        const string account = "c0ffee00-0000-4000-8000-00000000aaaa";
        var rozenn = new PersonId("rozenn-pennlivre");
        await Import(sample);
        await Rosters.Bind(Id, account, rozenn, default);
        await Rosters.Bind(Id, account, new PersonId("tiphaine-goelivre"), default);
        (await Rosters.Identify(Id, account, default)).ShouldBe(rozenn);

        await Import(Changed(sample));
        (await Rosters.Identify(Id, account, default)).ShouldBe(rozenn);

        await Import(WithPerson(sample, rozenn, p => p with { Mail = "autre@ssiad.kervelen.example" }));
        (await Rosters.Identify(Id, account, default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_the_file_gives_prevails_over_a_match_by_mail()
    {
        const string account = "c0ffee00-0000-4000-8000-00000000bbbb";
        await Import(sample);
        await Rosters.Bind(Id, account, new PersonId("rozenn-pennlivre"), default);

        await Import(WithPerson(sample, new("tiphaine-goelivre"), p => p with { EntraId = account }));
        (await Rosters.Identify(Id, account, default)).ShouldBe(new PersonId("tiphaine-goelivre"));
    }

    [Fact]
    public async Task Territories_live_side_by_side_and_are_listed()
    {
        await Import(sample);
        var other = SampleTerritory.SaintExemple;
        other = other with { Territory = other.Territory with { Id = new($"{Id}-dac") }, Plan = null };
        await Import(other);

        new[] { Id, other.Territory.Id }.ShouldBeSubsetOf((await Rosters.All(default)).Select(t => t.Id));
        (await Rosters.Get(Id, default))!.Tables.Count.ShouldBe(3);
        var roster = (await Rosters.Get(other.Territory.Id, default)).ShouldNotBeNull();
        roster.Territory.Vocabulary.ShouldBe(Vocabulary.Dac);
        roster.Tables.Single().Seats.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_axis_taken_off_the_file_goes_unless_a_decision_hangs_on_it()
    {
        await Import(sample);
        var roadmaps = new RoadmapStore(Store);
        await roadmaps.Post(
            Id, 2026, new DecisionOnAxis(new("g1"), new("tct"), "TCT", new(2026, 1), "Essai", clock.GetUtcNow()), default);
        var fewer = sample with
        {
            Plan = sample.Plan! with { Axes = [.. sample.Plan.Axes.Where(a => a.Id.Value is not ("g1" or "k1"))] },
        };
        await Import(fewer);

        var view = (await roadmaps.Get(Id, 2026, default)).ShouldNotBeNull();
        view.Plan.Axes.Select(a => a.Id.Value).ShouldBe(["c1", "t1", "t2", "t3", "t4", "g1"]);
        view.Decisions.ShouldHaveSingleItem();
        (await Import(fewer)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_short_anywhere_it_is_mended_by_running_it_again(bool afterTheCommit)
    {
        var commits = new WatchedRowStore(Store);
        await Import(Large(sample), commits);
        var first = commits.Commits.Count;
        await Import(Changed(sample), commits);
        first.ShouldBeGreaterThan(4);
        commits.Commits.Count.ShouldBeGreaterThan(first + 3);
        var whole = await Dump(Id);

        for (var cut = 1; cut <= commits.Commits.Count; cut++)
        {
            var twin = Named($"{Id}-{cut}{(afterTheCommit ? "a" : "b")}");
            var cable = new WatchedRowStore(Store);
            var here = cut;
            Func<int, Task> end = number => number == here ? throw new IOException("cut") : Task.CompletedTask;
            _ = afterTheCommit ? cable.After = end : cable.Before = end;

            await MayBeCut(() => Import(Large(twin), cable));
            await MayBeCut(() => Import(Changed(twin), cable));
            await Import(Changed(twin));

            (await Dump(twin.Territory.Id)).ShouldBe(whole, $"cut at commit {cut}");
            (await Import(Changed(twin))).ShouldBeEmpty();
        }

        // What was cut is run again before anything else is: that is what people are told to do.
        async Task MayBeCut(Func<Task> import)
        {
            try
            {
                await import();
            }
            catch (IOException)
            {
                await import();
            }
        }
    }

    [Fact]
    public async Task A_territory_is_listed_and_seen_only_when_all_of_it_is_there()
    {
        var cable = new WatchedRowStore(Store);
        for (var cut = 1; ; cut++)
        {
            var until = cut;
            cable.Commits.Clear();
            cable.Before = number => number == until ? throw new IOException("cut") : Task.CompletedTask;
            try
            {
                await Import(Large(sample), cable);
                break;
            }
            catch (IOException)
            {
                (await Rosters.All(default)).ShouldNotContain(t => t.Id == Id);
            }
        }

        (await Rosters.All(default)).ShouldContain(t => t.Id == Id);
    }

    [Fact]
    public async Task Two_imports_at_once_lose_no_mandate()
    {
        await Import(sample);
        var third = WithHolder(sample, "tct-ch", "katell-songevrac");
        var watched = new WatchedRowStore(Store);
        watched.Before = async number =>
        {
            watched.Before = _ => Task.CompletedTask;
            await Import(Changed(sample));
        };
        await Import(third, watched);

        var record = (await Records.Get(Id, default)).ShouldNotBeNull();
        record.Ended.Where(m => m.Seat.Value == "tct-ch").Select(m => m.Holder.Id.Value)
            .ShouldBe(["yann-kerimagin", "soizic-lanpapier"]);
        record.Mandates.Single(m => m.Seat.Value == "tct-ch").Holder.Id.Value.ShouldBe("katell-songevrac");
    }

    private Task<IReadOnlyList<TerritoryChange>> Import(TerritoryContent content, IRowStore? rows = null) =>
        new ImportTerritory(new TerritoryRecordStore(rows ?? Store), new YearPlanStore(rows ?? Store), clock)
            .Run(content, default);

    private string AccountOf(string person) => sample.People.Single(p => p.Id.Value == person).EntraId!;

    private static TerritoryContent Named(string id)
    {
        var content = SampleTerritory.Kervelen;
        return content with
        {
            Territory = content.Territory with { Id = new(id) },
            Plan = content.Plan! with { Territory = new(id) },
        };
    }

    /// <summary>More people than one transaction holds.</summary>
    private static TerritoryContent Large(TerritoryContent content) => content with
    {
        People = [.. content.People, .. Enumerable.Range(1, 250).Select(n =>
            new Person(new($"x-{n:D3}"), $"Exemple {n}", $"x{n}@essai.example", $"c0ffee00-0000-4000-8000-0000000010{n:x2}"))],
    };

    /// <summary>A new holder, a seat gone with its person, a deputy gone, two axes gone.</summary>
    private static TerritoryContent Changed(TerritoryContent content)
    {
        var changed = WithHolder(content, "tct-ch", "soizic-lanpapier");
        var tactical = changed.Tables[0];
        return changed with
        {
            Territory = changed.Territory with { Deputies = [] },
            People = [.. changed.People.Where(p => p.Id.Value is not ("tiphaine-goelivre" or "ewen-fictif"))],
            Tables = [tactical with { Seats = [.. tactical.Seats.Where(s => s.Id.Value != "tct-idel")] }, .. changed.Tables.Skip(1)],
            Mandates = [.. changed.Mandates.Where(m => m.Seat.Value != "tct-idel")],
            Plan = changed.Plan! with { Axes = [.. changed.Plan.Axes.Take(5)] },
        };
    }

    private static TerritoryContent WithHolder(TerritoryContent content, string seat, string holder) => content with
    {
        Mandates = [.. content.Mandates.Select(m =>
            m.Seat.Value == seat ? m with { Holder = new(holder), Substitute = null } : m)],
    };

    private static TerritoryContent WithPerson(TerritoryContent content, PersonId person, Func<Person, Person> change) =>
        content with { People = [.. content.People.Select(p => p.Id == person ? change(p) : p)] };

    /// <summary>Every row of a territory as text, without its own id.</summary>
    private async Task<IReadOnlyList<string>> Dump(TerritoryId territory)
    {
        var all = new List<string>();
        foreach (var (table, partition) in new[]
        {
            (Partitions.Tables, Partitions.Roster(territory)), (Partitions.Tables, Partitions.Identities(territory)),
            (Partitions.Tables, Partitions.Territories), (Partitions.Roadmap, Partitions.Year(territory, 2026)),
        })
        {
            foreach (var row in await Store.All(table, partition, RowRange.All, default))
            {
                if (partition != Partitions.Territories || row.Key == territory.Value)
                {
                    var properties = string.Join(", ", row.Properties.OrderBy(p => p.Key, StringComparer.Ordinal));
                    all.Add($"{table} {row.Key} {properties}".Replace(territory.Value, "*", StringComparison.Ordinal));
                }
            }
        }

        return all;
    }
}
