using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>
/// A ballot as one seat sees it: what is put to the vote, three buttons, one's own answer and the turnout. Never anyone
/// else's answer.
/// </summary>
public static class VoteCard
{
    /// <summary>The name under which the reason travels.</summary>
    public const string ReasonInput = "reason";

    /// <param name="memberId">The channel's id of the reader, for whom the card refreshes itself; null when unknown.</param>
    /// <param name="notice">What just happened, above everything; null for nothing.</param>
    public static AdaptiveCard Of(
        SeatBallot seen, DateTimeOffset now, string? memberId = null, CardElement? notice = null)
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
                Facts(
                    ("Pour le siège", seen.Elector.Structure),
                    ("Axe", ballot.Labels.Axis),
                    ("Clôture", ballot.ClosesAt is { } at ? French.DayAndTime(at, ballot.Labels.Zone) : null),
                    ("Règle", VoteTexts.Rules(ballot)),
                    ("Participation", VoteTexts.Turnout(seen.Answered, ballot.Seats))),
                seen.Own is { } own
                    ? Notice(
                        NoticeKind.Good, $"Réponse du siège : {VoteTexts.Word(own.Choice)}",
                        VoteTexts.Own(own, seen.Reader, ballot.Labels.Zone) + (own.Reason is { } why ? $"\n« {why} »" : ""))
                    : null,
                .. open ? Ask(seen) : Over(ballot),
            ]);
        return CardTrim.Fit(card.RefreshedFor(
            memberId, VoteVerbs.Refresh, VoteVerbs.Of(ballot, seen.Elector.Seat)));
    }

    private static CardElement?[] Ask(SeatBallot seen) =>
    [
        new TextInput(ReasonInput)
        {
            Label = "Motif (facultatif)", IsMultiline = true, MaxLength = CastVote.MostReason,
            Placeholder = "Sans nommer personne",
        },
        Buttons(
            Answer(seen, Choice.For, ActionStyle.Positive),
            Answer(seen, Choice.Against, null),
            Answer(seen, Choice.Abstain, null),
            new CardButton("Actualiser", VoteVerbs.Refresh, VoteVerbs.Of(seen.Ballot, seen.Elector.Seat))
            { WithInputs = false, Aside = true }),
        Faint(seen.Own is null
            ? "Vote nominatif : les réponses sont connues après la clôture. Vous pourrez changer d’avis jusque-là."
            : "Vous pouvez changer de réponse jusqu’à la clôture : la dernière compte."),
    ];

    private static CardAction? Answer(SeatBallot seen, Choice choice, ActionStyle? style) => new CardButton(
        VoteTexts.Word(choice), VoteVerbs.Cast,
        VoteVerbs.Of(seen.Ballot, seen.Elector.Seat).With("choice", choice.ToString()), style);

    private static CardElement?[] Over(Ballot ballot) => ballot switch
    {
        { State: BallotState.Withdrawn } => [Notice(NoticeKind.Warning, "Ce vote a été retiré", ballot.WithdrawReason)],
        { Outcome: { } outcome } => [OutcomePieces.Verdict(outcome)],
        _ => [Notice(NoticeKind.Neutral, "Le vote est clos", "Le résultat arrive dans un instant.")],
    };
}
