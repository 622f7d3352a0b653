using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Meetings;

/// <summary>
/// « je donne pouvoir au CCAS »: given at once when one seat and one session, or one ballot, can be meant, else the form.
/// </summary>
public sealed class ProxyCommand(SessionsInReach reach, MeetingCards cards, GiveProxy give, Votes.BallotProxyWords ballots) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (await ballots.Answer(turn, cancel) is { } said)
        {
            return said;
        }

        var own = (await reach.ToAnswer(turn.Actor, turn.Roster, cancel)).Where(v => v.Seat.Voice == Voice.Deliberative).ToList();
        var meant = SessionsInReach.Meant(own, v => v.Session, turn.Reading.Slots, turn.Roster.Zone);
        switch (meant.Count > 0 ? meant : own)
        {
            case []:
                return Say.Only(MeetingTexts.NoVotingSeat);
            case [var only]:
                return await Give(turn, only, cancel);
            case var several:
                return Say.Only(SessionListCard.Which(
                    turn.Roster.Territory, SessionTexts.WhichConvocation, [.. several.Select(v => new SessionLine(v.Session, v.Table, null))],
                    turn.Roster.Zone, MeetingVerbs.ProxyForm, data => data[SessionKeys.Seat] = several[0].Seat.Id.Value));
        }
    }

    private async Task<IReadOnlyList<Say>> Give(TextTurn turn, SeatView view, CancellationToken cancel)
    {
        var named = Named(turn, view);
        var outcome = named is [var holder] ? await give.Run(turn.Actor, view.Session.Id, view.Seat.Id, holder.Id, cancel) : null;
        if (outcome is ProxyOutcome.Given)
        {
            return Say.Only(MeetingTexts.Proxy(outcome, turn.Roster));
        }

        return Say.Only(PresenceCard.Proxy(
            await cards.View(turn.Actor, turn.Roster, view.Session, view.Table, among: false, cancel), view.Seat,
            outcome is null ? null : MeetingTexts.Proxy(outcome, turn.Roster)));
    }

    /// <summary>The called seats whose structure, or whose representative, the message names.</summary>
    private static IReadOnlyList<Seat> Named(TextTurn turn, SeatView view) => Named(turn, view.Session.Called(view.Table), view.Seat.Id);

    internal static IReadOnlyList<Seat> Named(TextTurn turn, IEnumerable<Seat> among, SeatId giver)
    {
        var said = FrenchText.Fold(turn.Text);
        return
        [
            .. among.Where(s => s.Id != giver && Names(turn.Roster, s).Any(name =>
                name.Length > 2 && said.Contains(FrenchText.Fold(name), StringComparison.Ordinal))),
        ];
    }

    private static IEnumerable<string> Names(Roster roster, Seat seat)
    {
        yield return roster.StructureName(seat.Structure);
        if (roster.Mandates.TryGetValue(seat.Id, out var mandate))
        {
            yield return mandate.Holder.Name;
        }
    }
}
