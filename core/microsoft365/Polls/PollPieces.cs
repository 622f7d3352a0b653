using System.Globalization;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Polls;

/// <summary>The parts that all cards about a poll share.</summary>
internal static class PollPieces
{
    public static CardElement? Facts(DatePoll poll) => CardPieces.Facts(
        ("Durée", French.Duration(poll.Duration)),
        ("Lieu", PollTexts.Where(poll)),
        ("Répondre avant", poll.ReplyBy is { } day ? $"le {French.ShortDay(day)} au soir" : null));

    public static IEnumerable<CardElement> Agenda(DatePoll poll)
    {
        yield return Section("Ordre du jour prévu");
        yield return Item(1, poll.FollowUp, AgendaItemKind.Information, SessionLimits.FollowUpMinutes);
        for (var i = 0; i < poll.Agenda.Count; i++)
        {
            yield return Item(i + 2, poll.Agenda[i].Title, poll.Agenda[i].Kind, poll.Agenda[i].Minutes ?? 0);
        }
    }

    private static RichTextBlock Item(int number, string title, AgendaItemKind kind, int minutes) => Line(
        Run($"{number.ToString(CultureInfo.InvariantCulture)}."), Between(" "), Run(title), Between(" "),
        Run($"({SessionTexts.Kind(kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(minutes))})") with { IsSubtle = true })
        with { Spacing = Spacing.Small };
}
