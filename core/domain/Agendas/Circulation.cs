using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Agendas;

/// <summary>One numbered version of the agenda as it went out; never changed.</summary>
/// <param name="Version">From 1, without gaps.</param>
/// <param name="Start">The session's start as it was announced with it.</param>
public sealed record AgendaCirculation(
    SessionId Session, int Version, DateTimeOffset At, PersonId By, string ByName, DateTimeOffset Start,
    IReadOnlyList<AgendaItem> Agenda)
{
    public Effect ToTell()
    {
        var version = Version.ToString(CultureInfo.InvariantCulture);
        return new Effect($"agenda-{Session}-{version}", EffectKind.AgendaCirculated, Session.Value, version);
    }

    /// <summary>Whether the session's agenda is still what went out.</summary>
    public bool StillStands(Session session) => Agenda.Count == session.Agenda.Count && Agenda.Zip(session.Agenda).All(p => Same(p.First, p.Second));

    // Documents and reports hang on an item without changing what it is about.
    private static bool Same(AgendaItem one, AgendaItem other) =>
        (one.Id, one.Kind, one.Title, one.Minutes, one.InCamera, one.Presenter)
        == (other.Id, other.Kind, other.Title, other.Minutes, other.InCamera, other.Presenter);
}

/// <summary>« J'ai pris connaissance »: somebody said so. Opening is never tracked (rule 12).</summary>
public sealed record Acknowledgement(
    SessionId Session, int Version, SeatId Seat, PersonId Person, string Name, DateTimeOffset At, Way Way);

public abstract record CirculateOutcome
{
    private CirculateOutcome() { }

    /// <param name="Again">That version had gone out already: nobody is told twice.</param>
    public sealed record Circulated(Session Session, AgendaCirculation Circulation, bool Again) : CirculateOutcome;

    public sealed record NotFound : CirculateOutcome;

    public sealed record NotAConvener(Session Session) : CirculateOutcome;

    /// <summary>Not convened yet, cancelled or over.</summary>
    public sealed record Closed(Session Session) : CirculateOutcome;

    public T Match<T>(
        Func<Circulated, T> circulated, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener, Func<Closed, T> closed) => this switch
        {
            Circulated it => circulated(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            Closed it => closed(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Sends the agenda as it stands to every called seat, as a numbered version.</summary>
public sealed class CirculateAgenda(IRosters rosters, ISessions sessions, IAgendas agendas, IRelay relay, TimeProvider clock)
{
    /// <param name="version">The version the convener means to send: pressed twice, the button sends one.</param>
    /// <param name="sparesOften">Who was written to often this week gets it next week.</param>
    public async Task<CirculateOutcome> Run(Actor actor, SessionId id, int version, bool sparesOften, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return new CirculateOutcome.NotFound();
        }

        if (!roster.MayConvene(actor.Id, table))
        {
            return new CirculateOutcome.NotAConvener(session);
        }

        if (session.State != SessionState.Convened || session.End <= clock.GetUtcNow())
        {
            return new CirculateOutcome.Closed(session);
        }

        var sent = await agendas.Circulations(actor.Territory, id, cancel);
        if (sent.Count > 0 && version <= sent[^1].Version)
        {
            return new CirculateOutcome.Circulated(session, sent[^1], Again: true);
        }

        var circulation = new AgendaCirculation(
            id, sent.Count + 1, clock.GetUtcNow(), actor.Id, actor.Name, session.Start, session.Agenda);
        var aggregate = new Aggregate(AggregateKind.Session, session.Territory, id.Value);
        await relay.Announce(aggregate, cancel);
        var told = circulation.ToTell() with
        {
            OftenFrom = sparesOften ? Grouping.ForSession(session.Start, roster, clock.GetUtcNow()) : null,
        };
        if (await agendas.Circulate(session.Territory, circulation, [told], cancel))
        {
            relay.Nudge(aggregate);
            return new CirculateOutcome.Circulated(session, circulation, Again: false);
        }

        return new CirculateOutcome.Circulated(session, (await agendas.Circulations(actor.Territory, id, cancel))[^1], Again: true);
    }

    /// <summary>Whether an agenda sent at that time comes later than the table's setting asks.</summary>
    public static bool IsLate(Session session, Table table, DateTimeOffset at) =>
        session.Start - at < TimeSpan.FromDays(table.Rules.Sessions.AgendaDays);
}

/// <summary>A called seat's representative says « j'ai pris connaissance ».</summary>
public sealed class AcknowledgeAgenda(IRosters rosters, ISessions sessions, IAgendas agendas, TimeProvider clock)
{
    /// <summary>False when the person doesn't sit there, or there is no such version.</summary>
    public async Task<bool> Run(Actor actor, SessionId id, int version, SeatId seat, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table
            || !session.Called(table).Any(s => s.Id == seat)
            || !roster.Mandates.TryGetValue(seat, out var mandate) || !mandate.Allows(actor.Id)
            || (await agendas.Circulations(actor.Territory, id, cancel)).All(c => c.Version != version))
        {
            return false;
        }

        await agendas.Acknowledge(
            actor.Territory, new Acknowledgement(id, version, seat, actor.Id, actor.Name, clock.GetUtcNow(), actor.Way), cancel);
        return true;
    }
}
