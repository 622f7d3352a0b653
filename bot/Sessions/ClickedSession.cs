using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Help;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Documents;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Sessions;

/// <summary>A session as the person who clicked may see it.</summary>
/// <param name="Papers">What the person may read of it; null when that is nothing.</param>
public sealed record ClickedSession(
    Actor Actor, Roster Roster, Session Session, Table Table, IReadOnlyList<Reply> Replies, SessionPapers? Papers = null)
{
    public bool MayConvene => Roster.MayConvene(Actor.Id, Table);

    public Attendance Attendance => Attendance.Of(Session, Table, Roster, Replies);
}

/// <summary>Finds the session a click names, and draws it for whoever clicked.</summary>
public sealed class SessionClicks(Actors actors, ISessions sessions, SessionsInReach reach, DocumentLinks documents)
{
    public async Task<ClickedSession?> Read(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>(SessionKeys.Territory), cancel) is not var (actor, roster)
            || click.Id<SessionId>(SessionKeys.Session) is not { } id
            || await sessions.Get(roster.Territory.Id, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table)
        {
            return null;
        }

        var papers = await documents.For(session, table, roster, actor.Id, null, cancel);
        return new ClickedSession(actor, roster, session, table, await sessions.Replies(roster.Territory.Id, id, cancel), papers);
    }

    /// <summary>The session as it stands now: followed by its convener, or answered by a called seat.</summary>
    /// <param name="news">What just happened, for its convener.</param>
    public CardAnswer Show(ClickedSession found, CardClick click, string? news = null)
    {
        if (found.MayConvene && found.Session.State == SessionState.Planned)
        {
            return new CardAnswer.Card(PlanYearCard.One(found.Session, found.Table, found.Roster, news));
        }

        if (found.MayConvene)
        {
            return new CardAnswer.Card(ConvenedCard.Of(
                found.Attendance, found.Roster, reach.IsOpen(found.Session), news, click.Caller.MemberId, found.Papers));
        }

        var own = found.Session.Called(found.Table)
            .FirstOrDefault(s => found.Roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(found.Actor.Id));
        // A restricted session's papers are for its seats only (rule 2).
        return own is null ? new CardAnswer.Refused(SessionTexts.NotYourSeat) : ShowSeat(found, own);
    }

    public CardAnswer ShowSeat(ClickedSession found, Seat seat, string? problem = null, string? typed = null) =>
        new CardAnswer.Card(ConvocationCard.Of(
            new SeatView(found.Session, found.Table, seat, found.Replies.FirstOrDefault(r => r.Seat == seat.Id), found.Roster, found.Papers),
            reach.IsOpen(found.Session), problem, typed));

    /// <summary>Which date the person was shown; the oldest when the button doesn't say.</summary>
    public static int Seen(CardClick click) =>
        int.TryParse(click.Text(SessionKeys.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    public static CardAnswer.Refused Unknown { get; } = new(SessionTexts.NoSession);

    public static CardAnswer.Refused OutOfReach { get; } = new(HelpTexts.OutOfReach);
}
