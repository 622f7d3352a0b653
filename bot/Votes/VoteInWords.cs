using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Votes;

/// <summary>
/// « je vote pour », « je m’abstiens »: counts at once in the one nominal ballot that it can mean, as a button would; of several it asks
/// which. What is final, needs a reason, or may point elsewhere is pressed on the ballot's own card.
/// </summary>
public sealed class VoteInWords(ShowBallot show, CastVote cast, TimeProvider clock)
{
    /// <param name="mine">The open ballots in which the person has a seat; at least one.</param>
    internal async Task<IReadOnlyList<Say>> Answer(
        TextTurn turn, IReadOnlyList<ListedBallot> mine, Choice choice, CancellationToken cancel)
    {
        var meant = MeantBallots.Among([.. mine.Select(l => l.Ballot)], turn);
        var read = await Task.WhenAll(mine.Where(l => meant.Candidates.Contains(l.Ballot)).SelectMany(l => l.Seats.Select(s =>
            show.Handle(l.Ballot.Territory, l.Ballot.Id, s.Seat, turn.Caller.EntraId, null, cancel))));
        return read.OfType<Ruling<SeatBallot>.Granted>().Select(g => g.Value).ToList() switch
        {
            [var only] when meant.Sure && GroupVoteCard.TakesAnswers(only.Ballot) && RightsPieces.MayAnswer(only) => await Cast(turn, only, choice, cancel),
            [var only] => Say.Only(VoteCard.Of(
                only, clock.GetUtcNow(), turn.Caller.MemberId,
                RightsPieces.MayAnswer(only) && !(only.Ballot.IsSecret && only.Own is not null)
                    ? CardPieces.Notice(NoticeKind.Neutral, FollowTexts.NotYetGiven, null) : null)),
            [] => Say.Only(VoteTexts.NoCallToVote),
            var several => Say.Only(WhichVoteCard.Of(several, choice, FollowTexts.WhichAnswered)),
        };
    }

    private async Task<IReadOnlyList<Say>> Cast(TextTurn turn, SeatBallot seen, Choice choice, CancellationToken cancel)
    {
        var ruling = await cast.Handle(
            new CastCommand(
                seen.Ballot.Territory, seen.Ballot.Id, seen.Elector.Seat, turn.Caller.EntraId, LinkHolder: null, choice, Reason: null,
                turn.Operation),
            cancel);
        return ruling.Match(
            done => Say.Only(VoteCard.Of(
                done.Seen, clock.GetUtcNow(), turn.Caller.MemberId,
                done.Replaced is { } before && before.By != done.Seen.Reader
                    ? CardPieces.Notice(NoticeKind.Warning, "Votre réponse remplace celle déjà donnée", VoteTexts.Replaces(done.Seen.Ballot, before))
                    : null)),
            why => Say.Only(VoteTexts.Refusal(why)));
    }
}
