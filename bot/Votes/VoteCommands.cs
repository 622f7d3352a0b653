using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Language;
using ConcertationBot.Turns;

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

/// <summary>« votes », « je vote pour »: what is open to the person; the ballot itself when there is just one to answer.</summary>
public sealed class BallotsCommand(BallotCards cards, BallotsInReach reach, ShowBallot show, TimeProvider clock) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var listed = await reach.Of(turn.Actor, turn.Roster, cancel);
        var mine = listed.Where(l => !l.Ballot.IsOver(clock.GetUtcNow()))
            .SelectMany(l => l.Seats.Select(s => (l.Ballot, s.Seat))).ToList();
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

/// <summary>« clos le vote »: closes it when there is no doubt which, or asks.</summary>
public sealed class CloseBallotCommand(BallotsInReach reach, BallotCards cards, CloseBallot close) : ITextCommand
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
            return Say.Only(BallotListCard.Which(meant.Candidates, VoteVerbs.Close, "Quel vote faut-il clore ?"));
        }

        var id = meant.Candidates[0].Id;
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

/// <summary>Which ballots a message may mean, by its table or by words of their titles.</summary>
/// <param name="Sure">There is one, and nothing in the message points elsewhere: closing can't be undone.</param>
internal sealed record MeantBallots(IReadOnlyList<Ballot> Candidates, bool Sure)
{
    private const int TellingLength = 4;
    private static readonly string[] Commands = ["vote", "votes", "voter", "scrutin", "clos", "clore", "ferme", "retire", "retirer"];

    public static MeantBallots Among(IReadOnlyList<Ballot> open, TextTurn turn)
    {
        var tables = turn.Reading.Slots.Table?.Candidates ?? [];
        var ofTable = open.Where(b => tables.Any(t => t.Id == b.Table)).ToList();
        var candidates = ofTable.Count > 0 ? ofTable : open;
        var said = FrenchText.Read(turn.Text).Words.Select(w => w.Plain).ToHashSet(StringComparer.Ordinal);
        var named = candidates.Where(b => Telling(b.Title).Any(said.Contains)).ToList();
        return named.Count > 0
            ? new(named, named.Count == 1)
            : new(candidates, candidates.Count == 1 && turn.Reading.Slots.Rest.Length == 0);
    }

    /// <summary>Long words and capitals such as HT, which tell titles apart.</summary>
    private static IEnumerable<string> Telling(string title) => FrenchText.Read(title).Words
        .Where(w => w.Plain.Length >= TellingLength
            || (w.Plain.Length > 1 && title[w.Span.Start..w.Span.End].All(char.IsUpper)))
        .Select(w => w.Plain).Except(Commands, StringComparer.Ordinal);
}
