using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Polls;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Polls;

/// <summary>
/// What an asked seat reads, as the poll stands when it is sent. Somebody who no longer sits for the seat by then reads
/// nothing.
/// </summary>
public abstract class PollNotice(IDatePolls polls, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = PollId.From(notice.Aggregate.Id);
        if (notice.Seat is not { } seatId
            || await polls.Get(notice.Territory, id, cancel) is not { Value: var poll }
            || roster.TableOf(poll.Table) is not { } table
            || poll.Called(table).FirstOrDefault(s => s.Id == seatId) is not { } seat
            || roster.Mandates.GetValueOrDefault(seatId)?.Allows(notice.Recipient) != true)
        {
            return null;
        }

        var standing = (await polls.AnswerOf(notice.Territory, id, seatId, cancel))?.Value;
        var view = new SeatPoll(poll, table, seat, standing?.Counts(roster) == true ? standing : null, roster);
        return IsWorthSending(view, clock.GetUtcNow()) ? new NoticeContent(PollAnswerCard.Of(view, clock.GetUtcNow()), MailOf(view, notice)) : null;
    }

    protected abstract bool IsWorthSending(SeatPoll view, DateTimeOffset now);

    protected abstract MailContent MailOf(SeatPoll view, Notice notice);

    protected MailContent Ask(SeatPoll view, Notice notice, bool reminder) => new(
        PollMails.Subject(view, reminder),
        PollMails.Ask(view, view.Roster.PersonOf(notice.Recipient)?.Name, LinkOf(view, notice), reminder));

    // The link outlives the poll, to say kindly what became of it; whether an answer is taken is the poll's rule.
    private string LinkOf(SeatPoll view, Notice notice) => links.UrlFor(new PersonalLink(
        notice.Territory, LinkPurpose.Poll, view.Poll.Id.Value, view.Seat.Id, notice.Recipient, view.Poll.LastEnd.AddDays(60)));
}

/// <summary>The question itself.</summary>
public sealed class PollOpenedNotice(IDatePolls polls, PersonalLinks links, TimeProvider clock) : PollNotice(polls, links, clock)
{
    public override EffectKind Kind => EffectKind.PollOpened;

    protected override bool IsWorthSending(SeatPoll view, DateTimeOffset now) => view.Poll.TakesAnswers(now);

    protected override MailContent MailOf(SeatPoll view, Notice notice) => Ask(view, notice, reminder: false);
}

/// <summary>The question again; dropped when the seat has answered since.</summary>
public sealed class PollReminderNotice(IDatePolls polls, PersonalLinks links, TimeProvider clock) : PollNotice(polls, links, clock)
{
    public override EffectKind Kind => EffectKind.PollReminder;

    protected override bool IsWorthSending(SeatPoll view, DateTimeOffset now) =>
        view.Answer is null && view.Poll.TakesAnswers(now);

    protected override MailContent MailOf(SeatPoll view, Notice notice) => Ask(view, notice, reminder: true);
}

/// <summary>The poll was withdrawn. Where a date was chosen the convocation tells it.</summary>
public sealed class PollEndedNotice(IDatePolls polls, PersonalLinks links, TimeProvider clock) : PollNotice(polls, links, clock)
{
    public override EffectKind Kind => EffectKind.PollEnded;

    protected override bool IsWorthSending(SeatPoll view, DateTimeOffset now) => view.Poll.State == PollState.Withdrawn;

    protected override MailContent MailOf(SeatPoll view, Notice notice) =>
        new(PollMails.WithdrawnSubject(view), PollMails.WithdrawnText(view));
}
