using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Work.Decisions;
using Concertation.Work.Notices;
using Concertation.Work.Sessions;

namespace Concertation.Work.Votes;

/// <summary>
/// A quorate outcome becomes a numbered decision, is submitted where another table validates it, goes on its axis when adopted,
/// marks the reports of its agenda item, and is told to the table (rules 8 and 9): whatever is told knows whom it awaits. Each
/// step, repeated, finds itself done.
/// </summary>
internal sealed class RecordDecision(
    IBallots ballots, ISessions sessions, GroundDecision ground, IRegister register, SubmitDecision submit, DecisionsOnAxis axis,
    MarkDecided markDecided, AttendingSubstitutes substitutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DecisionTaken;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var found = await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel);
        if (found?.Value is not { Outcome: { Verdict: Verdict.Adopted or Verdict.Rejected } outcome } ballot)
        {
            return;
        }

        var session = ballot.Session is { } id ? (await sessions.Get(ballot.Territory, id, cancel))?.Value : null;
        var year = TimeZoneInfo.ConvertTime(outcome.At, ballot.Labels.Zone).Year;
        var grounds = await ground.Handle(ballot, outcome, session, run.Roster, cancel);
        var decision = await register.Record(
            ballot.Territory, ballot.Table, ballot.Id, year,
            (number, previous) => Decision.Of(ballot, outcome, grounds, number, previous), cancel);
        var standing = await submit.WhenItEscalates(run.Roster, ballot, decision, cancel);
        await axis.Show(ballot, decision, standing, cancel);

        // An opinion decides nothing about a report: it stays on its way.
        foreach (var reference in decision.IsOpinion ? [] : session?.Agenda.FirstOrDefault(i => i.Id == ballot.Item)?.Reports ?? [])
        {
            await markDecided.Handle(ballot.Territory, reference, decision, cancel);
        }

        await notices.Create(
            [
                .. BallotAudience.OfOutcome(run.Roster, ballot, session)
                    .Union((await substitutes.Of(ballot.Territory, ballot.Session, run.Roster, cancel)).Select(s => s.Person))
                    .Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow())),
            ],
            cancel);
    }
}

/// <summary>A ballot without quorum is kept as a carence and told: nothing is decided (rule 8).</summary>
internal sealed class KeepCarence(
    IBallots ballots, ISessions sessions, IRegister register, AttendingSubstitutes substitutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.QuorumMissed;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var found = await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel);
        if (found?.Value is not { Outcome: { Verdict: Verdict.QuorumMissed } outcome } ballot)
        {
            return;
        }

        var session = ballot.Session is { } id ? (await sessions.Get(ballot.Territory, id, cancel))?.Value : null;
        await register.Keep(
            new Carence(
                ballot.Territory, ballot.Table, ballot.Id, ballot.Session, ballot.Title, ballot.Labels.InCamera,
                ballot.Format, outcome, outcome.At),
            cancel);
        await notices.Create(
            [
                .. BallotAudience.OfOutcome(run.Roster, ballot, session)
                    .Union((await substitutes.Of(ballot.Territory, ballot.Session, run.Roster, cancel)).Select(s => s.Person))
                    .Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow())),
            ],
            cancel);
    }
}
