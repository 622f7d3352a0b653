using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Meetings;

/// <summary>
/// A click on the attendance sheet: what was chosen on the page and not yet saved is noted first, so that turning a page
/// or noting a guest loses none of it.
/// </summary>
public abstract class SheetClick(MeetingCards cards, NotePresence note) : MeetingClick(cards)
{
    protected NotePresence Note => note;

    protected sealed override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var view = await Cards.View(found.Actor, found.Roster, found.Session, found.Table, among: false, cancel);
        PresenceEntry[] chosen = [.. view.Roll.Seats.Select(s => Chosen(s, click.Text(MeetingKeys.InputOf(s.Seat.Id)))).OfType<PresenceEntry>()];
        return chosen.Length > 0 && await note.Run(found.Actor, found.Session.Id, chosen, cancel) is { } why
            ? await Cards.Presence(found, click.From(), cancel, problem: MeetingTexts.Refusal(why, found.Table))
            : await Then(found, click, chosen.Length > 0, cancel);
    }

    /// <param name="noted">Something of the page was noted just now.</param>
    protected abstract Task<CardAnswer> Then(ClickedSession found, CardClick click, bool noted, CancellationToken cancel);

    protected Task<CardAnswer> Shown(ClickedSession found, CardClick click, PresenceRefusal? refusal, string done, CancellationToken cancel) =>
        refusal is { } why
            ? Cards.Presence(found, click.From(), cancel, problem: MeetingTexts.Refusal(why, found.Table))
            : Cards.Presence(found, click.From(), cancel, done);

    /// <summary>What the button « Enregistrer » notes of a seat: all that stands on the page, announced excuses included.</summary>
    protected virtual PresenceEntry? Chosen(SeatRoll seat, string? value) =>
        value == PresenceWords.Of(seat) ? null : PresenceWords.Read(seat, value);
}

/// <summary>presence.show: the sheet, or its next page.</summary>
public sealed class ShowPresenceClick(MeetingCards cards, NotePresence note) : SheetClick(cards, note)
{
    protected override Task<CardAnswer> Then(ClickedSession found, CardClick click, bool noted, CancellationToken cancel) =>
        Cards.Presence(found, click.Number(MeetingKeys.TurnTo) ?? click.From(), cancel, noted ? MeetingTexts.PresenceSaved : null);
}

/// <summary>presence.save: the seats of the page that was shown.</summary>
public sealed class SavePresenceClick(MeetingCards cards, NotePresence note) : SheetClick(cards, note)
{
    protected override Task<CardAnswer> Then(ClickedSession found, CardClick click, bool noted, CancellationToken cancel) =>
        Cards.Presence(found, click.From(), cancel, MeetingTexts.PresenceSaved);

    protected override PresenceEntry? Chosen(SeatRoll seat, string? value) => PresenceWords.Read(seat, value);
}

/// <summary>presence.all: everybody who announced themselves is there.</summary>
public sealed class AllPresentClick(MeetingCards cards, NotePresence note) : SheetClick(cards, note)
{
    protected override async Task<CardAnswer> Then(ClickedSession found, CardClick click, bool noted, CancellationToken cancel)
    {
        var view = await Cards.View(found.Actor, found.Roster, found.Session, found.Table, among: false, cancel);
        PresenceEntry[] entries =
        [
            // Who said they would be late is noted when they come.
            .. view.Roll.Seats.Where(s => s is { State: RollState.Expected, Reply.Late: not true }).Select(s => new PresenceEntry(
                s.Seat.Id, PresenceState.Present, s.Reply is { Remote: true } ? PresenceMode.Remote : PresenceMode.InPerson, s.Announced)),
        ];
        return await Shown(found, click, await Note.Run(found.Actor, found.Session.Id, entries, cancel), MeetingTexts.PresenceSaved, cancel);
    }
}

/// <summary>presence.guest</summary>
public sealed class GuestClick(MeetingCards cards, NotePresence note) : SheetClick(cards, note)
{
    protected override async Task<CardAnswer> Then(ClickedSession found, CardClick click, bool noted, CancellationToken cancel)
    {
        var mode = click.Text(MeetingKeys.Mode) == "true" ? PresenceMode.Remote : PresenceMode.InPerson;
        var refusal = await Note.Invite(
            found.Actor, found.Session.Id, click.Text(MeetingKeys.Name), click.Text(MeetingKeys.Structure), mode, click.Operation, cancel);
        return await Shown(found, click, refusal, MeetingTexts.GuestAdded, cancel);
    }
}

/// <summary>presence.guestout</summary>
public sealed class GuestOutClick(MeetingCards cards, NotePresence note) : SheetClick(cards, note)
{
    protected override async Task<CardAnswer> Then(ClickedSession found, CardClick click, bool noted, CancellationToken cancel) =>
        click.Id<OperationId>(MeetingKeys.Guest) is { } guest
            ? await Shown(found, click, await Note.Uninvite(found.Actor, found.Session.Id, guest, cancel), MeetingTexts.GuestTakenOut, cancel)
            : await Cards.Presence(found, click.From(), cancel, problem: MeetingTexts.WhichGuest);
}

/// <summary>A click about a proxy: by the seat's representative, or by the convener on their behalf.</summary>
public abstract class ProxyClick(MeetingCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await cards.Read(click, cancel) is { } found && click.Id<SeatId>(SessionKeys.Seat) is { } id
        && found.Session.Called(found.Table).FirstOrDefault(s => s.Id == id) is { } seat
            ? await Handle(found, seat, click, cancel)
            : SessionClicks.Unknown;

    protected abstract Task<CardAnswer> Handle(ClickedSession found, Seat seat, CardClick click, CancellationToken cancel);

    protected static bool MayGive(ClickedSession found, Seat seat) =>
        found.MayConvene || (found.Roster.Mandates.TryGetValue(seat.Id, out var mandate) && mandate.Allows(found.Actor.Id));

    protected async Task<CardAnswer> Form(ClickedSession found, Seat seat, string? problem, CancellationToken cancel) => new CardAnswer.Card(PresenceCard.Proxy(
        await cards.View(found.Actor, found.Roster, found.Session, found.Table, among: false, cancel), seat, problem));

    protected async Task<CardAnswer> Answer(ProxyOutcome outcome, ClickedSession found, Seat seat, CancellationToken cancel) =>
        outcome is ProxyOutcome.Given or ProxyOutcome.TakenBack ? new CardAnswer.Card(PresenceCard.ProxyNoted(found.Session, found.Table, seat, outcome, found.Roster))
        : MayGive(found, seat) ? await Form(found, seat, MeetingTexts.Proxy(outcome, found.Roster), cancel)
        : new CardAnswer.Refused(MeetingTexts.Proxy(outcome, found.Roster));
}

/// <summary>proxy.form</summary>
public sealed class OpenProxyForm(MeetingCards cards) : ProxyClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, Seat seat, CardClick click, CancellationToken cancel) =>
        MayGive(found, seat) ? await Form(found, seat, null, cancel) : new CardAnswer.Refused(SessionTexts.NotYourSeat);
}

/// <summary>proxy.give</summary>
public sealed class GiveProxyClick(MeetingCards cards, GiveProxy give) : ProxyClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, Seat seat, CardClick click, CancellationToken cancel) =>
        click.Id<SeatId>(MeetingKeys.To) is { } to
            ? await Answer(await give.Run(found.Actor, found.Session.Id, seat.Id, to, cancel), found, seat, cancel)
            : MayGive(found, seat) ? await Form(found, seat, MeetingTexts.WhichHolder, cancel) : new CardAnswer.Refused(SessionTexts.NotYourSeat);
}

/// <summary>proxy.back</summary>
public sealed class TakeProxyBackClick(MeetingCards cards, GiveProxy give) : ProxyClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, Seat seat, CardClick click, CancellationToken cancel) =>
        await Answer(await give.Run(found.Actor, found.Session.Id, seat.Id, null, cancel), found, seat, cancel);
}
