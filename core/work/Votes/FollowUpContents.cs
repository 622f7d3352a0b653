using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Notices;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>A seat is written to again about an open ballot: the card to vote on, or a mail with a personal link.</summary>
internal abstract class FollowUpContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public string? Unwanted(Notice notice, Roster roster) =>
        notice.Seat is { } seat && roster.Mandates.TryGetValue(seat, out var mandate) && !mandate.Allows(notice.Recipient)
            ? DeliveryTexts.NoLongerSeated
            : null;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var shown = await show.Handle(
            notice.Territory, BallotId.From(notice.Aggregate.Id), notice.Seat!.Value, entraId: null, notice.Recipient, cancel);
        if (shown is not Ruling<SeatBallot>.Granted { Value: var seen } || seen.Ballot.IsOver(now) || !IsWorthSending(seen))
        {
            return null;
        }

        var name = roster.PersonOf(notice.Recipient)?.Name;
        return new(
            VoteCard.Of(seen, now, memberId: null, VoteFollowUps.Notice(Kind, seen)),
            new(VoteFollowUps.Subject(Kind, seen), VoteFollowUps.Mail(Kind, seen, name, links.ForVote(seen, notice.Recipient))));
    }

    protected virtual bool IsWorthSending(SeatBallot seen) => true;
}

/// <summary>The ballot was extended.</summary>
internal sealed class ExtendedContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : FollowUpContent(show, links, clock)
{
    public override EffectKind Kind => EffectKind.BallotExtended;

    protected override bool IsWorthSending(SeatBallot seen) => seen.Ballot.Form.ExtendedFrom is not null;
}

/// <summary>The ballot will end, and the seat hasn't answered. Whoever did while it waited is left in peace.</summary>
internal sealed class VoteReminderContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : FollowUpContent(show, links, clock)
{
    public override EffectKind Kind => EffectKind.BallotReminder;

    protected override bool IsWorthSending(SeatBallot seen) => seen.Own is null;
}

/// <summary>Another personal link, the earlier ones being revoked.</summary>
internal sealed class LinkRenewedContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : FollowUpContent(show, links, clock)
{
    public override EffectKind Kind => EffectKind.BallotLinkRenewed;
}
