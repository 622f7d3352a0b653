using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Minutes;
using Concertation.Work.Links;
using Concertation.Work.Notices;
using Concertation.Work.Papers;

namespace Concertation.Work.Minutes;

/// <summary>Minutes as a called seat gets them: a card, or a mail with a personal link. A version overtaken by a later one is dropped.</summary>
internal abstract class MinutesNotice(ISessions sessions, IMinutes minutes, PersonalLinks links, PaperLinks papers, TimeProvider clock) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        if (notice.Seat is not { } seat || await sessions.Get(notice.Territory, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table || !session.IsOpenTo(notice.Recipient, table, roster)
            || await minutes.Get(notice.Territory, id, cancel) is not { } full || !Speaks(full.Minutes.Value, notice.Detail))
        {
            return null;
        }

        var reader = roster.PersonOf(notice.Recipient);
        var view = new MinutesView(
            session, table, roster, full.Minutes.Value, full.Text, [], clock.GetUtcNow(), Convenes: false,
            Attended: full.Text.Seats.Any(s => s.Seat == seat && s.State == Domain.Meetings.RollState.Present),
            papers.For(notice.Territory, new Paper(id, PaperKind.Minutes, full.Minutes.Value.Version), notice.Recipient));
        var url = links.UrlFor(new PersonalLink(
            notice.Territory, LinkPurpose.Minutes, id.Value, seat, notice.Recipient, clock.GetUtcNow().AddDays(180)));
        return new(MinutesCards.Of(view), new(MinutesMails.Subject(view), MinutesMails.Text(view, reader?.Name, url)));
    }

    /// <summary>Whether the minutes, as they stand, are those the notice is about.</summary>
    protected abstract bool Speaks(SessionMinutes minutes, string? detail);
}

internal sealed class MinutesCirculatedNotice(ISessions sessions, IMinutes minutes, PersonalLinks links, PaperLinks papers, TimeProvider clock)
    : MinutesNotice(sessions, minutes, links, papers, clock)
{
    public override EffectKind Kind => EffectKind.MinutesCirculated;

    protected override bool Speaks(SessionMinutes minutes, string? detail) =>
        minutes.State == MinutesState.Circulated
        && detail == minutes.CirculatedVersion.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class MinutesValidatedNotice(ISessions sessions, IMinutes minutes, PersonalLinks links, PaperLinks papers, TimeProvider clock)
    : MinutesNotice(sessions, minutes, links, papers, clock)
{
    public override EffectKind Kind => EffectKind.MinutesValidated;

    protected override bool Speaks(SessionMinutes minutes, string? detail) => minutes.State == MinutesState.Validated;
}

/// <summary>A change that somebody asks for, for who writes the minutes; once answered it isn't worth sending.</summary>
internal sealed class AmendmentProposedNotice(ISessions sessions, IMinutes minutes) : INoticeContent
{
    public EffectKind Kind => EffectKind.AmendmentProposed;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await Amended.Find(sessions, minutes, notice, roster, cancel) is var (session, table, amendment) && amendment.State == AmendmentState.Waiting
            ? new(
                MinutesCards.Proposed(session, table, roster.Zone, amendment),
                new(MinutesMails.ProposedSubject(session, table, roster.Zone), MinutesMails.Proposed(session, amendment)))
            : null;
}

/// <summary>The answer, for who asked.</summary>
internal sealed class AmendmentAnsweredNotice(ISessions sessions, IMinutes minutes) : INoticeContent
{
    public EffectKind Kind => EffectKind.AmendmentAnswered;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await Amended.Find(sessions, minutes, notice, roster, cancel) is var (session, table, amendment) && amendment.State != AmendmentState.Waiting
            ? new(
                MinutesCards.Answered(session, table, roster.Zone, amendment),
                new(MinutesMails.AnsweredSubject(session, table, roster.Zone), MinutesMails.Answered(amendment)))
            : null;
}

file static class Amended
{
    public static async Task<(Session Session, Table Table, Amendment Amendment)?> Find(
        ISessions sessions, IMinutes minutes, Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        return await sessions.Get(notice.Territory, id, cancel) is { Value: var session } && roster.TableOf(session.Table) is { } table
            && (await minutes.Amendments(notice.Territory, id, cancel)).FirstOrDefault(a => a.Value.Id.Value == notice.Detail) is { Value: var amendment }
                ? (session, table, amendment)
                : null;
    }
}
