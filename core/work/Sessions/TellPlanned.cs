using Concertation.Documents.Calendar;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Calendar;
using Concertation.Work.Notices;

namespace Concertation.Work.Sessions;

/// <summary>The sessions planned by one act, as they stand; those cancelled or over are left out.</summary>
public sealed class PlannedTogether(ISessions sessions, TimeProvider clock)
{
    public async Task<IReadOnlyList<Session>> Of(TerritoryId territory, string? plan, CancellationToken cancel) =>
        plan is null
            ? []
            : [.. (await sessions.All(territory, cancel)).Where(s =>
                s.PlannedWith == plan && s.State != SessionState.Cancelled && s.End > clock.GetUtcNow())];

    /// <summary>Those of them in which the person holds a called seat.</summary>
    public static IReadOnlyList<Session> For(PersonId person, IReadOnlyList<Session> planned, Table table, Roster roster) =>
        [.. planned.Where(session => session.Called(table).Any(seat =>
            roster.Mandates.TryGetValue(seat.Id, out var mandate) && mandate.Holder.Id == person))];
}

/// <summary>Has each person told of a table's dates of the year: one message, whatever the number of dates and seats.</summary>
public sealed class TellPlanned(PlannedTogether together, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SessionsPlanned;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var planned = await together.Of(run.Aggregate.Territory, run.Effect.Detail, cancel);
        if (planned.Count == 0 || run.Roster.TableOf(planned[0].Table) is not { } table)
        {
            return;
        }

        var people = table.Seats.Select(s => run.Roster.Mandates.GetValueOrDefault(s.Id)?.Holder).OfType<Person>()
            .DistinctBy(p => p.Id).Where(p => PlannedTogether.For(p.Id, planned, table, run.Roster).Count > 0);
        await solicited.Tell(run, people.Select(p => (p.Id, (SeatId?)null)), cancel);
    }
}

/// <summary>« Dates de l’année », as they stand when it is sent; by mail with a calendar file of them all.</summary>
public sealed class PlannedNotice(PlannedTogether together, OutlookReach outlook) : INoticeContent
{
    public EffectKind Kind => EffectKind.SessionsPlanned;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var planned = await together.Of(notice.Territory, notice.Detail, cancel);
        if (planned.Count == 0 || roster.TableOf(planned[0].Table) is not { } table
            || roster.PersonOf(notice.Recipient) is not { } person
            || PlannedTogether.For(person.Id, planned, table, roster) is not { Count: > 0 } own)
        {
            return null;
        }

        var file = await NotByOutlook(person, own, table, roster, cancel);
        return new NoticeContent(
            PlanYearCard.Told(table, own, roster),
            new MailContent(
                SessionMailTexts.PlannedSubject(table), Text(person, table, own, roster, file.Count),
                Calendar: file.Count == 0 ? null : CalendarFeed.Write(null, roster.Zone, [.. file.Select(s => TableFeed.Of(s, table, open: true))]),
                CalendarMethod: file.Count == 0 ? null : CalendarFeed.Method));
    }

    /// <summary>Those that Outlook won't bring once they are convened: a date wouldn't stand there twice.</summary>
    private async Task<IReadOnlyList<Session>> NotByOutlook(
        Person person, IReadOnlyList<Session> sessions, Table table, Roster roster, CancellationToken cancel)
    {
        var left = new List<Session>();
        foreach (var session in sessions)
        {
            if (!await outlook.Has(person, session, table, roster, cancel))
            {
                left.Add(session);
            }
        }

        return left;
    }

    private static string Text(Person person, Table table, IReadOnlyList<Session> sessions, Roster roster, int inFile) => string.Join(
        "\n",
        [
            $"Bonjour {person.Name},", "", SessionMailTexts.PlannedOpening(table, sessions.Count), "",
            .. sessions.Select(s => $"- {French.DayAndTime(s.Start, roster.Zone)} ({SessionTexts.Format(s.Format)}, {French.Duration(s.Duration)}, {SessionTexts.Where(s)})"),
            "", .. inFile > 0 ? [SessionMailTexts.DatesAttached(inFile)] : Array.Empty<string>(), SessionMailTexts.NothingToAnswerDates,
        ]);
}
