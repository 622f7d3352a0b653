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
            ? (await EscalationContent.Of(escalation, notice, roster, views, cancel))?.Content
            : null;
}

/// <summary>To the table that took the decision, and to those whose reports led to it; once validated, it is their return too.</summary>
internal sealed class EscalationToldContent(
    IEscalations escalations, IBallots ballots, IRegister register, EscalationViews views, ReturnPieces returned) : INoticeContent
{
    public EffectKind Kind => EffectKind.EscalationTold;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = BallotId.From(notice.Aggregate.Id);
        if (await ballots.Get(notice.Territory, id, cancel) is not { Value: var ballot }
            || await escalations.StandingOf(notice.Territory, ballot.Table, id, cancel) is not { } standing
            || await escalations.Get(standing.Territory, standing.Id, cancel) is not { Value: var escalation }
            || await EscalationContent.Of(escalation, notice, roster, views, cancel) is not var (content, brief))
        {
            return null;
        }

        return escalation.State == EscalationState.Validated && await register.Of(notice.Territory, ballot.Table, id, cancel) is { } decision
            ? await returned.Beside(content, decision, notice.Recipient, cancel, withChanges: brief)
            : content;
    }
}

file static class EscalationContent
{
    /// <returns>Also whether the reader is of neither table; null when it went on meanwhile: that is told instead.</returns>
    public static async Task<(NoticeContent Content, bool Brief)?> Of(
        Escalation escalation, Notice notice, Roster roster, EscalationViews views, CancellationToken cancel)
    {
        if (escalation.News != notice.Detail)
        {
            return null;
        }

        var seen = await views.For(escalation, roster, notice.Recipient, cancel);
        return (
            new NoticeContent(
                EscalationCard.Of(seen),
                new MailContent(EscalationTexts.Subject(escalation), EscalationTexts.Plain(escalation, roster.Zone, seen.Brief))),
            seen.Brief);
    }
}
