using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Meetings;
using Concertation.Work.Links;
using Concertation.Work.Notices;
using Concertation.Work.Votes;

namespace Concertation.Work.Sessions;

/// <summary>
/// A seat got another's proxy for a session, or has it no more: whoever comes for the holder is told, and who gave it where
/// somebody else ended it.
/// </summary>
internal abstract class TellSessionProxy(ISessions sessions, INotices notices, TimeProvider clock) : IEffectHandler
{
    public abstract EffectKind Kind { get; }

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (ProxyEffects.Read(run.Effect.Detail) is not var (from, to, giver))
        {
            return;
        }

        var told = new List<(PersonId Person, SeatId Seat)>();
        if (BallotAudience.For(run.Roster, to) is { } holder)
        {
            told.Add((holder, to));
        }

        // The substitute who answered comes in the holder's place.
        if (await sessions.ReplyOf(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), to, cancel) is { } reply
            && run.Roster.Mandates.GetValueOrDefault(to)?.Substitute?.Id == reply.By)
        {
            told.Add((reply.By, to));
        }

        if (giver is { } gave && run.Roster.Mandates.GetValueOrDefault(from)?.Allows(gave) is true)
        {
            told.Add((gave, from));
        }

        await notices.Create([.. told.Distinct().Select(t => Notify.Of(run.Aggregate, run.Effect, t.Person, t.Seat, clock.GetUtcNow()))], cancel);
    }
}

internal sealed class TellSessionProxyGiven(ISessions sessions, INotices notices, TimeProvider clock) : TellSessionProxy(sessions, notices, clock)
{
    public override EffectKind Kind => EffectKind.SessionProxyGiven;
}

internal sealed class TellSessionProxyEnded(ISessions sessions, INotices notices, TimeProvider clock) : TellSessionProxy(sessions, notices, clock)
{
    public override EffectKind Kind => EffectKind.SessionProxyEnded;
}

/// <summary>What they read; dropped where the proxy has changed again since, or the session is over.</summary>
internal abstract class SessionProxyNotice(ISessions sessions, IMeetings meetings, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public abstract EffectKind Kind { get; }

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        if (ProxyEffects.Read(notice.Detail) is not var (from, to, _) || notice.Seat is not { } seat
            || await sessions.Get(notice.Territory, id, cancel) is not { Value: var session } || !session.IsOpen(clock.GetUtcNow())
            || roster.TableOf(session.Table) is not { } table
            || table.Seats.FirstOrDefault(s => s.Id == from) is not { } giver || table.Seats.FirstOrDefault(s => s.Id == to) is not { } holder
            || (await meetings.Proxies(notice.Territory, id, cancel)).Any(p => p.From == from && p.To == to) != Stands)
        {
            return null;
        }

        var url = links.UrlFor(new PersonalLink(
            notice.Territory, LinkPurpose.Reply, id.Value, seat, notice.Recipient, session.End.AddDays(60)));
        return Say(new ProxyNews(session, table, roster, giver, holder), roster.PersonOf(notice.Recipient)?.Name, url);
    }

    /// <summary>Whether the proxy must be there for the news to be true.</summary>
    protected abstract bool Stands { get; }

    protected abstract NoticeContent Say(ProxyNews news, string? name, string url);
}

internal sealed class SessionProxyGivenNotice(ISessions sessions, IMeetings meetings, PersonalLinks links, TimeProvider clock)
    : SessionProxyNotice(sessions, meetings, links, clock)
{
    public override EffectKind Kind => EffectKind.SessionProxyGiven;

    protected override bool Stands => true;

    protected override NoticeContent Say(ProxyNews news, string? name, string url) =>
        new(ProxyNotices.Given(news), new(ProxyNotices.GivenSubject(news), ProxyNotices.GivenLetter(news, name, url)));
}

internal sealed class SessionProxyEndedNotice(ISessions sessions, IMeetings meetings, PersonalLinks links, TimeProvider clock)
    : SessionProxyNotice(sessions, meetings, links, clock)
{
    public override EffectKind Kind => EffectKind.SessionProxyEnded;

    protected override bool Stands => false;

    protected override NoticeContent Say(ProxyNews news, string? name, string url) =>
        new(ProxyNotices.Ended(news), new(ProxyNotices.EndedSubject(news), ProxyNotices.EndedLetter(news, name, url)));
}
