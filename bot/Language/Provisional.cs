namespace ConcertationBot.Language;

// Stands until the reader of French lands: the same names, nothing understood yet.
public enum IntentKind
{
    Convene, ReplyPresent, ReplyAbsent, ReplyRepresented, WhoHasNotReplied, MoveSession, CancelSession, Propose,
    CloseBallot, WithdrawBallot, Ballots, Sessions, Report, MyReports, FollowUp, Roadmap, Decisions, Help,
}

public sealed record Guess(IntentKind Kind, double Score);

public sealed record ReadingContext(DateTimeOffset Now, TimeZoneInfo Zone, IReadOnlyList<Concertation.Domain.Tables.Table> Tables);

public sealed record Reading(IReadOnlyList<Guess> Guesses, bool Sure);

public static class IntentReader
{
    public static Reading Read(string text, ReadingContext context) => new([new(IntentKind.Help, 1)], true);
}
