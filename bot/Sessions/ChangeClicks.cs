using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Sessions;

/// <summary>What every change of a session answers, whichever it was.</summary>
internal static class ChangeAnswers
{
    public static CardAnswer Of(
        SessionChange change, ClickedSession found, Func<SessionChange.Done, CardAnswer> done,
        Func<SessionChange.Refused, CardAnswer> refused) => change.Match(
        done,
        _ => SessionClicks.Unknown,
        not => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(not.Table)),
        cancelled => new CardAnswer.Refused(SessionTexts.CancelledAlready(cancelled.Session, found.Table, found.Roster.Zone)),
        begun => new CardAnswer.Refused(SessionTexts.Begun(begun.Session, found.Table, found.Roster.Zone)),
        refused);
}

/// <summary>sessions.moveform: the form, with the session's own time and place.</summary>
public sealed class OpenMoveForm(SessionClicks clicks, SessionsInReach reach) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) switch
        {
            null => SessionClicks.Unknown,
            { MayConvene: false } found => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table)),
            var found when !reach.IsToCome(found.Session) => clicks.Show(found, click),
            var found => new CardAnswer.Card(ChangeSessionCard.Move(
                found.Session, found.Table, found.Roster.Zone, WhenInputs.Of(found.Session, found.Roster.Zone), [])),
        };
}

/// <summary>sessions.move: another time or place, told to everybody.</summary>
public sealed class MoveClick(SessionClicks clicks, MoveSession move) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        var typed = WhenInputs.Read(click.Text);
        var change = await move.Run(found.Actor, found.Session.Id, typed.ToTime(), cancel);
        return ChangeAnswers.Of(
            change, found,
            done => clicks.Show(
                found with { Session = done.Session }, click,
                ReferenceEquals(done.Session, done.Before) ? SessionTexts.Unchanged : SessionTexts.Moved(done.Session, found.Roster.Zone)),
            refused => new CardAnswer.Card(ChangeSessionCard.Move(
                refused.Session, found.Table, found.Roster.Zone, typed, refused.Problems)));
    }
}

/// <summary>sessions.cancelform: the question, and the reason.</summary>
public sealed class OpenCancelForm(SessionClicks clicks, SessionsInReach reach) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) switch
        {
            null => SessionClicks.Unknown,
            { MayConvene: false } found => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table)),
            var found when !reach.IsToCome(found.Session) => clicks.Show(found, click),
            var found => new CardAnswer.Card(ChangeSessionCard.Cancel(found.Session, found.Table, found.Roster.Zone)),
        };
}

/// <summary>sessions.cancel: called off, told to everybody.</summary>
public sealed class CancelClick(SessionClicks clicks, CancelSession cancelSession) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        var reason = click.Text(SessionKeys.Reason);
        var change = await cancelSession.Run(found.Actor, found.Session.Id, reason, cancel);
        return ChangeAnswers.Of(
            change, found,
            done => clicks.Show(found with { Session = done.Session }, click, SessionTexts.CancelledNow),
            refused => new CardAnswer.Card(ChangeSessionCard.Cancel(
                refused.Session, found.Table, found.Roster.Zone, reason, refused.Problems[0])));
    }
}
