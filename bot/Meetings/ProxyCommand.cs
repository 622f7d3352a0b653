using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
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
                return Say.Only(Which(turn.Roster, SessionTexts.WhichConvocation, several));
        }
    }

    /// <summary>Asks for which seat in which session; a person may have several.</summary>
    internal static AdaptiveCard Which(Roster roster, string question, IReadOnlyList<SeatView> seats) => SessionListCard.Which(
        roster.Territory, question, [.. seats.Select(v => new SessionLine(v.Session, v.Table, roster.StructureName(v.Seat.Structure)))],
        roster.Zone, MeetingVerbs.ProxyForm, (line, data) => data[SessionKeys.Seat] = seats[line].Seat.Id.Value);

    private async Task<IReadOnlyList<Say>> Give(TextTurn turn, SeatView view, CancellationToken cancel)
    {
        var named = ProxyWords.Named(turn.Text, turn.Roster, view.Session.Called(view.Table), view.Seat.Id);
        var outcome = named is { } holder ? await give.Run(turn.Actor, view.Session.Id, view.Seat.Id, holder.Id, cancel) : null;
        if (outcome is ProxyOutcome.Given)
        {
            return Say.Only(PresenceCard.ProxyNoted(view.Session, view.Table, view.Seat, outcome, turn.Roster));
        }

        return Say.Only(PresenceCard.Proxy(
            await cards.View(turn.Actor, turn.Roster, view.Session, view.Table, among: false, cancel), view.Seat,
            outcome is null ? null : MeetingTexts.Proxy(outcome, turn.Roster), named?.Id));
    }
}

/// <summary>« je reprends mon pouvoir »: taken back at once where one was given, asked where several were.</summary>
public sealed class TakeProxyBackCommand(SessionsInReach reach, IMeetings meetings, GiveProxy give, Votes.BallotProxyWords ballots) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (await ballots.Answer(turn, cancel) is { } said)
        {
            return said;
        }

        var given = new List<SeatView>();
        foreach (var view in await reach.ToAnswer(turn.Actor, turn.Roster, cancel))
        {
            var record = await meetings.Of(view.Session.Territory, view.Session.Id, cancel);
            given.AddRange(record.Proxies.Any(p => p.From == view.Seat.Id) ? [view] : Array.Empty<SeatView>());
        }

        var meant = SessionsInReach.Meant(given, v => v.Session, turn.Reading.Slots, turn.Roster.Zone);
        switch (meant.Count > 0 ? meant : given)
        {
            case []:
                return Say.Only(MeetingTexts.NoProxyGiven);
            case [var only]:
                var outcome = await give.Run(turn.Actor, only.Session.Id, only.Seat.Id, null, cancel);
                return outcome is ProxyOutcome.TakenBack
                    ? Say.Only(PresenceCard.ProxyNoted(only.Session, only.Table, only.Seat, outcome, turn.Roster))
                    : Say.Only(MeetingTexts.Proxy(outcome, turn.Roster));
            case var several:
                return Say.Only(ProxyCommand.Which(turn.Roster, MeetingTexts.WhichNow, several));
        }
    }
}
