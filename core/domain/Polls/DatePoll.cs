using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

public readonly record struct PollId(string Value) : IId<PollId>
{
    public static PollId From(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct SlotId(string Value) : IId<SlotId>
{
    public static SlotId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>One of the dates asked about. Its length is the poll's.</summary>
/// <param name="Start">In UTC.</param>
public sealed record Slot(SlotId Id, DateTimeOffset Start);

/// <summary>Open until a slot is chosen or the poll is withdrawn; a reply-by day that is over closes nothing.</summary>
public enum PollState { Open, Chosen, Withdrawn }

/// <summary>A session to come whose date the called seats are asked about.</summary>
/// <param name="Agenda">The items the session opens with, after the follow-up.</param>
/// <param name="FollowUp">The title of that first item, in the territory's words.</param>
/// <param name="Slots">1 to <see cref="PollLimits.Slots"/>, by start, all different.</param>
/// <param name="ReplyBy">Until when answers are hoped for, in the territory's zone; null when nobody said.</param>
/// <param name="Reminders">How often those who had not answered were reminded.</param>
/// <param name="EndedBy">Who chose or withdrew; null while it is open.</param>
public sealed record DatePoll(
    PollId Id, TerritoryId Territory, TableId Table, SessionFormat Format, TimeSpan Duration, string? Place, bool Online,
    string? OnlineUrl, IReadOnlyList<AgendaRow> Agenda, string FollowUp, IReadOnlyList<Slot> Slots, DateOnly? ReplyBy,
    PersonId OpenedBy, DateTimeOffset OpenedAt, PollState State = PollState.Open, int Reminders = 0, SlotId? Chosen = null,
    PersonId? EndedBy = null)
{
    /// <summary>The seats asked: those its session will call.</summary>
    public IEnumerable<Seat> Called(Table table) => Sessions.Session.Called(table, Format);

    public Slot? SlotOf(SlotId id) => Slots.FirstOrDefault(s => s.Id == id);

    /// <summary>The slots that can still become the session.</summary>
    public IEnumerable<Slot> Ahead(DateTimeOffset now) => Slots.Where(s => s.Start > now);

    /// <summary>When its last slot ends.</summary>
    public DateTimeOffset LastEnd => Slots[^1].Start + Duration;

    /// <summary>Whether answers are taken: open, and with a slot to come.</summary>
    public bool TakesAnswers(DateTimeOffset now) => State == PollState.Open && Ahead(now).Any();

    /// <summary>The session one of its slots makes, as its convener would have filled it in.</summary>
    public ConveneForm FormOf(Slot slot, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(slot.Start, zone).DateTime;
        return new ConveneForm(
            Table, Format,
            new SessionTime(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), Duration, Place, Online, OnlineUrl),
            Agenda, FollowUp, Poll: Id);
    }
}

public static class PollLimits
{
    public const int Slots = 6;
}

/// <summary>Whether a seat could be there.</summary>
public enum Availability { Yes, IfNeeded, No }

public sealed record SlotAnswer(SlotId Slot, Availability Value);

/// <summary>What a seat answered to a poll. The last answer stands; each one given is kept, with who gave it.</summary>
/// <param name="Slots">At most one for each slot; a slot left out is not answered yet.</param>
/// <param name="Operation">The act that gave it: a repeat of it leaves one trace.</param>
public sealed record PollAnswer(
    PollId Poll, SeatId Seat, IReadOnlyList<SlotAnswer> Slots, PersonId By, string ByName, DateTimeOffset At, Way Way,
    OperationId Operation)
{
    public Availability? For(SlotId slot) => Slots.FirstOrDefault(s => s.Slot == slot)?.Value;

    /// <summary>
    /// Whether it still speaks for its seat: whoever gave it sits for the seat today. A representative who left leaves an
    /// answer that nobody stands behind.
    /// </summary>
    public bool Counts(Roster roster) => roster.Mandates.TryGetValue(Seat, out var mandate) && mandate.Allows(By);
}
