using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Notices;
using Concertation.Work.Votes;

namespace Concertation.Work.Decisions;

/// <summary>A decision just recorded validates or rejects one of another table, where it was taken on its item.</summary>
internal sealed class AnswerByRuling(IBallots ballots, IRegister register, AnswerEscalation answer) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DecisionTaken;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is not { Value: { Outcome: not null } ballot }
            || await register.Of(ballot.Territory, ballot.Table, ballot.Id, cancel) is not { } decision)
        {
            return;
        }

        await answer.ByRuling(ballot, decision, DecisionTexts.Number(decision), cancel);
    }
}

/// <summary>An adopted decision on its axis, with how it stands where another table validates it.</summary>
internal sealed class DecisionsOnAxis(IBallots ballots, IRegister register, IRoadmaps roadmaps)
{
    /// <summary>What stands on the roadmap, which everybody reads, for a decision taken in huis clos (rule 2).</summary>
    private const string InCameraTitle = "Décision prise à huis clos";

    public async Task Show(Escalation escalation, CancellationToken cancel)
    {
        var (territory, table, id) = (escalation.Decision.Territory, escalation.Decision.Table, escalation.Decision.Ballot);
        if (await ballots.Get(territory, id, cancel) is { Value: var ballot } && await register.Of(territory, table, id, cancel) is { } decision)
        {
            await Show(ballot, decision, escalation.Standing, cancel);
        }
    }

    public Task Show(Ballot ballot, Decision decision, EscalationStanding? standing, CancellationToken cancel) =>
        decision is { Adopted: true, Axis: { } axis }
            ? roadmaps.Post(
                ballot.Territory, ballot.RoadmapYear,
                new DecisionOnAxis(
                    axis, ballot.Table, decision.TableShort, decision.Number,
                    decision.InCamera ? InCameraTitle : decision.Name, decision.At, standing?.State, standing?.TableShort, standing?.At),
                cancel)
            : Task.CompletedTask;
}

/// <summary>A submitted decision went a step further: it is put on an agenda, shown where it was taken, and told.</summary>
internal sealed class FollowEscalation(
    IEscalations escalations, PlaceEscalation place, DecisionsOnAxis axis, TellEscalation tell) : IEffectHandler
{
    public EffectKind Kind => EffectKind.EscalationChanged;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await place.Handle(run.Aggregate.Territory, EscalationId.From(run.Aggregate.Id), EscalationTexts.ItemTitle, cancel) is not { } escalation)
        {
            return;
        }

        var decision = escalation.Decision;
        await escalations.Stand(decision.Territory, decision.Table, decision.Ballot, escalation.Standing, cancel);
        await axis.Show(escalation, cancel);
        // What came after this step has an effect of its own, and is told instead.
        if (escalation.News == run.Effect.Detail)
        {
            await tell.Of(escalation, run, cancel);
        }
    }
}

/// <summary>Who is told of a submitted decision's steps.</summary>
internal sealed class TellEscalation(
    IRosters rosters, IBallots ballots, ISessions sessions, IDysfunctions dysfunctions, INotices notices, IRelay relay, TimeProvider clock)
{
    public async Task Of(Escalation escalation, EffectRun run, CancellationToken cancel)
    {
        var below = escalation.Rejection is not null && !escalation.Late ? [] : await Below(escalation, cancel);
        var above = Above(escalation, run.Roster);
        // Who convenes both is told once.
        var besides = escalation.IsOfAnotherTerritory ? above : above.Except(below);
        await notices.Create([.. besides.Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow()))], cancel);
        if (below.Count == 0)
        {
            return;
        }

        var aggregate = new Aggregate(AggregateKind.Ballot, escalation.Decision.Territory, escalation.Decision.Ballot.Value);
        var told = new Effect($"told-{run.Effect.Id}", EffectKind.EscalationTold, aggregate.Id, run.Effect.Detail);
        await relay.Announce(aggregate, cancel);
        await notices.Create([.. below.Select(p => Notify.Of(aggregate, told, p, null, clock.GetUtcNow()))], cancel);
        relay.Nudge(aggregate);
    }

    private static IReadOnlyList<PersonId> Above(Escalation escalation, Roster roster) =>
        [.. new[] { roster.Territory.Pilot }
            .Concat(escalation.IsPending ? roster.TableOf(escalation.Table)?.CoConveners ?? [] : [])
            .Where(p => p != escalation.Last.By || escalation.Late).Distinct()];

    private async Task<IReadOnlyList<PersonId>> Below(Escalation escalation, CancellationToken cancel)
    {
        var decision = escalation.Decision;
        if (await rosters.Get(decision.Territory, cancel) is not { } roster
            || await ballots.Get(decision.Territory, decision.Ballot, cancel) is not { Value: var ballot })
        {
            return [];
        }

        // On its way, or late: those who follow it. Answered: everybody whom it concerns.
        if (escalation.IsPending || escalation.Late)
        {
            return [.. BallotAudience.Conveners(roster, ballot)];
        }

        var session = ballot.Session is { } id ? (await sessions.Get(ballot.Territory, id, cancel))?.Value : null;
        var people = BallotAudience.OfOutcome(roster, ballot, session).ToList();
        foreach (var reference in session?.Agenda.FirstOrDefault(i => i.Id == ballot.Item)?.Reports ?? [])
        {
            if (await dysfunctions.Get(ballot.Territory, reference, cancel) is { Value: { ReporterIsKnown: true } report })
            {
                people.Add(report.Reporter);
            }
        }

        return [.. people.Distinct()];
    }
}
