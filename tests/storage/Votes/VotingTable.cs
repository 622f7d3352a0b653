using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Roadmap;
using Concertation.Storage.Rows;
using Concertation.Storage.Sessions;
using Concertation.Storage.Sqlite;
using Concertation.Storage.Tables;
using Concertation.Storage.Votes;
using Concertation.Work.Notices;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Votes;

/// <summary>
/// A territory with one table of so many seats in a SQLite file of its own, and the use cases of votes over the real
/// stores. Seat n is held by person hn (Entra id en), with substitute dn for even n; the pilote is "pilote".
/// </summary>
internal sealed class VotingTable : IDisposable
{
    public static readonly TerritoryId Pays = new("pays");
    public static readonly TableId Table = new("tct");
    public static readonly Actor Pilot = new(Pays, new("pilote"), "La pilote", "ep", Way.Chat, new(new("pilote"), "La pilote", "p@x.example", "ep"));

    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public VotingTable()
    {
        file = SqliteFile.Open(folder.Path);
        Rows = new CountingRowStore(new SqliteRowStore(file), TimeSpan.Zero);
        Use(Rows);
    }

    public MovableClock Clock { get; } = new();

    public IRowStore Rows { get; private set; }

    public Relay Relay { get; private set; } = null!;

    public ISealedAnswers Answers { get; set; } = new SealedAnswers(SecretKey.Of([.. Enumerable.Repeat((byte)7, 32)]));

    public RosterStore Rosters { get; private set; } = null!;

    public SessionStore Sessions { get; private set; } = null!;

    public MeetingStore Meetings { get; private set; } = null!;

    public RecuseSeat Recuse { get; private set; } = null!;

    public TakeRecusalBack TakeBack { get; private set; } = null!;

    public GiveBallotProxy Proxy { get; private set; } = null!;

    public FollowSession Follow { get; private set; } = null!;

    public BallotStore Ballots { get; private set; } = null!;

    public OpenBallot Open { get; private set; } = null!;

    public SuggestProposal Suggest { get; private set; } = null!;

    public AcceptSuggestion Accept { get; private set; } = null!;

    public DeclineSuggestion Decline { get; private set; } = null!;

    public CastVote CastVote { get; private set; } = null!;

    public ShowBallot Show { get; private set; } = null!;

    public CloseBallot Close { get; private set; } = null!;

    public ExtendBallot Extend { get; private set; } = null!;

    public WithdrawBallot Withdraw { get; private set; } = null!;

    public static async Task<VotingTable> Of(int seats, TableRules? rules = null, int restricted = 0)
    {
        var table = new VotingTable();
        await new TerritoryRecordStore(table.Rows).Revise(Pays, _ => Record(seats, rules, restricted), default);
        await new YearPlanStore(table.Rows).Save(
            new YearPlan(Pays, 2026, null, [new Axis(
                new("c1"), 1, "Concertation", "Constat", "Sorties d'hospitalisation", null, null, [], [], [],
                AxisStatus.ToLaunch, 0, null, null)]),
            default);
        return table;
    }

    /// <summary>Puts another row store between the use cases and the file.</summary>
    public void Use(IRowStore rows)
    {
        Rows = rows;
        Relay = new Relay(new SqliteQueueStore(file, Clock), Clock);
        Rosters = new RosterStore(rows, Clock);
        Sessions = new SessionStore(rows);
        Meetings = new MeetingStore(rows);
        Ballots = new BallotStore(rows, Rosters, Answers);
        var rights = new ChangeRights(Ballots, Relay, Clock);
        Recuse = new RecuseSeat(Ballots, Rosters, rights, Clock);
        TakeBack = new TakeRecusalBack(Ballots, Rosters, rights, Clock);
        Proxy = new GiveBallotProxy(Ballots, Rosters, Sessions, Meetings, rights, Clock);
        Follow = new FollowSession(Ballots, Rosters, Sessions, Meetings, rights, Clock);
        var check = new ProposalCheck(Rosters, Sessions, Meetings, new RoadmapStore(rows), Clock);
        var opening = new BallotOpening(Ballots, Answers, Relay, Clock);
        Open = new OpenBallot(check, opening, Ballots, Clock);
        Suggest = new SuggestProposal(check, Ballots, Relay, Clock);
        Accept = new AcceptSuggestion(check, opening, Ballots, Rosters);
        Decline = new DeclineSuggestion(Ballots, Rosters, Relay);
        Close = new CloseBallot(Ballots, Rosters, Relay, Clock);
        CastVote = new CastVote(Ballots, Answers, new BallotEdge(Close, Relay), Clock);
        Show = new ShowBallot(Ballots, Clock);
        Extend = new ExtendBallot(Ballots, Rosters, Close, Relay, Clock);
        Withdraw = new WithdrawBallot(Ballots, Rosters, Relay, Clock);
    }

    public static Proposal Proposal(SessionId? session = null, ItemId? item = null, AxisId? axis = null) =>
        new(Table, session, item, axis, "Ouvrir une place", "Ouvrir une place d'urgence.", null);

    public async Task<Ballot> OpenOne(string id = "b1", Proposal? proposal = null) =>
        Granted(await Open.Handle(Pilot, new(id), proposal ?? Proposal(), default));

    public Task<Ruling<CastDone>> Cast(
        int seat, Choice choice, string operation, string? entraId = null, string ballot = "b1", string? reason = null) =>
        CastVote.Handle(
            new CastCommand(
                Pays, new(ballot), new($"s{seat}"), entraId ?? $"e{seat}", null, choice, reason, new(operation)),
            default);

    public static T Granted<T>(Ruling<T> ruling) => ruling.Match(value => value, why => throw new ShouldAssertException($"refused: {why}"));

    public static BallotRefusal Refused<T>(Ruling<T> ruling) =>
        ruling.Match(value => throw new ShouldAssertException($"granted: {value}"), why => why);

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    public static Actor Member(int seat) => new(
        Pays, new($"h{seat}"), $"Titulaire {seat}", $"e{seat}", Way.Chat, Person($"h{seat}", $"Titulaire {seat}", $"e{seat}"));

    public static Session Session(string id, SessionFormat format, SessionId? secondCallOf = null, string title = "Place") => new(
        new(id), Pays, Table, format, new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2), "Mairie", false,
        null, [new AgendaItem(new("p1"), AgendaItemKind.Decision, title, 20, new("c1"), [], false)], SessionState.Convened,
        0, Pilot.Id, new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero), secondCallOf, null);

    private static TerritoryRecord Record(int seats, TableRules? rules, int restricted)
    {
        var numbers = Enumerable.Range(0, seats).ToList();
        var holders = numbers.Select(i => Person($"h{i}", $"Titulaire {i}", $"e{i}")).ToList();
        var deputies = numbers.Select(i => Person($"d{i}", $"Suppléant {i}", $"f{i}")).ToList();
        var table = new Table(
            Table, "Table tactique", "TCT", TableKind.Tactical, [new("a"), new("b")],
            [.. numbers.Select(i => new Seat(
                new($"s{i}"), new($"st{i}"), new(i % 2 == 0 ? "a" : "b"),
                i == seats - 1 && seats > 2 ? Voice.Consultative : Voice.Deliberative, 1, i < restricted))],
            [], rules ?? TableRules.Usual);
        return new TerritoryRecord(
            new(Pays, "Pays", "Europe/Paris", Vocabulary.Maia, "tenant", Pilot.Id, []),
            [.. numbers.Select(i => new Structure(new($"st{i}"), $"Structure {i}"))],
            [new(new("a"), "Sanitaire"), new(new("b"), "Social")],
            [Pilot.Person!, .. holders, .. deputies], [table],
            [.. numbers.Select(i => new Mandate(
                new($"s{i}"), holders[i], i % 2 == 0 ? deputies[i] : null, new(2026, 1, 1), null, null))],
            []);
    }

    private static Person Person(string id, string name, string entraId) => new(new(id), name, $"{id}@x.example", entraId);
}
