using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Notices;

namespace Concertation.Work.Decisions;

/// <summary>To the table that validates.</summary>
internal sealed class EscalationChangedContent(IEscalations escalations, EscalationViews views) : INoticeContent
{
    public EffectKind Kind => EffectKind.EscalationChanged;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await escalations.Get(notice.Territory, EscalationId.From(notice.Aggregate.Id), cancel) is { Value: var escalation }
            ? await EscalationContent.Of(escalation, notice, roster, views, cancel)
            : null;
}

/// <summary>To the table that took the decision, and to those whose reports led to it.</summary>
internal sealed class EscalationToldContent(IEscalations escalations, IBallots ballots, EscalationViews views) : INoticeContent
{
    public EffectKind Kind => EffectKind.EscalationTold;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = BallotId.From(notice.Aggregate.Id);
        return await ballots.Get(notice.Territory, id, cancel) is { Value: var ballot }
            && await escalations.StandingOf(notice.Territory, ballot.Table, id, cancel) is { } standing
            && await escalations.Get(standing.Territory, standing.Id, cancel) is { Value: var escalation }
                ? await EscalationContent.Of(escalation, notice, roster, views, cancel)
                : null;
    }
}

file static class EscalationContent
{
    public static async Task<NoticeContent?> Of(
        Escalation escalation, Notice notice, Roster roster, EscalationViews views, CancellationToken cancel)
    {
        // It went on meanwhile: that is told instead.
        if (escalation.News != notice.Detail)
        {
            return null;
        }

        var seen = await views.For(escalation, roster, notice.Recipient, cancel);
        return new NoticeContent(
            EscalationCard.Of(seen),
            new MailContent(EscalationTexts.Subject(escalation), EscalationTexts.Plain(escalation, roster.Zone, seen.Brief)));
    }
}
