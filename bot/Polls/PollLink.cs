using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.AddIn.Polls;
using ConcertationBot.Links;

namespace ConcertationBot.Polls;

/// <summary>The page behind a poll's personal link: the same rights and rules as the card.</summary>
public sealed class PollLink(IRosters rosters, IDatePolls polls, AnswerDatePoll answer, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Poll;

    public Task<IResult> Show(PersonalLink link, CancellationToken cancel) => PageOf(link, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var link = post.Link;
        var person = (await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person);
        if (person is null || await polls.Get(link.Territory, new PollId(link.SubjectId), cancel) is not { Value: var poll })
        {
            return await PageOf(link, null, cancel);
        }

        var actor = new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person);
        var outcome = await answer.Run(
            actor, new PollAnswerCommand(poll.Id, link.Seat, PollKeys.AnswersIn(poll, post.Text), post.Operation), cancel);
        return await PageOf(link, NoticeOf(outcome), cancel);
    }

    private async Task<IResult> PageOf(PersonalLink link, DatePollNotice? notice, CancellationToken cancel)
    {
        var roster = await rosters.Get(link.Territory, cancel);
        var poll = (await polls.Get(link.Territory, new PollId(link.SubjectId), cancel))?.Value;
        if (roster is null || poll is null || roster.TableOf(poll.Table) is not { } table
            || poll.Called(table).FirstOrDefault(s => s.Id == link.Seat) is not { } seat
            || roster.PersonOf(link.Person) is not { } person)
        {
            return Problem(
                "Ce sondage n’est plus là",
                "Il a été retiré, ou votre place à cette table a changé. La personne qui pilote la concertation peut vous renseigner.",
                StatusCodes.Status404NotFound);
        }

        // A mandate that ends also ends its links: nothing of the poll is shown (rule 2).
        if (roster.Mandates.GetValueOrDefault(seat.Id)?.Allows(person.Id) != true)
        {
            return Problem("Vous ne représentez plus ce siège", PollTexts.NotYourSeat, StatusCodes.Status403Forbidden);
        }

        var standing = (await polls.AnswerOf(link.Territory, poll.Id, seat.Id, cancel))?.Value;
        var view = new SeatPoll(poll, table, seat, standing?.Counts(roster) == true ? standing : null, roster);
        return PersonalLinkPages.Page<DatePollPage>(new() { [nameof(DatePollPage.Model)] = ModelOf(view, person, notice, standing) });
    }

    private DatePollModel ModelOf(SeatPoll view, Person person, DatePollNotice? notice, PollAnswer? standing)
    {
        var (poll, now) = (view.Poll, clock.GetUtcNow());
        return new DatePollModel(
            view.Roster.Territory.Name, PollTexts.Ask, PollTexts.Subtitle(poll, view.Table), person.Name,
            $"{view.Roster.StructureName(view.Seat.Structure)} (collège {view.Roster.CollegeName(view.Seat.College)})",
            French.Duration(poll.Duration), PollTexts.Where(poll),
            poll.ReplyBy is { } day ? $"le {French.ShortDay(day)} au soir" : null,
            view.Answer is { } own ? $"{PollTexts.Own(own, poll, view.Zone)} ({own.ByName}, le {French.ShortDay(own.At, view.Zone)})" : null,
            [$"{poll.FollowUp}", .. poll.Agenda.Select(i => i.Title)],
            notice ?? Situation(view, now),
            poll.TakesAnswers(now) ? FormOf(view, now, standing) : null);
    }

    private static DatePollForm FormOf(SeatPoll view, DateTimeOffset now, PollAnswer? standing) => new(
        standing?.Operation.Value ?? "-",
        [.. view.Poll.Slots.Select(slot => new DatePollSlot(
            PollKeys.AnswerTo(slot.Id), French.DayAndTime(slot.Start, view.Zone), slot.Start <= now,
            view.Answer?.For(slot.Id) is { } value ? PollKeys.Word(value) : null))],
        PollTexts.MayChange);

    private static DatePollNotice? Situation(SeatPoll view, DateTimeOffset now) => view.Poll switch
    {
        { State: PollState.Withdrawn } => new(PageNoticeKind.Beware, PollTexts.Withdrawn, PollTexts.WithdrawnMore),
        { State: PollState.Chosen, Chosen: { } chosen } poll when poll.SlotOf(chosen) is { } slot => new(
            PageNoticeKind.Done, $"Date retenue : {French.DayAndTime(slot.Start, view.Zone)}", PollTexts.ChosenMore),
        var poll when !poll.TakesAnswers(now) => new(PageNoticeKind.Beware, "Trop tard pour répondre", PollTexts.AllPast),
        _ => null,
    };

    private static DatePollNotice? NoticeOf(PollAnswerOutcome outcome) => outcome.Match<DatePollNotice?>(
        _ => new(PageNoticeKind.Done, "C’est noté, merci !", PollTexts.MayChange),
        _ => null,
        _ => null,
        _ => null,
        _ => null,
        _ => new(PageNoticeKind.Problem, "La réponse n’est pas encore notée", PollTexts.SaysNothing));

    private static IResult Problem(string title, string text, int status) => PersonalLinkPages.Problem(
        status, title, text);
}
