using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Decisions;
using Concertation.Work.Notices;

namespace Concertation.Work.Dysfunctions;

/// <summary>Brings a new report to the pilote, ready to be handled.</summary>
public sealed class ReportReceivedNotice(IDysfunctions dysfunctions, DysfunctionViews views, QueueLinks links) : INoticeContent
{
    public EffectKind Kind => EffectKind.DysfunctionReceived;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await dysfunctions.Get(notice.Territory, DysfunctionRef.From(notice.Aggregate.Id), cancel) is not { } report
            ? null
            : new NoticeContent(
                await views.ForPilot(report.Value, roster, cancel),
                new MailContent(PilotTexts.Subject(report.Value), PilotTexts.Plain(report.Value, links.For(notice.Territory, notice.Recipient))));
}

/// <summary>Brings the pilote a report whose reporter answered, reworded or withdrew it.</summary>
public sealed class ReportToldMoreNotice(IDysfunctions dysfunctions, DysfunctionViews views, QueueLinks links) : INoticeContent
{
    public EffectKind Kind => EffectKind.DysfunctionToldMore;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await dysfunctions.Get(notice.Territory, DysfunctionRef.From(notice.Aggregate.Id), cancel) is not { } report
            ? null
            : new NoticeContent(
                await views.ForPilot(report.Value, roster, cancel, new FormNotice(ExchangeTexts.News(notice.Detail)), done: true),
                new MailContent(ExchangeTexts.NewsSubject(report.Value, notice.Detail),
                    PilotTexts.Plain(report.Value, links.For(notice.Territory, notice.Recipient))));
}

/// <summary>Brings the reporter a question.</summary>
public sealed class ReportAskedNotice(IDysfunctions dysfunctions, DysfunctionViews views, ReportPages pages) : INoticeContent
{
    public EffectKind Kind => EffectKind.DysfunctionAsked;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        if (await dysfunctions.Get(notice.Territory, DysfunctionRef.From(notice.Aggregate.Id), cancel) is not { Value.Exchanges: [.., { By: not null }] } found)
        {
            return null;
        }

        var shown = await views.Of(found.Value, roster, cancel);
        return ReporterContent.To(found.Value, pages, new NoticeContent(
            FollowUpCard.Of(shown), new MailContent(FollowUpTexts.AskedSubject(shown), FollowUpTexts.AskedPlain(shown))));
    }
}

/// <summary>Tells the reporter that a report has a new status.</summary>
public sealed class ReportChangedNotice(IDysfunctions dysfunctions, DysfunctionViews views, ReportPages pages) : INoticeContent
{
    public EffectKind Kind => EffectKind.DysfunctionChanged;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) => await ReporterContent.Of(
        notice, roster, await dysfunctions.Get(notice.Territory, DysfunctionRef.From(notice.Aggregate.Id), cancel), views, pages, cancel);
}

/// <summary>Tells the reporter what a table decided, with its text and number.</summary>
public sealed class ReportDecidedNotice(
    IDysfunctions dysfunctions, DysfunctionViews views, IRegister register, ReturnPieces returned, ReportPages pages) : INoticeContent
{
    public EffectKind Kind => EffectKind.DysfunctionDecided;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var found = await dysfunctions.Get(notice.Territory, DysfunctionRef.From(notice.Aggregate.Id), cancel);
        var content = await ReporterContent.Of(notice, roster, found, views, pages, cancel);
        if (content is null || found is not { Value: { FromPage: null, Decisions: [.., { Adopted: true } last] } })
        {
            return content;
        }

        var decision = await register.Of(notice.Territory, last.Table, last.Number, cancel);
        return decision is null ? content : await returned.Beside(content, decision, notice.Recipient, cancel, withChanges: true);
    }
}

/// <summary>Both tell how the report stands at the moment they are sent.</summary>
internal static class ReporterContent
{
    public static async Task<NoticeContent?> Of(
        Notice notice, Roster roster, Versioned<Dysfunction>? found, DysfunctionViews views, ReportPages pages, CancellationToken cancel)
    {
        if (found is null || DysfunctionNews.IsOvertaken(found.Value, DysfunctionNews.Place(notice.Detail)))
        {
            return null;
        }

        var shown = await views.Of(found.Value, roster, cancel);
        return To(found.Value, pages, new NoticeContent(
            FollowUpCard.Of(shown, news: true), new MailContent(FollowUpTexts.Subject(shown), FollowUpTexts.Plain(shown))));
    }

    /// <summary>Who reported by a page is in no roster: the letter goes where they wished, and says where their code opens the report.</summary>
    public static NoticeContent To(Dysfunction report, ReportPages pages, NoticeContent content) => report.FromPage is not { Mail: { } mail } page
        ? content
        : content with
        {
            Mail = content.Mail with { Text = $"{content.Mail.Text}\n\n{FollowUpTexts.WithYourCode(pages.FollowUpAddress(report.Territory))}" },
            To = new Person(report.Reporter, page.Name ?? mail, mail, null),
        };
}
