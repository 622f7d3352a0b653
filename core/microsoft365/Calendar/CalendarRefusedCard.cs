using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Graph;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Calendar;

/// <summary>Tells whoever convened a session that Outlook refused its event, and why.</summary>
public static class CalendarRefusedCard
{
    private const string Meanwhile = "Les messages aux personnes appelées partent quand même, ici ou par courriel.";

    /// <param name="known">An event is there already: it couldn't be brought up to date.</param>
    /// <param name="code">What Graph gave as its reason.</param>
    public static AdaptiveCard Of(Session session, Table table, TimeZoneInfo zone, bool known, string code) => CardTrim.Fit(Card(
        Title(session, table, zone),
        Heading($"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}", "Événement Outlook refusé"),
        PeopleText(Why(session, known, code)),
        Faint(Meanwhile),
        Buttons(new CardButton("Voir la séance", SessionVerbs.Show, SessionKeys.Of(session)))));

    public static string Title(Session session, Table table, TimeZoneInfo zone) =>
        $"Événement Outlook refusé : {table.Short} du {French.Day(session.Start, zone)}";

    public static string Plain(Session session, bool known, string code) => $"Bonjour,\n\n{Why(session, known, code)}\n\n{Meanwhile}";

    private static string Why(Session session, bool known, string code) =>
        $"L’événement Outlook n’a pas pu être {(session.State == SessionState.Cancelled ? "annulé" : known ? "mis à jour" : "créé")} : {Reason(code)}";

    private static string Reason(string code) => code switch
    {
        "ErrorAccessDenied" or "Authorization_RequestDenied" or "Http403" =>
            "le bot n’a pas le droit d’écrire dans ce calendrier (permission Calendars.ReadWrite). Demandez-la à l’administrateur ; un nouvel essai a lieu chaque heure.",
        GraphCodes.TokenRefused or "InvalidAuthenticationToken" or "Http401" =>
            "Microsoft 365 ne reconnaît pas le bot. Prévenez l’administrateur ; un nouvel essai a lieu chaque heure.",
        "ErrorInvalidUser" or "MailboxNotEnabledForRESTAPI" or "ErrorNonExistentMailbox" or "ResourceNotFound" =>
            "la personne qui l’organise n’a pas de boîte Outlook.",
        GraphCodes.TooManyAttendees => $"il y a plus de {GraphCalendar.MostAttendees.ToString(French.Culture)} personnes à inviter.",
        _ => $"Outlook a répondu « {code} ».",
    };
}
