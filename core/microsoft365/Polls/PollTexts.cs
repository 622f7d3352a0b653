using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Polls;

/// <summary>What is said about polls, on every road: cards, mails, pages and answers to messages.</summary>
public static class PollTexts
{
    public const string Ask = "Quelles dates vous conviennent ?";
    public const string Title = "Sondage de dates";
    public const string NoPoll = "Ce sondage n’existe pas, ou plus. Écrivez « séances » pour voir ce qui est en cours.";
    public const string NotYourSeat = "Vous ne représentez pas ce siège dans ce sondage : la réponse n’est pas notée. La personne qui pilote la concertation peut mettre à jour les représentants désignés.";
    public const string SaysNothing = "Choisissez au moins une réponse : oui, si nécessaire ou non.";
    public const string NoSuchSlot = "Cette date ne fait pas partie du sondage.";
    public const string AllPast = "Toutes les dates proposées sont passées : il n’y a plus rien à y répondre.";
    public const string Withdrawn = "Ce sondage est abandonné";
    public const string WithdrawnMore = "Aucune des dates proposées n’est retenue. Vous n’avez rien à faire.";
    public const string WithdrawnNow = "Sondage abandonné : les personnes sollicitées sont prévenues.";
    public const string RemindedAlready = "La relance était déjà partie : personne n’est relancé une deuxième fois.";
    public const string ChosenMore = "La convocation suit : merci d’y confirmer votre venue.";
    public const string MayChange = "Vous pouvez changer de réponse tant que la date n’est pas choisie. Une convocation suivra.";
    public const string NotedInWords = "C’est noté : vérifiez ci-dessous ce que j’ai compris, date par date, et corrigez au besoin.";
    public const string Rule = "Classement : d’abord les sièges qui disent oui, puis les collèges présents, puis les « si nécessaire », puis la date la plus proche.";
    public const string Choosing = "Choisir une date convoque aussitôt tous les sièges appelés, avec l’ordre du jour prévu.";

    public static string Subtitle(DatePoll poll, Table table) => $"{table.Short} — {SessionTexts.Format(poll.Format)}";

    public static string Where(DatePoll poll) => (poll.Place, poll.Online) switch
    {
        ({ } place, true) => $"{place}, ou à distance",
        ({ } place, false) => place,
        (null, true) => "À distance",
        _ => "à préciser",
    };

    /// <summary>« 3 dates proposées : 14/10, 16/10, 21/10 ».</summary>
    public static string Dates(DatePoll poll, TimeZoneInfo zone) =>
        $"{French.Count(poll.Slots.Count, "date proposée", "dates proposées")}{French.Nbsp}: {string.Join(", ", poll.Slots.Select(s => French.ShortDay(s.Start, zone)[..5]))}";

    public static string Word(Availability value) => value switch
    {
        Availability.Yes => "Oui",
        Availability.IfNeeded => "Si nécessaire",
        Availability.No => "Non",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no such answer"),
    };

    public static string Opened(int people) =>
        $"Sondage envoyé : {French.Count(people, "demande part", "demandes partent")}.";

    public static string Reminded(int people) =>
        $"Relance envoyée : {French.Count(people, "personne", "personnes")} sans réponse.";

    public static string Turnout(PollBoard board) =>
        $"{French.Count(board.Answered, "réponse", "réponses")} sur {board.Seats.Count.ToString(French.Culture)}"
        + (board.Partial > 0 ? $", dont {French.Count(board.Partial, "incomplète", "incomplètes")}" : "");

    /// <summary>Dates that a message named beyond what a poll holds.</summary>
    public static string LeftOut(IReadOnlyList<DateOnly> days) =>
        $"Un sondage propose six dates au plus : {French.Join([.. days.Select(d => $"le {French.ShortDay(d)}")])} {(days.Count == 1 ? "n’est pas repris" : "ne sont pas repris")}.";

    /// <summary>Dates to come of which the seat said nothing; null when it spoke of all.</summary>
    public static string? Unsaid(PollAnswer answer, DatePoll poll, TimeZoneInfo zone, DateTimeOffset now)
    {
        var left = poll.Ahead(now).Where(s => answer.For(s.Id) is null).Select(s => French.ShortDay(s.Start, zone)[..5]).ToList();
        return left.Count == 0 ? null : $"Sans réponse pour {French.Join([.. left.Select(d => $"le {d}")])}.";
    }

    public static string Chosen(Session session, TimeZoneInfo zone, int people) =>
        $"Date retenue : {French.DayAndTime(session.Start, zone)}. {French.Count(people, "convocation part", "convocations partent")}.";

    public static string ChosenAlready(Session session, TimeZoneInfo zone) =>
        $"La date était déjà choisie : {French.DayAndTime(session.Start, zone)}. Personne n’est prévenu une deuxième fois.";

    public static string Colleges(SlotStanding slot, PollBoard board) =>
        $"{French.Count(slot.Colleges, "collège présent", "collèges présents")} sur {board.CollegesInAll.ToString(French.Culture)}";

    /// <summary>Whether the session could decide, with the arithmetic (rule 7).</summary>
    public static string Quorum(QuorumOutlook quorum, Roster roster)
    {
        var needed = quorum.Needed.ToString(French.Culture);
        var missing = quorum.Short.Count == 0 ? "" : $" ; à compléter : {French.Join([.. quorum.Short.Select(roster.CollegeName)])}";
        return quorum switch
        {
            { Reach: QuorumReach.NoneAsked } => "Aucun quorum demandé",
            { Reach: QuorumReach.Reached, Needed: 0 } => "Quorum atteint dans chaque collège",
            { Reach: QuorumReach.Reached } =>
                $"Quorum atteint : {French.Count(quorum.Yes, "siège votant dit oui", "sièges votants disent oui")}, il en faut {needed}",
            { Reach: QuorumReach.Reachable, Needed: 0 } => $"Quorum par collège possible{missing}",
            { Reach: QuorumReach.Reachable } =>
                $"Quorum possible : {quorum.Yes.ToString(French.Culture)} oui, il en faut {needed} ; {quorum.Possible.ToString(French.Culture)} si les autres viennent{missing}",
            { Needed: > 0 } when quorum.Possible < quorum.Needed =>
                $"Quorum hors d’atteinte : {French.Count(quorum.Possible, "siège votant", "sièges votants")} au plus, il en faut {needed}",
            _ => $"Quorum par collège hors d’atteinte{missing}",
        };
    }

    /// <summary>« d’après l’agenda : 4 occupés, 1 à confirmer »; null when calendars show nothing of the kind.</summary>
    public static string? Calendar(SlotStanding slot)
    {
        var parts = new List<string>();
        if (slot.Busy > 0)
        {
            parts.Add(French.Count(slot.Busy, "occupé", "occupés"));
        }

        if (slot.Tentative > 0)
        {
            parts.Add($"{slot.Tentative.ToString(French.Culture)}{French.Nbsp}à confirmer");
        }

        return parts.Count == 0 ? null : $"Parmi les sièges sans réponse, d’après l’agenda : {string.Join(", ", parts)}";
    }

    /// <summary>Marks of one seat, in the order of the dates: « oui · non · si nécessaire · — ».</summary>
    public static string Marks(SeatAvailability seat, DatePoll poll) => seat switch
    {
        { Mandate: null } => "sans représentant désigné",
        { Answer: null } => "pas encore de réponse",
        { Answer: { } answer } => string.Join(" · ", poll.Slots.Select(s => answer.For(s.Id) is { } value ? Word(value).ToLowerInvariant() : "—")),
    };

    /// <summary>« Oui : 14/10, 16/10 · Non : 21/10 », for whoever answered.</summary>
    public static string Own(PollAnswer answer, DatePoll poll, TimeZoneInfo zone) => string.Join(" · ",
        from value in Enum.GetValues<Availability>()
        let slots = poll.Slots.Where(s => answer.For(s.Id) == value).ToList()
        where slots.Count > 0
        select $"{Word(value)} : {string.Join(", ", slots.Select(s => French.ShortDay(s.Start, zone)[..5]))}");

    /// <summary>What a convocation recalls of the poll it comes from.</summary>
    public static string Recalled(Availability value) =>
        $"Au sondage, ce siège avait répondu « {Word(value).ToLowerInvariant()} » pour cette date : merci de le confirmer.";
}
