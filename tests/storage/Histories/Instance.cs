using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Storage.Roadmap;
using Concertation.Storage.Rows;
using Concertation.Storage.Sessions;
using Concertation.Storage.Tables;
using Concertation.Storage.Votes;

namespace Concertation.Storage.Tests.Histories;

/// <summary>The use cases of votes in one life of one process, whose clock goes wrong by so much.</summary>
internal sealed class Instance
{
    public Instance(Life life, IRowStore rows, TimeProvider clock)
    {
        Life = life;
        var rosters = new RosterStore(rows, clock);
        var relay = new NoRelay();
        var (sessions, meetings) = (new SessionStore(rows), new MeetingStore(rows));
        Records = new TerritoryRecordStore(rows);
        Ballots = new BallotStore(rows, rosters, Answers);
        var check = new ProposalCheck(rosters, sessions, meetings, new RoadmapStore(rows), clock);
        var rights = new ChangeRights(Ballots, relay, clock);
        Open = new OpenBallot(check, new BallotOpening(Ballots, Answers, relay, clock), Ballots, clock);
        Close = new CloseBallot(Ballots, rosters, relay, clock);
        Cast = new CastVote(Ballots, Answers, new BallotEdge(Close, relay), clock);
        Extend = new ExtendBallot(Ballots, rosters, Close, relay, clock);
        Withdraw = new WithdrawBallot(Ballots, rosters, relay, clock);
        Recuse = new RecuseSeat(Ballots, rosters, rights, clock);
        TakeBack = new TakeRecusalBack(Ballots, rosters, rights, clock);
        Proxy = new GiveBallotProxy(Ballots, rosters, sessions, meetings, rights, clock);
        Count = new CountBallot(Ballots, Answers);
    }

    /// <summary>The same key for all processes.</summary>
    private static ISealedAnswers Answers { get; } = new SealedAnswers(SecretKey.Of([.. Enumerable.Repeat((byte)7, 32)]));

    public Life Life { get; }

    public TerritoryRecordStore Records { get; }

    public BallotStore Ballots { get; }

    public OpenBallot Open { get; }

    public CastVote Cast { get; }

    public CloseBallot Close { get; }

    public ExtendBallot Extend { get; }

    public WithdrawBallot Withdraw { get; }

    public RecuseSeat Recuse { get; }

    public TakeRecusalBack TakeBack { get; }

    public GiveBallotProxy Proxy { get; }

    public CountBallot Count { get; }

    // Whether an effect is carried out soon or late changes nothing of what is looked at here.
    private sealed class NoRelay : IRelay
    {
        public Task Announce(Aggregate aggregate, CancellationToken cancel) => Task.CompletedTask;

        public Task AnnounceAt(Aggregate aggregate, DateTimeOffset when, CancellationToken cancel) => Task.CompletedTask;

        public void Nudge(Aggregate aggregate) { }
    }
}

/// <summary>A clock that is wrong by so much.</summary>
internal sealed class WrongClock(TimeProvider right, TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + by;
}
