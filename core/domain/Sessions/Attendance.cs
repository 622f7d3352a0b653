using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>One called seat, who sits for it, and what it answered.</summary>
/// <param name="Fresh">The answer was given for the date that stands; false when it is older or there is none.</param>
public sealed record SeatAnswer(Seat Seat, Mandate? Mandate, Reply? Reply, bool Fresh)
{
    /// <summary>Nothing to count on yet: no answer, or one given for another date.</summary>
    public bool Waiting => Reply is null || !Fresh;
}

public sealed record CollegeAnswers(College College, IReadOnlyList<SeatAnswer> Seats);

/// <summary>The answers to a convocation, college by college in the table's order.</summary>
public sealed record Attendance(Session Session, Table Table, IReadOnlyList<CollegeAnswers> Colleges)
{
    public IEnumerable<SeatAnswer> Seats => Colleges.SelectMany(c => c.Seats);

    public int Count(ReplyKind kind) => Seats.Count(s => !s.Waiting && s.Reply!.Kind == kind);

    public IEnumerable<SeatAnswer> WithoutReply => Seats.Where(s => s.Waiting);

    public static Attendance Of(Session session, Table table, Roster roster, IReadOnlyList<Reply> replies)
    {
        var bySeat = replies.ToDictionary(r => r.Seat);
        var colleges =
            from seat in session.Called(table)
            let reply = bySeat.GetValueOrDefault(seat.Id)
            let answer = new SeatAnswer(
                seat, roster.Mandates.GetValueOrDefault(seat.Id), reply, reply is not null && session.StandsFor(reply))
            group answer by seat.College into college
            orderby Rank(table, college.Key)
            select new CollegeAnswers(roster.Colleges.First(c => c.Id == college.Key), [.. college]);
        return new Attendance(session, table, [.. colleges]);
    }

    private static int Rank(Table table, CollegeId college)
    {
        var ranked = table.Colleges.Select((id, rank) => (id, rank)).Where(c => c.id == college).ToList();
        return ranked.Count > 0 ? ranked[0].rank : int.MaxValue;
    }
}
