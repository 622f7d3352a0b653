using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>A poll with every seat's standing answer, read as one.</summary>
public sealed record PolledDates(Versioned<DatePoll> Poll, IReadOnlyList<PollAnswer> Answers);

/// <summary>Polls of a territory, each with its answers. Changes and their effects are one transaction.</summary>
public interface IDatePolls
{
    Task<Versioned<DatePoll>?> Get(TerritoryId territory, PollId poll, CancellationToken cancel);

    /// <summary>The poll and its standing answers, by one partition query.</summary>
    Task<PolledDates?> Whole(TerritoryId territory, PollId poll, CancellationToken cancel);

    /// <summary>
    /// Open polls as they were listed, newest first, by one query of the partition of the territory's sessions. One that
    /// has just ended may still be among them.
    /// </summary>
    Task<IReadOnlyList<DatePoll>> Listed(TerritoryId territory, CancellationToken cancel);

    /// <summary>Lists it and creates it with its effects; false when that id exists: the same act repeated.</summary>
    Task<bool> Create(DatePoll poll, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Saves a new version with its effects; false when another change came between: reload.</summary>
    Task<bool> Save(Versioned<DatePoll> poll, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Takes it off the list, or puts it back when it is open.</summary>
    Task List(DatePoll poll, CancellationToken cancel);

    /// <summary>A seat's standing answer, by a point read.</summary>
    Task<Versioned<PollAnswer>?> AnswerOf(TerritoryId territory, PollId poll, SeatId seat, CancellationToken cancel);

    /// <summary>The answer becomes the seat's standing one, if <paramref name="version"/> (null: none) is what stands; the trace stays.</summary>
    Task<bool> SaveAnswer(TerritoryId territory, PollAnswer answer, string? version, CancellationToken cancel);

    /// <summary>Every answer a seat gave, oldest first.</summary>
    Task<IReadOnlyList<PollAnswer>> AnswerHistory(TerritoryId territory, PollId poll, SeatId seat, CancellationToken cancel);
}
