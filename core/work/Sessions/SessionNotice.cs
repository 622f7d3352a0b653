using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Notices;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Sessions;

/// <summary>
/// What a called seat reads: a card, or a mail with a calendar file and a personal link. A change overtaken by a later
/// one is dropped: the later one says it all.
/// </summary>
public abstract class SessionNotice(ISessions sessions, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public string? Unwanted(Notice notice, Roster roster) =>
        notice.Seat is { } seat && roster.Mandates.TryGetValue(seat, out var mandate) && !mandate.Allows(notice.Recipient)
            ? DeliveryTexts.NoLongerSeated
            : null;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
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
        var view = new SeatView(session, table, seat, reply, roster);
        return WayOf(notice, view, clock.GetUtcNow()) is { } way
            ? new NoticeContent(
                ConvocationCard.Of(view, open: session.IsOpen(clock.GetUtcNow()), way: way),
                SessionMail.Of(view, person, LinkOf(session, seatId, person.Id), clock.GetUtcNow(), way))
            : null;
    }

    /// <summary>How it is said; null when it is no longer worth saying.</summary>
    protected virtual ConvocationWay? WayOf(Notice notice, SeatView view, DateTimeOffset now) =>
        SessionEffects.IsCurrent(view.Session, notice.Detail) ? ConvocationWay.Convocation : null;

    // The link outlives the session, to say kindly that it is over; whether an answer is taken is the session's rule.
    private string LinkOf(Session session, SeatId seat, PersonId person) => links.UrlFor(new PersonalLink(
        session.Territory, LinkPurpose.Reply, session.Id.Value, seat, person, session.End.AddDays(60)));
}

public sealed class ConvenedNotice(ISessions sessions, PersonalLinks links, TimeProvider clock)
    : SessionNotice(sessions, links, clock)
{
    public override EffectKind Kind => EffectKind.SessionConvened;
}

public sealed class MovedNotice(ISessions sessions, PersonalLinks links, TimeProvider clock)
    : SessionNotice(sessions, links, clock)
{
    public override EffectKind Kind => EffectKind.SessionMoved;
}

public sealed class CancelledNotice(ISessions sessions, PersonalLinks links, TimeProvider clock)
    : SessionNotice(sessions, links, clock)
{
    public override EffectKind Kind => EffectKind.SessionCancelled;
}

/// <summary>The convocation again for a seat that hasn't answered, or for the substitute of one who can't come.</summary>
public sealed class ReminderNotice(ISessions sessions, PersonalLinks links, TimeProvider clock)
    : SessionNotice(sessions, links, clock)
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
