using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;

namespace Concertation.Microsoft365.Minutes;

/// <summary>What is said about minutes, on every road.</summary>
public static class MinutesTexts
{
    public const string NoneToWrite = "Aucune séance passée ou en cours n’attend de compte rendu. Écrivez « séances » pour voir celles qui viennent.";
    public const string NoneToRead = "Aucun compte rendu diffusé ne vous concerne pour l’instant. Vous le recevrez ici ou par courriel dès qu’il partira.";
    public const string Which = "De quelle séance voulez-vous le compte rendu ?";
    public const string ForMembers = "Les comptes rendus vont aux membres des tables. Ce que la table décide de vos remontées vous est dit ici : écrivez « mes remontées » pour savoir où elles en sont.";
    public const string NotOpenToYou = "Ce compte rendu n’est pas encore diffusé, ou ne vous est pas ouvert.";
    public const string AmendmentSent = "Votre demande est transmise à la personne qui pilote la table. Sa réponse vous parviendra ici.";
    public const string AmendedByThose = "Les modifications sont demandées par les personnes qui étaient à la séance.";
    public const string HowToCorrect = "Pour corriger : ouvrez le fichier Word, modifiez les débats ou les actions, puis envoyez-le-moi ici. Décisions et présences ne changent pas.";
    public const string NotAWordFile = "Ce fichier n’est pas un fichier Word (.docx). Enregistrez votre correction au format .docx, puis renvoyez-la.";
    public const string NotOurs = "Ce fichier Word n’est pas un de nos comptes rendus : repartez du fichier proposé sur la carte « Compte rendu ».";
    public const string Damaged = "Ce fichier est abîmé ou incomplet : rien n’en a été pris. Enregistrez-le à nouveau, puis renvoyez-le.";
    public const string FileTooLarge = "Ce fichier est trop lourd pour un compte rendu : retirez les images, puis renvoyez-le.";
    public const string HasMacros = "Ce fichier contient un programme (macros) : enregistrez-le au format .docx simple, puis renvoyez-le.";
    public const string RefuseWhy = "Pourquoi cette demande n’est-elle pas retenue ? (transmis à la personne)";

    public static string State(SessionMinutes minutes) => minutes switch
    {
        { State: MinutesState.Validated } => "Validé",
        { State: MinutesState.Circulated } => "Diffusé",
        { CirculatedVersion: > 0 } => "Corrigé, à rediffuser",
        _ => "Projet",
    };

    /// <summary>« , déport : SSIAD »: who took no part; empty where everybody did.</summary>
    public static string Withdrawn(MinutesPoint point) => (point.Recused is { Count: > 0 } withdrawn ? $", {(withdrawn.Count == 1 ? "déport" : "déports")} : {French.Join(withdrawn)}" : "");

    /// <summary>« Projet, version 1 », « Diffusé le …, version 2 », « Validé le … en séance, version 3 ».</summary>
    public static string Status(SessionMinutes minutes, TimeZoneInfo zone)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"version {minutes.Version}");
        return minutes switch
        {
            { State: MinutesState.Validated, ValidatedAt: { } at } => $"Validé le {French.ShortDay(at, zone)}, {version}",
            { State: MinutesState.Circulated, CirculatedAt: { } at } => $"Diffusé le {French.ShortDay(at, zone)}, {version}",
            _ => $"Projet, {version}",
        };
    }

    /// <summary>How they became, or will become, final.</summary>
    public static string? Approval(SessionMinutes minutes, TimeZoneInfo zone) => minutes switch
    {
        { State: MinutesState.Validated, ValidatedAt: { } at, Validated: ValidatedBy.NextSession } => $"Approuvé en séance le {French.Day(at, zone)}.",
        { State: MinutesState.Validated, ValidatedAt: { } at } => $"Validé sans demande de modification le {French.Day(at, zone)}.",
        { State: MinutesState.Circulated, SilentUntil: { } until } => $"Sans demande de modification d’ici le {French.Day(until, zone)}, ce compte rendu est validé ; la table peut aussi l’approuver à sa prochaine séance.",
        { State: MinutesState.Circulated } => "Ce compte rendu sera soumis à l’approbation de la table à sa prochaine séance.",
        _ => null,
    };

    public static string Circulated(SessionMinutes minutes, int people) => string.Create(
        CultureInfo.InvariantCulture, $"Version {minutes.CirculatedVersion} diffusée : {French.Count(people, "envoi part", "envois partent")}.");

    public static string AlreadyCirculated => "Cette version est déjà partie : personne n’est prévenu une deuxième fois.";

    public static string Corrected(MinutesOutcome.Done done) => done.Changed
        ? $"J’ai repris vos corrections ({French.Count(done.Changes, "passage modifié", "passages modifiés")}) : c’est la version {done.Minutes.Minutes.Value.Version.ToString(CultureInfo.InvariantCulture)}, à diffuser."
        : "Ce fichier dit la même chose que le compte rendu : rien n’a changé.";

    public static string Late(Session session, Table table, DateTimeOffset now) =>
        $"La {table.Short} prévoit un compte rendu dans les {French.Count(table.Rules.Sessions.MinutesDays, "jour", "jours")} : la séance a eu lieu il y a {((int)(now - session.End).TotalDays).ToString(CultureInfo.InvariantCulture)} jours.";

    public static string Validated(SessionMinutes minutes, TimeZoneInfo zone) => $"{Approval(minutes, zone)} Il ne change plus et part à toutes les personnes appelées.";

    /// <summary>The paragraph that an accepted amendment adds.</summary>
    public static string Amended(Amendment amendment) => $"À la demande du siège « {amendment.Structure} » : {amendment.Text}";

    /// <summary>« , sur le point 3 (Sorties du vendredi) »; empty for one on the minutes as a whole.</summary>
    public static string On(Session session, Amendment amendment) =>
        amendment.Item is { } id && session.ItemOf(id) is { } item
            ? string.Create(CultureInfo.InvariantCulture, $", sur le point {MeetingTexts.Number(session, id)} ({item.Title})")
            : "";

    public static string Answered(Amendment amendment) => amendment.State == AmendmentState.Accepted
        ? "Votre demande de modification est reprise dans le compte rendu."
        : "Votre demande de modification n’est pas retenue.";

    /// <summary>« TCT 2027-003, adoptée »; of what isn't numbered, what it was.</summary>
    public static string Reference(PointDecision decision) => decision switch
    {
        { Number: { } number, Outcome: { } outcome } => $"{DecisionTexts.Number(decision.Instance, number)}, {DecisionTexts.OutcomeName(outcome).ToLowerInvariant()}{(decision.Submitted ? EscalationTexts.Submitted : "")}",
        { Outcome: { Verdict: Verdict.QuorumMissed } } => "Sans décision, faute de quorum",
        { Outcome: null } => "Vote en cours",
        _ => "Décision en cours d’enregistrement",
    };

    /// <summary>What was decided: its title, and its text where that says more.</summary>
    public static string Whole(PointDecision decision) =>
        VoteTexts.Beyond(decision.Title, decision.Text) is { } more ? $"{decision.Title}\n{more}" : decision.Title;

    public static string When(MinutesTask task) => task.Due is { } due ? French.ShortDay(due) : task.When ?? "";

    /// <summary>« Yann Kerimagin, CH de Kervélen (à distance) ».</summary>
    public static string Seat(MinutesSeat seat, TimeZoneInfo zone)
    {
        var notes = new[]
        {
            seat.Mode == PresenceMode.Remote ? "à distance" : null,
            seat.HeldBy is { } holder ? $"pouvoir au siège {holder}" : null,
            seat.ArrivedAt is { } at ? $"arrivé à {French.Time(at, zone)}" : null,
            seat.LeftAt is { } left ? $"parti à {French.Time(left, zone)}" : null,
            seat.Consultative ? "voix consultative" : null,
        }.OfType<string>().ToList();
        var name = seat.Who is { } who ? $"{who}, {seat.Structure}" : seat.Structure;
        return notes.Count == 0 ? name : $"{name} ({string.Join(", ", notes)})";
    }

    public static string Refusal(MinutesRefusal why, Table? table, TimeZoneInfo zone) => why.Match(
        _ => SessionTexts.NoSession,
        _ => table is null ? SessionTexts.FollowersOnly : SessionTexts.NotAConvenerOf(table),
        _ => "Cette séance n’a pas encore eu lieu : il n’y a pas de compte rendu à écrire.",
        it => $"La séance du {French.Day(it.Session.Start, zone)} est encore en cours. Terminez d’abord la séance : ce qu’elle apporte encore doit y figurer.",
        it => $"Ce compte rendu est validé depuis le {French.Day(it.Minutes.ValidatedAt!.Value, zone)} : il ne change plus.",
        it => string.Create(
            CultureInfo.InvariantCulture,
            $"Ce fichier corrige la version {it.Asked}, mais la version {it.Minutes.Version} existe déjà : repartez du fichier Word actuel pour ne rien perdre."),
        it => $"Le texte contient {DysfunctionTexts.Kinds(it.Kinds)} : rien n’en a été gardé. Seuls les noms des membres et des invités peuvent y figurer.",
        _ => "Écrivez ce que vous demandez, ou pourquoi.",
        it => $"C’est trop long : {it.Most.ToString("N0", French.Culture)} caractères au plus.",
        _ => "Ce compte rendu n’est pas diffusé : diffusez-le d’abord.",
        _ => AmendedByThose,
        it => $"{French.Count(it.Number, "demande de modification attend", "demandes de modification attendent")} votre réponse : répondez-y d’abord.",
        it => it.Minutes.SilentUntil is { } until
            ? $"La table ne s’est pas encore réunie depuis {In(it.Format)} : ce compte rendu sera validé à sa prochaine séance, ou le {French.Day(until, zone)} sans demande de modification."
            : $"La table ne s’est pas encore réunie depuis {In(it.Format)} : ce compte rendu sera validé à sa prochaine séance.",
        it => $"La séance du {French.Day(it.Session.Start, zone)} n’a pas le quorum : elle ne peut pas approuver ce compte rendu. Complétez sa feuille de présence, ou attendez la suivante.",
        _ => "Cette demande n’existe plus.");

    private static string In(SessionFormat format) => format == SessionFormat.Plenary ? "en plénière" : "en formation restreinte";
}
