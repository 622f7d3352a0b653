using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>What a calendar shows of someone during a slot.</summary>
public enum CalendarState { Unknown, Free, Tentative, Busy }

/// <summary>
/// What people's calendars show, where the territory's tenant lets us look. An indication beside the answers, never one
/// of them: a calendar knows neither travel nor who can be moved.
/// </summary>
public interface IFreeBusy
{
    /// <summary>
    /// For each person and slot; one that is missing is <see cref="CalendarState.Unknown"/>. Never throws for a calendar
    /// that can't be reached: nothing is known then. Bounded in time, since somebody waits for the card.
    /// </summary>
    /// <param name="people">With the mail or the Entra id that calendars are found by.</param>
    /// <param name="slots">In any order.</param>
    /// <param name="duration">Of each slot.</param>
    Task<IReadOnlyDictionary<(PersonId Person, SlotId Slot), CalendarState>> Of(
        Roster roster, IReadOnlyList<Person> people, IReadOnlyList<Slot> slots, TimeSpan duration,
        CancellationToken cancel);
}

/// <summary>No calendar to look at: nothing is known of anybody.</summary>
public sealed class NoCalendars : IFreeBusy
{
    public Task<IReadOnlyDictionary<(PersonId Person, SlotId Slot), CalendarState>> Of(
        Roster roster, IReadOnlyList<Person> people, IReadOnlyList<Slot> slots, TimeSpan duration,
        CancellationToken cancel) => Task.FromResult(Nothing);

    /// <summary>What is known when nothing is.</summary>
    public static IReadOnlyDictionary<(PersonId Person, SlotId Slot), CalendarState> Nothing { get; } =
        new Dictionary<(PersonId, SlotId), CalendarState>();
}
