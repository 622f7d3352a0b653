using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Notices;

namespace Concertation.Work.Decisions;

/// <summary>
/// The structures that a decision's reports name beyond the table get it too, once it holds: one that another table validates
/// goes out when it is validated.
/// </summary>
internal sealed class ReturnBeyondTable(INotices notices, TimeProvider clock)
{
    public Task Of(DecisionFollowed seen, CancellationToken cancel)
    {
        var aggregate = new Aggregate(AggregateKind.Ballot, seen.Decision.Territory, seen.Decision.Ballot.Value);
        var returned = new Effect("returned", EffectKind.DecisionReturned, aggregate.Id);
        return notices.Create(
            [
                .. (seen.Holds ? seen.Concerned : []).Where(c => c is { AtTable: false, Structure: not null, People.Count: > 0 })
                    .Select(c => Notify.Of(aggregate, returned, c.People[0], null, clock.GetUtcNow())),
            ],
            cancel);
    }
}

/// <summary>A submitted decision was validated: what waited for that goes out, and a review whose date has passed is asked for.</summary>
internal sealed class ReturnWhenValidated(
    IEscalations escalations, FollowDecision follow, ReturnBeyondTable beyond, IRelay relay) : IEffectHandler
{
    public EffectKind Kind => EffectKind.EscalationChanged;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await escalations.Get(run.Aggregate.Territory, EscalationId.From(run.Aggregate.Id), cancel)
                is not { Value: { State: EscalationState.Validated, Decision: var decision } }
            || await follow.Read(decision.Territory, decision.Ballot, cancel) is not { } seen)
        {
            return;
        }

        var aggregate = new Aggregate(AggregateKind.Ballot, decision.Territory, decision.Ballot.Value);
        await relay.Announce(aggregate, cancel);
        await beyond.Of(seen, cancel);
        relay.Nudge(aggregate);
    }
}

/// <summary>
/// A decision was recorded: it is returned beyond the table, and the clock is asked to come back for its review and its
/// reserves. Runs after the decision's number is there.
/// </summary>
internal sealed class ReturnDecision(FollowDecision follow, ReturnBeyondTable beyond, IRelay relay, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DecisionTaken;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await follow.Read(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is not { } seen)
        {
            return;
        }

        await beyond.Of(seen, cancel);
        foreach (var when in FollowDays.Of(seen).Where(w => w > clock.GetUtcNow()).Distinct())
        {
            await relay.AnnounceAt(run.Aggregate, when, cancel);
        }
    }
}

/// <summary>The pilote's relance: whoever of those concerned hasn't said to have read it is written to again.</summary>
internal sealed class RemindReturn(FollowDecision follow, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DecisionReturnReminder;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await follow.Read(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is { } seen)
        {
            await notices.Create(
                [
                    .. FollowDecision.Silent(seen).Select(c => c.People[0]).Distinct()
                        .Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow())),
                ],
                cancel);
        }
    }
}

internal sealed class ReturnedContent(FollowDecision follow, ReturnPieces pieces) : INoticeContent
{
    public EffectKind Kind => EffectKind.DecisionReturned;

    public Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        Returned.Of(follow, pieces, notice, FollowDecisionMails.ReturnedSubject, cancel);
}

internal sealed class ReturnReminderContent(FollowDecision follow, ReturnPieces pieces) : INoticeContent
{
    public EffectKind Kind => EffectKind.DecisionReturnReminder;

    public Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        Returned.Of(follow, pieces, notice, FollowDecisionMails.ReminderSubject, cancel);
}

file static class Returned
{
    /// <summary>Null once it was read, or when the person is no longer concerned.</summary>
    public static async Task<NoticeContent?> Of(
        FollowDecision follow, ReturnPieces pieces, Notice notice, Func<Decision, string> subject, CancellationToken cancel) =>
        await follow.Read(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel) is { } seen
        && seen.IsToRead(notice.Recipient)
            ? new(
                FollowDecisionCard.Of(seen, notice.Recipient),
                new(subject(seen.Decision), FollowDecisionMails.Returned(seen, notice.Recipient, pieces.UrlFor(seen.Decision, notice.Recipient))))
            : null;
}
