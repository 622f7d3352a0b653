using System.Globalization;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Documents;
using static Concertation.Microsoft365.Cards.CardPieces;
using CardElement = Concertation.Microsoft365.Cards.CardElement;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Sessions;

/// <summary>The parts that all cards about a session share.</summary>
internal static class SessionPieces
{
    /// <summary>When, how long, where.</summary>
    public static CardElement? Facts(Session session, TimeZoneInfo zone) => CardPieces.Facts(
        ("Date", French.DayAndTime(session.Start, zone)),
        ("Durée", French.Duration(session.Duration)),
        ("Lieu", SessionTexts.Place(session)));

    public static CardAction? JoinOnline(Session session) =>
        session.OnlineUrl is { } url && session.State == SessionState.Convened
            ? new OpenUrlAction(new Uri(url)) { Title = "Ouvrir la visioconférence" }
            : null;

    /// <summary>The agenda's items, numbered; a second convocation says that it is one.</summary>
    /// <param name="papers">What is joined to them, as the reader reaches it; null for nothing.</param>
    /// <param name="followUp">What the first item goes through; null where it isn't shown.</param>
    /// <param name="most">So many documents have a button here; the list behind the last button has them all.</param>
    public static IEnumerable<CardElement> Agenda(
        IReadOnlyList<AgendaItem> agenda, SessionPapers? papers = null, int most = 0, FollowUp? followUp = null)
    {
        yield return Section("Ordre du jour");
        var left = most;
        for (var i = 0; i < agenda.Count; i++)
        {
            var item = agenda[i];
            yield return Line(
                Run($"{(i + 1).ToString(CultureInfo.InvariantCulture)}."), Between(" "), Run(item.Title), Between(" "),
                Faded(item)) with { Spacing = Spacing.Small };
            foreach (var line in FollowUpTexts.Lines(followUp, item.Id))
            {
                yield return Faint(line) with { Spacing = Spacing.None };
            }

            IReadOnlyList<DocumentLink> links = [.. (papers?.Of(item) ?? []).Take(left)];
            left -= links.Count;
            foreach (var link in links)
            {
                yield return PaperPieces.Link(link);
            }
        }

        if (papers is { Links.Count: > 0 } && papers.Links.Count > most - left)
        {
            yield return PaperPieces.All(papers)!;
        }
    }

    public static IEnumerable<CardElement> SecondCall(Session session)
    {
        if (session.SecondCallOf is not null)
        {
            yield return Faint("Seconde convocation sur le même ordre du jour : aucun quorum n’est demandé.");
        }
    }

    public static string Subtitle(Session session, Table table) => $"{table.Short} — {SessionTexts.Format(session.Format)}";

    /// <summary>« pour le siège CH de Lan, collège Sanitaire ».</summary>
    public static string SeatName(Seat seat, Roster roster) =>
        $"{roster.StructureName(seat.Structure)} (collège {roster.CollegeName(seat.College)})";

    private static TextRun Faded(AgendaItem item)
    {
        var closed = item.InCamera ? ", huis clos" : "";
        return Run($"({SessionTexts.Kind(item.Kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(item.Minutes))}{closed}{(item.Presenter is { } who ? $", présenté par {who}" : "")})")
            with { IsSubtle = true };
    }
}
