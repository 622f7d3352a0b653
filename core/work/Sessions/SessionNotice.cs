using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Documents;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Sessions;

/// <summary>
/// What a called seat reads: a card, or a mail with a calendar file and a personal link. A change overtaken by a later
/// one is dropped: the later one says it all.
/// </summary>
public abstract class SessionNotice(SessionNoticeParts parts) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        if (notice.Seat is not { } seatId
            || await sessions.Get(notice.Territory, id, cancel) is not { Value: var session }
            || !SessionEffects.IsCurrent(session, notice.Detail)
            || roster.TableOf(session.Table) is not { } table
            || session.Called(table).FirstOrDefault(s => s.Id == seatId) is not { } seat
            || roster.PersonOf(notice.Recipient) is not { } person)
        {
            return null;
        }

        var replies = await sessions.Replies(notice.Territory, id, cancel);
        var papers = await documents.For(session, table, roster, person.Id, seatId, cancel);
        var view = new SeatView(session, table, seat, replies.FirstOrDefault(r => r.Seat == seatId), roster, papers)
        {
            Polled = await Polled(session, seatId, roster, cancel),
        };
        return new NoticeContent(
            ConvocationCard.Of(view, open: session.End > clock.GetUtcNow()),
            SessionMail.Of(
                view, person, LinkOf(session, seatId, person.Id), clock.GetUtcNow(),
                await outlook.Has(person, session, table, roster, cancel)));
    }

    // What the seat said of this date before it was one: to be recalled, never taken for a reply.
    private async Task<Availability?> Polled(Session session, SeatId seat, Roster roster, CancellationToken cancel) =>
        session.Poll is { } poll && await polls.AnswerOf(session.Territory, poll, seat, cancel) is { Value: var answer }
        && answer.Counts(roster) && await polls.Get(session.Territory, poll, cancel) is { Value.Chosen: { } slot }
            ? answer.For(slot)
            : null;

    // The link outlives the session, to say kindly that it is over; whether an answer is taken is the session's rule.
    private string LinkOf(Session session, SeatId seat, PersonId person) => links.UrlFor(new PersonalLink(
        session.Territory, LinkPurpose.Reply, session.Id.Value, seat, person, session.End.AddDays(60)));
}

public sealed class ConvenedNotice(SessionNoticeParts parts) : SessionNotice(parts)
{
    public override EffectKind Kind => EffectKind.SessionConvened;
}

public sealed class MovedNotice(SessionNoticeParts parts) : SessionNotice(parts)
{
    public override EffectKind Kind => EffectKind.SessionMoved;
}

public sealed class CancelledNotice(SessionNoticeParts parts) : SessionNotice(parts)
{
    public override EffectKind Kind => EffectKind.SessionCancelled;
}
