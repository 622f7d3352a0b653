using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>What became of a wish to convene.</summary>
public abstract record ConveneOutcome
{
    private ConveneOutcome() { }

    /// <param name="Again">The same act repeated: the session was there already.</param>
    public sealed record Convened(Session Session, bool Again) : ConveneOutcome;

    public sealed record Refused(IReadOnlyList<ConveneProblem> Problems) : ConveneOutcome;

    public T Match<T>(Func<Convened, T> convened, Func<Refused, T> refused) => this switch
    {
        Convened it => convened(it),
        Refused it => refused(it),
        _ => throw new InvalidOperationException("no such outcome"),
    };
}

/// <summary>Convenes a session and has every called seat told.</summary>
public sealed class ConveneSession(IRosters rosters, ISessions sessions, QuorumLack lack, IRelay relay, TimeProvider clock)
{
    /// <summary>What the rules say about the form, without convening.</summary>
    public async Task<ConveneCheck> Check(Actor actor, ConveneForm form, CancellationToken cancel)
    {
        var roster = await RosterOf(actor, cancel);
        var original = form.SecondCallOf is { } id && await sessions.Get(actor.Territory, id, cancel) is { Value: var first }
            ? new FirstCall(first, await lack.Of(first, roster, cancel))
            : null;
        var others = SessionClashes.TimesOf(await sessions.All(actor.Territory, cancel));
        return ConveneRules.Check(form, roster, actor, clock.GetUtcNow(), original, others);
    }

    /// <param name="operation">Names the filled-in form: sent twice, it convenes one session.</param>
    public Task<ConveneOutcome> Run(Actor actor, ConveneForm form, OperationId operation, CancellationToken cancel) =>
        Run(actor, form, IdOf(actor, operation), cancel);

    /// <summary>The same for a session whose id what it comes from gives, e.g. the poll of its dates.</summary>
    internal async Task<ConveneOutcome> Run(Actor actor, ConveneForm form, SessionId id, CancellationToken cancel)
    {
        if (await sessions.Get(actor.Territory, id, cancel) is { } there)
        {
            return new ConveneOutcome.Convened(there.Value, Again: true);
        }

        var check = await Check(actor, form, cancel);
        if (check.Plan is not { } plan)
        {
            // The same act a moment ago may be what stands in its own way.
            return await sessions.Get(actor.Territory, id, cancel) is { } meanwhile
                ? new ConveneOutcome.Convened(meanwhile.Value, Again: true)
                : new ConveneOutcome.Refused(check.Problems);
        }

        var session = new Session(
            id, actor.Territory, plan.Table.Id, plan.Format, plan.Start, plan.Duration, plan.Place, plan.Online,
            plan.OnlineUrl, plan.Agenda, SessionState.Convened, 0, actor.Id, clock.GetUtcNow(), form.SecondCallOf, null)
        {
            Poll = form.Poll,
        };
        var aggregate = new Aggregate(AggregateKind.Session, actor.Territory, id.Value);
        await relay.Announce(aggregate, cancel);
        var told = SessionEffects.Of(session, EffectKind.SessionConvened) with
        {
            OftenFrom = form.SparesOften ? Grouping.ForSession(plan.Start, await RosterOf(actor, cancel), clock.GetUtcNow()) : null,
        };
        if (await sessions.Create(session, [told], cancel))
        {
            relay.Nudge(aggregate);
            return new ConveneOutcome.Convened(session, Again: false);
        }

        var first = await sessions.Get(actor.Territory, id, cancel)
            ?? throw new InvalidOperationException("a session that exists can't be read");
        return new ConveneOutcome.Convened(first.Value, Again: true);
    }

    private async Task<Roster> RosterOf(Actor actor, CancellationToken cancel) => await rosters.Get(actor.Territory, cancel)
        ?? throw new InvalidOperationException("the actor's territory is gone");

    /// <summary>The same act of the same person always names the same session, and nobody else's.</summary>
    public static SessionId IdOf(Actor actor, OperationId operation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"session|{actor.Territory}|{actor.Id}|{operation}"));
        return new SessionId($"s-{Convert.ToHexStringLower(hash)[..20]}");
    }
}
