using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>What became of a wish to ask about dates.</summary>
public abstract record PollOpening
{
    private PollOpening() { }

    /// <param name="Again">The same act repeated: the poll was there already.</param>
    public sealed record Opened(DatePoll Poll, bool Again) : PollOpening;

    public sealed record Refused(IReadOnlyList<ConveneProblem> Problems) : PollOpening;

    public T Match<T>(Func<Opened, T> opened, Func<Refused, T> refused) => this switch
    {
        Opened it => opened(it),
        Refused it => refused(it),
        _ => throw new InvalidOperationException("no such outcome"),
    };
}

/// <summary>Opens a poll and has every called seat asked.</summary>
public sealed class OpenDatePoll(IRosters rosters, IDatePolls polls, IRelay relay, TimeProvider clock)
{
    /// <summary>What the rules say about the form, without opening anything.</summary>
    public async Task<PollCheck> Check(Actor actor, PollForm form, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        return PollRules.Check(form, roster, actor, clock.GetUtcNow());
    }

    private async Task<DateTimeOffset?> Later(Actor actor, PollPlan plan, CancellationToken cancel) =>
        await rosters.Get(actor.Territory, cancel) is { } roster
            ? Grouping.ForPoll(plan.ReplyBy, plan.Slots.Min(s => s.Start), roster, clock.GetUtcNow())
            : null;

    /// <param name="operation">Names the filled-in form: sent twice, it opens one poll.</param>
    public async Task<PollOpening> Run(Actor actor, PollForm form, OperationId operation, CancellationToken cancel)
    {
        var id = IdOf(actor, operation);
        if (await polls.Get(actor.Territory, id, cancel) is { } there)
        {
            return new PollOpening.Opened(there.Value, Again: true);
        }

        var check = await Check(actor, form, cancel);
        if (check.Plan is not { Session: var session } plan)
        {
            return new PollOpening.Refused(check.Problems);
        }

        var poll = new DatePoll(
            id, actor.Territory, session.Table.Id, session.Format, session.Duration, session.Place, session.Online,
            session.OnlineUrl, [.. form.Session.Agenda.Select(row => row with { Title = OneLine.Of(row.Title) })],
            form.Session.FollowUp, plan.Slots, plan.ReplyBy, actor.Id, clock.GetUtcNow());
        await relay.Announce(PollEffects.Aggregate(poll), cancel);
        var told = PollEffects.Opened(poll) with { OftenFrom = form.SparesOften ? await Later(actor, plan, cancel) : null };
        if (await polls.Create(poll, [told], cancel))
        {
            relay.Nudge(PollEffects.Aggregate(poll));
            return new PollOpening.Opened(poll, Again: false);
        }

        var first = await polls.Get(actor.Territory, id, cancel)
            ?? throw new InvalidOperationException("a poll that exists can't be read");
        return new PollOpening.Opened(first.Value, Again: true);
    }

    /// <summary>The same act of the same person always names the same poll, and nobody else's.</summary>
    public static PollId IdOf(Actor actor, OperationId operation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"poll|{actor.Territory}|{actor.Id}|{operation}"));
        return new PollId($"d-{Convert.ToHexStringLower(hash)[..20]}");
    }
}
