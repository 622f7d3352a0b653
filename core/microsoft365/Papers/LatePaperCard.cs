using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Papers;

/// <summary>An agenda or minutes that should have gone out: told to the pilote, with the way to do it.</summary>
public static class LatePaperCard
{
    public static AdaptiveCard Of(EffectKind kind, Session session, Table table, TimeZoneInfo zone) => CardTrim.Fit(Card(
        Title(kind, session, table, zone),
        Heading(
            $"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}",
            kind == EffectKind.AgendaDue ? "Ordre du jour à diffuser" : "Compte rendu à diffuser"),
        PeopleText(Ask(kind, session, table, zone)),
        Buttons(kind == EffectKind.AgendaDue
            ? new CardButton("Ouvrir l’ordre du jour", AgendaVerbs.Show, SessionKeys.Of(session), ActionStyle.Positive)
            : new CardButton("Ouvrir le compte rendu", MinutesVerbs.Show, SessionKeys.Of(session), ActionStyle.Positive))));

    public static string Title(EffectKind kind, Session session, Table table, TimeZoneInfo zone) =>
        $"{(kind == EffectKind.AgendaDue ? "Ordre du jour" : "Compte rendu")} à diffuser : {table.Short} du {French.Day(session.Start, zone)}";

    public static string Plain(EffectKind kind, Session session, Table table, TimeZoneInfo zone) =>
        $"Bonjour,\n\n{Ask(kind, session, table, zone)}\n\nPour le faire, écrivez « {(kind == EffectKind.AgendaDue ? "ordre du jour" : "compte rendu")} » dans votre conversation avec le bot.";

    private static string Ask(EffectKind kind, Session session, Table table, TimeZoneInfo zone) => kind == EffectKind.AgendaDue
        ? $"L’ordre du jour de la {table.Short} du {French.Day(session.Start, zone)} n’est pas encore parti. La table le prévoit {French.Count(table.Rules.Sessions.AgendaDays, "jour", "jours")} avant la séance."
        : $"La {table.Short} s’est réunie le {French.Day(session.Start, zone)} et son compte rendu n’est pas encore parti. La table le prévoit dans les {French.Count(table.Rules.Sessions.MinutesDays, "jour", "jours")} ; le projet est prêt.";
}
