using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>One seat's answer as shown after closing; null for a seat that gave none.</summary>
public sealed record CountedAnswer(Elector Elector, Vote? Vote);

/// <summary>What a ballot gave, for everyone it concerns.</summary>
public static class OutcomeCard
{
    private const int MostAnswers = 60;

    /// <param name="decision">The numbered decision; null for a carence.</param>
    /// <param name="answers">Who answered what, for those who may know; empty for the others.</param>
    public static AdaptiveCard Of(Ballot ballot, Outcome outcome, Decision? decision, IReadOnlyList<CountedAnswer> answers) =>
        CardTrim.Fit(Card(
            $"{VoteTexts.Verdict(outcome.Verdict)} : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), decision is null ? "Résultat du vote" : "Décision"),
                decision is null ? null : Line(Strong(DecisionTexts.Number(decision))),
                Lead(ballot.Title),
                OutcomePieces.Text(ballot.Title, ballot.Text),
                OutcomePieces.Verdict(outcome),
                Facts(
                    ("Le", French.DayAndTime(outcome.At, ballot.Labels.Zone)),
                    ("Axe", ballot.Labels.Axis)),
                decision is { Adopted: true, Axis: not null, InCamera: false }
                    ? Faint("La décision figure sur la feuille de route.")
                    : null,
                .. Answers(answers),
            ]));

    /// <summary>For the pilote: nothing is decided, and a second convocation would need no quorum.</summary>
    public static AdaptiveCard Carence(Ballot ballot, Outcome outcome, IReadOnlyList<CountedAnswer> answers) =>
        CardTrim.Fit(Card(
            $"Quorum non atteint : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), "Carence"),
                Lead(ballot.Title),
                OutcomePieces.Verdict(outcome),
                Faint(ballot.Session is null
                    ? "Rien n’est décidé. Inscrivez la proposition à l’ordre du jour d’une séance, ou remettez-la au vote."
                    : "Rien n’est décidé. Une seconde convocation sur le même ordre du jour ne demande pas de quorum."),
                ballot.Session is { } session
                    ? Buttons(new CardButton(
                        "Convoquer à nouveau", VoteVerbs.SecondCall,
                        new JsonObject { ["territory"] = ballot.Territory.Value, ["session"] = session.Value },
                        ActionStyle.Positive))
                    : null,
                .. Answers(answers),
            ]));

    private static CardElement?[] Answers(IReadOnlyList<CountedAnswer> answers) => answers.Count == 0
        ? []
        :
        [
            Buttons(Unfold("Voir les réponses, siège par siège", "answers")),
            Folded(
                "answers",
                [
                    .. answers.Take(MostAnswers).Select(a => (CardElement?)Line(
                        Strong(a.Elector.Structure), Run(" — " + Said(a)))),
                    answers.Count > MostAnswers
                        ? Faint($"… et {French.Count(answers.Count - MostAnswers, "autre", "autres")}.")
                        : null,
                ]),
        ];

    private static string Said(CountedAnswer answer) => answer.Vote is not { } vote
        ? "n’a pas répondu"
        : $"{VoteTexts.Word(vote.Choice)} ({vote.ByName}{(answer.Elector.Weight > 1 ? $", {answer.Elector.Weight} voix" : "")})"
            + (vote.Reason is { } reason ? $" : « {reason} »" : "");
}
