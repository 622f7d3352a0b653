using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>What became of a wish to move or cancel a session.</summary>
public abstract record SessionChange
{
    private SessionChange() { }

    /// <param name="Before">The session as it was; the same as <paramref name="Session"/> when nothing had to change.</param>
    public sealed record Done(Session Session, Session Before) : SessionChange;

    public sealed record NotFound : SessionChange;

    /// <summary>Only the pilote, a deputy or a co-convener of the table may.</summary>
    public sealed record NotAConvener(Table Table) : SessionChange;

    public sealed record Cancelled(Session Session) : SessionChange;

    /// <summary>It has begun, or is over.</summary>
    public sealed record Begun(Session Session) : SessionChange;

    public sealed record Refused(Session Session, IReadOnlyList<ConveneProblem> Problems) : SessionChange;

    public T Match<T>(
        Func<Done, T> done, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener,
        Func<Cancelled, T> cancelled, Func<Begun, T> begun, Func<Refused, T> refused) =>
        this switch
        {
            Done it => done(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            Cancelled it => cancelled(it),
            Begun it => begun(it),
            Refused it => refused(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Loads a session for its convener, decides, saves, and decides again when another change came between.</summary>
public sealed class ChangeSession(IRosters rosters, ISessions sessions, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>
    /// <paramref name="decide"/> gets the session, the roster and the time, and gives what is to become of it: a
    /// <see cref="SessionChange.Done"/> is saved with <paramref name="effect"/> told, anything else is handed back.
    /// </summary>
    /// <param name="sparesOften">Who was written to often this week is told next week.</param>
    internal async Task<SessionChange> Run(
        Actor actor, SessionId id, Func<Session, Roster, DateTimeOffset, SessionChange> decide, EffectKind? effect,
        CancellationToken cancel, bool sparesOften = false)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await sessions.Get(actor.Territory, id, cancel) is not { } there
                || roster.TableOf(there.Value.Table) is not { } table)
            {
                return new SessionChange.NotFound();
            }

            if (!roster.MayConvene(actor.Id, table))
            {
                return new SessionChange.NotAConvener(table);
            }

            var change = decide(there.Value, roster, clock.GetUtcNow());
            if (change is not SessionChange.Done done || ReferenceEquals(done.Session, there.Value))
            {
                return change;
            }

            var later = sparesOften ? Grouping.ForSession(done.Session.Start, roster, clock.GetUtcNow()) : null;
            if (await Save(there.With(done.Session), effect, later, cancel))
            {
                return change;
            }
        }

        throw new InvalidOperationException("a session changes too often to be changed");
    }

    private async Task<bool> Save(Versioned<Session> session, EffectKind? effect, DateTimeOffset? oftenFrom, CancellationToken cancel)
    {
        if (effect is not { } kind)
        {
            return await sessions.Save(session, [], cancel);
        }

        var aggregate = new Aggregate(AggregateKind.Session, session.Value.Territory, session.Value.Id.Value);
        await relay.Announce(aggregate, cancel);
        if (!await sessions.Save(session, [SessionEffects.Of(session.Value, kind) with { OftenFrom = oftenFrom }], cancel))
        {
            return false;
        }

        relay.Nudge(aggregate);
        return true;
    }
}
