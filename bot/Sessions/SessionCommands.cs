using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Sessions;

/// <summary>« séances »; « la séance du 22/12 » shows that one.</summary>
public sealed class SessionsCommand(SessionLists lists) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) => Say.Only(
        await lists.Named(turn, cancel) is { } one ? one : await lists.Upcoming(turn.Actor, turn.Roster, cancel));
}

/// <summary>A command on one session that its convener follows: found by the date or the table written, else asked.</summary>
public abstract class FollowedSessionCommand(SessionsInReach reach) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (ConveneForms.TablesOf(turn.Actor, turn.Roster).Count == 0)
        {
            return Say.Only(SessionTexts.FollowersOnly);
        }

        var all = (await reach.ToFollow(turn.Actor, turn.Roster, cancel)).Where(s => PlannedToo || reach.IsOpen(s)).ToList();
        return Among(turn, all) switch
        {
            [] => Say.Only(SessionTexts.NoneUpcoming),
            [var only] => await With(turn, only, turn.Roster.TableOf(only.Table)!, cancel),
            var several => Say.Only(SessionLists.Which(turn.Roster, SessionTexts.WhichSession, several, Verb)),
        };
    }

    /// <summary>Whether it can be done to a session that is only planned.</summary>
    protected virtual bool PlannedToo => false;

    /// <summary>What the button of each session does when several may be meant.</summary>
    protected abstract string Verb { get; }

    protected abstract Task<IReadOnlyList<Say>> With(TextTurn turn, Session session, Table table, CancellationToken cancel);

    // A date that no session has may be the one to move it to: then every session may be meant.
    private static IReadOnlyList<Session> Among(TextTurn turn, IReadOnlyList<Session> all)
    {
        var slots = turn.Reading.Slots;
        var meant = SessionsInReach.Meant(all, s => s, slots, turn.Roster.Zone);
        return meant.Count > 0
            ? meant
            : SessionsInReach.Meant(all, s => s, slots with { When = Language.WhenFound.Nothing }, turn.Roster.Zone) is { Count: > 0 } ofTable
                ? ofTable
                : all;
    }
}

/// <summary>« qui a pas répondu ? »</summary>
public sealed class WhoHasNotRepliedCommand(SessionsInReach reach, ISessions sessions) : FollowedSessionCommand(reach)
{
    protected override string Verb => SessionVerbs.Missing;

    protected override async Task<IReadOnlyList<Say>> With(
        TextTurn turn, Session session, Table table, CancellationToken cancel)
    {
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        return Say.Only(ConvenedCard.Missing(Attendance.Of(session, table, turn.Roster, replies), turn.Roster, open: true));
    }
}

/// <summary>« annule la TCT du 14 »: asks before it does.</summary>
public sealed class CancelSessionCommand(SessionsInReach reach) : FollowedSessionCommand(reach)
{
    protected override string Verb => SessionVerbs.CancelForm;

    protected override bool PlannedToo => true;

    protected override Task<IReadOnlyList<Say>> With(
        TextTurn turn, Session session, Table table, CancellationToken cancel) =>
        Task.FromResult(Say.Only(ChangeSessionCard.Cancel(session, table, turn.Roster.Zone)));
}

/// <summary>« déplace la TCT du 14 au 21 à 10h »: the form with what was understood, never at once.</summary>
public sealed class MoveSessionCommand(SessionsInReach reach, TimeProvider clock) : FollowedSessionCommand(reach)
{
    protected override string Verb => SessionVerbs.MoveForm;

    protected override bool PlannedToo => true;

    protected override Task<IReadOnlyList<Say>> With(
        TextTurn turn, Session session, Table table, CancellationToken cancel)
    {
        var zone = turn.Roster.Zone;
        var slots = turn.Reading.Slots;
        var own = SessionsInReach.DayOf(session, zone);
        var to = slots.When.Dates.LastOrDefault(d => !SessionsInReach.Names(d, own));
        var typed = ConveneFromText.Over(WhenInputs.Of(session, zone), slots with
        {
            When = slots.When with { Dates = to is null ? [] : [to with { Date = Near(to, own, zone) }] },
        });
        var problems = new List<ConveneProblem>();
        ConveneRules.CheckTime(typed.ToTime(), zone, clock.GetUtcNow(), problems);
        var doubt = to is not null && to.Doubts.HasFlag(DateDoubts.RolledOver) && typed.DayValue is { } next
            ? SessionTexts.RolledOver(next)
            : null;
        return Task.FromResult(Say.Only(ChangeSessionCard.Move(session, table, zone, typed, problems, doubt)));
    }

    // « du 14 au 21 » of a session in two months: the 21 of that month, or the next one if it is over.
    private DateOnly Near(DateFound to, DateOnly own, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var month = new DateOnly(own.Year, own.Month, 1);
        return to.Doubts.HasFlag(DateDoubts.MonthUnwritten)
            ? Language.DayOf.Month(to.Date.Day, month > today ? month : today, Lean.Ahead)
            : to.Date;
    }
}
