using System.Globalization;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Sessions;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Agendas;

/// <summary>What is said about agendas: suggestions, versions, reading.</summary>
public static class AgendaTexts
{
    public const string Read = "J’ai pris connaissance";
    public const string ReadNoted = "Vous avez pris connaissance de cet ordre du jour.";
    public const string NotYours = "Vous n’êtes pas appelé à cette séance : son ordre du jour ne vous est pas ouvert.";
    public const string NoSession = "Aucune séance à venir ne vous concerne pour l’instant. Écrivez « séances » pour voir le calendrier.";
    public const string WhichAgenda = "De quelle séance voulez-vous l’ordre du jour ?";
    public const string WhichForItem = "À l’ordre du jour de quelle séance ?";
    public const string SayWhat = "Dites ce qu’il faut mettre à l’ordre du jour, par exemple « mets les sorties du vendredi à l’odj, 20 min ».";
    public const string Removed = "Point retiré de l’ordre du jour.";
    public const string Saved = "Ordre du jour enregistré. Personne n’est prévenu tant que vous ne le diffusez pas.";
    public const string Answered = "C’est noté, et la personne qui l’a suggéré en est informée.";
    public const string NotAnswerable = "Cette suggestion n’existe plus, ou quelqu’un y a déjà répondu.";
    public const string DeclineWhy = "Pourquoi ? (facultatif, transmis à la personne)";

    public static string Closed(Session session, Table table, TimeZoneInfo zone) => session.State == SessionState.Planned
        ? $"La séance du {French.Day(session.Start, zone)} ({table.Short}) est prévue mais pas encore convoquée : convoquez-la d’abord."
        : $"La séance du {French.Day(session.Start, zone)} ({table.Short}) a commencé, est passée ou annulée : son ordre du jour est clos.";

    /// <summary>« Version 2, diffusée le mercredi 29 septembre 2027 par Nolwenn Exemple ».</summary>
    public static string Version(AgendaCirculation circulation, TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture, $"Version {circulation.Version}, diffusée le {French.Day(circulation.At, zone)} par {circulation.ByName}");

    /// <summary>« 1 h 50 prévues pour 2 h de séance, dont 55 % du temps pour des décisions ».</summary>
    public static string Total(Session session)
    {
        var minutes = session.Agenda.Sum(i => i.Minutes);
        var decisions = session.Agenda.Where(i => i.Kind == AgendaItemKind.Decision).Sum(i => i.Minutes);
        var share = minutes == 0 ? 0 : (int)Math.Round(100.0 * decisions / minutes);
        return $"{French.Duration(TimeSpan.FromMinutes(minutes))} de points pour {French.Duration(session.Duration)} de séance, dont {share.ToString(CultureInfo.InvariantCulture)} % du temps pour des décisions";
    }

    public static string TooLong(Session session) =>
        $"L’ordre du jour dépasse la séance de {French.Duration(TimeSpan.FromMinutes(session.Agenda.Sum(i => i.Minutes)) - session.Duration)}.";

    public static bool IsTooLong(Session session) => session.Agenda.Sum(i => i.Minutes) > session.Duration.TotalMinutes;

    /// <summary>The table asks for so many days, fewer are left.</summary>
    public static string Late(Session session, Table table, DateTimeOffset now)
    {
        var left = Math.Max(0, (int)(session.Start - now).TotalDays);
        return $"La {table.Short} prévoit une diffusion {French.Count(table.Rules.Sessions.AgendaDays, "jour", "jours")} avant la séance : il en reste {left.ToString(CultureInfo.InvariantCulture)}.";
    }

    public static string Circulated(AgendaCirculation circulation, int people) => string.Create(
        CultureInfo.InvariantCulture, $"Version {circulation.Version} diffusée : {French.Count(people, "envoi part", "envois partent")}.");

    public static string AlreadyCirculated(AgendaCirculation circulation) => string.Create(
        CultureInfo.InvariantCulture, $"La version {circulation.Version} est déjà partie : personne n’est prévenu une deuxième fois.");

    /// <summary>« 9 reçues · 5 lectures déclarées · 1 non reçue ».</summary>
    public static string Reading(int delivered, int read, int notDelivered) =>
        $"{French.Count(delivered, "envoi arrivé", "envois arrivés")} · {French.Count(read, "lecture déclarée", "lectures déclarées")}"
        + (notDelivered == 0 ? "" : $" · {French.Count(notDelivered, "envoi non abouti", "envois non aboutis")}");

    public static string Suggested(Session session, Table table, TimeZoneInfo zone, ItemSuggestion suggestion) =>
        $"Merci ! « {suggestion.Title} » est suggéré pour la {table.Short} du {French.Day(session.Start, zone)}. La réponse vous parviendra ici.";

    public static string Added(Session session, Table table, TimeZoneInfo zone, AgendaItem item) =>
        $"C’est à l’ordre du jour de la {table.Short} du {French.Day(session.Start, zone)} : « {item.Title} », {French.Duration(TimeSpan.FromMinutes(item.Minutes))}.";

    /// <summary>For whoever suggested it.</summary>
    public static string Accepted(ItemSuggestion suggestion, Session session, Table table, TimeZoneInfo zone) =>
        $"« {suggestion.Title} » est inscrit à l’ordre du jour de la {table.Short} du {French.Day(session.Start, zone)}.";

    public static string Declined(ItemSuggestion suggestion, Session session, Table table, TimeZoneInfo zone) =>
        $"« {suggestion.Title} » n’est pas retenu pour la {table.Short} du {French.Day(session.Start, zone)}.";

    public static string Problems(IReadOnlyList<ConveneProblem> problems) => string.Join("\n", problems.Select(p => SessionTexts.Fault(p.Fault)).Distinct());

    /// <summary>What was put to the vote on an item, oldest first: « proposition « Ouvrir une cellule » : adoptée ».</summary>
    public static IReadOnlyList<string> Votes(IReadOnlyList<Ballot> ballots, SessionId session, ItemId item, DateTimeOffset now) =>
    [
        .. ballots.Where(b => b.Session == session && b.Item == item && b.State is BallotState.Open or BallotState.Closed)
            .OrderBy(b => b.OpensAt).Select(b => $"proposition « {CardTrim.Shorten(b.Title, 60)} » : {Stand(b, now)}"),
    ];

    private static string Stand(Ballot ballot, DateTimeOffset now) => ballot.Outcome switch
    {
        { Verdict: Verdict.QuorumMissed } => "carence",
        { } outcome => French.Small(DecisionTexts.OutcomeName(outcome)),
        _ => ballot.IsOver(now) ? "vote clos" : "vote en cours",
    };

    /// <summary>« décision, 30 min, huis clos, présenté par le CCAS ».</summary>
    public static string Detail(AgendaItem item) =>
        $"{SessionTexts.Kind(item.Kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(item.Minutes))}"
        + (item.InCamera ? ", huis clos" : "") + (item.Presenter is { } who ? $", présenté par {who}" : "");
}
