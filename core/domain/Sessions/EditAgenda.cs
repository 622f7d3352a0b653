using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Sessions;

/// <summary>Changes the agenda of a session to come.</summary>
public sealed class EditAgenda(ChangeSession change)
{
    /// <summary>Adds an item at the agenda's end; its id is the last of <see cref="SessionChange.Done"/>'s agenda.</summary>
    public Task<SessionChange> AddItem(
        Actor actor, SessionId session, AgendaRow row, CancellationToken cancel) =>
        change.Run(actor, session, (there, _, now) => Adding(there, row, now), effect: null, cancel);

    /// <summary>Puts a report on an item, and takes it off the session's other items. Again, it changes nothing.</summary>
    public Task<SessionChange> PutReportOnAgenda(
        Actor actor, SessionId session, ItemId item, DysfunctionRef report, CancellationToken cancel) =>
        change.Run(actor, session, (there, _, now) => Putting(there, item, report, now), effect: null, cancel);

    /// <summary>Takes a report off whichever item it is on.</summary>
    public Task<SessionChange> TakeReportOff(
        Actor actor, SessionId session, DysfunctionRef report, CancellationToken cancel) =>
        change.Run(actor, session, (there, _, now) => TakingOff(there, report, now), effect: null, cancel);

    public static SessionChange Adding(Session session, AgendaRow row, DateTimeOffset now)
    {
        if (Closed(session, now) is { } closed)
        {
            return closed;
        }

        var line = session.Agenda.Count;
        var problems = ConveneRules.FaultsOf(row.Title, row.Minutes)
            .Select(fault => new ConveneProblem(ConveneField.Agenda, fault, line)).ToList();
        if (session.Agenda.Count >= SessionLimits.Items)
        {
            problems.Add(new ConveneProblem(ConveneField.Agenda, ConveneFault.TooManyItems));
        }

        if (problems.Count > 0)
        {
            return new SessionChange.Refused(session, problems);
        }

        // An item that a report brought is named after the report, not numbered.
        var last = session.Agenda.Max(i =>
            int.TryParse(i.Id.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        var item = new AgendaItem(
            ConveneRules.Numbered(last + 1), row.Kind, row.Title.Trim(), row.Minutes!.Value, row.Axis, [], false);
        return new SessionChange.Done(session with { Agenda = [.. session.Agenda, item] }, session);
    }

    public static SessionChange Putting(Session session, ItemId item, DysfunctionRef report, DateTimeOffset now)
    {
        if (Closed(session, now) is { } closed)
        {
            return closed;
        }

        if (session.ItemOf(item) is not { } target)
        {
            return new SessionChange.NoSuchItem(session);
        }

        if (target.Reports.Contains(report))
        {
            return new SessionChange.Done(session, session);
        }

        var without = Without(session, report);
        return new SessionChange.Done(
            without with
            {
                Agenda = [.. without.Agenda.Select(i => i.Id == item ? i with { Reports = [.. i.Reports, report] } : i)],
            },
            session);
    }

    public static SessionChange TakingOff(Session session, DysfunctionRef report, DateTimeOffset now) =>
        Closed(session, now)
        ?? new SessionChange.Done(
            session.Agenda.Any(i => i.Reports.Contains(report)) ? Without(session, report) : session, session);

    private static Session Without(Session session, DysfunctionRef report) => session with
    {
        Agenda =
        [
            .. session.Agenda.Select(i =>
                i.Reports.Contains(report) ? i with { Reports = [.. i.Reports.Where(r => r != report)] } : i),
        ],
    };

    private static SessionChange? Closed(Session session, DateTimeOffset now) =>
        session.State == SessionState.Cancelled ? new SessionChange.Cancelled(session)
        : session.End <= now ? new SessionChange.Begun(session)
        : null;
}
