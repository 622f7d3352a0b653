using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Meetings;

/// <summary>Déports from the items of a session: the convener speaks for every seat, a member for their own.</summary>
public abstract class RecusalClicks(MeetingCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await cards.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        var seats = Seats(found);
        return seats.Count == 0 ? new CardAnswer.Refused(SessionTexts.NotYourSeat) : await Handle(found, seats, click, cancel);
    }

    internal static string Noted(Roster roster, Seat seat, Session session, AgendaItem item) =>
        $"{roster.StructureName(seat.Structure)} ne prend pas part au point {MeetingTexts.Number(session, item.Id).ToString(CultureInfo.InvariantCulture)}, ni à ses votes.";

    protected abstract Task<CardAnswer> Handle(ClickedSession found, IReadOnlyList<Seat> seats, CardClick click, CancellationToken cancel);

    protected async Task<CardAnswer> Shown(
        ClickedSession found, IReadOnlyList<Seat> seats, ItemId? item, CancellationToken cancel, string? news = null, string? problem = null) =>
        new CardAnswer.Card(RecusalCard.Of(
            await cards.View(found.Actor, found.Roster, found.Session, found.Table, among: false, cancel), seats, item, news, problem));

    private static IReadOnlyList<Seat> Seats(ClickedSession found) =>
    [
        .. found.Session.Called(found.Table).Where(s => found.MayConvene
            || (found.Roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(found.Actor.Id))),
    ];
}

/// <summary>recusal.form</summary>
public sealed class OpenRecusals(MeetingCards cards) : RecusalClicks(cards)
{
    protected override Task<CardAnswer> Handle(ClickedSession found, IReadOnlyList<Seat> seats, CardClick click, CancellationToken cancel) =>
        Shown(found, seats, click.Id<ItemId>(MeetingKeys.Item), cancel);
}

/// <summary>recusal.save</summary>
public sealed class SaveRecusal(MeetingCards cards, RecuseFromItem recuse) : RecusalClicks(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, IReadOnlyList<Seat> seats, CardClick click, CancellationToken cancel)
    {
        var item = click.Id<ItemId>(MeetingKeys.Item) is { } on ? found.Session.ItemOf(on) : null;
        var seat = click.Id<SeatId>(RecusalCard.SeatInput) is { } id ? seats.FirstOrDefault(s => s.Id == id) : null;
        var refusal = item is null ? RecusalRefusal.NoSuchItem
            : seat is null ? RecusalRefusal.NoSuchSeat
            : await recuse.Run(found.Actor, found.Session.Id, item.Id, seat.Id, cancel);
        return refusal is { } why
            ? await Shown(found, seats, item?.Id, cancel, problem: RightsTexts.Refusal(why))
            : await Shown(found, seats, null, cancel, news: Noted(found.Roster, seat!, found.Session, item!));
    }
}
