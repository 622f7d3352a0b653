using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Documents;

/// <summary>Files that become documents of an item of the agenda.</summary>
public static class JoinCard
{
    /// <summary>More sessions aren't offered: those to come are shown soonest first.</summary>
    private const int MostSessions = 24;

    /// <summary>Which session; only one to come needs no question.</summary>
    public static IReadOnlyList<CardElement> Offer(IReadOnlyList<Document> files, IReadOnlyList<Session> sessions, Roster roster) => sessions switch
    {
        [] => [Notice(NoticeKind.Warning, "Nulle part où le joindre", DocumentTexts.NoneUpcoming)],
        [var only] => Items(files, only, roster.TableOf(only.Table)!, roster),
        _ =>
        [
            Section("Joindre à l’ordre du jour"),
            new ChoiceSetInput(
                SessionKeys.Session,
                [.. sessions.Take(MostSessions).Select(s => new Choice(
                    PeoplesWords.AsLabel(SessionTexts.Name(s, roster.TableOf(s.Table)!, roster.Zone)), s.Id.Value))])
            {
                Label = "Séance", Style = ChoiceStyle.Compact, Placeholder = "Choisir la séance", Wrap = true,
            },
            Buttons(new CardButton("Choisir le point", DocumentVerbs.Session, DocumentKeys.Of(roster.Territory.Id, files), ActionStyle.Positive))!,
        ],
    };

    /// <summary>Which item of that session.</summary>
    public static AdaptiveCard Ask(
        IReadOnlyList<Document> files, Session session, Table table, Roster roster, string? problem = null) => CardTrim.Fit(Card(
        $"Joindre à l’ordre du jour : {SessionTexts.Name(session, table, roster.Zone)}",
        [
            Heading(SessionPieces.Subtitle(session, table), files.Count == 1 ? "Joindre le document" : "Joindre les documents"),
            problem is null ? null : Notice(NoticeKind.Attention, "Ce n’est pas encore joint", problem),
            .. FileCard.Names(files),
            .. Items(files, session, table, roster),
        ]));

    private static IReadOnlyList<CardElement> Items(IReadOnlyList<Document> files, Session session, Table table, Roster roster) =>
    [
        Section("Joindre à l’ordre du jour"),
        PeopleText(SessionTexts.Name(session, table, roster.Zone)),
        new ChoiceSetInput(
            DocumentKeys.Item,
            [.. session.Agenda.Select((item, i) => new Choice(
                PeoplesWords.AsLabel($"{i + 1}. {CardTrim.Shorten(item.Title, 90)}{(item.InCamera ? " (huis clos)" : "")}"), item.Id.Value))])
        {
            Label = "Point de l’ordre du jour", Style = ChoiceStyle.Compact, Placeholder = "Choisir le point", Wrap = true,
        },
        Buttons(new CardButton("Joindre", DocumentVerbs.Join, DocumentKeys.Of(session, files), ActionStyle.Positive))!,
        Faint("Les personnes appelées à cette séance pourront le lire, par un lien personnel. Un fichier du même nom devient une nouvelle version."),
    ];

    /// <summary>Done: what the item now carries, and how to take something off it.</summary>
    /// <param name="removed">Something was just taken off.</param>
    public static AdaptiveCard Done(
        Session session, AgendaItem item, Table table, TimeZoneInfo zone, SessionPapers papers, bool removed)
    {
        var links = papers.Of(item);
        return CardTrim.Fit(Card(
            removed ? "Document retiré" : "Document joint",
            [
                Heading(SessionPieces.Subtitle(session, table), removed ? "Document retiré" : "Document joint", new CardStatus("À jour", TextColor.Good)),
                Facts(("Séance", French.DayAndTime(session.Start, zone)), ("Point", item.Title)),
                links.Count == 0 ? Faint("Ce point n’a plus de document.") : Section("Documents de ce point"),
                .. links.SelectMany(link => Carried(session, item, link)),
                Buttons(new CardButton("Voir la séance", SessionVerbs.Show, SessionKeys.Of(session)) { WithInputs = false }),
                Faint("Les personnes appelées le trouvent sur leur convocation, telle qu’elle s’affiche maintenant, et par leur lien."),
            ]));
    }

    private static IEnumerable<CardElement> Carried(Session session, AgendaItem item, DocumentLink link)
    {
        var data = DocumentKeys.Of(session, []);
        data[DocumentKeys.Item] = item.Id.Value;
        data[DocumentKeys.Document] = link.Document.Id.Value;
        yield return Line(Strong(link.Document.Name), Between(" "), Run($"({DocumentTexts.About(link.Document)})") with { IsSubtle = true });
        yield return Buttons(
            new OpenUrlAction(link.Url) { Title = "Ouvrir" }, new CardButton("Retirer", DocumentVerbs.Remove, data) { WithInputs = false })!;
    }
}
