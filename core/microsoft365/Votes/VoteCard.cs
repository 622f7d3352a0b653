using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>
/// A ballot as one seat sees it: what is put to the vote, its buttons, one's own answer and the turnout. Never anyone
/// else's answer.
/// </summary>
public static class VoteCard
{
    /// <summary>The name under which the reason travels.</summary>
    public const string ReasonInput = "reason";

    /// <summary>Under which the day of a reserve travels.</summary>
    public const string ReserveInput = "until";

    /// <summary>Under which the option chosen travels, by its place in the list.</summary>
    public const string OptionInput = "option";

    /// <param name="memberId">The channel's id of the reader, for whom the card refreshes itself; null when unknown.</param>
    /// <param name="notice">What just happened, above everything; null for nothing.</param>
    /// <param name="said">A vote under reserve that the person said in words: in its fields, not yet given.</param>
    public static AdaptiveCard Of(
        SeatBallot seen, DateTimeOffset now, string? memberId = null, CardElement? notice = null, SaidReserve? said = null)
    {
        var (ballot, open) = (seen.Ballot, !seen.Ballot.IsOver(now));
        var card = Card(
            open ? $"Vote : {ballot.Title}" : $"Vote clos : {ballot.Title}",
            [
                notice,
                Heading(VoteTexts.Place(ballot), "Vote", new(
                    VoteTexts.State(ballot, now), open ? TextColor.Accent : null)),
                Lead(ballot.Title),
                OutcomePieces.Text(ballot.Title, ballot.Text),
                Reworded(ballot),
                Facts([
                    ("Pour le siège", seen.Elector.Structure),
                    ("Axe", ballot.Labels.Axis),
                    ("Clôture", VoteTexts.Closing(ballot)),
                    ("Règle", VoteTexts.Rules(ballot)),
                    ("Participation", VoteTexts.Turnout(seen.Answered, ballot.Seats)),
                    .. TermTexts.Facts(ballot),
                ]),
                seen.Own is { Choice: Choice.Sealed } mark
                    ? Notice(
                        NoticeKind.Good, SecretTexts.AnsweredTitle,
                        $"{SecretTexts.Given(mark, seen.Reader, ballot)} {SecretTexts.Answered}")
                : seen.Own is { } own
                    ? Notice(
                        NoticeKind.Good, $"Réponse du siège : {AnswerTexts.Short(ballot, own)}",
                        (AnswerTexts.OptionOf(ballot, own) is { } option ? $"« {option} »\n" : "") + VoteTexts.Own(own, seen.Reader, ballot.Labels.Zone) + (own.Reason is { } why ? $"\n« {why} »" : ""))
                    : null,
                .. RightsPieces.Of(seen, open),
                .. !open ? Over(ballot) : !RightsPieces.MayAnswer(seen) ? [] : ballot.IsSecret ? SecretVote.Ask(seen) : Ask(seen, now, said),
                .. RightsPieces.Below(seen, open),
            ]);
        return CardTrim.Fit(card.RefreshedFor(
            memberId, VoteVerbs.Refresh, VoteVerbs.Of(ballot, seen.Elector.Seat)));
    }

    private static CardElement?[] Ask(SeatBallot seen, DateTimeOffset now, SaidReserve? said) =>
    [
        .. VoteAnswers.Of(seen, now, said),
        Faint(seen.Own is null
            ? "Vote nominatif : les réponses sont connues après la clôture. Vous pourrez changer d’avis jusque-là."
            : "Vous pouvez changer de réponse jusqu’à la clôture : la dernière compte."),
        Faint(WayTexts.Legal(seen.Ballot.Majority, seen.Ballot.Tie)),
    ];

    /// <summary>Of a later round: that it is one, and what was changed.</summary>
    internal static CardElement? Reworded(Ballot ballot) => AnswerTexts.Reworded(ballot) is { } reworded
        ? Quote(ballot.Form.Amended is { } amended ? $"Ce qui change : {amended}" : reworded, ballot.Form.Amended is null ? null : reworded)
        : null;

    private static CardElement?[] Over(Ballot ballot) => ballot switch
    {
        { State: BallotState.Withdrawn } => [Notice(NoticeKind.Warning, "Ce vote a été retiré", ballot.WithdrawReason)],
        { Outcome: { } outcome } => [OutcomePieces.Verdict(outcome), OutcomePieces.Reveals(ballot, outcome)],
        _ => [Notice(NoticeKind.Neutral, "Le vote est clos", "Le résultat arrive dans un instant.")],
    };
}
