using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Meetings;

/// <summary>Where a called seat stands: as noted, else as it announced itself.</summary>
public enum RollState
{
    Present,

    /// <summary>Another seat that is there holds its proxy.</summary>
    ByProxy,

    /// <summary>Announced, and nothing noted yet.</summary>
    Expected,
    Excused,
    Absent,

    /// <summary>It has neither answered nor been noted: nothing is known of it yet.</summary>
    Unknown,
}

/// <param name="Proxy">The proxy it gave, whether or not it acts: it doesn't while the seat itself is there.</param>
public sealed record SeatRoll(Seat Seat, Mandate? Mandate, Reply? Reply, Presence? Presence, Proxy? Proxy, RollState State)
{
    /// <summary>Who sits for it, as far as known: the person noted, announced, or designated.</summary>
    public string? Who => Presence?.RepresentedBy ?? Announced ?? Mandate?.Holder.Name;

    /// <summary>Who was announced in the holder's place: named by the answer, or the substitute who gave it; null for the holder.</summary>
    public string? Announced => Reply switch
    {
        { Kind: ReplyKind.Represented, RepresentedBy: { } who } => who,
        { Kind: ReplyKind.Present, By: var by } when Mandate?.Substitute is { } substitute && substitute.Id == by => substitute.Name,
        _ => null,
    };

    /// <summary>The designated substitute, where it is they who sit.</summary>
    public Person? SubstituteThere => Presence is { State: PresenceState.Present } && Mandate?.Substitute is { } substitute
        && string.Equals(Who, substitute.Name, StringComparison.OrdinalIgnoreCase)
            ? substitute
            : null;

    public bool Attends => State == RollState.Present;
}

public sealed record CollegeRoll(College College, IReadOnlyList<SeatRoll> Seats);

/// <summary>Quorum of those who attend, as arithmetic: seats there or represented by proxy, over voting seats (rule 7).</summary>
/// <param name="Needed">0 when the table asks for none, or the session is a second convocation.</param>
public sealed record AttendanceQuorum(
    int Seats, int Attending, int ByProxy, int Needed, IReadOnlyList<CollegeTurnout> Colleges, bool SecondCall)
{
    public int Counted => Attending + ByProxy;

    public bool IsAsked => Needed > 0 || Colleges.Any(c => c.Needed > 0);

    public bool Reached => Counted >= Needed && Colleges.All(c => c.Reached);
}

/// <summary>Everything noted of a session while it is held.</summary>
/// <param name="Notes">Oldest first.</param>
/// <param name="Recusals">Who withdrew from which item.</param>
public sealed record MeetingRecord(
    Versioned<SessionRun>? Run, IReadOnlyList<Presence> Presences, IReadOnlyList<Proxy> Proxies, IReadOnlyList<Guest> Guests,
    IReadOnlyList<SessionNote> Notes, IReadOnlyList<ItemRecusal> Recusals)
{
    public MeetingRecord AsOf(Session session, DateTimeOffset now) =>
        Run is { } run ? this with { Run = run.With(run.Value.AsOf(session, now)) } : this;
}

/// <summary>The attendance of a session, college by college in the table's order; pure.</summary>
public sealed record RollCall(Session Session, Table Table, IReadOnlyList<CollegeRoll> Colleges, IReadOnlyList<Guest> Guests)
{
    public IEnumerable<SeatRoll> Seats => Colleges.SelectMany(c => c.Seats);

    public int Count(RollState state) => Seats.Count(s => s.State == state);

    /// <summary>Of a session that is over: who was never seen was not there.</summary>
    public RollCall Closed() => this with
    {
        Colleges = [.. Colleges.Select(c => c with
        {
            Seats = [.. c.Seats.Select(s => s.State is RollState.Expected or RollState.Unknown ? s with { State = RollState.Absent } : s)],
        })],
    };

    public static RollCall Of(
        Session session, Table table, Roster roster, IReadOnlyList<Reply> replies, MeetingRecord record)
    {
        var presences = record.Presences.ToDictionary(p => p.Seat);
        var proxies = record.Proxies.ToDictionary(p => p.From);
        var answers = Attendance.Of(session, table, roster, replies);
        return new RollCall(
            session, table,
            [.. answers.Colleges.Select(c => new CollegeRoll(
                c.College,
                [.. c.Seats.Select(s => SeatOf(s, presences.GetValueOrDefault(s.Seat.Id), proxies.GetValueOrDefault(s.Seat.Id), presences))]))],
            record.Guests);
    }

    /// <summary>The quorum as it stands; seats of consultative voice are not counted.</summary>
    public AttendanceQuorum Quorum()
    {
        var voting = Colleges.Select(c => (c.College, Seats: c.Seats.Where(s => s.Seat.Voice == Voice.Deliberative).ToList()))
            .Where(c => c.Seats.Count > 0).ToList();
        var asked = Session.SecondCallOf is null ? Table.Rules.Quorum : Tables.Quorum.None;
        var all = voting.SelectMany(c => c.Seats).ToList();
        return new AttendanceQuorum(
            all.Count, all.Count(s => s.Attends), all.Count(s => s.State == RollState.ByProxy), VoteRules.Needed(all.Count, asked.Overall),
            [.. voting.Select(c => new CollegeTurnout(
                c.College.Name, c.Seats.Count, c.Seats.Count(s => s.Attends || s.State == RollState.ByProxy),
                VoteRules.Needed(c.Seats.Count, asked.PerCollege)))],
            Session.SecondCallOf is not null);
    }

    private static SeatRoll SeatOf(
        SeatAnswer answer, Presence? presence, Proxy? proxy, Dictionary<SeatId, Presence> presences)
    {
        var reply = answer.Waiting ? null : answer.Reply;
        var there = presence is { State: PresenceState.Present, LeftAt: null };
        var held = proxy is not null && presences.GetValueOrDefault(proxy.To) is { State: PresenceState.Present, LeftAt: null };
        var state = there ? RollState.Present
            : held ? RollState.ByProxy
            : presence is { State: PresenceState.Present } ? RollState.Absent
            : presence is { State: PresenceState.Excused } ? RollState.Excused
            : presence is { State: PresenceState.Absent } ? RollState.Absent
            : proxy is not null || reply?.Kind == ReplyKind.Absent ? RollState.Excused
            : reply is null ? RollState.Unknown
            : RollState.Expected;
        return new SeatRoll(answer.Seat, answer.Mandate, reply, presence, proxy, state);
    }
}
