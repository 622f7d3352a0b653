using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Polls;

/// <summary>What a convener's act on a poll answers, whichever it was.</summary>
internal static class PollAnswers
{
    public static async Task<CardAnswer> Of(
        PollChange change, PollClicks clicks, CardClick click, Func<PollChange.Done, ClickedPoll, Task<CardAnswer>> done,
        Func<PollChange.Convened, ClickedPoll, Task<CardAnswer>> convened, CancellationToken cancel)
    {
        // As it stands after the act.
        if (await clicks.Read(click, cancel) is not { } now)
        {
            return PollClicks.Unknown;
        }

        return await change.Match(
            it => done(it, now),
            it => convened(it, now),
            _ => Task.FromResult<CardAnswer>(PollClicks.Unknown),
            not => Task.FromResult<CardAnswer>(new CardAnswer.Refused(SessionTexts.NotAConvenerOf(not.Table))),
            _ => clicks.Show(now, click, cancel),
            _ => clicks.Show(now, click, cancel, problem: PollTexts.NoSuchSlot),
            refused => clicks.Show(
                now, click, cancel,
                problem: string.Join("\n", refused.Problems.Select(p => SessionTexts.Fault(p.Fault)).Distinct())));
    }
}

/// <summary>polls.choose: the slot becomes the session, once, and everybody is convened.</summary>
public sealed class ChooseSlotClick(PollClicks clicks, ChooseSlot choose, ISessions sessions, SessionClicks shown) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return PollClicks.Unknown;
        }

        var slot = click.Id<SlotId>(PollKeys.Slot) ?? new SlotId("none");
        var change = await choose.Run(found.Actor, found.Poll.Id, slot, cancel);
        return await PollAnswers.Of(
            change, clicks, click, (_, now) => clicks.Show(now, click, cancel), (it, now) => Session(it, now, click, cancel), cancel);
    }

    private async Task<CardAnswer> Session(PollChange.Convened convened, ClickedPoll found, CardClick click, CancellationToken cancel)
    {
        var (session, roster) = (convened.Session, found.Roster);
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        return shown.Show(
            new ClickedSession(found.Actor, roster, session, found.Table, replies), click,
            convened.Again
                ? PollTexts.ChosenAlready(session, roster.Zone)
                : PollTexts.Chosen(session, roster.Zone, session.Called(found.Table).Count(s => roster.Mandates.ContainsKey(s.Id))));
    }
}

/// <summary>polls.remind: the question again to those who have not answered.</summary>
public sealed class RemindPollClick(PollClicks clicks, RemindOfPoll remind) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return PollClicks.Unknown;
        }

        var change = await remind.Run(found.Actor, found.Poll.Id, PollClicks.Seen(click), cancel);
        return await PollAnswers.Of(
            change, clicks, click,
            (done, now) => clicks.Show(
                now, click, cancel,
                news: done.Again
                    ? PollTexts.RemindedAlready
                    : PollTexts.Reminded(PollBoard.SeatsOf(now.Polled, now.Table, now.Roster).Where(s => s.Silent)
                        .Select(s => s.Mandate!.Holder.Id).Distinct().Count())),
            (_, now) => clicks.Show(now, click, cancel), cancel);
    }
}

/// <summary>polls.askwithdraw: asks before a poll is ended without a date.</summary>
public sealed class AskWithdrawPoll(PollClicks clicks) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) switch
        {
            null => PollClicks.Unknown,
            { MayConvene: false } found => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table)),
            { Poll.State: PollState.Open } found => new CardAnswer.Card(PollBoardCard.AskWithdraw(await clicks.Board(found, cancel), found.Roster)),
            var found => await clicks.Show(found, click, cancel),
        };
}

/// <summary>polls.withdraw: no date is kept, and everybody asked is told.</summary>
public sealed class WithdrawPollClick(PollClicks clicks, WithdrawDatePoll withdraw) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return PollClicks.Unknown;
        }

        var change = await withdraw.Run(found.Actor, found.Poll.Id, cancel);
        return await PollAnswers.Of(
            change, clicks, click, (_, now) => clicks.Show(now, click, cancel, news: PollTexts.WithdrawnNow),
            (_, now) => clicks.Show(now, click, cancel), cancel);
    }
}
