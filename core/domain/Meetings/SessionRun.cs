using Concertation.Domain.Sessions;

namespace Concertation.Domain.Meetings;

/// <summary>When an item was dealt with; an item that is taken up again has several.</summary>
public sealed record ItemTime(ItemId Item, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>A session as it is held: begun, on which item, ended.</summary>
public sealed record SessionRun(
    SessionId Session, DateTimeOffset StartedAt, PersonId StartedBy, DateTimeOffset? EndedAt, IReadOnlyList<ItemTime> Times)
{
    public bool IsRunning => EndedAt is null;

    /// <summary>
    /// As it stands at that time: a session that nobody ended is over twelve hours after it was to end, and ended when it was to.
    /// </summary>
    public SessionRun AsOf(Session session, DateTimeOffset now)
    {
        DateTimeOffset end = Times.Select(t => t.From).Append(StartedAt).Append(session.End).Max();
        return IsRunning && now >= end + Forgotten ? On(null, end) with { EndedAt = end } : this;
    }

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(12);

    public ItemId? Current => EndedAt is null && Times is [.., { Until: null } last] ? last.Item : null;

    /// <summary>How long an item has taken so far.</summary>
    public TimeSpan Spent(ItemId item, DateTimeOffset now) =>
        Times.Where(t => t.Item == item).Aggregate(TimeSpan.Zero, (sum, t) => sum + ((t.Until ?? now) - t.From));

    /// <summary>On that item from now on; null: on none.</summary>
    public SessionRun On(ItemId? item, DateTimeOffset now)
    {
        List<ItemTime> times = [.. Times.Select(t => t.Until is null ? t with { Until = now } : t)];
        if (item is { } next)
        {
            times.Add(new ItemTime(next, now, null));
        }

        return this with { Times = times };
    }
}

public abstract record RunOutcome
{
    private RunOutcome() { }

    /// <param name="Changed">False when the act had been done already.</param>
    public sealed record Held(Session Session, SessionRun Run, bool Changed) : RunOutcome;

    public sealed record NotFound : RunOutcome;

    public sealed record NotAConvener(Session Session) : RunOutcome;

    public sealed record Cancelled(Session Session) : RunOutcome;

    /// <summary>More than a day before its time, or not convened yet.</summary>
    public sealed record TooEarly(Session Session) : RunOutcome;

    /// <summary>More than a day after its end: what is missing of it is noted by hand.</summary>
    public sealed record TooLate(Session Session) : RunOutcome;

    public sealed record NotStarted(Session Session) : RunOutcome;

    public sealed record Ended(Session Session, SessionRun Run) : RunOutcome;

    public sealed record NoSuchItem(Session Session, SessionRun Run) : RunOutcome;

    public T Match<T>(
        Func<Held, T> held, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener, Func<Cancelled, T> cancelled,
        Func<TooEarly, T> tooEarly, Func<TooLate, T> tooLate, Func<NotStarted, T> notStarted, Func<Ended, T> ended, Func<NoSuchItem, T> noSuchItem) => this switch
        {
            Held it => held(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            Cancelled it => cancelled(it),
            TooEarly it => tooEarly(it),
            TooLate it => tooLate(it),
            NotStarted it => notStarted(it),
            Ended it => ended(it),
            NoSuchItem it => noSuchItem(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}
