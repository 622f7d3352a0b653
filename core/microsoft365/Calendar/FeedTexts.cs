using System.Globalization;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Calendar;

/// <summary>What calendars to subscribe to say, and how one subscribes.</summary>
public static class FeedTexts
{
    public const string ForMembers =
        "Le calendrier des séances est réservé aux membres des tables. Si vous devez y siéger, écrivez à la personne qui pilote la concertation.";

    public const string InPersonOnly =
        "Votre adresse d’abonnement est personnelle : demandez-la-moi dans notre conversation à deux.";

    public const string How =
        "Dans Outlook : Ajouter un calendrier, S’abonner à partir du web, puis collez l’adresse. Google Agenda et les téléphones savent faire de même.";

    public const string Secret =
        "Cette adresse est personnelle : qui la possède voit les dates. Si elle a circulé, révoquez-la : l’ancienne ne montrera plus rien.";

    public const string Renewed = "L’ancienne adresse ne montre plus rien. Remplacez-la dans votre agenda par celle-ci.";

    /// <summary>The calendar's own name.</summary>
    public static string Name(Table table, Territory territory) => $"{table.Short} — {territory.Name}";

    public static string Summary(Session session, Table table)
    {
        var what = $"{table.Short} — {SessionTexts.Format(session.Format)}";
        return session.State == SessionState.Cancelled ? $"Annulée : {what}" : what;
    }

    public static string Agenda(IReadOnlyList<AgendaItem> agenda) => string.Join(
        '\n',
        agenda.Select((item, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. {(item.InCamera ? "Point à huis clos" : item.Title)}")
            .Prepend("Ordre du jour :"));
}
