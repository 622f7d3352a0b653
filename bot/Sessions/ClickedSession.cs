using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Help;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Documents;
using Concertation.Work.Notices;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Sessions;

/// <summary>A session as the person who clicked may see it.</summary>
/// <param name="Papers">What the person may read of it; null when that is nothing.</param>
/// <param name="PolledYes">For its convener: seats without an answer that had said yes in the poll it comes from.</param>
/// <param name="LackedQuorum">Looked up for its conveners once it is over.</param>
public sealed record ClickedSession(
    Actor Actor, Roster Roster, Session Session, Table Table, IReadOnlyList<Reply> Replies, SessionPapers? Papers = null,
    int PolledYes = 0, bool LackedQuorum = false)
{
    public IReadOnlyList<Proxy> Proxies { get; init; } = [];

    /// <summary>Of a planned one, for its convener: who was written to often this week; null elsewhere.</summary>
    public IReadOnlyList<(string Name, int Messages)>? Solicited { get; init; }

    public bool MayConvene => Roster.MayConvene(Actor.Id, Table);

    public Attendance Attendance => Attendance.Of(Session, Table, Roster, Replies);
}

/// <summary>Finds the session a click names, and draws it for whoever clicked.</summary>
public sealed class SessionClicks(
    Actors actors, ISessions sessions, IMeetings meetings, SessionsInReach reach, QuorumLack lack, DocumentLinks documents, IDatePolls polls,
    Solicitations solicited, TimeProvider clock)
{
    public async Task<ClickedSession?> Read(CardClick click, CancellationToken cancel)
    {
        return await actors.Of(click.Caller, click.Id<TerritoryId>(SessionKeys.Territory), cancel) is var (actor, roster)
            && click.Id<SessionId>(SessionKeys.Session) is { } id
            ? await Find(actor, roster, id, cancel)
            : null;
    }

    /// <summary>The session of that id, as that person may see it; null when there is none.</summary>
    public async Task<ClickedSession?> Find(Actor actor, Roster roster, SessionId id, CancellationToken cancel)
    {
        if (await sessions.Get(roster.Territory.Id, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return null;
        }

        var papers = await documents.For(session, table, roster, actor.Id, null, cancel);
        var found = new ClickedSession(actor, roster, session, table, await sessions.Replies(roster.Territory.Id, id, cancel), papers)
        {
            Proxies = await meetings.Proxies(roster.Territory.Id, id, cancel),
        };
        if (found.MayConvene && !reach.IsOpen(session))
        {
            found = found with { LackedQuorum = await lack.Of(session, roster, cancel) };
        }

        if (found.MayConvene && session.State == SessionState.Planned)
        {
            found = found with { Solicited = await solicited.Of(session.Called(table), roster, cancel) };
        }

        return found.MayConvene && session is { Poll: { } poll, IsOtherDate: false }
            ? found with { PolledYes = await PolledYes(found, poll, cancel) }
            : found;
    }

    private async Task<int> PolledYes(ClickedSession found, PollId poll, CancellationToken cancel)
    {
        if (await polls.Whole(found.Session.Territory, poll, cancel) is not { Poll.Value.Chosen: { } slot } polled)
        {
            return 0;
        }

        var yes = polled.Answers.Where(a => a.Counts(found.Roster) && a.For(slot) == Availability.Yes).Select(a => a.Seat).ToHashSet();
        return found.Attendance.WithoutReply.Count(s => yes.Contains(s.Seat.Id));
    }

    /// <summary>The session as it stands now: followed by its convener, or answered by a called seat.</summary>
    /// <param name="news">What just happened, for its convener.</param>
    public CardAnswer Show(ClickedSession found, CardClick click, string? news = null) => Show(found, click.Caller.MemberId, news);

    /// <param name="watcher">The reader's Teams id, for whom a followed session refreshes itself.</param>
    public CardAnswer Show(ClickedSession found, string? watcher, string? news = null)
    {
        if (found.MayConvene && found.Session.State == SessionState.Planned)
        {
            return new CardAnswer.Card(PlanYearCard.One(
                found.Session, found.Table, found.Roster, news, found.Solicited,
                Grouping.ForSession(found.Session.Start, found.Roster, clock.GetUtcNow())));
        }

        if (found.MayConvene)
        {
            return new CardAnswer.Card(ConvenedCard.Of(
                found.Attendance, found.Roster, reach.IsOpen(found.Session), news, watcher, found.Papers, clock.GetUtcNow(),
                found.PolledYes, found.LackedQuorum));
        }

        var own = found.Session.Called(found.Table)
            .FirstOrDefault(s => found.Roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(found.Actor.Id));
        // A restricted session's papers are for its seats only (rule 2).
        return own is null ? new CardAnswer.Refused(SessionTexts.NotYourSeat) : ShowSeat(found, own);
    }

    public CardAnswer ShowSeat(ClickedSession found, Seat seat, string? problem = null, string? typed = null) =>
        new CardAnswer.Card(ConvocationCard.Of(
            new SeatView(found.Session, found.Table, seat, found.Replies.FirstOrDefault(r => r.Seat == seat.Id), found.Roster, found.Papers) { Proxies = found.Proxies },
            reach.IsOpen(found.Session), problem, typed));

    /// <summary>Which date the person was shown; the oldest when the button doesn't say.</summary>
    public static int Seen(CardClick click) =>
        int.TryParse(click.Text(SessionKeys.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    /// <summary>Whether those written to often this week are to be written to next week.</summary>
    public static bool SparesOften(CardClick click) => click.Text(SessionKeys.SparesOften) == "true";

    public static CardAnswer.Refused Unknown { get; } = new(SessionTexts.NoSession);

    public static CardAnswer.Refused OutOfReach { get; } = new(HelpTexts.OutOfReach);
}
