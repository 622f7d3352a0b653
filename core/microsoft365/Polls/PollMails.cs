using Concertation.Domain.Polls;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Polls;

/// <summary>The same messages by mail, as plain text: the road that always works.</summary>
public static class PollMails
{
    public static string Subject(SeatPoll view, bool reminder) =>
        $"{(reminder ? "Rappel : quelles" : "Quelles")} dates vous conviennent ? {PollTexts.Subtitle(view.Poll, view.Table)}";

    public static string Ask(SeatPoll view, string? name, string url, bool reminder)
    {
        var poll = view.Poll;
        var by = poll.ReplyBy is { } day ? $" avant le {French.ShortDay(day)} au soir" : "";
        return $"""
            Bonjour{(name is null ? "" : $" {name}")},

            {(reminder ? "Sauf erreur, votre siège n’a pas encore répondu : une" : "Une")} séance se prépare : {view.Table.Name} ({PollTexts.Subtitle(poll, view.Table)}), {French.Duration(poll.Duration)}, lieu : {PollTexts.Where(poll)}.

            Dates proposées :
            {string.Join('\n', poll.Slots.Select(s => $"- {French.DayAndTime(s.Start, view.Zone)}"))}

            Merci de dire lesquelles vous conviennent{by}, pour le siège {SessionPieces.SeatName(view.Seat, view.Roster)} :
            {url}

            {PollTexts.MayChange}
            Ce lien vous est personnel : merci de ne pas le transférer.
            """;
    }

    public static string WithdrawnSubject(SeatPoll view) =>
        $"Sondage abandonné : {PollTexts.Subtitle(view.Poll, view.Table)}";

    public static string WithdrawnText(SeatPoll view) => $"""
        Bonjour,

        Le sondage de dates pour la {PollTexts.Subtitle(view.Poll, view.Table)} est abandonné. {PollTexts.WithdrawnMore}

        Dates qui étaient proposées :
        {string.Join('\n', view.Poll.Slots.Select(s => $"- {French.DayAndTime(s.Start, view.Zone)}"))}
        """;
}
