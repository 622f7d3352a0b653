using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Meetings;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Meetings;

/// <summary>
/// A command on the session being held: the one the group chat is about, else the one of today that the writer convenes;
/// of several of today those that the command makes sense for; asked when several are left.
/// </summary>
public abstract class HeldSessionCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, TimeProvider clock) : ITextCommand
{
    private static readonly TimeSpan Around = TimeSpan.FromHours(24);

    protected MeetingCards Cards => cards;

    protected IMeetings Meetings => meetings;

    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var candidates = await Candidates(turn, cancel);
        var meant = SessionsInReach.Meant(candidates, s => s, turn.Reading.Slots, turn.Roster.Zone);
        return await Fitting(meant.Count > 0 ? meant : candidates, cancel) switch
        {
            [] => Say.Only(MeetingTexts.NoneNow),
            [var only] => await With(turn, Found(turn, only), cancel),
            var several => Ask(turn, several),
        };
    }

    /// <summary>What the button of each session does when several may be meant.</summary>
    protected virtual string Verb => MeetingVerbs.Show;

    /// <summary>Whether the command makes sense for a session so far held; null before it begins.</summary>
    protected virtual bool Fits(SessionRun? run) => run is { IsRunning: true };

    protected abstract Task<IReadOnlyList<Say>> With(TextTurn turn, ClickedSession found, CancellationToken cancel);

    protected async Task<IReadOnlyList<Say>> Shown(
        TextTurn turn, ClickedSession found, CancellationToken cancel, string? news = null, string? problem = null) =>
        found.MayConvene
            ? Say.Only(await cards.Run(found, among: !turn.Caller.IsPersonal, cancel, news, problem))
            : Say.Only(Concertation.Microsoft365.Sessions.SessionTexts.NotAConvenerOf(found.Table));

    private static ClickedSession Found(TextTurn turn, Session session) =>
        new(turn.Actor, turn.Roster, session, turn.Roster.TableOf(session.Table)!, []);

    private IReadOnlyList<Say> Ask(TextTurn turn, IReadOnlyList<Session> several) =>
        Say.Only(SessionLists.Which(turn.Roster, MeetingTexts.WhichNow, several, Verb));

    // « fin de séance » means the one under way, not the one that ended an hour ago; where none fits, the command says why.
    private async Task<IReadOnlyList<Session>> Fitting(IReadOnlyList<Session> several, CancellationToken cancel)
    {
        if (several.Count < 2)
        {
            return several;
        }

        var fitting = new List<Session>();
        foreach (var session in several)
        {
            var run = await meetings.RunOf(session.Territory, session.Id, cancel);
            fitting.AddRange(Fits(run?.Value.AsOf(session, clock.GetUtcNow())) ? [session] : Array.Empty<Session>());
        }

        return fitting.Count > 0 ? fitting : several;
    }

    private async Task<IReadOnlyList<Session>> Candidates(TextTurn turn, CancellationToken cancel)
    {
        var territory = turn.Roster.Territory.Id;
        if (!turn.Caller.IsPersonal
            && await meetings.HeldIn(territory, turn.Caller.Conversation.ConversationId, cancel) is { } bound
            && await sessions.Get(territory, bound, cancel) is { Value: var held }
            && (held.End - clock.GetUtcNow()).Duration() < Around && turn.Roster.TableOf(held.Table) is not null)
        {
            return [held];
        }

        return
        [
            .. (await sessions.All(territory, cancel)).Where(s =>
                s.State == SessionState.Convened && (s.Start - clock.GetUtcNow()).Duration() < Around
                && turn.Roster.TableOf(s.Table) is { } table && turn.Roster.MayConvene(turn.Actor.Id, table)),
        ];
    }
}
