using System.Globalization;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Meetings;

namespace Concertation.Microsoft365.Sessions;

/// <summary>What is said about sessions, on every road: cards, mails, pages and answers to messages.</summary>
public static class SessionTexts
{
    public const string FollowUp = "Suivi des décisions précédentes";
    public const string NoSession = "Cette séance n’existe pas, ou plus. Écrivez « séances » pour voir celles qui viennent.";
    public const string NoneUpcoming = "Aucune séance à venir pour l’instant.";
    public const string NoneCalled = "Aucune séance à venir n’attend votre réponse. Écrivez « séances » pour voir le calendrier.";
    public const string Represented = "Je me fais représenter";
    public const string WhoIsMissing = "Indiquez qui vous représente : un nom ou une fonction suffit.";
    /// <summary>Before a convocation: what another table submitted goes on the agenda without being typed.</summary>
    public static string SubmittedToo(int decisions) => decisions == 1
        ? "Une décision soumise à la table s’inscrira d’elle-même à la suite :"
        : $"{decisions} décisions soumises à la table s’inscriront d’elles-mêmes à la suite :";

    public const string NotYourSeat = "Vous ne représentez pas ce siège à cette séance : la réponse n’est pas notée. La personne qui pilote la concertation peut mettre à jour les représentants désignés.";
    public const string Already = "C’était déjà fait : rien n’a changé et personne n’est prévenu une deuxième fois.";

    public const string ChooseSeat = "Choisissez le siège et sa réponse.";
    public const string PlannedNotConvened = "Date prévue : la convocation suivra.";
    public const string Unchanged = "Rien n’a changé : la séance était déjà à cette date et à ce lieu.";
    public const string CancelledNow = "Séance annulée : toutes les personnes appelées sont prévenues.";
    public const string WhichSession = "De quelle séance parlez-vous ?";
    public const string WhichConvocation = "Pour quelle convocation répondez-vous ?";
    public const string NoneThatDay = "Aucune de vos convocations ne correspond. Est-ce l’une de celles-ci ?";
    public const string FollowersOnly = "Seules les personnes qui animent une table suivent les réponses, déplacent ou annulent une séance. Écrivez « séances » pour voir les vôtres et y répondre.";

    /// <summary>How old a card is that lists answers.</summary>
    public static string AsOf(DateTimeOffset at, TimeZoneInfo zone) =>
        $"Réponses reçues jusqu’au {French.ShortDay(at, zone)} à {French.Time(at, zone)} ; « Actualiser » montre les suivantes.";

    public static string PolledYes(int seats) => French.Count(
        seats, "siège sans réponse avait dit oui à cette date au sondage.", "sièges sans réponse avaient dit oui à cette date au sondage.");

    /// <summary>To the substitute of a seat whose representative can't come.</summary>
    public static string SubstituteAsked(SeatView view)
    {
        var seat = $"{view.Roster.StructureName(view.Seat.Structure)}";
        return view.Roster.Mandates.GetValueOrDefault(view.Seat.Id) is { } mandate
            ? $"{mandate.Holder.Name} ne pourra pas représenter {seat} à cette séance. Viendrez-vous à sa place ?"
            : $"Viendrez-vous représenter {seat} à cette séance ?";
    }

    public static string Convened(int people) =>
        $"Séance convoquée : {French.Count(people, "convocation part", "convocations partent")}.";

    public static string Moved(Session session, TimeZoneInfo zone) => session.IsOtherDate
        ? $"Séance déplacée au {French.DayAndTime(session.Start, zone)} : toutes les personnes appelées sont prévenues, les réponses sont à confirmer."
        : "Lieu modifié : toutes les personnes appelées sont prévenues, les réponses restent notées.";

    public static string WhichTable(string written, int candidates) => candidates == 0
        ? $"« {written} » ne correspond à aucune table du territoire : choisissez-la dans la liste."
        : $"« {written} » peut désigner plusieurs instances : choisissez la table dans la liste.";

    public static string NotADate(string written) => $"« {written} » n’est ni une date ni une heure possible.";

    public static string WeekdayDisagrees(DateOnly day) =>
        $"Le jour de la semaine écrit n’est pas celui de la date : le {French.ShortDay(day)} est un {French.Weekday(day)}.";

    public static string RolledOver(DateOnly day) =>
        $"Cette date est passée cette année : elle est comprise comme le {French.ShortDay(day)}.";

    /// <summary>What a session asks of one person, for their seats in it.</summary>
    public static string Concerns(IReadOnlyList<SeatView> own) =>
        string.Join(". ", own.Select(MeetingTexts.Proxies).OfType<string>().Distinct().Prepend(Answered(own))).Trim();

    private static string Answered(IReadOnlyList<SeatView> own) => own.Any(v => v.Reply is null)
        ? "Votre réponse est attendue"
        : own.Any(v => v.ReplyIsOld)
            ? "Votre réponse est à confirmer : la date a changé"
            : $"Votre réponse : {French.Join([.. own.Select(v => Lower(Reply(v.Reply!))).Distinct()])}";

    public static string WhoIsTooLong =>
        $"C’est un peu long : {SessionLimits.RepresentedBy.ToString(CultureInfo.InvariantCulture)} caractères au plus pour dire qui vous représente.";

    public const string WhoSaysTooMuch =
        "Un nom ou une fonction suffit : retirez le numéro, l’adresse de courriel ou la date de naissance. Rien n’en a été gardé.";

    public static string Format(SessionFormat format) => format == SessionFormat.Plenary ? "séance plénière" : "séance restreinte";

    public static string FormatChoice(SessionFormat format) =>
        format == SessionFormat.Plenary ? "Plénière : tous les sièges" : "Restreinte : les sièges désignés";

    public static string Kind(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Information => "Information",
        AgendaItemKind.Discussion => "Discussion",
        AgendaItemKind.Decision => "Décision",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of item"),
    };

    /// <summary>« TCT, séance plénière du mercredi 14 octobre 2027 à 9 h 30 ».</summary>
    public static string Name(Session session, Table table, TimeZoneInfo zone) =>
        $"{table.Short}, {Format(session.Format)} du {French.DayAndTime(session.Start, zone)}";

    public static string Where(Session session) => (session.Place, session.Online) switch
    {
        ({ } place, true) => $"{place}, ou à distance",
        ({ } place, false) => place,
        (null, true) => "À distance",
        _ => "lieu à préciser",
    };

    /// <summary>The same behind a label that says it is the place.</summary>
    public static string Place(Session session) =>
        session is { Place: null, Online: false } ? "à préciser" : Where(session);

    /// <summary>« Présent », « Absent », « Représenté par ma cadre ».</summary>
    public static string Reply(Reply reply) => reply.Kind switch
    {
        ReplyKind.Present => $"Présence confirmée{How(reply)}",
        ReplyKind.Absent => "Absence annoncée",
        ReplyKind.Represented => $"Représentation : {reply.RepresentedBy}{How(reply)}",
        ReplyKind.Tentative => "Réponse provisoire",
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.Kind, "no such reply"),
    };

    /// <summary>« , à distance », « , avec du retard »; empty for who comes to the room in time.</summary>
    private static string How(Reply reply) => (reply.Remote ? ", à distance" : "") + (reply.Late ? ", avec du retard" : "");

    public static string Noted(Session session, Table table, TimeZoneInfo zone, Reply reply)
    {
        var when = $"pour la {table.Short} du {French.DayAndTime(session.Start, zone)}";
        return reply.Kind switch
        {
            ReplyKind.Present => $"C’est noté {when} : vous serez là{How(reply)}. Merci !",
            ReplyKind.Absent => $"C’est noté {when} : vous ne pourrez pas venir. Merci d’avoir prévenu.",
            ReplyKind.Represented => $"C’est noté {when} : {RepresentedWords.SaidBack(reply.RepresentedBy)} vous représentera. "
                + (RepresentedWords.Unnamed(reply.RepresentedBy ?? "") is null ? "Merci !" : "Pour le compte rendu, donnez son nom : « Mme Exemple me remplace »."),
            ReplyKind.Tentative => $"C’est noté {when} : réponse provisoire. Merci de la confirmer dès que possible.",
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.Kind, "no such reply"),
        };
    }

    public static string NotedOnBehalf(string structure, Reply reply) => $"Réponse notée pour {structure} : {Lower(Reply(reply))}.";

    /// <summary>« 8 présences · 1 représentation · 2 absences · 3 sans réponse ».</summary>
    public static string Counts(Attendance attendance) => string.Join(
        " · ",
        French.Count(attendance.Count(ReplyKind.Present), "présence", "présences"),
        French.Count(attendance.Count(ReplyKind.Represented), "représentation", "représentations"),
        French.Count(attendance.Count(ReplyKind.Absent), "absence", "absences")
            + (attendance.Count(ReplyKind.Tentative) is > 0 and var tentative ? $" · {Tentative(tentative)}" : ""),
        $"{attendance.WithoutReply.Count().ToString(CultureInfo.InvariantCulture)} sans réponse");

    private static string Tentative(int number) => French.Count(number, "réponse provisoire", "réponses provisoires");

    public static string Counts(CollegeAnswers college)
    {
        int Of(ReplyKind kind) => college.Seats.Count(s => !s.Waiting && s.Reply!.Kind == kind);
        var parts = new List<string>();
        Add(parts, Of(ReplyKind.Present), "présence", "présences");
        Add(parts, Of(ReplyKind.Represented), "représentation", "représentations");
        Add(parts, Of(ReplyKind.Absent), "absence", "absences");
        Add(parts, Of(ReplyKind.Tentative), "réponse provisoire", "réponses provisoires");
        Add(parts, college.Seats.Count(s => s.Waiting), "sans réponse", "sans réponse");
        return string.Join(", ", parts);
    }

    public static string CancelledAlready(Session session, Table table, TimeZoneInfo zone) =>
        $"La séance du {French.Day(session.Start, zone)} ({table.Short}) a été annulée : il n’y a plus rien à y répondre.";

    public static string Over(Session session, Table table, TimeZoneInfo zone) =>
        $"La séance du {French.Day(session.Start, zone)} ({table.Short}) est passée : la réponse n’est plus attendue.";

    public static string Begun(Session session, Table table, TimeZoneInfo zone) =>
        $"La séance du {French.DayAndTime(session.Start, zone)} ({table.Short}) a commencé ou est passée : elle ne peut plus changer.";

    public static string MovedMeanwhile(Session session, TimeZoneInfo zone) =>
        $"La séance a changé de date depuis : elle a lieu le {French.DayAndTime(session.Start, zone)}. Votre réponse n’est pas encore notée pour cette date.";

    /// <summary>Kind words for whoever would convene but may not.</summary>
    public static string NotAConvener(IReadOnlyList<string> conveners) =>
        $"Convoquer une séance revient à la personne qui pilote la concertation ({French.Join(conveners, "ou")}) et aux co-animateurs de la table. "
        + "Vous pouvez en revanche suggérer un point : écrivez « proposer » suivi de votre idée, elle lui sera transmise. Écrivez « séances » pour voir ce qui est prévu.";

    public static string NotAConvenerOf(Table table) =>
        $"Seules les personnes qui animent la {table.Short} peuvent faire cela. Écrivez « séances » pour voir vos séances et y répondre.";

    public static string Called(int seats, int byMail, int vacant)
    {
        var text = $"{French.Count(seats, "siège appelé", "sièges appelés")}";
        text += byMail == 0 ? "" : $", dont {byMail.ToString(CultureInfo.InvariantCulture)} par courriel";
        return vacant == 0 ? text : $"{text} ; {French.Count(vacant, "siège sans représentant", "sièges sans représentant")}";
    }

    public static string Warning(ConveneWarning warning, TimeZoneInfo zone) => warning switch
    {
        ConveneWarning.NeitherPlaceNorOnline => "Ni lieu ni visioconférence : les membres liront « lieu à préciser ».",
        ConveneWarning.AgendaTooLong it =>
            $"L’ordre du jour demande {French.Duration(TimeSpan.FromMinutes(it.AgendaMinutes))}, la séance dure {French.Duration(TimeSpan.FromMinutes(it.SessionMinutes))}.",
        ConveneWarning.ShortNotice it => it.Before < TimeSpan.FromDays(1)
            ? $"La séance commence dans {French.Duration(TimeSpan.FromMinutes(Math.Max(1, Math.Floor(it.Before.TotalMinutes))))} : beaucoup ne liront pas la convocation à temps."
            : $"La séance a lieu dans {French.Count((int)it.Before.TotalDays, "jour", "jours")} : c’est peu pour que chacun s’organise ou se fasse remplacer.",
        ConveneWarning.OnlineWithoutLink => "On peut participer à distance, mais le lien de la visioconférence manque : personne ne saura où se connecter.",
        ConveneWarning.SameDay it =>
            $"Une séance de cette table est déjà prévue ce jour-là, à {French.Time(it.Start, zone)}.",
        ConveneWarning.SeatsVacant it =>
            $"{French.Count(it.Seats, "siège appelé n’a pas de représentant désigné : personne n’y sera prévenu", "sièges appelés n’ont pas de représentant désigné : personne n’y sera prévenu")}.",
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, "no such warning"),
    };

    public static string Fault(ConveneProblem problem) => problem is { Fault: ConveneFault.Overlaps, At: { } at }
        ? $"Une séance de cette table est déjà prévue ce jour-là à {French.Time(at)} : choisissez un autre moment."
        : Fault(problem.Fault);

    public static string Fault(ConveneFault fault) => fault switch
    {
        ConveneFault.TableMissing => "Choisissez la table à convoquer.",
        ConveneFault.TableUnknown => "Cette table n’existe pas dans le territoire : choisissez-en une dans la liste.",
        ConveneFault.NotAConvener => "Vous n’animez pas cette table : seule la personne qui la pilote ou la co-anime peut la convoquer.",
        ConveneFault.NobodyCalled => "Aucun siège n’est désigné pour les séances restreintes de cette table : choisissez « plénière ».",
        ConveneFault.DayMissing => "Indiquez le jour, par exemple 14/10/2027.",
        ConveneFault.TimeMissing => "Indiquez l’heure de début, par exemple 9 h 30.",
        ConveneFault.NoSuchHour => "Cette heure n’existe pas ce jour-là : on passe à l’heure d’été.",
        ConveneFault.InThePast => "Ce moment est déjà passé : choisissez une date à venir.",
        ConveneFault.TooFarAhead => "Cette date est à plus de deux ans : vérifiez l’année.",
        ConveneFault.DurationMissing => "Indiquez une durée, par exemple « 2 h », « 1 h 30 » ou « 90 min ».",
        ConveneFault.DurationZero => "Une séance dure au moins une minute : indiquez par exemple « 2 h ».",
        ConveneFault.DurationTooLong => "Une séance dure 12 h au plus : pour plusieurs jours, convoquez plusieurs séances.",
        ConveneFault.PlaceTooLong => "Le lieu tient en 200 caractères.",
        ConveneFault.OnlineUrlWrong => "Le lien de visioconférence commence par https:// et tient en 500 caractères.",
        ConveneFault.TooManyItems => "L’ordre du jour compte 20 points au plus.",
        ConveneFault.ItemTitleMissing => "Donnez un intitulé à ce point.",
        ConveneFault.ItemTitleTooLong => "L’intitulé tient en 200 caractères.",
        ConveneFault.ItemMinutesWrong => "Indiquez les minutes prévues, de 1 à 480.",
        ConveneFault.SlotTwice => "Cette date figure déjà plus haut.",
        ConveneFault.TooManySlots => "Un sondage propose six dates au plus.",
        ConveneFault.ReplyByTooLate => "Demandez les réponses au plus tard le jour de la première date.",
        ConveneFault.Overlaps => "Une séance de cette table est déjà prévue à ce moment : choisissez un autre jour ou une autre heure.",
        ConveneFault.NothingPlanned => "Gardez au moins une date, et douze au plus.",
        ConveneFault.NamesSomeone => "Ce texte peut désigner quelqu’un : retirez les noms, numéros, adresses et dates de naissance. Rien n’en a été gardé.",
        ConveneFault.ItemUnknown => "Ce point n’est plus à l’ordre du jour.",
        ConveneFault.PresenterTooLong => "Dites qui présente en 120 caractères au plus.",
        ConveneFault.FollowUpStays => "Le suivi des décisions précédentes ouvre chaque ordre du jour : il ne se retire pas.",
        ConveneFault.ItemCarriesReports => "Ce point porte des remontées : mettez-les d’abord à un autre point (« qualifier »).",
        ConveneFault.ItemEscalated => "Une autre table attend la réponse sur ce point : validez sa décision, refusez-la ou renvoyez-la ; il ne se retire pas.",
        ConveneFault.ItemPutToVote => "Un vote porte sur ce point : retirez d’abord le vote.",
        ConveneFault.AgendaClosed => "La séance est passée : son ordre du jour ne change plus.",
        ConveneFault.SecondCallUnknown => "La séance à reconvoquer n’existe plus.",
        ConveneFault.QuorumNotMissed => "Une seconde convocation sans quorum suppose une première séance tenue, et dont le quorum n’a pas été atteint. Ce n’est pas le cas de celle-ci : convoquez une nouvelle séance.",
        ConveneFault.SecondCallOfAnotherTable => "Une seconde convocation concerne la même table et la même formation que la première.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault"),
    };

    public static string ToMend(int faults) =>
        faults == 1 ? "Un point est à corriger." : $"{faults.ToString(CultureInfo.InvariantCulture)} points sont à corriger.";

    public static string Waiting(SeatAnswer seat) =>
        seat.Mandate is null ? "sans représentant désigné"
        : seat.Reply is null ? "pas encore de réponse"
        : $"avait répondu pour l’ancienne date ({Lower(Reply(seat.Reply))})";

    /// <summary>How many seats a reminder would go to.</summary>
    public static string ToRemind(int seats) => seats == 0
        ? "Personne n’est à relancer."
        : French.Count(seats, "siège n’a pas répondu et serait relancé.", "sièges n’ont pas répondu et seraient relancés.");

    public static string RemindedToday(int seats) =>
        French.Count(seats, "siège a déjà été relancé aujourd’hui : il ne le sera pas deux fois.", "sièges ont déjà été relancés aujourd’hui : ils ne le seront pas deux fois.");

    public static string MessagesThisWeek(int messages) => messages == 0
        ? "aucun message cette semaine"
        : $"{French.Count(messages, "message", "messages")} cette semaine";

    public static string Reminded(int seats, DateTimeOffset? leaves, TimeZoneInfo zone) => seats == 0
        ? "Aucune relance n’est partie : tous sont laissés de côté, ou relancés aujourd’hui déjà."
        : $"{French.Count(seats, "relance part", "relances partent")}{(leaves is { } at ? $" le {French.DayAndTime(at, zone)}" : "")}.";

    public static string RhythmName(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Cycle => "Cycle annuel de la table",
        Rhythm.TwoMonthly => "Tous les deux mois",
        Rhythm.Monthly => "Tous les mois, sauf août",
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm), rhythm, "no such rhythm"),
    };

    public static string ConvenedLater(Table table) =>
        $"Chaque convocation part {French.Count(table.Rules.Sessions.AgendaDays, "jour", "jours")} avant la séance, ou plus tôt si vous la convoquez. Écrivez « séances » pour en déplacer ou en annuler une.";

    public static string ConvenedOn(DateOnly day) =>
        $"Les membres connaissent la date. La convocation part le {French.Weekday(day)} {French.ShortDay(day)}, ou dès que vous convoquez.";

    internal static string Capitalised(string text) => char.ToUpper(text[0], French.Culture) + text[1..];

    internal static string Lower(string text) => char.ToLower(text[0], CultureInfo.GetCultureInfo("fr-FR")) + text[1..];

    private static void Add(List<string> parts, int number, string singular, string plural)
    {
        if (number > 0)
        {
            parts.Add(French.Count(number, singular, plural));
        }
    }
}
