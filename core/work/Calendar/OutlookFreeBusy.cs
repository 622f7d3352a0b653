using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Graph;
using Microsoft.Extensions.Logging;
using Availability = Concertation.Microsoft365.Graph.Availability;
using CalendarState = Concertation.Domain.Polls.CalendarState;

namespace Concertation.Work.Calendar;

/// <summary>
/// What the tenant's people have in Outlook, asked in the pilote's mailbox: twenty people a request, four requests at once.
/// Somebody waits for the card, so that what hasn't come after a moment isn't known. Who can't be asked, outside the tenant
/// or without a mail, isn't known either.
/// </summary>
public sealed partial class OutlookFreeBusy(GraphCalendar graph, TimeProvider clock, ILogger<OutlookFreeBusy> log) : IFreeBusy
{
    /// <summary>The longest window that getSchedule takes is 62 days (calendar-getschedule).</summary>
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(62);

    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(15);

    /// <summary>All the time there is, for every request together.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2.5);

    private const string TooSlow = "not in time";

    private long _notBefore;

    public async Task<IReadOnlyDictionary<(PersonId Person, SlotId Slot), CalendarState>> Of(
        Roster roster, IReadOnlyList<Person> people, IReadOnlyList<Slot> slots, TimeSpan duration, CancellationToken cancel)
    {
        var asked = people.Where(p => p is { EntraId: not null, Mail: not null })
            .ToLookup(p => p.Mail!, StringComparer.OrdinalIgnoreCase);
        if (!graph.IsConfigured || roster.PersonOf(roster.Territory.Pilot) is not { EntraId: { } mailbox }
            || asked.Count == 0 || clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _notBefore))
        {
            return NoCalendars.Nothing;
        }

        // Of the network, not of the territory's time: a moved clock is no answer.
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        moment.CancelAfter(Moment);
        var requests =
            from window in Windows(slots, duration)
            from mails in asked.Select(p => p.Key).Chunk(GraphCalendar.MostSchedules)
            select Ask(mailbox, mails, window, moment.Token, cancel);
        var shown = new Dictionary<(PersonId, SlotId), CalendarState>();
        foreach (var (window, schedules) in await Task.WhenAll(requests))
        {
            foreach (var (schedule, slot) in schedules.SelectMany(schedule => window.Slots.Select(slot => (schedule, slot))))
            {
                var state = StateOf(schedule.During(slot.Start, slot.Start + duration));
                foreach (var person in asked[schedule.Mail])
                {
                    shown[(person.Id, slot.Id)] = state;
                }
            }
        }

        return shown;
    }

    /// <summary>As few as may be: nearly always one.</summary>
    private static IEnumerable<Window> Windows(IEnumerable<Slot> slots, TimeSpan duration)
    {
        Window? open = null;
        foreach (var slot in slots.OrderBy(s => s.Start))
        {
            var until = slot.Start + duration;
            if (open is not null && until - open.From <= LongestWindow)
            {
                open = open with { Until = until, Slots = [.. open.Slots, slot] };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = new Window(slot.Start, until, [slot]);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    /// <summary>Empty when nothing came, for whatever reason. Graph's word on when to come back is kept to.</summary>
    private async Task<(Window, IReadOnlyList<FreeBusy>)> Ask(
        string mailbox, IReadOnlyList<string> mails, Window window, CancellationToken moment, CancellationToken cancel)
    {
        try
        {
            // Whole slots of the view, so that the last date is covered to its end.
            var until = window.From + (Math.Ceiling((window.Until - window.From) / Grain) * Grain);
            var outcome = await graph.Schedule(mailbox, mails, window.From, until, Grain, moment);
            return (window, outcome.Match(
                done => done,
                refused => Without($"{refused.Status} {refused.Code}"),
                later =>
                {
                    Interlocked.Exchange(ref _notBefore, (clock.GetUtcNow() + later.After).UtcTicks);
                    return Without(later.Reason);
                },
                unknown => Without(unknown.Reason)));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return (window, Without(e is OperationCanceledException ? TooSlow : e.GetType().Name));
        }
    }

    private IReadOnlyList<FreeBusy> Without(string why)
    {
        NotShown(why);
        return [];
    }

    private static CalendarState StateOf(Availability seen) => seen switch
    {
        Availability.Free or Availability.WorkingElsewhere => CalendarState.Free,
        Availability.Tentative => CalendarState.Tentative,
        Availability.Busy or Availability.OutOfOffice => CalendarState.Busy,
        _ => CalendarState.Unknown,
    };

    private sealed record Window(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Slot> Slots);

    [LoggerMessage(Level = LogLevel.Information, Message = "A poll is shown without calendars: {Why}")]
    private partial void NotShown(string why);
}
