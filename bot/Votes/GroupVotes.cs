using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Votes;

/// <summary>« affiche le vote HT »: its card, in the conversation it is said in.</summary>
public sealed class PostBallotCommand(BallotsInReach reach, IMeetings meetings, PostBallot post) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (turn.Caller.IsPersonal)
        {
            return Say.Only(GroupVoteTexts.SayItThere);
        }

        var held = await meetings.HeldIn(turn.Actor.Territory, turn.Caller.Conversation.ConversationId, cancel);
        var open = (await reach.Convened(turn.Actor, turn.Roster, cancel)).Where(b => PostBallot.MayStandIn(b, held)).ToList();
        var here = open.Where(b => b.Session is { } session && session == held).ToList();
        return MeantBallots.Among(here.Count > 0 ? here : open, turn).Candidates switch
        {
            [] => Say.Only(GroupVoteTexts.NothingToPost),
            [var only] => (await post.Handle(turn.Actor, only.Id, turn.Caller.Here, held, turn.Operation, cancel))
                .Match<IReadOnlyList<Say>>(_ => [], why => Say.Only(VoteTexts.Refusal(why))),
            // Which ones isn't said: the group may not be theirs to know.
            _ => Say.Only(GroupVoteTexts.SayWhich),
        };
    }
}

/// <summary>The seats of a ballot that whoever clicked in a group sits for.</summary>
public sealed class GroupVoters(IBallots ballots, ShowBallot show, Actors actors)
{
    public async Task<(Actor Actor, Ballot Ballot, IReadOnlyList<SeatBallot> Seats)?> Of(CardClick click, CancellationToken cancel)
    {
        if (click.Id<BallotId>("ballot") is not { } id
            || await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || await ballots.Get(actor.Territory, id, cancel) is not { Value: var ballot })
        {
            return null;
        }

        var seen = await Task.WhenAll((actor.Person is null ? [] : roster.SeatsOf(actor.Id)).Where(s => s.Table.Id == ballot.Table)
            .Select(s => show.Handle(actor.Territory, id, s.Seat.Id, click.Caller.EntraId, null, cancel)));
        return (actor, ballot, [.. seen.OfType<Ruling<SeatBallot>.Granted>().Select(g => g.Value)]);
    }
}

/// <summary>
/// A press on a ballot's card in a conversation of several. The answer is the clicker's own; it is confirmed in their personal
/// conversation, where it can be changed, and the group sees nothing but the turnout.
/// </summary>
public sealed class VoteInGroupClick(GroupVoters voters, CastVote cast, PersonalSay personal, TimeProvider clock) : ICardClick
{
    private const int MostSeats = 4;

    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) => await voters.Of(click, cancel) switch
    {
        null => BallotCards.OutOfReach,
        { Seats: [] } => new CardAnswer.Refused(GroupVoteTexts.NoSeat),
        var (actor, ballot, seats) => seats is [var only] && AnswerTyped.Read(click.Text("choice"), null, null) is
            { Choice: Choice.For or Choice.Against or Choice.Abstain } said && GroupVoteCard.TakesAnswers(ballot)
                ? await Cast(click, actor, only, said.Choice, cancel)
                : await Privately(click, actor, seats, cancel),
    };

    private async Task<CardAnswer> Cast(CardClick click, Actor actor, SeatBallot seen, Choice choice, CancellationToken cancel)
    {
        var ruling = await cast.Handle(
            new CastCommand(
                seen.Ballot.Territory, seen.Ballot.Id, seen.Elector.Seat, click.Caller.EntraId, LinkHolder: null, choice,
                // A reason given before stays with the answer it was given for.
                seen.Own?.Choice == choice ? seen.Own.Reason : null, click.Operation),
            cancel);
        return ruling is Ruling<CastDone>.Granted { Value: var done }
            ? new CardAnswer.Message(GroupVoteTexts.Taken(done.Seen.Elector, done.Repeated || await Confirm(click, actor, done.Seen, cancel)))
            : new CardAnswer.Refused(VoteTexts.Refusal(((Ruling<CastDone>.Refused)ruling).Why));
    }

    private async Task<CardAnswer> Privately(CardClick click, Actor actor, IReadOnlyList<SeatBallot> seats, CancellationToken cancel)
    {
        var told = true;
        foreach (var seen in seats.Take(MostSeats))
        {
            told &= await Confirm(click, actor, seen, cancel);
        }

        return new CardAnswer.Message(told ? GroupVoteTexts.InPersonalChat : GroupVoteTexts.NotInPersonalChat);
    }

    private Task<bool> Confirm(CardClick click, Actor actor, SeatBallot seen, CancellationToken cancel) =>
        personal.Send(actor, new Say(null, VoteCard.Of(seen, clock.GetUtcNow(), click.Caller.MemberId)), cancel);
}

/// <summary>The refresh that Teams asks for by itself, reader by reader, of a ballot's card in a conversation of several.</summary>
public sealed class GroupViewClick(GroupVoters voters, IBallots ballots, IBallotPosts posts, TimeProvider clock) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await voters.Of(click, cancel) is not var (_, ballot, seats))
        {
            return BallotCards.OutOfReach;
        }

        // A ballot is shown where its card stands, or to whom it asks: its id alone opens nothing.
        if (seats.Count == 0 && !(await posts.Of(ballot.Territory, ballot.Id, cancel))
            .Any(p => p.Value.Chat.Conversation == click.Caller.Conversation.ConversationId))
        {
            return BallotCards.OutOfReach;
        }

        var answered = await ballots.Answered(ballot.Territory, ballot.Id, cancel);
        return new CardAnswer.Card(GroupVoteCard.Of(ballot, answered, clock.GetUtcNow(), [click.Caller.MemberId], seats));
    }
}
