using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

public abstract record ProxyOutcome
{
    private ProxyOutcome() { }

    public sealed record Given(Session Session, Seat From, Seat To) : ProxyOutcome;

    public sealed record TakenBack(Session Session, Seat From) : ProxyOutcome;

    public sealed record NotFound : ProxyOutcome;

    /// <summary>Neither its representative nor the session's convener.</summary>
    public sealed record NotYours(Session Session) : ProxyOutcome;

    /// <summary>Cancelled or over.</summary>
    public sealed record Closed(Session Session) : ProxyOutcome;

    /// <summary>One of the two has no voting seat in that session, or they are the same, or nobody sits for the holder.</summary>
    public sealed record NoSuchHolder(Session Session, Seat From) : ProxyOutcome;

    /// <summary>Its representative or substitute comes: there is nothing to give away.</summary>
    public sealed record Attends(Session Session, Seat From) : ProxyOutcome;

    /// <summary>The holder has as many as the table allows.</summary>
    public sealed record Full(Session Session, Seat To, int Most) : ProxyOutcome;

    /// <summary>The holder has given its own voice away.</summary>
    public sealed record HolderAway(Session Session, Seat To) : ProxyOutcome;

    public T Match<T>(
        Func<Given, T> given, Func<TakenBack, T> takenBack, Func<NotFound, T> notFound, Func<NotYours, T> notYours,
        Func<Closed, T> closed, Func<NoSuchHolder, T> noSuchHolder, Func<Attends, T> attends, Func<Full, T> full,
        Func<HolderAway, T> holderAway) => this switch
        {
            Given it => given(it),
            TakenBack it => takenBack(it),
            NotFound it => notFound(it),
            NotYours it => notYours(it),
            Closed it => closed(it),
            NoSuchHolder it => noSuchHolder(it),
            Attends it => attends(it),
            Full it => full(it),
            HolderAway it => holderAway(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>
/// A seat gives another one its proxy for one session (rule 3): written, capped per holder, only where nobody comes for
/// the giver. The holder's slots are rows, so that two givers at once can't pass the cap.
/// </summary>
public sealed class GiveProxy(IRosters rosters, ISessions sessions, IMeetings meetings, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="to">Null takes the proxy back.</param>
    public async Task<ProxyOutcome> Run(Actor actor, SessionId id, SeatId from, SeatId? to, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table
            || session.Called(table).FirstOrDefault(s => s.Id == from) is not { } giver)
        {
            return new ProxyOutcome.NotFound();
        }

        if (!roster.MayConvene(actor.Id, table) && !(roster.Mandates.TryGetValue(from, out var mandate) && mandate.Allows(actor.Id)))
        {
            return new ProxyOutcome.NotYours(session);
        }

        if (session.State == SessionState.Cancelled || session.End <= clock.GetUtcNow())
        {
            return new ProxyOutcome.Closed(session);
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var record = await meetings.Of(actor.Territory, id, cancel);
            var outcome = to is { } holder
                ? await Give(new Asked(actor, roster, session, table, giver, holder), record, cancel)
                : await TakeBack(actor, session, giver, record, cancel);
            if (outcome is not null)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("proxies of a session change too often to be changed");
    }

    private sealed record Asked(Actor Actor, Roster Roster, Session Session, Table Table, Seat From, SeatId To);

    /// <summary>Null when somebody took the slot meanwhile.</summary>
    private async Task<ProxyOutcome?> Give(Asked asked, MeetingRecord record, CancellationToken cancel)
    {
        var (session, from) = (asked.Session, asked.From);
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        var roll = RollCall.Of(session, asked.Table, asked.Roster, replies, record).Seats.ToDictionary(s => s.Seat.Id);
        if (!roll.TryGetValue(asked.To, out var holder) || asked.To == from.Id || holder.Mandate is null
            || holder.Seat.Voice != Voice.Deliberative || from.Voice != Voice.Deliberative)
        {
            return new ProxyOutcome.NoSuchHolder(session, from);
        }

        if (roll[from.Id].State is RollState.Present or RollState.Expected)
        {
            return new ProxyOutcome.Attends(session, from);
        }

        if (holder.Proxy is not null)
        {
            return new ProxyOutcome.HolderAway(session, holder.Seat);
        }

        var standing = roll[from.Id].Proxy;
        if (standing?.To == asked.To)
        {
            return new ProxyOutcome.Given(session, from, holder.Seat);
        }

        var most = asked.Table.Rules.Sessions.ProxiesPerHolder;
        var taken = record.Proxies.Where(p => p.To == asked.To && p.From != from.Id).Select(p => p.Slot).ToHashSet();
        if (Enumerable.Range(1, most).FirstOrDefault(slot => !taken.Contains(slot)) is not (> 0 and var free))
        {
            return new ProxyOutcome.Full(session, holder.Seat, most);
        }

        // The one given before goes only where there is room for the new one.
        if (standing is not null)
        {
            await End(asked.Actor, session, standing, follow: false, cancel);
        }

        var proxy = new Proxy(
            session.Id, from.Id, asked.To, free, asked.Actor.Id, asked.Actor.Name, clock.GetUtcNow(), asked.Actor.Way);
        await relay.Announce(session.Aggregate, cancel);
        if (!await meetings.Give(session.Territory, proxy, [ProxyEffects.Given(proxy), ToFollow(session, from.Id)], cancel))
        {
            return null;
        }

        relay.Nudge(session.Aggregate);
        return new ProxyOutcome.Given(session, from, holder.Seat);
    }

    /// <summary>Ballots that are open already follow what was given or taken back.</summary>
    private Effect ToFollow(Session session, SeatId from) => new(
        string.Create(CultureInfo.InvariantCulture, $"proxy-{session.Id}-{from}-{clock.GetUtcNow().UtcTicks}"),
        EffectKind.SessionRightsChanged, session.Id.Value);

    private async Task<ProxyOutcome> TakeBack(Actor actor, Session session, Seat from, MeetingRecord record, CancellationToken cancel)
    {
        if (record.Proxies.FirstOrDefault(p => p.From == from.Id) is { } standing)
        {
            await End(actor, session, standing, follow: true, cancel);
        }

        return new ProxyOutcome.TakenBack(session, from);
    }

    /// <summary>Somebody comes for the giver after all (rule 3): its proxy ends, and those it concerns are told.</summary>
    public async Task Lapse(Actor actor, Session session, SeatId from, CancellationToken cancel)
    {
        if ((await meetings.Proxies(session.Territory, session.Id, cancel)).FirstOrDefault(p => p.From == from) is { } standing)
        {
            await End(actor, session, standing, follow: true, cancel);
        }
    }

    /// <param name="follow">Whether open ballots follow now; they do later where another proxy is given at once.</param>
    private async Task End(Actor actor, Session session, Proxy standing, bool follow, CancellationToken cancel)
    {
        await relay.Announce(session.Aggregate, cancel);
        Effect[] effects = [ProxyEffects.Ended(standing, actor.Id, clock.GetUtcNow()), .. follow ? [ToFollow(session, standing.From)] : Array.Empty<Effect>()];
        await meetings.TakeBack(session.Territory, standing, effects, cancel);
        relay.Nudge(session.Aggregate);
    }
}
