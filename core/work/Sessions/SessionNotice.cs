using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Notices;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Calendar;
using Concertation.Work.Documents;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Sessions;

/// <summary>All that a called seat is shown of a session: what it answered, its papers, its link.</summary>
public sealed class SeatViews(
    ISessions sessions, IDatePolls polls, DocumentLinks documents, OutlookReach outlook, PersonalLinks links, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Null when there is nobody or nothing to show it to any more.</summary>
    public async Task<(SeatView View, Person Reader)?> Of(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        if (notice.Seat is not { } seatId
            || await sessions.Get(notice.Territory, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table
            || session.Called(table).FirstOrDefault(s => s.Id == seatId) is not { } seat
            || roster.PersonOf(notice.Recipient) is not { } person)
        {
            return null;
        }

        // One seat's answer: three hundred invitations don't read three hundred answers each.
        var reply = await sessions.ReplyOf(notice.Territory, id, seatId, cancel);
        var papers = await documents.For(session, table, roster, person.Id, seatId, cancel);
        var view = new SeatView(session, table, seat, reply, roster, papers) { Polled = await Polled(session, seatId, roster, cancel) };
        return (view, person);
    }

    public async Task<NoticeContent> Said(SeatView view, Person reader, ConvocationWay way, CancellationToken cancel) => new(
        ConvocationCard.Of(view, open: view.Session.IsOpen(Now), way: way),
        SessionMail.Of(
            view, reader, LinkOf(view.Session, view.Seat.Id, reader.Id), Now, await outlook.Has(reader, view.Session, view.Table, view.Roster, cancel), way));

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

/// <summary>
/// What a called seat reads: a card, or a mail with a calendar file and a personal link. A change overtaken by a later
/// one is dropped: the later one says it all.
/// </summary>
public abstract class SessionNotice(SeatViews views) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public string? Unwanted(Notice notice, Roster roster) =>
        notice.Seat is { } seat && roster.Mandates.TryGetValue(seat, out var mandate) && !mandate.Allows(notice.Recipient)
            ? DeliveryTexts.NoLongerSeated
            : null;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await views.Of(notice, roster, cancel) is var (view, reader) && WayOf(notice, view, views.Now) is { } way
            ? await views.Said(view, reader, way, cancel)
            : null;

    /// <summary>How it is said; null when it is no longer worth saying.</summary>
    protected virtual ConvocationWay? WayOf(Notice notice, SeatView view, DateTimeOffset now) =>
        SessionEffects.IsCurrent(view.Session, notice.Detail) ? ConvocationWay.Convocation : null;
}

public sealed class ConvenedNotice(SeatViews views) : SessionNotice(views)
{
    public override EffectKind Kind => EffectKind.SessionConvened;
}

public sealed class MovedNotice(SeatViews views) : SessionNotice(views)
{
    public override EffectKind Kind => EffectKind.SessionMoved;
}

public sealed class CancelledNotice(SeatViews views) : SessionNotice(views)
{
    public override EffectKind Kind => EffectKind.SessionCancelled;
}

/// <summary>The convocation again for a seat that hasn't answered, or for the substitute of one who can't come.</summary>
public sealed class ReminderNotice(SeatViews views) : SessionNotice(views)
{
    public override EffectKind Kind => EffectKind.SessionReminder;

    // Whoever answered while it waited for the morning is left in peace.
    protected override ConvocationWay? WayOf(Notice notice, SeatView view, DateTimeOffset now) =>
        !view.Session.IsOpen(now) || view.Session.Start <= now ? null
        : ReminderRules.KindOf(view.Session, notice.Detail) switch
        {
            null => null,
            ReminderKind.Substitute => view.Reply is { Kind: ReplyKind.Absent } && !view.ReplyIsOld && view.Reply.By != notice.Recipient
                ? ConvocationWay.Substitute
                : null,
            _ => view.Reply is null || view.ReplyIsOld ? ConvocationWay.Reminder : null,
        };
}
