using System.Globalization;
using Concertation.Domain.Notices;

namespace Concertation.Domain.Polls;

/// <summary>The effects of a poll, with ids that are the same whenever the same act is repeated.</summary>
public static class PollEffects
{
    public static Aggregate Aggregate(DatePoll poll) => new(AggregateKind.Poll, poll.Territory, poll.Id.Value);

    public static Effect Opened(DatePoll poll) => new("opened", EffectKind.PollOpened, poll.Id.Value);

    /// <summary>Detail: the how many-eth reminder it is.</summary>
    public static Effect Reminder(DatePoll poll)
    {
        var number = poll.Reminders.ToString(CultureInfo.InvariantCulture);
        return new Effect($"reminder-{number}", EffectKind.PollReminder, poll.Id.Value, number);
    }

    /// <summary>Detail: the slot chosen; null when the poll was withdrawn.</summary>
    public static Effect Ended(DatePoll poll) =>
        new($"ended-{poll.Chosen?.Value ?? "none"}", EffectKind.PollEnded, poll.Id.Value, poll.Chosen?.Value);
}
