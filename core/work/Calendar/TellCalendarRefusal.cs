using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Calendar;
using Concertation.Work.Notices;

namespace Concertation.Work.Calendar;

/// <summary>Tells the pilote and whoever convened that Outlook refused a session's event: once for each reason, however often it is tried.</summary>
public sealed class TellCalendarRefusal(INotices notices, IRelay relay, TimeProvider clock)
{
    public async Task Run(Session session, Roster roster, string code, CancellationToken cancel)
    {
        var aggregate = new Aggregate(AggregateKind.Session, session.Territory, session.Id.Value);
        if ((await notices.Of(aggregate, cancel)).Any(n => n.Value.Why == EffectKind.CalendarRefused && n.Value.Detail == code))
        {
            return;
        }

        var effect = new Effect(
            string.Create(CultureInfo.InvariantCulture, $"calendarrefused-{session.Id}-{session.Sequence}"), EffectKind.CalendarRefused, session.Id.Value, code);
        await relay.Announce(aggregate, cancel);
        await notices.Create(
            [.. new[] { roster.Territory.Pilot, session.ConvenedBy }.Distinct().Select(p => Notify.Of(aggregate, effect, p, null, clock.GetUtcNow()))], cancel);
        relay.Nudge(aggregate);
    }
}

/// <summary>Why Outlook has no event; once it has one, not worth sending.</summary>
internal sealed class CalendarRefusedNotice(ISessions sessions, ICalendarEntries entries) : INoticeContent
{
    public EffectKind Kind => EffectKind.CalendarRefused;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        var entry = (await entries.Get(notice.Territory, id, cancel))?.Value;
        if (entry?.State is CalendarState.Written or CalendarState.Cancelled
            || await sessions.Get(notice.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return null;
        }

        var known = entry?.Event is not null;
        return new(
            CalendarRefusedCard.Of(session, table, roster.Zone, known, notice.Detail!),
            new(CalendarRefusedCard.Title(session, table, roster.Zone), CalendarRefusedCard.Plain(session, known, notice.Detail!)));
    }
}
