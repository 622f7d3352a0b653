using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Decisions;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>A decision, for one person of its table.</summary>
internal sealed class DecisionContent(
    AnswersOfBallot answers, IBallots ballots, IRegister register, IEscalations escalations, ReturnPieces returned) : INoticeContent
{
    public EffectKind Kind => EffectKind.DecisionTaken;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var ballot = (await ballots.Get(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel))?.Value;
        if (ballot?.Outcome is not { } outcome
            || await register.Of(notice.Territory, ballot.Table, ballot.Id, cancel) is not { } decision)
        {
            return null;
        }

        var seen = await answers.For(roster, ballot, notice.Recipient, cancel);
        var before = ballot.Form.Follows is { } follows
            ? await register.Of(notice.Territory, ballot.Table, follows, cancel)
            : null;
        var convenes = roster.TableOf(ballot.Table) is { } table && roster.MayConvene(notice.Recipient, table);
        var standing = await escalations.StandingOf(notice.Territory, ballot.Table, ballot.Id, cancel);
        var content = new NoticeContent(
            OutcomeCard.Of(ballot, outcome, decision, seen, convenes, before, standing),
            new(VoteMails.OutcomeSubject(ballot, outcome, decision, standing), VoteMails.Outcome(ballot, outcome, decision, seen, before, standing)));
        // What isn't validated yet returns to nobody: nothing of it is read.
        return standing is null or { State: EscalationState.Validated }
            ? await returned.Beside(content, decision, notice.Recipient, cancel)
            : content;
    }
}

/// <summary>A carence: the conveners are offered the second convocation, the others learn that nothing is decided.</summary>
internal sealed class CarenceContent(AnswersOfBallot answers, IBallots ballots) : INoticeContent
{
    public EffectKind Kind => EffectKind.QuorumMissed;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var ballot = (await ballots.Get(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel))?.Value;
        if (ballot?.Outcome is not { } outcome || roster.TableOf(ballot.Table) is not { } table)
        {
            return null;
        }

        var seen = await answers.For(roster, ballot, notice.Recipient, cancel);
        return new(
            roster.MayConvene(notice.Recipient, table)
                ? OutcomeCard.Carence(ballot, outcome, seen)
                : OutcomeCard.Of(ballot, outcome, decision: null, seen),
            new(VoteMails.OutcomeSubject(ballot, outcome, null), VoteMails.Outcome(ballot, outcome, null, seen)));
    }
}

/// <summary>Even voices: the chair is asked, once.</summary>
internal sealed class TieContent(IBallots ballots) : INoticeContent
{
    public EffectKind Kind => EffectKind.BallotClosed;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        (await ballots.Get(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel))?.Value is
            { Outcome: { Verdict: Verdict.AwaitsChair } outcome } ballot
            ? new(ManageCard.Tie(ballot, outcome), new(VoteMails.TieSubject(ballot), VoteMails.Tie(ballot, outcome)))
            : null;
}

/// <summary>Who answered what, for those who may know it once the ballot is closed (rule 2).</summary>
public sealed class AnswersOfBallot(IBallots ballots, ISessions sessions)
{
    /// <summary>By seat, empty for someone who may not know.</summary>
    public async Task<IReadOnlyList<CountedAnswer>> For(
        Roster roster, Ballot ballot, PersonId reader, CancellationToken cancel)
    {
        var session = ballot.Session is { } id ? (await sessions.Get(ballot.Territory, id, cancel))?.Value : null;
        // Nobody voted where a consensus was found.
        if (ballot.State != BallotState.Closed || ballot.Majority == Majority.Consensus || !BallotAudience.MaySeeAnswers(roster, ballot, session, reader))
        {
            return [];
        }

        var votes = (await ballots.Votes(ballot.Territory, ballot.Id, cancel)).ToDictionary(v => v.Seat);
        return
        [
            .. (await ballots.Electors(ballot.Territory, ballot.Id, cancel))
                .OrderBy(e => e.CollegeName, StringComparer.Ordinal).ThenBy(e => e.Structure, StringComparer.Ordinal)
                .Select(e => new CountedAnswer(e, votes.GetValueOrDefault(e.Seat))),
        ];
    }
}
