using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Language;
using ConcertationBot.Meetings;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>
/// « procuration au CCAS pour ce vote »: the words of a proxy, where they are about a ballot: they say so, or no session to
/// come calls the person.
/// </summary>
public sealed class BallotProxyWords(
    BallotsInReach reach, SessionsInReach sessions, ShowElectors show, GiveBallotProxy give, RightsCards cards, TimeProvider clock)
{
    private static readonly HashSet<string> Ballot = new(StringComparer.Ordinal) { "vote", "votes", "voter", "scrutin", "scrutins", "deliberation" };
    private static readonly HashSet<string> Back = new(StringComparer.Ordinal) { "reprends", "reprendre", "reprend", "reprenons" };

    /// <summary>Null where a session is meant.</summary>
    public async Task<IReadOnlyList<Say>?> Answer(TextTurn turn, CancellationToken cancel)
    {
        var open = (await reach.Of(turn.Actor, turn.Roster, cancel))
            .Where(l => !l.Ballot.IsOver(clock.GetUtcNow()) && l.Seats.Count > 0).ToList();
        if (open.Count == 0
            || (!Says(turn, Ballot) && (await sessions.ToAnswer(turn.Actor, turn.Roster, cancel)).Any(v => v.Seat.Voice == Voice.Deliberative)))
        {
            return null;
        }

        var meant = MeantBallots.Among([.. open.Select(l => l.Ballot)], turn);
        return open.Where(l => meant.Candidates.Contains(l.Ballot)).ToList() switch
        {
            [{ Seats: [var (seat, _)] } only] => await Give(turn, only.Ballot, seat, cancel),
            var several => Say.Only(BallotListCard.WhichSeat(
                several, Says(turn, Back) ? VoteVerbs.ProxyBack : VoteVerbs.ProxyForm, RightsTexts.WhichForProxy)),
        };
    }

    private async Task<IReadOnlyList<Say>> Give(TextTurn turn, Ballot ballot, SeatId from, CancellationToken cancel)
    {
        if (await show.Handle(turn.Actor, ballot.Id, cancel) is not Ruling<Electorate>.Granted { Value: var electorate }
            || turn.Roster.TableOf(ballot.Table) is not { } table)
        {
            return Say.Only(VoteTexts.Refusal(new BallotRefusal.NotFound()));
        }

        var seats = electorate.Seats.Select(s => s.Seat).ToHashSet();
        var named = ProxyWords.Named(turn.Text, turn.Roster, table.Seats.Where(s => seats.Contains(s.Id)), from);
        var (back, to) = (Says(turn, Back), named?.Id);
        if (!back && to is null)
        {
            return Say.Only(ElectorsCard.Proxy(electorate, from, table.Rules.Sessions.ProxiesPerHolder));
        }

        return await give.Handle(turn.Actor, ballot.Id, from, back ? null : to, cancel) switch
        {
            Ruling<RightsChanged>.Refused { Why: BallotRefusal.NotThisRight why } when !back =>
                Say.Only(ElectorsCard.Proxy(electorate, from, table.Rules.Sessions.ProxiesPerHolder, VoteTexts.Refusal(why))),
            Ruling<RightsChanged>.Refused refused => Say.Only(VoteTexts.Refusal(refused.Why)),
            _ => await Done(turn, ballot, from, back ? RightsTexts.TakenBack(from, electorate) : RightsTexts.Given(from, to!.Value, electorate), cancel),
        };
    }

    private async Task<IReadOnlyList<Say>> Done(TextTurn turn, Ballot ballot, SeatId from, string said, CancellationToken cancel) =>
        await cards.Vote(turn.Actor, ballot.Id, from, turn.Caller, said, cancel) is { } card ? Say.Only(card) : Say.Only(said);

    private static bool Says(TextTurn turn, HashSet<string> words) => FrenchText.Read(turn.Text).Words.Any(w => words.Contains(w.Plain));
}
