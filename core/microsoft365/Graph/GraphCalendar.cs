using System.Globalization;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using Microsoft.Kiota.Abstractions;

namespace Concertation.Microsoft365.Graph;

/// <summary>
/// Outlook calendars through Microsoft Graph v1.0, with application permissions: Calendars.ReadWrite. Mailboxes are named
/// by their person's Entra id. Sources: microsoft-graph-docs-contrib, api-reference/v1.0/api: user-post-events,
/// event-update, event-cancel, event-delete, event-get, calendar-getschedule.
/// </summary>
public sealed class GraphCalendar(GraphExchange exchange)
{
    /// <summary>Of one event (resources/event.md).</summary>
    public const int MostAttendees = 500;

    /// <summary>Of one getSchedule request.</summary>
    public const int MostSchedules = 20;

    private static readonly string[] Answered = ["attendees", "onlineMeeting", "isCancelled"];

    /// <summary>False: calendar and mail stay the files they are without Graph, and every request is refused.</summary>
    public bool IsConfigured => exchange.IsConfigured;

    /// <summary>
    /// Makes the event, and has Outlook invite its attendees. However often that is asked with the same
    /// <paramref name="transaction"/>, there is one event: the one first made.
    /// </summary>
    public Task<GraphOutcome<WrittenEvent>> Create(
        string mailbox, EventDraft draft, string transaction, CancellationToken cancel)
    {
        if (draft.Attendees.Count > MostAttendees)
        {
            return Task.FromResult<GraphOutcome<WrittenEvent>>(
                new GraphOutcome<WrittenEvent>.Refused(0, GraphCodes.TooManyAttendees));
        }

        var made = Of(draft);
        made.Body = Body(draft);
        made.TransactionId = transaction;
        made.ResponseRequested = true;
        made.AllowNewTimeProposals = false;
        return exchange.Do(
            mailbox,
            async (graph, stop) => Read(await graph.Users[mailbox].Events.PostAsync(made, r => r.Headers.Add(Immutable.Name, Immutable.Value), stop)),
            cancel);
    }

    /// <summary>
    /// Gives the event its new time, place, subject and attendees; Outlook tells those it concerns. The body of a Teams
    /// meeting is left alone: it holds the way to join (event-update, "body property and online meetings").
    /// </summary>
    public Task<GraphOutcome<WrittenEvent>> Update(
        string mailbox, string id, EventDraft draft, bool keepBody, CancellationToken cancel)
    {
        var changed = Of(draft);
        if (!keepBody)
        {
            changed.Body = Body(draft);
        }

        return exchange.Do(
            mailbox,
            async (graph, stop) => Read(await graph.Users[mailbox].Events[id].PatchAsync(changed, r => r.Headers.Add(Immutable.Name, Immutable.Value), stop)),
            cancel);
    }

    /// <summary>Cancels the meeting: its attendees are told, with the comment, and it leaves the calendars.</summary>
    public Task<GraphOutcome<bool>> Cancel(string mailbox, string id, string? comment, CancellationToken cancel) =>
        exchange.Do(
            mailbox,
            async (graph, stop) =>
            {
                await graph.Users[mailbox].Events[id].Cancel.PostAsync(
                    new CancelPostRequestBody { Comment = comment }, r => r.Headers.Add(Immutable.Name, Immutable.Value), stop);
                return true;
            },
            cancel);

    /// <summary>Takes away an event to which nobody was invited: there is nobody to tell.</summary>
    public Task<GraphOutcome<bool>> Delete(string mailbox, string id, CancellationToken cancel) =>
        exchange.Do(
            mailbox,
            async (graph, stop) =>
            {
                await graph.Users[mailbox].Events[id].DeleteAsync(r => r.Headers.Add(Immutable.Name, Immutable.Value), stop);
                return true;
            },
            cancel);

    /// <summary>What the attendees answered so far, and the way to join.</summary>
    public Task<GraphOutcome<EventAnswers>> Answers(string mailbox, string id, CancellationToken cancel) =>
        exchange.Do(
            mailbox,
            async (graph, stop) =>
            {
                var read = await graph.Users[mailbox].Events[id].GetAsync(
                    r =>
                    {
                        r.QueryParameters.Select = Answered;
                        r.Headers.Add(Immutable.Name, Immutable.Value);
                    },
                    stop);
                return new EventAnswers(
                    [.. (read?.Attendees ?? []).Where(a => a.EmailAddress?.Address is not null).Select(Answer)],
                    read?.OnlineMeeting?.JoinUrl, read?.IsCancelled == true);
            },
            cancel);

    /// <summary>
    /// How the people's time stands between the two moments, in slots of 5 to 1,440 minutes; asked in the name of
    /// <paramref name="mailbox"/>, twenty people a request. The first request that isn't answered ends it.
    /// </summary>
    public async Task<GraphOutcome<IReadOnlyList<FreeBusy>>> Schedule(
        string mailbox, IReadOnlyList<string> mails, DateTimeOffset from, DateTimeOffset until, TimeSpan slot,
        CancellationToken cancel)
    {
        var all = new List<FreeBusy>();
        foreach (var some in mails.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(MostSchedules))
        {
            var asked = new GetSchedulePostRequestBody
            {
                Schedules = [.. some],
                StartTime = Utc(from),
                EndTime = Utc(until),
                AvailabilityViewInterval = (int)slot.TotalMinutes,
            };
            var outcome = await exchange.Do(
                mailbox,
                async (graph, stop) =>
                    (await graph.Users[mailbox].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(asked, cancellationToken: stop))?.Value ?? [],
                cancel);
            if (outcome is not GraphOutcome<List<ScheduleInformation>>.Done done)
            {
                return outcome.Match<GraphOutcome<IReadOnlyList<FreeBusy>>>(
                    _ => throw new InvalidOperationException("done is not a failure"),
                    no => new GraphOutcome<IReadOnlyList<FreeBusy>>.Refused(no.Status, no.Code),
                    later => new GraphOutcome<IReadOnlyList<FreeBusy>>.Later(later.After, later.Reason),
                    unknown => new GraphOutcome<IReadOnlyList<FreeBusy>>.Unknown(unknown.Reason));
            }

            all.AddRange(done.Value.Select(s => View(s, from, slot)));
        }

        return new GraphOutcome<IReadOnlyList<FreeBusy>>.Done(all);
    }

    /// <summary>Ids that don't change when an event moves (outlook-immutable-id).</summary>
    private static (string Name, string Value) Immutable => ("Prefer", "IdType=\"ImmutableId\"");

    private static Event Of(EventDraft draft)
    {
        var (start, end) = Times(draft);
        var written = new Event
        {
            Subject = draft.Subject,
            Start = start,
            End = end,
            Location = new Location { DisplayName = draft.Location ?? "" },
            Attendees = [.. draft.Attendees.Select(a => new Attendee
            {
                EmailAddress = new EmailAddress { Address = a.Mail, Name = a.Name },
                Type = a.Optional ? AttendeeType.Optional : AttendeeType.Required,
            })],
        };
        if (draft.TeamsMeeting)
        {
            written.IsOnlineMeeting = true;
            written.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        }

        return written;
    }

    private static ItemBody Body(EventDraft draft) => new() { ContentType = BodyType.Html, Content = draft.Html };

    /// <summary>In the zone; in UTC where the zone's clocks show the hour twice.</summary>
    private static (DateTimeTimeZone Start, DateTimeTimeZone End) Times(EventDraft draft)
    {
        var end = draft.Start + draft.Duration;
        return draft.Zone.IsAmbiguousTime(draft.Start) || draft.Zone.IsAmbiguousTime(end)
            ? (Utc(draft.Start), Utc(end))
            : (In(draft.Zone, draft.Start), In(draft.Zone, end));
    }

    private static DateTimeTimeZone Utc(DateTimeOffset at) => In(TimeZoneInfo.Utc, at);

    private static DateTimeTimeZone In(TimeZoneInfo zone, DateTimeOffset at) => new()
    {
        DateTime = TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeZone = zone.Id,
    };

    private static WrittenEvent Read(Event? answer) => answer?.Id is { Length: > 0 } id
        ? new(id, answer.OnlineMeeting?.JoinUrl, answer.Attendees?.Count ?? 0)
        : throw new ApiException("an event without id") { ResponseStatusCode = 200 };

    private static AttendeeAnswer Answer(Attendee attendee)
    {
        var response = attendee.Status?.Response switch
        {
            ResponseType.Accepted => AttendeeResponse.Accepted,
            ResponseType.TentativelyAccepted => AttendeeResponse.TentativelyAccepted,
            ResponseType.Declined => AttendeeResponse.Declined,
            _ => AttendeeResponse.None,
        };
        // Without an answer Graph gives the year 1.
        var at = attendee.Status?.Time is { Year: > 1 } time ? time.ToUniversalTime() : (DateTimeOffset?)null;
        return new(attendee.EmailAddress!.Address!, at is null ? AttendeeResponse.None : response, at);
    }

    private static FreeBusy View(ScheduleInformation schedule, DateTimeOffset from, TimeSpan slot) => new(
        schedule.ScheduleId ?? "", from, slot, [.. (schedule.AvailabilityView ?? "").Select(Availability)],
        schedule.Error is null ? null : schedule.Error.ResponseCode ?? "");

    private static Availability Availability(char digit) => digit switch
    {
        '0' => Graph.Availability.Free,
        '1' => Graph.Availability.Tentative,
        '2' => Graph.Availability.Busy,
        '3' => Graph.Availability.OutOfOffice,
        '4' => Graph.Availability.WorkingElsewhere,
        _ => Graph.Availability.Unknown,
    };
}
