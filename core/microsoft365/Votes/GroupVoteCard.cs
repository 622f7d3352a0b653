using System.Text.Json;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>
/// A ballot's card in a conversation of several. It shows what all may see, and never an answer, not even the reader's own: a
/// screen may be shared. Where Teams draws it anew for each reader (user-specific views, at most sixty people), it says whether
/// the reader's seat has answered.
/// </summary>
public static class GroupVoteCard
{
    /// <summary>For, against or abstention, with no reason asked: what a card of several may take at once.</summary>
    public static bool TakesAnswers(Ballot ballot) => !ballot.IsSecret && ballot.Majority is not (Majority.Consent or Majority.Options);

    /// <param name="members">The channel's ids of those for whom it is drawn anew, at most sixty; others see what all see.</param>
    /// <param name="seats">The reader's seats in the ballot; null for everybody.</param>
    public static AdaptiveCard Of(
        Ballot ballot, int answered, DateTimeOffset now, IReadOnlyCollection<string> members, IReadOnlyList<SeatBallot>? seats = null)
    {
        var open = !ballot.IsOver(now);
        return CardTrim.Fit(Card(
            open ? $"Vote : {ballot.Title}" : $"Vote clos : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), "Vote", new(VoteTexts.State(ballot, now), open ? TextColor.Accent : null)),
                Lead(ballot.Title),
                OutcomePieces.Text(ballot.Title, ballot.Text),
                VoteCard.Reworded(ballot),
                .. (ballot.Form.Options ?? []).Select((o, i) => Line(Strong($"Option {i + 1} : "), Run(o))),
                Facts([
                    ("Axe", ballot.Labels.Axis),
                    ("Clôture", VoteTexts.Closing(ballot)),
                    ("Règle", VoteTexts.Rules(ballot)),
                    ("Participation", VoteTexts.Turnout(answered, ballot.Seats)),
                    .. TermTexts.Facts(ballot),
                ]),
                .. (open ? seats ?? [] : []).Select(Own),
                .. open ? Ask(ballot) : [Over(ballot), ballot.Outcome is { } outcome ? OutcomePieces.Reveals(ballot, outcome) : null],
            ])).WithRefresh(
                VoteVerbs.Mine, JsonSerializer.SerializeToElement(VoteVerbs.Of(ballot), CardJson.Default.JsonObject),
                open && members.Count <= AdaptiveCard.MostRefreshed ? members : []);
    }

    private static CardElement Own(SeatBallot seen) => seen.Own is null
        ? Notice(NoticeKind.Neutral, "Votre siège n’a pas encore répondu", seen.Elector.Structure)
        : Notice(NoticeKind.Good, "Votre siège a répondu", $"{seen.Elector.Structure}. {(seen.Ballot.IsSecret ? "Vote secret : sa réponse est définitive." : "Vous pouvez changer de réponse jusqu’à la clôture.")}");

    private static CardElement?[] Ask(Ballot ballot) =>
    [
        Buttons(
            TakesAnswers(ballot) ? Answer(ballot, Choice.For, ActionStyle.Positive) : null,
            TakesAnswers(ballot) ? Answer(ballot, Choice.Against, null) : null,
            TakesAnswers(ballot) ? Answer(ballot, Choice.Abstain, null) : null,
            new CardButton(TakesAnswers(ballot) ? "Voter en privé" : "Voter", VoteVerbs.InGroup, VoteVerbs.Of(ballot), TakesAnswers(ballot) ? null : ActionStyle.Positive)),
        Faint(ballot.IsSecret ? "Vote secret : chacun répond dans sa conversation personnelle avec le bot." : "Chacun répond pour son siège ; personne ne voit ici la réponse d’un autre. La vôtre vous est confirmée dans votre conversation personnelle avec le bot."),
        Faint(WayTexts.Legal(ballot.Majority, ballot.Tie)),
    ];

    private static CardButton Answer(Ballot ballot, Choice choice, ActionStyle? style) =>
        new(AnswerTexts.Word(ballot.Majority, choice), VoteVerbs.InGroup, VoteVerbs.Of(ballot).With("choice", choice.ToString()), style);

    private static CardElement Over(Ballot ballot) => ballot switch
    {
        { State: BallotState.Withdrawn } => Notice(NoticeKind.Warning, "Ce vote a été retiré", ballot.WithdrawReason),
        { Outcome: { } outcome } => OutcomePieces.Verdict(outcome),
        _ => Notice(NoticeKind.Neutral, "Le vote est clos", "Le résultat arrive dans un instant."),
    };
}
