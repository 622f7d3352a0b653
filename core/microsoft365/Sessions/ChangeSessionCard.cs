using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Sessions;

/// <summary>The forms that move or cancel a session. Both say who will be told.</summary>
public static class ChangeSessionCard
{
    /// <param name="doubt">What was understood otherwise than it may be meant.</param>
    public static AdaptiveCard Move(
        Session session, Table table, TimeZoneInfo zone, WhenInputs typed, IReadOnlyList<ConveneProblem> problems,
        string? doubt = null) => CardTrim.Fit(Card(
        $"Déplacer : {SessionTexts.Name(session, table, zone)}",
        [
            Heading(SessionPieces.Subtitle(session, table), "Déplacer la séance"),
            problems.Count == 0 ? null : Notice(NoticeKind.Attention, SessionTexts.ToMend(problems.Count), "Ce que vous avez saisi est conservé."),
            doubt is null ? null : Notice(NoticeKind.Warning, "À vérifier", doubt),
            Facts(("Aujourd’hui", $"{French.DayAndTime(session.Start, zone)}, {French.Duration(session.Duration)}, {SessionTexts.Where(session)}")),
            .. WhenFields.Of(typed, problems),
            Buttons(
                new CardButton("Déplacer et prévenir", SessionVerbs.Move, SessionKeys.Of(session), ActionStyle.Positive),
                new CardButton("Ne rien changer", SessionVerbs.Show, SessionKeys.Of(session)) { WithInputs = false }),
            Faint("Toutes les personnes appelées sont prévenues, y compris celles qui ont répondu. Si la date change, leur réponse est à confirmer."),
        ]));

    /// <param name="typed">The reason as it was sent, while something in it is to mend.</param>
    public static AdaptiveCard Cancel(
        Session session, Table table, TimeZoneInfo zone, string? typed = null, ConveneProblem? problem = null) => CardTrim.Fit(Card(
        $"Annuler : {SessionTexts.Name(session, table, zone)}",
        Heading(SessionPieces.Subtitle(session, table), "Annuler la séance ?"),
        problem is null ? null : Notice(NoticeKind.Attention, "La séance n’est pas encore annulée", SessionTexts.Fault(problem.Fault)),
        SessionPieces.Facts(session, zone),
        new TextInput(SessionKeys.Reason)
        {
            Label = "Motif (facultatif, transmis aux membres)", Value = WhenInputs.Cut(typed), IsMultiline = true,
            MaxLength = SessionLimits.CancelReason,
        },
        Buttons(
            new CardButton("Annuler la séance et prévenir", SessionVerbs.Cancel, SessionKeys.Of(session), ActionStyle.Destructive),
            new CardButton("La maintenir", SessionVerbs.Show, SessionKeys.Of(session)) { WithInputs = false }),
        Faint("Toutes les personnes appelées sont prévenues, y compris celles qui ont répondu.")));
}
