using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Meetings;

/// <summary>What is said about a session under way: who is there, which item, what was noted.</summary>
public static class MeetingTexts
{
    public const string SomebodyElse = "une autre personne de la structure";
    public const string NoneNow = "Aucune séance que vous animez n’a lieu aujourd’hui. Écrivez « séances » pour voir le calendrier.";
    public const string WhichNow = "De quelle séance s’agit-il ?";
    public const string InCamera = "point à huis clos";
    public const string LastItem = "C’était le dernier point de l’ordre du jour. Écrivez « fin de séance » pour terminer.";
    public const string SayNote = "Écrivez ce qu’il faut noter, par exemple « note : le CCAS présente le bilan ».";
    public const string SayAction = "Dites ce qu’il faut faire, par exemple « action : rédiger la fiche de liaison, CCAS, pour le 15/12 ».";
    public const string PresenceSaved = "Feuille de présence enregistrée.";
    public const string GuestAdded = "Invité noté : il est entendu, sa voix n’est pas comptée.";
    public const string GuestTakenOut = "Invité retiré de la feuille de présence.";
    public const string WhichGuest = "Quel invité faut-il retirer ?";
    public const string WouldBeCarence = "Constaté maintenant, ce consensus donnerait une carence : rien ne serait décidé, et elle figurerait au compte rendu. Notez d’abord les présences, ou attendez le quorum.";
    public const string NumberedAtOnce = "La décision est numérotée et envoyée aussitôt, avec les présences comme quorum ; sans quorum, c’est une carence.";
    public const string InPersonalChat = "Je vous l’ai envoyé dans notre conversation personnelle.";
    public const string MinutesWritten = "Le compte rendu de cette séance est déjà rédigé : complétez-le en corrigeant son fichier Word.";
    public const string MinutesFinal = "Le compte rendu de cette séance est validé : il ne change plus.";
    public const string SheetInMinutes = "Le compte rendu de cette séance est déjà rédigé : les présences qu’il reprend ne changent plus. Une erreur se signale dans les débats, en corrigeant son fichier Word.";
    public const string NotInPersonalChat = "Ouvrez notre conversation personnelle (cliquez sur mon nom) et écrivez « proposer » : je n’ai pas pu vous y écrire.";
    public const string NoVotingSeat = "Vous n’occupez aucun siège à voix délibérative dans une séance à venir : il n’y a pas de pouvoir à donner.";
    public const string NoProxyGiven = "Vous n’avez donné pouvoir pour aucune séance à venir.";
    public const string WhichHolder = "À qui donnez-vous pouvoir ?";

    public static string TooEarly(Session session, Table table, TimeZoneInfo zone) =>
        $"La {table.Short} a lieu le {French.DayAndTime(session.Start, zone)} : on pourra la commencer la veille au plus tôt.";

    public static string TooLate(Session session, Table table, TimeZoneInfo zone) =>
        $"La {table.Short} du {French.Day(session.Start, zone)} est passée depuis plus d’un jour : on ne peut plus la commencer. Notez les présences, puis complétez le compte rendu : il part des heures prévues.";

    public static string NotStarted(Table table) => $"La séance de la {table.Short} n’a pas commencé. Écrivez « on commence » pour l’ouvrir.";

    public static string Ended(Session session, Table table, SessionRun run, TimeZoneInfo zone) =>
        $"La séance de la {table.Short} du {French.Day(session.Start, zone)} est terminée depuis {French.Time(run.EndedAt!.Value, zone)}.";

    public static string NoSuchItem(Session session) =>
        $"L’ordre du jour compte {French.Count(session.Agenda.Count, "point", "points")} : donnez un de leurs numéros.";

    /// <summary>Who leaves the room for an item in huis clos.</summary>
    public static string Closed(IReadOnlyList<Guest> guests) => guests.Count == 0
        ? "Seuls les sièges appelés prennent part à ce point."
        : $"Seuls les sièges appelés prennent part à ce point : {French.Join([.. guests.Select(g => g.Name)])} {(guests.Count == 1 ? "quitte" : "quittent")} la salle.";

    /// <summary>« Point 3 sur 7 ».</summary>
    public static string Position(Session session, ItemId item) => string.Create(
        CultureInfo.InvariantCulture, $"Point {Number(session, item)} sur {session.Agenda.Count}");

    public static int Number(Session session, ItemId item) => session.Agenda.TakeWhile(i => i.Id != item).Count() + 1;

    /// <summary>« 12 min sur 20 min prévues ».</summary>
    public static string Spent(AgendaItem item, TimeSpan spent) =>
        $"{Minutes(spent)} sur {French.Duration(TimeSpan.FromMinutes(item.Minutes))} {(item.Minutes < 2 ? "prévue" : "prévues")}"
        + (spent.TotalMinutes >= item.Minutes + 1 ? $", dépassé de {Minutes(spent - TimeSpan.FromMinutes(item.Minutes))}" : "");

    /// <summary>Where the session stands against its agenda: « 15 min de retard sur l’ordre du jour ».</summary>
    public static string Pace(Session session, SessionRun run, DateTimeOffset now)
    {
        var done = run.Current is { } current ? session.Agenda.TakeWhile(i => i.Id != current).Sum(i => i.Minutes) : 0;
        var own = run.Current is { } on && session.ItemOf(on) is { } item ? Math.Min(item.Minutes, run.Spent(on, now).TotalMinutes) : 0;
        var late = (int)Math.Round((now - run.StartedAt).TotalMinutes - done - own);
        return late >= 2 ? $"{Minutes(TimeSpan.FromMinutes(late))} de retard sur l’ordre du jour"
            : late <= -2 ? $"{Minutes(TimeSpan.FromMinutes(-late))} d’avance sur l’ordre du jour"
            : "à l’heure";
    }

    public static string Minutes(TimeSpan span) => French.Duration(TimeSpan.FromMinutes(Math.Max(0, Math.Floor(span.TotalMinutes))));

    /// <summary>« 9 présents, 1 représenté par pouvoir, 2 excusés, 1 absent, 1 annoncé ».</summary>
    public static string Counts(RollCall roll)
    {
        var parts = new List<string>();
        void Add(int number, string singular, string plural)
        {
            if (number > 0)
            {
                parts.Add(French.Count(number, singular, plural));
            }
        }

        Add(roll.Count(RollState.Present), "siège présent", "sièges présents");
        Add(roll.Count(RollState.ByProxy), "représenté par pouvoir", "représentés par pouvoir");
        Add(roll.Count(RollState.Expected), "annoncé, pas encore noté", "annoncés, pas encore notés");
        Add(roll.Count(RollState.Excused), "excusé", "excusés");
        Add(roll.Count(RollState.Absent), "absent", "absents");
        Add(roll.Count(RollState.Unknown), "sans réponse, pas encore noté", "sans réponse, pas encore notés");
        Add(roll.Guests.Count, "invité", "invités");
        return parts.Count == 0 ? "Personne n’est appelé à cette séance." : $"{French.Join(parts)}.";
    }

    /// <summary>« Quorum atteint : 8 sièges présents ou représentés sur 14 (7 nécessaires). »</summary>
    public static string Quorum(AttendanceQuorum quorum)
    {
        var counted = $"{French.Count(quorum.Counted, "siège présent ou représenté", "sièges présents ou représentés")} sur {quorum.Seats.ToString(CultureInfo.InvariantCulture)}";
        if (quorum.SecondCall)
        {
            return $"Seconde convocation, sans quorum : {counted}.";
        }

        if (!quorum.IsAsked)
        {
            return $"Sans quorum : {counted}.";
        }

        var needed = quorum.Needed > 0 ? $" ({quorum.Needed.ToString(CultureInfo.InvariantCulture)} {(quorum.Needed < 2 ? "nécessaire" : "nécessaires")})" : "";
        var missing = quorum.Colleges.Where(c => !c.Reached).ToList();
        var colleges = missing.Count == 0 ? ""
            : $" Il manque {(missing.Count == 1 ? "le collège" : "les collèges")} {French.Join([.. missing.Select(c => $"{c.College} ({c.Answered} sur {c.Needed})")])}.";
        return $"{(quorum.Reached ? "Quorum atteint" : "Quorum non atteint")} : {counted}{needed}.{colleges}";
    }

    /// <summary>« Pouvoir donné à CLIC. » « Vous portez le pouvoir de CCAS. »; null when there is none.</summary>
    public static string? Proxies(SeatView view)
    {
        string?[] said =
        [
            view.ProxyGivenTo is { } to ? $"Pouvoir donné à {to}." : null,
            view.ProxyHeldFor is { Count: > 0 } held ? $"Votre siège porte le pouvoir de {French.Join(held)}." : null,
        ];
        return said.OfType<string>().ToList() is { Count: > 0 } all ? string.Join(' ', all) : null;
    }

    /// <summary>« Par collège : Sanitaire 2 sur 3 (2 nécessaires), Social … »; null where the table asks for none by college.</summary>
    public static string? Colleges(AttendanceQuorum quorum) => quorum.Colleges.Any(c => c.Needed > 0)
        ? $"Par collège : {French.Join([.. quorum.Colleges.Select(c => $"{College(c)}{(c.Needed > 0 ? $" ({c.Needed.ToString(CultureInfo.InvariantCulture)} {(c.Needed < 2 ? "nécessaire" : "nécessaires")})" : "")}")])}."
        : null;

    /// <summary>« Sanitaire : 2 sur 3 ».</summary>
    public static string College(CollegeTurnout college) =>
        string.Create(CultureInfo.InvariantCulture, $"{college.College} {college.Answered} sur {college.Seats}");

    public static string State(SeatRoll seat, TimeZoneInfo zone) => seat.State switch
    {
        RollState.Present => (seat.Presence!.Mode == PresenceMode.Remote ? "présent à distance" : "présent")
            + (seat.Presence.RepresentedBy is { } who ? $", représenté par {who}" : "")
            + (seat.Presence.ArrivedAt is { } at ? $", arrivé à {French.Time(at, zone)}" : ""),
        RollState.ByProxy => "représenté par pouvoir",
        RollState.Expected => "annoncé" + (seat.Announced is { } who ? $", représenté par {who}" : "")
            + (seat.Reply is { Remote: true } ? ", à distance" : "") + (seat.Reply is { Late: true } ? ", en retard" : ""),
        RollState.Excused => "excusé",
        RollState.Unknown => "sans réponse",
        RollState.Absent => seat.Presence?.LeftAt is { } at ? $"parti à {French.Time(at, zone)}" : "absent",
        _ => throw new ArgumentOutOfRangeException(nameof(seat), seat.State, "no such state"),
    };

    public static string Refusal(PresenceRefusal refusal, Table table) => refusal switch
    {
        PresenceRefusal.NotFound => SessionTexts.NoSession,
        PresenceRefusal.NotAConvener => SessionTexts.NotAConvenerOf(table),
        PresenceRefusal.Cancelled => "Cette séance a été annulée : il n’y a plus de présences à noter.",
        PresenceRefusal.NoSuchSeat => "Un de ces sièges n’est pas appelé à cette séance : rien n’a été noté.",
        PresenceRefusal.WhoIsTooLong => SessionTexts.WhoIsTooLong,
        PresenceRefusal.WhoSaysTooMuch => SessionTexts.WhoSaysTooMuch,
        PresenceRefusal.NotYetHeld => "Les présences se notent à partir de la veille de la séance.",
        PresenceRefusal.MinutesWritten => SheetInMinutes,
        PresenceRefusal.MinutesFinal => MinutesFinal,
        PresenceRefusal.NameMissing => "Donnez le nom de la personne invitée.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "no such refusal"),
    };

    public static string Written(NoteOutcome.Written written, TimeZoneInfo zone)
    {
        var where = written.Item is { InCamera: false } item ? $" (point {Number(written.Session, item.Id).ToString(CultureInfo.InvariantCulture)})" : "";
        if (written.Note.Kind == NoteKind.Debate)
        {
            return $"Noté{where}. Le compte rendu le reprendra.";
        }

        var who = written.Note.Who is { } carrier ? $" — {carrier}" : "";
        var due = written.Note.Due is { } day ? $", pour le {French.ShortDay(day)}" : "";
        var missing = written.Note.Who is null ? " Qui s’en charge ? Complétez sur la carte de la séance ou dans le compte rendu." : "";
        var axis = written.Note.Axis is { } on ? $" Elle figure sur l’axe {on.Value.ToUpperInvariant()} de la feuille de route." : "";
        return $"Action notée{where} : {written.Note.Text}{who}{due}.{axis}{missing}";
    }

    public static string Refusal(NoteOutcome outcome, Table table) => outcome.Match(
        _ => "",
        _ => SessionTexts.NoSession,
        _ => SessionTexts.NotAConvenerOf(table),
        _ => NotStarted(table),
        it => it.Final ? MinutesFinal : MinutesWritten,
        it => NoSuchItem(it.Session),
        it => it.Kind == NoteKind.Action ? SayAction : SayNote,
        it => $"C’est trop long : {it.Most.ToString(CultureInfo.InvariantCulture)} caractères au plus.",
        it => $"Ce texte contient {DysfunctionTexts.Kinds(it.Kinds)} : rien n’en a été gardé. Parlez des structures plutôt que des personnes.");

    public static string Proxy(ProxyOutcome outcome, Roster roster) => outcome.Match(
        it => $"{roster.StructureName(it.To.Structure)} a pouvoir pour {roster.StructureName(it.From.Structure)} à cette séance. Vous pouvez le reprendre jusqu’à la séance : écrivez « je reprends mon pouvoir ».",
        it => $"Le pouvoir de {roster.StructureName(it.From.Structure)} est repris.",
        _ => SessionTexts.NoSession,
        _ => SessionTexts.NotYourSeat,
        _ => "La séance est passée ou annulée : on ne peut plus y donner pouvoir.",
        _ => "Un pouvoir se donne à un autre siège à voix délibérative, appelé à cette séance et représenté par quelqu’un.",
        it => $"{roster.StructureName(it.From.Structure)} vient ou se fait représenter : il n’y a pas de pouvoir à donner. Répondez d’abord « absent ».",
        it => it.Most == 0
            ? "Cette table n’accepte pas de pouvoir."
            : $"{roster.StructureName(it.To.Structure)} a déjà {French.Count(it.Most, "pouvoir", "pouvoirs")}, le maximum à cette table. Choisissez un autre siège.",
        it => $"{roster.StructureName(it.To.Structure)} a lui-même donné pouvoir : choisissez un autre siège.");
}
