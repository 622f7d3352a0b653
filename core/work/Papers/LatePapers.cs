using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Papers;
using Concertation.Work.Notices;
using Concertation.Work.Sessions;

namespace Concertation.Work.Papers;

/// <summary>Tells the pilote, once, of an agenda that should have gone out and hasn't.</summary>
internal sealed class WatchAgendas(IAgendas agendas, INotices notices, IRelay relay, TimeProvider clock) : IAgendaWatch
{
    public async Task Look(Session session, Table table, Roster roster, CancellationToken cancel)
    {
        if ((await agendas.Circulations(session.Territory, session.Id, cancel)).Count == 0)
        {
            await Late.Tell(new Effect($"agendadue-{session.Id}", EffectKind.AgendaDue, session.Id.Value), session, roster, notices, relay, clock, cancel);
        }
    }
}

/// <summary>Reminds the pilote 3 and 7 days after a session whose minutes haven't gone out.</summary>
internal sealed class WatchMinutes(IMinutes minutes, INotices notices, IRelay relay, TimeProvider clock) : IMinutesWatch
{
    private const int First = 3;
    private const int Second = 7;

    public async Task Look(Session session, Table table, Roster roster, int days, CancellationToken cancel)
    {
        if (days >= First && (await minutes.Head(session.Territory, session.Id, cancel))?.Value is null or { CirculatedVersion: 0 })
        {
            var which = days >= Second ? "7" : "3";
            await Late.Tell(
                new Effect($"minutesdue-{session.Id}-{which}", EffectKind.MinutesDue, session.Id.Value, which), session, roster, notices, relay, clock, cancel);
        }
    }
}

file static class Late
{
    public static async Task Tell(
        Effect effect, Session session, Roster roster, INotices notices, IRelay relay, TimeProvider clock, CancellationToken cancel)
    {
        var aggregate = new Aggregate(AggregateKind.Session, session.Territory, session.Id.Value);
        // The clock looks every quarter of an hour: only what is new is sent for.
        if ((await notices.Of(aggregate, cancel)).Any(n => n.Value.Why == effect.Kind && n.Value.Detail == effect.Detail))
        {
            return;
        }

        await relay.Announce(aggregate, cancel);
        await notices.Create(
            [.. new[] { roster.Territory.Pilot, session.ConvenedBy }.Distinct().Select(p => Notify.Of(aggregate, effect, p, null, clock.GetUtcNow()))], cancel);
        relay.Nudge(aggregate);
    }
}

/// <summary>An agenda or minutes are late: what the pilote reads.</summary>
internal abstract class LatePaperNotice(ISessions sessions) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        return await sessions.Get(notice.Territory, id, cancel) is { Value: { State: SessionState.Convened } session }
            && roster.TableOf(session.Table) is { } table && await IsLate(session, cancel)
                ? new(
                    LatePaperCard.Of(Kind, session, table, roster.Zone),
                    new(LatePaperCard.Title(Kind, session, table, roster.Zone), LatePaperCard.Plain(Kind, session, table, roster.Zone)))
                : null;
    }

    protected abstract Task<bool> IsLate(Session session, CancellationToken cancel);
}

internal sealed class LateAgendaNotice(ISessions sessions, IAgendas agendas) : LatePaperNotice(sessions)
{
    public override EffectKind Kind => EffectKind.AgendaDue;

    protected override async Task<bool> IsLate(Session session, CancellationToken cancel) =>
        (await agendas.Circulations(session.Territory, session.Id, cancel)).Count == 0;
}

internal sealed class LateMinutesNotice(ISessions sessions, IMinutes minutes) : LatePaperNotice(sessions)
{
    public override EffectKind Kind => EffectKind.MinutesDue;

    protected override async Task<bool> IsLate(Session session, CancellationToken cancel) =>
        (await minutes.Head(session.Territory, session.Id, cancel))?.Value is null or { CirculatedVersion: 0 };
}
