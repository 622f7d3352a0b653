using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Polls;

/// <summary>A poll as one seat sees it.</summary>
/// <param name="Answer">What speaks for the seat; null before any answer, or when whoever gave it has left.</param>
public sealed record SeatPoll(DatePoll Poll, Table Table, Seat Seat, PollAnswer? Answer, Roster Roster)
{
    public TimeZoneInfo Zone => Roster.Zone;
}

/// <summary>The card each asked seat gets: to answer, answered, or ended, as it stands.</summary>
public static class PollAnswerCard
{
    /// <param name="problem">Why the last click wasn't noted; null when there is nothing to say.</param>
    public static AdaptiveCard Of(SeatPoll view, DateTimeOffset now, string? problem = null)
    {
        var poll = view.Poll;
        return CardTrim.Fit(Card(
            $"{PollTexts.Ask} {PollTexts.Subtitle(poll, view.Table)}",
            [
                Heading(PollTexts.Subtitle(poll, view.Table), PollTexts.Title, Status(view, now)),
                problem is null ? null : Notice(NoticeKind.Attention, "Réponse pas encore notée", problem),
                Outcome(view, now),
                poll.TakesAnswers(now) ? Lead(PollTexts.Ask) : null,
                PollPieces.Facts(poll),
                Line(Run("Pour le siège "), Strong(SessionPieces.SeatName(view.Seat, view.Roster))),
                view.Answer is { } answer
                    ? Line(
                        Strong(PollTexts.Own(answer, poll, view.Zone)), Between(" "),
                        Run($"— réponse de {answer.ByName}, le {French.ShortDay(answer.At, view.Zone)}") with { IsSubtle = true })
                    : null,
                view.Answer is { } said && poll.TakesAnswers(now) && PollTexts.Unsaid(said, poll, view.Zone, now) is { } left ? Faint(left) : null,
                .. poll.TakesAnswers(now) ? Answers(view, now) : [],
                poll.State == PollState.Chosen ? Buttons(new CardButton("Voir la séance", SessionVerbs.Show, PollKeys.OfSession(poll))) : null,
                .. poll.State == PollState.Open ? PollPieces.Agenda(poll) : [],
            ]));
    }

    private static CardStatus Status(SeatPoll view, DateTimeOffset now) => view.Poll.State switch
    {
        PollState.Chosen => new CardStatus("Date retenue", TextColor.Good),
        PollState.Withdrawn => new CardStatus("Abandonné", TextColor.Attention),
        _ when !view.Poll.TakesAnswers(now) => new CardStatus("Dates passées"),
        _ when view.Answer is null => new CardStatus("Réponse attendue", TextColor.Accent),
        _ => new CardStatus("Réponse notée", TextColor.Good),
    };

    private static CardElement? Outcome(SeatPoll view, DateTimeOffset now) => view.Poll switch
    {
        { State: PollState.Withdrawn } => Notice(NoticeKind.Warning, PollTexts.Withdrawn, PollTexts.WithdrawnMore),
        { State: PollState.Chosen, Chosen: { } chosen } poll when poll.SlotOf(chosen) is { } slot => Notice(
            NoticeKind.Good, "Date retenue", $"{French.DayAndTime(slot.Start, view.Zone)}. {PollTexts.ChosenMore}"),
        var poll when !poll.TakesAnswers(now) => Notice(NoticeKind.Warning, "Trop tard pour répondre", PollTexts.AllPast),
        _ => null,
    };

    private static IEnumerable<CardElement?> Answers(SeatPoll view, DateTimeOffset now)
    {
        foreach (var slot in view.Poll.Slots)
        {
            var when = French.DayAndTime(slot.Start, view.Zone);
            yield return slot.Start <= now
                ? Faint($"{when} : cette date est passée.")
                : new ChoiceSetInput(
                    PollKeys.AnswerTo(slot.Id),
                    [.. Enum.GetValues<Availability>().Select(value => new Choice(PollTexts.Word(value), PollKeys.Word(value)))])
                {
                    Label = when, Style = ChoiceStyle.Expanded, Spacing = Spacing.Medium,
                    Value = view.Answer?.For(slot.Id) is { } value ? PollKeys.Word(value) : null,
                };
        }

        yield return Buttons(new CardButton(
            view.Answer is null ? "Envoyer mes réponses" : "Changer mes réponses", PollVerbs.Answer,
            PollKeys.Of(view.Poll, view.Seat.Id), view.Answer is null ? ActionStyle.Positive : null));
        yield return Faint(PollTexts.MayChange);
    }
}
