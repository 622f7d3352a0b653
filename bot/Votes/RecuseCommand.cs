using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Meetings;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Votes;

/// <summary>
/// « je me déporte », « je me déporte du point 3 »: from the one ballot that is open to the person, from an item of a session
/// where the words name one; else the card on which to choose.
/// </summary>
public sealed class RecuseCommand(
    BallotsInReach ballots, SessionsInReach sessions, MeetingCards meetings, RecuseSeat recuse, RecuseFromItem fromItem, RightsCards cards,
    TimeProvider clock) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var number = SaidInSession.ItemOf(turn.Text);
        var open = (await ballots.Of(turn.Actor, turn.Roster, cancel))
            .Where(l => !l.Ballot.IsOver(clock.GetUtcNow()) && l.Seats.Count > 0).ToList();
        if (number is not null || open.Count == 0)
        {
            return await FromSession(turn, number, cancel);
        }

        var meant = MeantBallots.Among([.. open.Select(l => l.Ballot)], turn);
        var candidates = open.Where(l => meant.Candidates.Contains(l.Ballot)).ToList();
        return candidates is [{ Seats: [var (seat, _)] } only]
            ? await FromBallot(turn, only.Ballot, seat, cancel)
            : Say.Only(BallotListCard.WhichSeat(candidates, VoteVerbs.AskRecuse, RightsTexts.WhichToLeave));
    }

    private async Task<IReadOnlyList<Say>> FromBallot(TextTurn turn, Ballot ballot, SeatId seat, CancellationToken cancel)
    {
        if (await recuse.Handle(turn.Actor, ballot.Id, seat, cancel) is Ruling<RightsChanged>.Refused refused)
        {
            return Say.Only(VoteTexts.Refusal(refused.Why));
        }

        return await cards.Vote(turn.Actor, ballot.Id, seat, turn.Caller, $"C’est noté : {RightsTexts.OutOfIt.ToLowerInvariant()}", cancel) is { } card
            ? Say.Only(card)
            : Say.Only(RightsTexts.OutOfIt);
    }

    private async Task<IReadOnlyList<Say>> FromSession(TextTurn turn, int? number, CancellationToken cancel)
    {
        var own = await sessions.ToAnswer(turn.Actor, turn.Roster, cancel);
        var convened = await sessions.ToFollow(turn.Actor, turn.Roster, cancel);
        IReadOnlyList<Session> reach =
            [.. own.Select(v => v.Session).Concat(convened.Where(sessions.IsOpen)).DistinctBy(s => s.Id).OrderBy(s => s.Start)];
        var meant = SessionsInReach.Meant(reach, s => s, turn.Reading.Slots, turn.Roster.Zone);
        if ((meant.Count > 0 ? meant : reach) is not [var session, ..] || turn.Roster.TableOf(session.Table) is not { } table)
        {
            return Say.Only(RightsTexts.NoBallotToLeave);
        }

        var seats = own.Where(v => v.Session.Id == session.Id).Select(v => v.Seat).ToList();
        var item = number is { } at ? session.Agenda.ElementAtOrDefault(at - 1) : null;
        var (news, problem) = ((string?)null, number is not null && item is null ? MeetingTexts.NoSuchItem(session) : null);
        if (item is not null && seats is [var seat])
        {
            var refusal = await fromItem.Run(turn.Actor, session.Id, item.Id, seat.Id, cancel);
            news = refusal is null ? RecusalClicks.Noted(turn.Roster, seat, session, item) : null;
            problem = refusal is { } why ? RightsTexts.Refusal(why) : null;
        }

        var view = await meetings.View(turn.Actor, turn.Roster, session, table, among: false, cancel);
        return Say.Only(RecusalCard.Of(view, seats.Count > 0 ? seats : [.. session.Called(table)], item?.Id, news, problem));
    }
}
