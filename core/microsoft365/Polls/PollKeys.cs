using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Polls;

/// <summary>The verbs of the polls' buttons.</summary>
public static class PollVerbs
{
    public const string Form = "polls.form";
    public const string Check = "polls.check";
    public const string Open = "polls.open";
    public const string Show = "polls.show";
    public const string Answer = "polls.answer";
    public const string Choose = "polls.choose";
    public const string Remind = "polls.remind";
    public const string AskWithdraw = "polls.askwithdraw";
    public const string Withdraw = "polls.withdraw";
}

/// <summary>Under which names a button's data and a card's inputs travel.</summary>
public static class PollKeys
{
    public const string Poll = "poll";
    public const string Slot = "slot";

    /// <summary>The input in which a seat answers for one slot.</summary>
    public static string AnswerTo(SlotId slot) => $"answer{slot}";

    public static JsonObject Of(DatePoll poll) => new()
    {
        [SessionKeys.Territory] = poll.Territory.Value,
        [Poll] = poll.Id.Value,
    };

    public static JsonObject Of(DatePoll poll, SeatId seat)
    {
        var data = Of(poll);
        data[SessionKeys.Seat] = seat.Value;
        return data;
    }

    public static JsonObject Of(DatePoll poll, SlotId slot)
    {
        var data = Of(poll);
        data[Slot] = slot.Value;
        return data;
    }

    /// <summary>What a button carries that shows the session the poll made.</summary>
    public static JsonObject OfSession(DatePoll poll) => new()
    {
        [SessionKeys.Territory] = poll.Territory.Value,
        [SessionKeys.Session] = ChooseSlot.SessionOf(poll).Value,
    };

    /// <summary>With how many reminders the reader was shown.</summary>
    public static JsonObject OfReminder(DatePoll poll)
    {
        var data = Of(poll);
        data[SessionKeys.Seen] = poll.Reminders.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    public static string Word(Availability value) => value switch
    {
        Availability.Yes => "yes",
        Availability.IfNeeded => "ifneeded",
        Availability.No => "no",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no such answer"),
    };

    /// <summary>What was answered for each slot of the poll; slots of which nothing sensible is said are left out.</summary>
    /// <param name="text">A text of the click's data or of the page's form by its name.</param>
    public static IReadOnlyList<SlotAnswer> AnswersIn(DatePoll poll, Func<string, string?> text) =>
        [.. from slot in poll.Slots
            let value = AvailabilityOf(text(AnswerTo(slot.Id)))
            where value is not null
            select new SlotAnswer(slot.Id, value.Value)];

    private static Availability? AvailabilityOf(string? word) => word switch
    {
        "yes" => Availability.Yes,
        "ifneeded" => Availability.IfNeeded,
        "no" => Availability.No,
        _ => null,
    };
}
