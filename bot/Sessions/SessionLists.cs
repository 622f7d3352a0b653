using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Sessions;

/// <summary>Lists of sessions as they concern one person.</summary>
public sealed class SessionLists(SessionsInReach reach, SessionClicks clicks, IDatePolls polls, TimeProvider clock)
{
    /// <summary>The one session to come that a message names by its date, as its reader follows or answers it; null for none or several.</summary>
    public async Task<AdaptiveCard?> Named(TextTurn turn, CancellationToken cancel)
    {
        if (turn.Reading.Slots.When.Dates.Count == 0)
        {
            return null;
        }

        var all = (await reach.ToFollow(turn.Actor, turn.Roster, cancel))
            .Concat((await reach.ToAnswer(turn.Actor, turn.Roster, cancel)).Select(v => v.Session)).DistinctBy(s => s.Id).ToList();
        return SessionsInReach.Meant(all, s => s, turn.Reading.Slots, turn.Roster.Zone) is [var one]
            && await clicks.Find(turn.Actor, turn.Roster, one.Id, cancel) is { } found
            && clicks.Show(found, turn.Caller.MemberId) is CardAnswer.Card card
                ? card.Shown
                : null;
    }

    public async Task<AdaptiveCard> Upcoming(Actor actor, Roster roster, CancellationToken cancel)
    {
        var own = await reach.ToAnswer(actor, roster, cancel);
        var followed = await reach.ToFollow(actor, roster, cancel);
        var asked = from poll in await polls.Listed(roster.Territory.Id, cancel)
                    where roster.TableOf(poll.Table) is { } table && Concerns(poll, table, actor, roster)
                    select (poll, roster.TableOf(poll.Table)!);
        var planned = await reach.Planned(actor, roster, cancel);
        var lines = own.Select(v => v.Session).Concat(followed).Concat(planned).DistinctBy(s => s.Id).OrderBy(s => s.Start)
            .Select(s => new SessionLine(s, roster.TableOf(s.Table)!, Concerns(s, own)));
        return SessionListCard.Of(
            roster.Territory, [.. lines], roster.Zone, ConveneForms.TablesOf(actor, roster).Count > 0, [.. asked]);
    }

    // A restricted poll is its seats' and its conveners' (rule 2).
    private bool Concerns(DatePoll poll, Concertation.Domain.Tables.Table table, Actor actor, Roster roster) =>
        roster.MayConvene(actor.Id, table)
        || (poll.TakesAnswers(clock.GetUtcNow())
            && poll.Called(table).Any(s => roster.Mandates.GetValueOrDefault(s.Id)?.Allows(actor.Id) == true));

    /// <summary>Asks which session is meant.</summary>
    public static AdaptiveCard Which(Roster roster, string question, IEnumerable<Session> sessions, string verb) =>
        SessionListCard.Which(
            roster.Territory, question, [.. sessions.Select(s => new SessionLine(s, roster.TableOf(s.Table)!, null))],
            roster.Zone, verb);

    private static string? Concerns(Session session, IReadOnlyList<SeatView> own)
    {
        if (session.State == SessionState.Planned)
        {
            return SessionTexts.PlannedNotConvened;
        }

        var views = own.Where(v => v.Session.Id == session.Id).ToList();
        return views.Count == 0 ? null : SessionTexts.Concerns(views);
    }
}
