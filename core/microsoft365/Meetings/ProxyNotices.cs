using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Meetings;

/// <summary>A proxy of a session, as those it concerns are told of it.</summary>
/// <param name="From">The seat that gave it.</param>
/// <param name="To">The seat that holds it.</param>
public sealed record ProxyNews(Session Session, Table Table, Roster Roster, Seat From, Seat To)
{
    public string Giver => Roster.StructureName(From.Structure);

    public string Holder => Roster.StructureName(To.Structure);

    public string When => French.DayAndTime(Session.Start, Roster.Zone);
}

/// <summary>The card and the letter that tell the holder of a proxy, and whoever gave it, what became of it.</summary>
public static class ProxyNotices
{
    public static string GivenSubject(ProxyNews news) => $"Pouvoir reçu : {news.Table.Short} du {news.When}";

    public static string EndedSubject(ProxyNews news) => $"Pouvoir repris : {news.Table.Short} du {news.When}";

    public static AdaptiveCard Given(ProxyNews news) => Told(news, "Pouvoir reçu", NoticeKind.Neutral, "Votre siège porte un pouvoir", GivenLine(news), GivenMeans(news));

    public static AdaptiveCard Ended(ProxyNews news) => Told(news, "Pouvoir repris", NoticeKind.Warning, "Ce pouvoir ne vaut plus", EndedLine(news), EndedMeans(news));

    /// <param name="url">The reader's personal page of the session.</param>
    public static string GivenLetter(ProxyNews news, string? name, string url) => Letter(news, name, GivenLine(news), GivenMeans(news), url);

    public static string EndedLetter(ProxyNews news, string? name, string url) => Letter(news, name, EndedLine(news), EndedMeans(news), url);

    private static string GivenLine(ProxyNews news) => $"{news.Giver} donne pouvoir à {news.Holder} pour cette séance.";

    private static string GivenMeans(ProxyNews news) =>
        $"Votre siège répond aussi pour {news.Giver} aux décisions de la séance. Le pouvoir ne vaut que si quelqu’un y siège pour {news.Holder} : en cas d’empêchement, prévenez le siège qui l’a donné.";

    private static string EndedLine(ProxyNews news) => $"Le pouvoir de {news.Giver} à {news.Holder} ne vaut plus pour cette séance.";

    private static string EndedMeans(ProxyNews news) =>
        $"Il a été repris, donné à un autre siège, ou quelqu’un vient pour {news.Giver}. {news.Holder} ne répond plus que pour son propre siège.";

    private static AdaptiveCard Told(ProxyNews news, string title, NoticeKind kind, string brief, string line, string means) => CardTrim.Fit(Card(
        $"{title} : {SessionTexts.Name(news.Session, news.Table, news.Roster.Zone)}",
        Heading($"{SessionPieces.Subtitle(news.Session, news.Table)} — {news.When}", title),
        Notice(kind, brief, $"{line} {means}"),
        Buttons(new CardButton("Voir la séance", SessionVerbs.Show, SessionKeys.Of(news.Session)))));

    private static string Letter(ProxyNews news, string? name, string line, string means, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        {line} Il s’agit de la séance suivante : {news.Table.Name} ({news.Table.Short}), {SessionTexts.Format(news.Session.Format)} du {news.When}.

        {means}

        La séance et votre réponse sont sur votre page personnelle :
        {url}

        Ce lien est personnel : merci de ne pas le transférer.
        """;
}
