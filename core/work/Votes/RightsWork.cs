using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Links;
using Concertation.Work.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Votes;

/// <summary>What follows from déports and proxies.</summary>
internal static class RightsWork
{
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddSingleton<ChangeRights>()
        .AddSingleton<RecuseSeat>()
        .AddSingleton<TakeRecusalBack>()
        .AddSingleton<GiveBallotProxy>()
        .AddSingleton<FollowSession>()
        .AddSingleton<ShowElectors>()
        .AddSingleton<RecuseFromItem>()
        .AddSingleton<IEffectHandler, FollowRights>()
        .AddSingleton<IEffectHandler, FollowAtOpening>()
        .AddSingleton<IEffectHandler, KeepRecusal>()
        .AddSingleton<IEffectHandler, ForgetRecusal>()
        .AddSingleton<IEffectHandler, TellProxy>()
        .AddSingleton<INoticeContent, ProxyContent>()
        .AddSingleton<INoticeContent, RecusedContent>()
        .AddSingleton<INoticeContent, ReturnedContent>();
}

/// <summary>Déports or proxies of a session changed: its open ballots follow.</summary>
internal sealed class FollowRights(FollowSession follow) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SessionRightsChanged;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        follow.Run(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel);
}

/// <summary>What was said of the session while the ballot was being opened on it is in it as well.</summary>
internal sealed class FollowAtOpening(IBallots ballots, FollowSession follow) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotOpened;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is { Value: { State: BallotState.Open } open })
        {
            await follow.Run(open, cancel);
        }
    }
}

/// <summary>
/// A seat is out of a ballot: on an agenda's item, the session's record has it for the minutes and the ballots to come; its
/// people are told unless they said it themselves.
/// </summary>
internal sealed class KeepRecusal(IBallots ballots, IMeetings meetings, IRelay relay, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SeatRecused;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var (territory, id) = (run.Aggregate.Territory, BallotId.From(run.Aggregate.Id));
        var seat = (await ballots.Electors(territory, id, cancel)).FirstOrDefault(e => e.Seat.Value == run.Effect.Detail);
        if (seat?.Recused is not { } recusal || await ballots.Get(territory, id, cancel) is not { Value: var ballot })
        {
            return;
        }

        if (ballot is { Session: { } session, Item: { } item })
        {
            var aggregate = new Aggregate(AggregateKind.Session, territory, session.Value);
            await relay.Announce(aggregate, cancel);
            await meetings.Recuse(new ItemRecusal(territory, session, item, recusal), cancel);
            relay.Nudge(aggregate);
        }

        if (BallotAudience.For(run.Roster, seat.Seat) is { } person && run.Roster.Mandates[seat.Seat].Allows(recusal.By) is false)
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, person, seat.Seat, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>
/// A déport was taken back: the session's record says nothing of it any more, unless its minutes are written; the seat's
/// people are told unless they took it back themselves.
/// </summary>
internal sealed class ForgetRecusal(IBallots ballots, IMeetings meetings, IMinutes minutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.RecusalTakenBack;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var (territory, id) = (run.Aggregate.Territory, BallotId.From(run.Aggregate.Id));
        var seat = (await ballots.Electors(territory, id, cancel)).FirstOrDefault(e => e.Seat.Value == run.Effect.Detail);
        // Out again meanwhile: the record is right as it stands.
        if (seat is not { Recused: null, TakenBack: [.., var back] } || await ballots.Get(territory, id, cancel) is not { Value: var ballot })
        {
            return;
        }

        if (ballot is { Session: { } session, Item: { } item } && await minutes.Head(territory, session, cancel) is null)
        {
            await meetings.TakeRecusalBack(territory, session, item, seat.Seat, cancel);
        }

        if (BallotAudience.For(run.Roster, seat.Seat) is { } person && !run.Roster.Mandates[seat.Seat].Allows(back.By))
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, person, seat.Seat, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>A seat got another's proxy: its people are told, with the vote to give.</summary>
internal sealed class TellProxy(IBallots ballots, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.ProxyGiven;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var electors = await ballots.Electors(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel);
        if (electors.FirstOrDefault(e => e.Seat.Value == run.Effect.Detail) is { Holder: { } holder } giver
            && BallotAudience.For(run.Roster, holder) is { } person)
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, person, giver.Seat, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>The vote to give for another seat. Taken back meanwhile, it isn't told any more.</summary>
internal sealed class ProxyContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public EffectKind Kind => EffectKind.ProxyGiven;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var (now, giver) = (clock.GetUtcNow(), notice.Seat!.Value);
        var shown = await show.Handle(
            notice.Territory, BallotId.From(notice.Aggregate.Id), giver, entraId: null, notice.Recipient, cancel);
        return shown is Ruling<SeatBallot>.Granted { Value: { Through: not null } seen } && !seen.Ballot.IsOver(now)
            ? new(
                VoteCard.Of(seen, now),
                new(RightsMails.ProxySubject(seen), RightsMails.Proxy(seen, roster.PersonOf(notice.Recipient)?.Name, links.ForVote(seen, notice.Recipient))))
            : null;
    }
}

/// <summary>A déport that somebody else noted.</summary>
internal sealed class RecusedContent(IBallots ballots) : INoticeContent
{
    public EffectKind Kind => EffectKind.SeatRecused;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = BallotId.From(notice.Aggregate.Id);
        var seat = (await ballots.Electors(notice.Territory, id, cancel)).FirstOrDefault(e => e.Seat == notice.Seat);
        return seat?.Recused is not null && await ballots.Get(notice.Territory, id, cancel) is { Value: var ballot }
            ? new(RightsMails.RecusedCard(ballot, seat), new(RightsMails.RecusedSubject(ballot), RightsMails.Recused(ballot, seat)))
            : null;
    }
}

/// <summary>A déport that somebody else took back: the vote to give. Out again meanwhile, or over, it isn't told any more.</summary>
internal sealed class ReturnedContent(ShowBallot show, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    public EffectKind Kind => EffectKind.RecusalTakenBack;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var shown = await show.Handle(
            notice.Territory, BallotId.From(notice.Aggregate.Id), notice.Seat!.Value, entraId: null, notice.Recipient, cancel);
        return shown is Ruling<SeatBallot>.Granted { Value: { Elector.Recused: null } seen } && !seen.Ballot.IsOver(now)
            ? new(
                VoteCard.Of(seen, now),
                new(RightsMails.ReturnedSubject(seen.Ballot), RightsMails.Returned(seen, roster.PersonOf(notice.Recipient)?.Name, links.ForVote(seen, notice.Recipient))))
            : null;
    }
}
