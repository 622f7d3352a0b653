using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Language;
using ConcertationBot.Turns;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Votes;

/// <summary>
/// « me suis trompé je voulais voter contre »: changes the answer of the one open ballot that the person has answered, or
/// asks which. What isn't said plainly is pressed on the ballot's own card.
/// </summary>
public sealed class CorrectVoteCommand(BallotsInReach reach, ShowBallot show, CastVote cast, TimeProvider clock) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var mine = (await reach.Of(turn.Actor, turn.Roster, cancel)).Where(l => !l.Ballot.IsOver(clock.GetUtcNow()) && l.Seats.Count > 0).ToList();
        var named = MeantBallots.Among([.. mine.Select(l => l.Ballot)], turn).Candidates.Select(b => b.Id).ToHashSet();
        var seen = await Seen(turn, mine.Where(l => named.Contains(l.Ballot.Id)), cancel);
        // Who was mistaken has answered.
        var answered = seen.Where(s => s.Own is not null).ToList();
        // « Pour, sous réserve de mon CA » isn't « pour »: its day is to be seen before it counts.
        var reserve = ReserveSaid.Read(turn);
        var choice = reserve is null ? SaidChoice.Read(turn.Text) : null;
        return (answered.Count > 0 ? answered : seen) switch
        {
            [] => Say.Only(FollowTexts.NothingToChange),
            [{ Own: not null, Ballot.IsSecret: true } only] => Say.Only(VoteCard.Of(
                only, clock.GetUtcNow(), turn.Caller.MemberId,
                CardPieces.Notice(NoticeKind.Warning, SecretTexts.FinalTitle, SecretTexts.NothingChanged))),
            [{ Own: { } own } only] when choice is { } meant && GroupVoteCard.TakesAnswers(only.Ballot) => await Change(turn, only, own, meant, cancel),
            [var only] when reserve is not null && AnswerRules.Of(only.Ballot).Contains(Choice.Reserve) =>
                Say.Only(reserve.ToConfirm(only, clock.GetUtcNow(), turn.Caller.MemberId)),
            [var only] => Say.Only(VoteCard.Of(only, clock.GetUtcNow(), turn.Caller.MemberId)),
            var several => Say.Only(WhichVoteCard.Of(several, choice)),
        };
    }

    private async Task<IReadOnlyList<SeatBallot>> Seen(TextTurn turn, IEnumerable<ListedBallot> listed, CancellationToken cancel)
    {
        var read = await Task.WhenAll(listed.SelectMany(l => l.Seats.Select(s =>
            show.Handle(l.Ballot.Territory, l.Ballot.Id, s.Seat, turn.Caller.EntraId, null, cancel))));
        return [.. read.OfType<Ruling<SeatBallot>.Granted>().Select(g => g.Value)];
    }

    private async Task<IReadOnlyList<Say>> Change(TextTurn turn, SeatBallot seen, Vote before, Choice meant, CancellationToken cancel)
    {
        if (before.Choice == meant)
        {
            return Say.Only(VoteCard.Of(
                seen, clock.GetUtcNow(), turn.Caller.MemberId,
                CardPieces.Notice(NoticeKind.Neutral, "Rien à changer", FollowTexts.Changed(seen.Ballot, null, before))));
        }

        var ruling = await cast.Handle(
            new CastCommand(
                seen.Ballot.Territory, seen.Ballot.Id, seen.Elector.Seat, turn.Caller.EntraId, LinkHolder: null, meant, Reason: null,
                turn.Operation),
            cancel);
        return ruling.Match(
            done => Say.Only(VoteCard.Of(
                done.Seen, clock.GetUtcNow(), turn.Caller.MemberId,
                CardPieces.Notice(NoticeKind.Good, "Votre réponse est changée", FollowTexts.Changed(done.Seen.Ballot, before, done.Seen.Own!)))),
            why => Say.Only(VoteTexts.Refusal(why)));
    }
}
