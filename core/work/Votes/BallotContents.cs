using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>The ballot itself, for one seat: a card, or a mail with a personal link.</summary>
internal sealed class OpenedContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public EffectKind Kind => EffectKind.BallotOpened;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var (now, seat) = (clock.GetUtcNow(), notice.Seat!.Value);
        var shown = await show.Handle(
            notice.Territory, BallotId.From(notice.Aggregate.Id), seat, entraId: null, notice.Recipient, cancel);
        if (shown is not Ruling<SeatBallot>.Granted { Value: var seen } || seen.Ballot.IsOver(now))
        {
            return null;
        }

        var url = links.ForVote(seen, notice.Recipient);
        return new(
            VoteCard.Of(seen, now),
            new(VoteMails.OpenedSubject(seen.Ballot), VoteMails.Opened(seen, roster.PersonOf(notice.Recipient)?.Name, url)));
    }
}

/// <summary>The ballot was withdrawn.</summary>
internal sealed class WithdrawnContent(IBallots ballots) : INoticeContent
{
    public EffectKind Kind => EffectKind.BallotWithdrawn;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        (await ballots.Get(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel))?.Value is { } ballot
            ? new(ManageCard.Withdrawn(ballot), new(VoteMails.WithdrawnSubject(ballot), VoteMails.Withdrawn(ballot)))
            : null;
}

/// <summary>A suggestion, for the pilote.</summary>
internal sealed class SuggestedContent(IBallots ballots, Solicitations solicited, TimeProvider clock) : INoticeContent
{
    public EffectKind Kind => EffectKind.ProposalSuggested;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var ballot = (await ballots.Get(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel))?.Value;
        if (ballot is not { State: BallotState.Suggested } || roster.TableOf(ballot.Table) is not { } table)
        {
            return null;
        }

        var closing = UsualClosing.After(clock.GetUtcNow(), table.Rules.BallotHours, roster.Zone);
        return new(
            SuggestionCard.Of(ballot, closing, solicited: await solicited.Of(table.Seats, roster, cancel),
                groupLater: SolicitationTexts.GroupBallotLater(Grouping.NextWeek(roster, clock.GetUtcNow()), roster.Zone)),
            new(VoteMails.SuggestedSubject(ballot), VoteMails.Suggested(ballot)));
    }
}

/// <summary>A suggestion that was left aside, for the member who made it.</summary>
internal sealed class DeclinedContent(IBallots ballots) : INoticeContent
{
    public EffectKind Kind => EffectKind.ProposalDeclined;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        (await ballots.Get(notice.Territory, BallotId.From(notice.Aggregate.Id), cancel))?.Value is { } ballot
            ? new(SuggestionCard.Declined(ballot), new(VoteMails.DeclinedSubject(ballot), VoteMails.Declined(ballot)))
            : null;
}
