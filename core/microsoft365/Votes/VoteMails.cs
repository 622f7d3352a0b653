using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Microsoft365.Votes;

/// <summary>The same messages by mail, as plain text: the road that always works.</summary>
public static class VoteMails
{
    public static string OpenedSubject(Ballot ballot) => $"À vous de voter : {ballot.Title}";

    public static string Opened(SeatBallot seen, string? name, string url)
    {
        var ballot = seen.Ballot;
        return $"""
            Bonjour{(name is null ? "" : $" {name}")},

            Une proposition est mise au vote ({VoteTexts.Place(ballot)}). Vous répondez pour le siège : {seen.Elector.Structure}.

            {Asked(ballot)}

            Pour voter, ouvrez votre page personnelle :
            {url}

            Le vote est ouvert {VoteTexts.Until(ballot)}. Règle : {VoteTexts.Rules(ballot)}.
            {WayTexts.Legal(ballot.Majority, ballot.Tie)}
            {(ballot.IsSecret ? Secretly(ballot) : "Vous pouvez changer de réponse jusqu’à la clôture. Les réponses de chacun sont connues après.")}
            Ce lien est personnel : merci de ne pas le transférer.
            """;
    }

    internal static string Secretly(Ballot ballot) => SecretTexts.MeaningOnPage
        + (SecretTexts.FewSeats(ballot) is { } few ? $" {few}" : "");

    public static string WithdrawnSubject(Ballot ballot) => $"Vote retiré : {ballot.Title}";

    public static string Withdrawn(Ballot ballot) =>
        $"Bonjour,\n\nLe vote « {ballot.Title} » ({VoteTexts.Place(ballot)}) a été retiré. Aucune réponse n’est comptée.\n\n"
        + $"Pourquoi : {ballot.WithdrawReason}";

    public static string SuggestedSubject(Ballot ballot) => $"Proposition à examiner : {ballot.Title}";

    public static string Suggested(Ballot ballot) =>
        $"Bonjour,\n\n{ballot.ProposedByName} propose de mettre au vote ({VoteTexts.Place(ballot)}) :\n\n"
        + $"{Asked(ballot)}\n\nPour y répondre, écrivez « votes » dans votre conversation avec le bot.";

    public static string DeclinedSubject(Ballot ballot) => $"Votre proposition : {ballot.Title}";

    public static string Declined(Ballot ballot) =>
        $"Bonjour,\n\nVotre proposition « {ballot.Title} » n’est pas mise au vote pour l’instant. La personne qui pilote la "
        + "table l’a lue et laissée de côté. Vous pouvez lui en parler, ou la reformuler.";

    public static string OutcomeSubject(Ballot ballot, Outcome outcome, Decision? decision, EscalationStanding? standing = null) =>
        $"{EscalationTexts.OutcomeName(outcome, ballot.Labels.TableShort, standing)} : {AnswerTexts.Titled(ballot)}"
        + (decision is null ? "" : $" ({DecisionTexts.Number(decision)})");

    public static string Outcome(
        Ballot ballot, Outcome outcome, Decision? decision, IReadOnlyList<CountedAnswer> answers, Decision? before = null,
        EscalationStanding? standing = null) =>
        $"Bonjour,\n\n{(ballot.Majority == Majority.Consensus ? "Un consensus a été constaté en séance" : "Le vote est clos")} ({VoteTexts.Place(ballot)}).\n\n{VoteTexts.Whole(ballot)}\n\n"
        + (DecisionTexts.RoundOf(ballot, before) is { } round ? $"{French.Capital(round)}.\n\n" : "")
        + DecisionTexts.Arithmetic(outcome)
        + (SecretTexts.Reveals(ballot, outcome) is { } reveals ? $"\n{reveals}" : "")
        + (decision is null ? "" : $"\n\nDécision enregistrée sous le numéro {DecisionTexts.Number(decision)}.")
        + (standing is null ? "" : $"\n\n{EscalationTexts.Whole(standing, ballot.Labels.Zone)}")
        + (answers.Count == 0 ? "" : $"\n\n{(ballot.IsSecret ? SecretTexts.TookPart : "Les réponses, siège par siège")} :\n" + string.Join('\n', answers.Select(a => Line(ballot, a))));

    public static string TieSubject(Ballot ballot) => $"À vous de trancher : {ballot.Title}";

    public static string Tie(Ballot ballot, Outcome outcome) =>
        $"Bonjour,\n\nLes voix sont partagées sur « {ballot.Title} » ({VoteTexts.Place(ballot)}).\n\n"
        + $"{DecisionTexts.Arithmetic(outcome)}\n\n"
        + "Pour trancher, écrivez « votes » dans votre conversation avec le bot.";

    /// <summary>Title, text, and whatever else whoever answers is to know.</summary>
    private static string Asked(Ballot ballot) =>
        TermTexts.Lines(ballot) is { Length: > 0 } more ? $"{VoteTexts.Whole(ballot)}\n\n{more}" : VoteTexts.Whole(ballot);

    private static string Line(Ballot ballot, CountedAnswer answer) => "- " + answer.Elector.Structure + " : "
        + (answer.Vote is { } vote ? $"{French.Small(AnswerTexts.Whole(ballot, vote))} ({RightsTexts.By(answer.Elector, vote)}){Why(ballot, vote)}" : RightsTexts.Silent(answer.Elector));

    /// <summary>An objection or a concern isn't read without its reason.</summary>
    private static string Why(Ballot ballot, Vote vote) =>
        ballot.Majority == Domain.Tables.Majority.Consent && vote.Reason is { } reason ? $" : « {reason} »" : "";
}
