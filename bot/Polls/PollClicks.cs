using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Polls;

/// <summary>A poll as the person who clicked may see it.</summary>
public sealed record ClickedPoll(Actor Actor, Roster Roster, PolledDates Polled, Table Table)
{
    public DatePoll Poll => Polled.Poll.Value;

    public bool MayConvene => Roster.MayConvene(Actor.Id, Table);

    /// <summary>The seat as its own representative sees it; null when it isn't asked, or isn't the person's.</summary>
    public SeatPoll? SeatOf(SeatId? seat)
    {
        var own = PollBoard.SeatsOf(Polled, Table, Roster).Where(s => s.Mandate?.Allows(Actor.Id) == true).ToList();
        return own.Find(s => seat is null || s.Seat.Id == seat) is { } found
            ? new SeatPoll(Poll, Table, found.Seat, found.Answer, Roster)
            : null;
    }
}

/// <summary>Finds the poll a click names, by one partition query, and draws it for whoever clicked.</summary>
public sealed class PollClicks(Actors actors, IDatePolls polls, IFreeBusy calendars, TimeProvider clock)
{
    public async Task<ClickedPoll?> Read(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>(SessionKeys.Territory), cancel) is not var (actor, roster)
            || click.Id<PollId>(PollKeys.Poll) is not { } id)
        {
            return null;
        }

        return await Find(actor, roster, id, cancel);
    }

    public async Task<ClickedPoll?> Find(Actor actor, Roster roster, PollId id, CancellationToken cancel) =>
        await polls.Whole(roster.Territory.Id, id, cancel) is { } polled && roster.TableOf(polled.Poll.Value.Table) is { } table
            ? new ClickedPoll(actor, roster, polled, table)
            : null;

    /// <summary>The poll as it stands: the ranked dates for its convener, the question for a seat's representative.</summary>
    public async Task<CardAnswer> Show(
        ClickedPoll found, CardClick click, CancellationToken cancel, string? news = null, string? problem = null)
    {
        var seat = click.Id<SeatId>(SessionKeys.Seat);
        if (found.MayConvene && (seat is null || found.SeatOf(seat) is null))
        {
            return new CardAnswer.Card(PollBoardCard.Of(
                await Board(found, cancel), found.Roster, clock.GetUtcNow(), news, problem, click.Caller.MemberId));
        }

        // Whoever isn't asked learns nothing of it (rule 2).
        return found.SeatOf(seat) is { } own
            ? new CardAnswer.Card(PollAnswerCard.Of(own, clock.GetUtcNow(), problem))
            : new CardAnswer.Refused(PollTexts.NotYourSeat);
    }

    public async Task<PollBoard> Board(ClickedPoll found, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var silent = PollBoard.SeatsOf(found.Polled, found.Table, found.Roster)
            .Where(s => s.Mandate is not null && found.Poll.Slots.Any(slot => s.Answer?.For(slot.Id) is null))
            .Select(s => s.Mandate!.Holder).Where(p => p.EntraId is not null || p.Mail is not null).DistinctBy(p => p.Id).ToList();
        var slots = found.Poll.Ahead(now).ToList();
        var shown = found.Poll.State == PollState.Open && silent.Count > 0 && slots.Count > 0
            ? await calendars.Of(found.Roster, silent, slots, found.Poll.Duration, cancel)
            : NoCalendars.Nothing;
        return PollBoard.Of(found.Polled, found.Table, found.Roster, shown, now);
    }

    /// <summary>How many reminders the convener was shown.</summary>
    public static int Seen(CardClick click) =>
        int.TryParse(click.Text(SessionKeys.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    public static CardAnswer.Refused Unknown { get; } = new(PollTexts.NoPoll);
}

/// <summary>polls.show: the poll as it stands; also what a card refreshes itself with.</summary>
public sealed class ShowPoll(PollClicks clicks) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) is { } found ? await clicks.Show(found, click, cancel) : PollClicks.Unknown;
}

/// <summary>polls.answer: when a seat could be there, by its representative.</summary>
public sealed class AnswerPollClick(PollClicks clicks, AnswerDatePoll answer) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return PollClicks.Unknown;
        }

        if (click.Id<SeatId>(SessionKeys.Seat) is not { } seat)
        {
            return new CardAnswer.Refused(PollTexts.NotYourSeat);
        }

        var command = new PollAnswerCommand(found.Poll.Id, seat, PollKeys.AnswersIn(found.Poll, click.Text), click.Operation);
        var outcome = await answer.Run(found.Actor, command, cancel);
        // As it stands after the answer.
        var now = await clicks.Read(click, cancel) ?? found;
        return await outcome.Match(
            _ => clicks.Show(now, click, cancel),
            _ => Task.FromResult<CardAnswer>(PollClicks.Unknown),
            _ => Task.FromResult<CardAnswer>(new CardAnswer.Refused(PollTexts.NotYourSeat)),
            _ => clicks.Show(now, click, cancel),
            _ => clicks.Show(now, click, cancel),
            _ => clicks.Show(now, click, cancel, problem: PollTexts.SaysNothing));
    }
}
