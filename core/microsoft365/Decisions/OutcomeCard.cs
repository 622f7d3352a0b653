using System.Globalization;
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
    /// <param name="convenes">The reader may open a new round, where one can follow.</param>
    /// <param name="before">What the round before gave; null in a first round.</param>
    /// <param name="standing">How it stands with the table that validates it; null where none does.</param>
    public static AdaptiveCard Of(
        Ballot ballot, Outcome outcome, Decision? decision, IReadOnlyList<CountedAnswer> answers, bool convenes = false,
        Decision? before = null, EscalationStanding? standing = null) =>
        WithAnswers(ballot, answers, told => Card(
            $"{EscalationTexts.OutcomeName(outcome, ballot.Labels.TableShort, standing)} : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), decision is null ? "Résultat du vote" : decision.IsOpinion ? "Avis" : "Décision"),
                decision is null ? null : Line(Strong(DecisionTexts.Number(decision))),
                Lead(ballot.Title),
                OutcomePieces.Text(ballot.Title, ballot.Text),
                OutcomePieces.Verdict(outcome),
                OutcomePieces.Standing(standing, ballot.Labels.Zone),
                OutcomePieces.Reveals(ballot, outcome),
                Facts([
                    ("Le", French.DayAndTime(outcome.At, ballot.Labels.Zone)),
                    ("Axe", ballot.Labels.Axis),
                    ("Tour", DecisionTexts.RoundOf(ballot, before)),
                    ("Sous réserve", ReserveTexts.Of(answers)),
                    .. outcome.Verdict == Verdict.Adopted ? TermTexts.OfDecision(ballot, standing?.State) : [],
                ]),
                convenes && OpenNextRound.MayFollow(ballot) ? NextRound(ballot) : null,
                decision is { Adopted: true, Axis: not null, InCamera: false }
                    ? Faint("La décision figure sur la feuille de route.")
                    : null,
                .. told,
            ]));

    /// <summary>For the pilote: nothing is decided, and a second convocation would need no quorum.</summary>
    public static AdaptiveCard Carence(Ballot ballot, Outcome outcome, IReadOnlyList<CountedAnswer> answers) =>
        WithAnswers(ballot, answers, told => Card(
            $"Quorum non atteint : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), "Carence"),
                Lead(ballot.Title),
                OutcomePieces.Verdict(outcome),
                OutcomePieces.Reveals(ballot, outcome),
                Faint(ballot.Session is null
                    ? "Inscrivez la proposition à l’ordre du jour d’une séance, ou remettez-la au vote."
                    : "Une seconde convocation sur le même ordre du jour ne demande pas de quorum."),
                ballot.Session is { } session
                    ? Buttons(new CardButton(
                        "Convoquer à nouveau", VoteVerbs.SecondCall,
                        new JsonObject { ["territory"] = ballot.Territory.Value, ["session"] = session.Value },
                        ActionStyle.Positive))
                    : null,
                .. told,
            ]));

    /// <summary>Who answered what and why, nothing left out: as many seats as fit, and the next ones behind a button.</summary>
    public static AdaptiveCard Answers(Ballot ballot, IReadOnlyList<CountedAnswer> answers, int from) =>
        CardTrim.AsManyAsFit(Math.Min(MostAnswers, answers.Count - from), most => Card(
            $"Réponses au vote : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), ballot.IsSecret ? SecretTexts.TookPart : "Réponses, siège par siège"),
                Lead(ballot.Title),
                .. answers.Skip(from).Take(most).Select(a => Seat(ballot, a)),
                from + most < answers.Count ? Buttons(Page("Sièges suivants", ballot, from + most)) : null,
            ]));

    /// <summary>The answers fold into the card where they fit whole; else a button leads to them.</summary>
    private static AdaptiveCard WithAnswers(
        Ballot ballot, IReadOnlyList<CountedAnswer> answers, Func<IEnumerable<CardElement?>, AdaptiveCard> card)
    {
        if (answers.Count == 0)
        {
            return CardTrim.Fit(card([]));
        }

        var whole = card([Buttons(Unfold(Title(ballot), "answers")), Folded("answers", answers.Select(a => Seat(ballot, a)))]);
        return answers.Count <= MostAnswers && CardSize.Of(whole) <= CardSize.Most
            ? whole
            : CardTrim.Fit(card([Buttons(Page(Title(ballot), ballot, 0))]));
    }

    private static CardButton Page(string title, Ballot ballot, int from) => new(
        title, VoteVerbs.Answers, VoteVerbs.Of(ballot).With("from", from.ToString(CultureInfo.InvariantCulture)));

    private static string Title(Ballot ballot) => ballot.IsSecret ? SecretTexts.TookPart : "Siège par siège";

    /// <summary>« Ouvrir un nouveau tour ».</summary>
    internal static CardElement? NextRound(Ballot ballot) => Buttons(new CardButton(
        "Ouvrir un nouveau tour", VoteVerbs.Amend, VoteVerbs.Of(ballot), ActionStyle.Positive));

    private static RichTextBlock Seat(Ballot ballot, CountedAnswer answer) =>
        Line(Strong(answer.Elector.Structure), Run(" — " + Said(ballot, answer)));

    private static string Said(Ballot ballot, CountedAnswer answer) => answer.Vote is not { } vote
        ? RightsTexts.Silent(answer.Elector)
        : $"{AnswerTexts.Whole(ballot, vote)} ({RightsTexts.By(answer.Elector, vote)}{(answer.Elector.Weight > 1 ? $", {answer.Elector.Weight} voix" : "")})"
            + (vote.Reason is { } reason ? $" : « {reason} »" : "");
}
