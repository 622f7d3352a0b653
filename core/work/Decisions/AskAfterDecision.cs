using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Notices;

namespace Concertation.Work.Decisions;

/// <summary>
/// At its review date a decision's carrier is asked what became of it; at a reserve's date its seat is reminded, and some
/// days later what nobody answered lapses.
/// </summary>
internal sealed class AskAfterDecision(
    IBallots ballots, FollowDecision follow, IAftermaths aftermaths, INotices notices, IRelay relay, TimeProvider clock) : IUpkeep
{
    public AggregateKind Kind => AggregateKind.Ballot;

    public async Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel)
    {
        var id = BallotId.From(aggregate.Id);
        var found = await ballots.Get(aggregate.Territory, id, cancel);
        if (found?.Value is not { State: BallotState.Closed, Outcome.Verdict: Verdict.Adopted }
            || await follow.Read(aggregate.Territory, id, cancel) is not { } seen)
        {
            return;
        }

        var (now, zone) = (clock.GetUtcNow(), roster.Zone);
        if (seen is { Holds: true, Decision.Grounds.ReviewOn: { } on, After.Review: null, Carrier: { } carrier }
            && FollowDays.MorningOf(on, zone) <= now)
        {
            var review = new Effect("review", EffectKind.ReviewDue, aggregate.Id);
            await notices.Create([Notify.Of(aggregate, review, carrier, null, now)], cancel);
        }

        foreach (var reserve in seen.Waiting.Where(r => FollowDays.MorningOf(r.Until, zone) <= now))
        {
            if (FollowDays.Lapses(reserve, zone) <= now)
            {
                var lapsed = new ReserveAnswer(aggregate.Territory, id, reserve.Seat, reserve.Structure, Confirmed: false, null, null, now);
                await relay.Announce(aggregate, cancel);
                await aftermaths.Answer(lapsed, [Aftermath.ToTell(lapsed)], cancel);
                relay.Nudge(aggregate);
            }
            else if (reserve.Reminds is { } person)
            {
                var due = new Effect($"reserve-{reserve.Seat}", EffectKind.ReserveDue, aggregate.Id, reserve.Seat.Value);
                await notices.Create([Notify.Of(aggregate, due, person, reserve.Seat, now)], cancel);
            }
        }
    }
}

/// <summary>The carrier said what became of a decision: it stands beside it on its axis.</summary>
internal sealed class PutReviewOnAxis(IBallots ballots, FollowDecision follow, IRoadmaps roadmaps) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DecisionReviewed;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var id = BallotId.From(run.Aggregate.Id);
        if (await follow.Read(run.Aggregate.Territory, id, cancel) is { Decision: { Adopted: true, Axis: { } axis } decision, After.Review: { } review }
            && (await ballots.Get(run.Aggregate.Territory, id, cancel))?.Value is { } ballot)
        {
            await roadmaps.Review(
                run.Aggregate.Territory, ballot.RoadmapYear,
                new(axis, decision.Table, decision.Number, review.State, decision.InCamera ? null : review.Effect, review.At), cancel);
        }
    }
}

/// <summary>What became of a decision, or of a reserve on it, is told to the pilote, unless they said it.</summary>
internal sealed class TellFollowed(EffectKind kind, FollowDecision follow, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => kind;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var pilot = run.Roster.Territory.Pilot;
        if (await follow.Read(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is { } seen && Said(run, seen) != pilot)
        {
            SeatId? seat = run.Effect.Detail is { } detail ? new(detail) : null;
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, pilot, seat, clock.GetUtcNow())], cancel);
        }
    }

    private static PersonId? Said(EffectRun run, DecisionFollowed seen) =>
        run.Effect.Detail is { } seat ? seen.After.Of(new(seat))?.By : seen.After.Review?.By;
}

internal sealed class ReviewedContent(FollowDecision follow) : INoticeContent
{
    public EffectKind Kind => EffectKind.DecisionReviewed;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await follow.Read(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel) is { After.Review: { } review } seen
            ? new(
                FollowDecisionCard.Of(seen, notice.Recipient, said: FollowDecisionTexts.Told(review)),
                new(FollowDecisionMails.ReviewedSubject(seen.Decision), FollowDecisionMails.Told(seen, FollowDecisionTexts.Told(review))))
            : null;
}

internal sealed class ReserveAnsweredContent(FollowDecision follow) : INoticeContent
{
    public EffectKind Kind => EffectKind.ReserveAnswered;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await follow.Read(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel) is { } seen
        && seen.Reserves.FirstOrDefault(r => r.Seat == notice.Seat) is { Answer: not null } reserve
            ? new(
                FollowDecisionCard.Of(seen, notice.Recipient, said: FollowDecisionTexts.Told(reserve, roster.Zone)),
                new(FollowDecisionMails.ReserveAnsweredSubject(seen.Decision), FollowDecisionMails.Told(seen, FollowDecisionTexts.Told(reserve, roster.Zone))))
            : null;
}

internal sealed class ReviewDueContent(FollowDecision follow, ReturnPieces pieces) : INoticeContent
{
    public EffectKind Kind => EffectKind.ReviewDue;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await follow.Read(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel) is { After.Review: null } seen && seen.MayReview(notice.Recipient)
            ? new(
                FollowDecisionCard.Of(seen, notice.Recipient, asks: true),
                new(FollowDecisionMails.ReviewSubject(seen.Decision), FollowDecisionMails.Review(seen, pieces.UrlFor(seen.Decision, notice.Recipient))))
            : null;
}

internal sealed class ReserveDueContent(FollowDecision follow, ReturnPieces pieces) : INoticeContent
{
    public EffectKind Kind => EffectKind.ReserveDue;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await follow.Read(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel) is { } seen
        && seen.Open(notice.Recipient).FirstOrDefault(r => r.Seat == notice.Seat) is { } reserve
            ? new(
                FollowDecisionCard.Of(seen, notice.Recipient),
                new(FollowDecisionMails.ReserveSubject(seen.Decision), FollowDecisionMails.Reserve(seen, reserve, pieces.UrlFor(seen.Decision, notice.Recipient))))
            : null;
}
