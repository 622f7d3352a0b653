using Concertation.Domain;
using Concertation.Domain.Decisions;

namespace Concertation.Microsoft365.Decisions;

/// <summary>The same by mail.</summary>
public static class FollowDecisionMails
{
    /// <summary>What is added to a letter that tells of a decision.</summary>
    public static string Invitation(string? changes, string url) =>
        (changes is null ? "" : $"\n\nCe qui change pour vous : {changes}")
        + $"\n\nPour dire que vous en avez pris connaissance, ouvrez votre page personnelle :\n{url}\n\nCe lien est personnel : merci de ne pas le transférer.";

    public static string ReturnedSubject(Decision decision) => $"Décision {DecisionTexts.Number(decision)} : ce qui change";

    public static string ReminderSubject(Decision decision) => $"Avez-vous pris connaissance de la décision {DecisionTexts.Number(decision)} ?";

    public static string ReviewSubject(Decision decision) => $"Qu’est devenue la décision {DecisionTexts.Number(decision)} ?";

    public static string ReserveSubject(Decision decision) => $"Votre réserve sur la décision {DecisionTexts.Number(decision)}";

    public static string ReviewedSubject(Decision decision) => $"Ce qu’est devenue la décision {DecisionTexts.Number(decision)}";

    public static string ReserveAnsweredSubject(Decision decision) => $"Réponse à une réserve sur la décision {DecisionTexts.Number(decision)}";

    /// <summary>What came after a decision, for the pilote.</summary>
    public static string Told(DecisionFollowed seen, string what) =>
        $"Bonjour,\n\n{DecisionTexts.Number(seen.Decision)} : {seen.Decision.Name}\n\n{what}";

    public static string Returned(DecisionFollowed seen, PersonId reader, string url) =>
        $"Bonjour,\n\n{What(seen, reader)}" + Invitation(seen.MayRead(reader) ? seen.Decision.Grounds?.Changes : null, url);

    public static string Review(DecisionFollowed seen, string url) =>
        $"Bonjour,\n\n{FollowDecisionTexts.AskReview(seen.Decision)}\n\n{seen.Decision.Name}\n\n{Answer(url)}";

    public static string Reserve(DecisionFollowed seen, ReserveKept reserve, string url) =>
        $"Bonjour,\n\n{FollowDecisionTexts.AskReserve(reserve)}\n\n{DecisionTexts.Number(seen.Decision)} : {seen.Decision.Name}\n\n{Answer(url)}";

    private static string Answer(string url) =>
        $"Pour répondre, ouvrez votre page personnelle :\n{url}\n\nCe lien est personnel : merci de ne pas le transférer.";

    private static string What(DecisionFollowed seen, PersonId reader) => seen.MayRead(reader)
        ? $"{seen.Decision.Grounds?.Instance ?? seen.Decision.TableShort} a adopté la décision {DecisionTexts.Number(seen.Decision)} :\n\n{seen.Decision.Name}\n\n{seen.Decision.Text}"
        : $"Une décision a été prise, {DecisionTexts.Number(seen.Decision)}. {FollowDecisionTexts.InCamera}";
}
