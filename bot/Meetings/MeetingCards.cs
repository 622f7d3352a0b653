using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Papers;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Meetings;

/// <summary>Draws a session under way, for its convener or for the group it is held in.</summary>
public sealed class MeetingCards(SessionClicks clicks, ISessions sessions, IMeetings meetings, EarlierDecisions earlier, IBallots ballots, PaperLinks papers, TimeProvider clock)
{
    public Task<ClickedSession?> Read(CardClick click, CancellationToken cancel) => clicks.Read(click, cancel);

    public async Task<RunView> View(Actor actor, Roster roster, Session session, Table table, bool among, CancellationToken cancel)
    {
        var record = meetings.Of(session.Territory, session.Id, cancel);
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        var now = clock.GetUtcNow();
        var all = (await record).AsOf(session, now);
        // Looked up only while it is gone through.
        var followUp = all.Run?.Value.Current == ItemId.FollowUp ? await earlier.Before(session, cancel) : null;
        return new RunView(session, table, roster, RollCall.Of(session, table, roster, replies, all), all, now, among, followUp,
            await StillOpen(session, all.Run?.Value, now, cancel));
    }

    /// <summary>At the last item and afterwards: what goes on without the session.</summary>
    private async Task<IReadOnlyList<Ballot>> StillOpen(Session session, SessionRun? run, DateTimeOffset now, CancellationToken cancel) =>
        run is { IsRunning: false } || (run?.Current is { } on && session.Agenda[^1].Id == on)
            ? [.. (await ballots.Recent(session.Territory, cancel)).Where(b => b.Session == session.Id && b.State == BallotState.Open && !b.IsOver(now))]
            : [];

    public async Task<AdaptiveCard> Run(
        ClickedSession found, bool among, CancellationToken cancel, string? news = null, string? problem = null) =>
        RunCard.Of(await View(found.Actor, found.Roster, found.Session, found.Table, among, cancel), news, problem);

    public async Task<CardAnswer> Presence(
        ClickedSession found, int from, CancellationToken cancel, string? news = null, string? problem = null)
    {
        var view = await View(found.Actor, found.Roster, found.Session, found.Table, among: false, cancel);
        var at = from >= view.Roll.Seats.Count() ? 0 : from;
        return new CardAnswer.Card(PresenceCard.Of(
            view, at, papers.For(found.Session.Territory, new Paper(found.Session.Id, PaperKind.Attendance, 0), found.Actor.Id), news, problem));
    }
}

/// <summary>A click on a session under way: found, and its convener's.</summary>
public abstract class MeetingClick(MeetingCards cards) : ICardClick
{
    protected MeetingCards Cards => cards;

    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) => await cards.Read(click, cancel) switch
    {
        null => SessionClicks.Unknown,
        { MayConvene: false } found => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table)),
        var found => await Handle(found, click, cancel),
    };

    protected abstract Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel);

    protected async Task<CardAnswer> Shown(ClickedSession found, CardClick click, CancellationToken cancel, string? news = null, string? problem = null) =>
        new CardAnswer.Card(await Cards.Run(found, among: !click.Caller.IsPersonal, cancel, news, problem));
}

/// <summary>What a step in holding a session answers, by card and by words.</summary>
internal static class RunAnswers
{
    /// <summary>What to say where the step wasn't taken; null where it was.</summary>
    public static string? Problem(RunOutcome outcome, Table table, TimeZoneInfo zone) => outcome.Match<string?>(
        _ => null,
        _ => SessionTexts.NoSession,
        _ => SessionTexts.NotAConvenerOf(table),
        it => SessionTexts.CancelledAlready(it.Session, table, zone),
        it => MeetingTexts.TooEarly(it.Session, table, zone),
        it => MeetingTexts.TooLate(it.Session, table, zone),
        _ => MeetingTexts.NotStarted(table),
        it => MeetingTexts.Ended(it.Session, table, it.Run, zone),
        it => it.Run.Current is { } on && it.Session.Agenda[^1].Id == on ? MeetingTexts.LastItem : MeetingTexts.NoSuchItem(it.Session));
}

/// <summary>run.show</summary>
public sealed class ShowRunClick(MeetingCards cards) : MeetingClick(cards)
{
    protected override Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) => Shown(found, click, cancel);
}

/// <summary>A step pressed: start, next, end.</summary>
public abstract class HoldClick(MeetingCards cards, HoldSession hold, IMeetings meetings) : MeetingClick(cards)
{
    protected abstract HoldStep Step { get; }

    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var outcome = await hold.Run(found.Actor, found.Session.Id, Step, click.Id<ItemId>(MeetingKeys.Item), cancel);
        if (outcome is RunOutcome.Held && !click.Caller.IsPersonal)
        {
            await meetings.HoldIn(found.Session.Territory, click.Caller.Here, found.Session.Id, cancel);
        }

        return await Shown(found, click, cancel, problem: RunAnswers.Problem(outcome, found.Table, found.Roster.Zone));
    }
}

public sealed class StartClick(MeetingCards cards, HoldSession hold, IMeetings meetings) : HoldClick(cards, hold, meetings)
{
    protected override HoldStep Step => new HoldStep.Start();
}

public sealed class NextItemClick(MeetingCards cards, HoldSession hold, IMeetings meetings) : HoldClick(cards, hold, meetings)
{
    protected override HoldStep Step => new HoldStep.Next(null);
}

public sealed class EndClick(MeetingCards cards, HoldSession hold, IMeetings meetings) : HoldClick(cards, hold, meetings)
{
    protected override HoldStep Step => new HoldStep.End();
}
