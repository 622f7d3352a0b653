using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Language;
using ConcertationBot.Turns;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Votes;

/// <summary>« proposer », « mettre au vote l’ouverture d’une place »: the form, with what follows already in it.</summary>
public sealed class ProposeCommand(ProposeForms forms) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var text = turn.Reading.Slots.Body is { Length: > 0 } body ? body : null;
        var title = text is { Length: <= ProposalCheck.MostTitle } ? Capitalised(text) : null;
        var table = turn.Reading.Slots.Table is { Candidates: [var only], Ambiguous: false } ? only : null;
        var typed = new ProposeFields(
            turn.Operation.Value, table is null ? null : new Subject(table.Id, null, null).ToString(), Axis: null, title, text);
        var form = await forms.Draw(turn.Actor, turn.Roster, typed, null, cancel);
        return form is null
            ? Say.Only(VoteTexts.Refusal(new BallotRefusal.NotMember(turn.Roster.Territory.Name)))
            : Say.Only(form);
    }

    private static string Capitalised(string text) =>
        string.Concat(text[..1].ToUpper(System.Globalization.CultureInfo.GetCultureInfo("fr-FR")), text[1..]);
}

/// <summary>« votes »: what is open to the person; the ballot itself when there is just one to answer.</summary>
public sealed class BallotsCommand(BallotCards cards, BallotsInReach reach, ShowBallot show, VoteInWords words, TimeProvider clock) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var listed = await reach.Of(turn.Actor, turn.Roster, cancel);
        var mine = listed.Where(l => !l.Ballot.IsOver(clock.GetUtcNow()))
            .SelectMany(l => l.Seats.Select(s => (l.Ballot, s.Seat))).ToList();
        if (ReserveSaid.Read(turn) is { } said
            && mine.Where(m => AnswerRules.Of(m.Ballot).Contains(Choice.Reserve)).ToList() is [var (open, mySeat)]
            && await show.Handle(open.Territory, open.Id, mySeat, turn.Caller.EntraId, null, cancel)
                is Ruling<SeatBallot>.Granted { Value: var asked })
        {
            return Say.Only(said.ToConfirm(asked, clock.GetUtcNow(), turn.Caller.MemberId));
        }

        if (SaidChoice.Given(turn.Text) is { } choice && mine.Count > 0)
        {
            return await words.Answer(turn, [.. listed.Where(l => !l.Ballot.IsOver(clock.GetUtcNow()) && l.Seats.Count > 0)], choice, cancel);
        }

        if (mine is [var (ballot, seat)] && listed.All(l => !l.Convenes)
            && await show.Handle(ballot.Territory, ballot.Id, seat, turn.Caller.EntraId, null, cancel)
                is Ruling<SeatBallot>.Granted { Value: var seen })
        {
            return Say.Only(VoteCard.Of(seen, clock.GetUtcNow(), turn.Caller.MemberId));
        }

        return listed.Count == 0
            ? Say.Only(VoteTexts.NoCallToVote)
            : Say.Only(await cards.List(turn.Actor, turn.Roster, cancel));
    }
}

/// <summary>
/// « clos le vote »: closes it when there is no doubt which and all have answered; asks which, or whether to cut it short:
/// nobody is told of an outcome by words alone.
/// </summary>
public sealed class CloseBallotCommand(BallotsInReach reach, BallotCards cards, IBallots ballots, CloseBallot close, TimeProvider clock) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var meant = MeantBallots.Among(await reach.Convened(turn.Actor, turn.Roster, cancel), turn);
        if (meant.Candidates.Count == 0)
        {
            return Say.Only(VoteTexts.NothingToClose);
        }

        if (!meant.Sure)
        {
            return Say.Only(BallotListCard.Which(meant.Candidates, VoteVerbs.AskClose, "Quel vote faut-il clore ?"));
        }

        var id = meant.Candidates[0].Id;
        if (await close.IsEarly(meant.Candidates[0], cancel))
        {
            return Say.Only(ManageCard.AskClose(meant.Candidates[0], await ballots.Answered(turn.Actor.Territory, id, cancel), clock.GetUtcNow()));
        }

        if (await close.Handle(turn.Actor, id, cancel) is Ruling<Ballot>.Refused refused)
        {
            return Say.Only(VoteTexts.Refusal(refused.Why));
        }

        return (await cards.ForConvener(
                turn.Actor, turn.Roster, id, turn.Caller.MemberId,
                CardPieces.Notice(NoticeKind.Good, VoteTexts.ClosedNow), cancel))
            .Match(Say.Only, why => Say.Only(VoteTexts.Refusal(why)));
    }
}

/// <summary>« retire le vote »: asks why, or which.</summary>
public sealed class WithdrawBallotCommand(BallotsInReach reach) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) =>
        MeantBallots.Among(await reach.Convened(turn.Actor, turn.Roster, cancel), turn) switch
        {
            { Candidates: [] } => Say.Only(VoteTexts.NothingToClose),
            { Sure: true, Candidates: [var only] } => Say.Only(ManageCard.AskWithdraw(only)),
            var several => Say.Only(BallotListCard.Which(
                several.Candidates, VoteVerbs.AskWithdraw, "Quel vote faut-il retirer ?")),
        };
}
