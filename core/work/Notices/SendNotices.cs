using System.Collections.Concurrent;
using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Notices;

/// <summary>
/// Sends an aggregate's waiting notices, each by chat, else by mail. A try is claimed in storage before it starts, so
/// that two senders don't both send, and a crash in the middle is seen as an unknown outcome: sent once more (rule 11).
/// What can wait isn't sent in quiet hours. What waited for one moment goes to a person as one letter.
/// </summary>
public sealed partial class SendNotices(
    INotices notices, IEnumerable<INoticeContent> contents, ChatRoad chat, MailRoad mail, IRelay relay,
    TimeProvider clock, ILogger<SendNotices> log)
{
    /// <summary>A try that has not ended by then is taken for one of unknown outcome.</summary>
    internal static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(2);

    /// <summary>How long after an answer that left the outcome unknown it is sent once more.</summary>
    internal static readonly TimeSpan SecondTry = TimeSpan.FromMilliseconds(500);

    // Enough to use the 50 requests a second that Teams allows when each takes half a second; few enough that an
    // answer to somebody's own click waits less than a second behind them. The connector's pace keeps the limit.
    private const int AtOnce = 32;

    // Two aggregates whose letters leave together don't each send the other's: whoever comes first takes both.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, AtOnce).Select(_ => new SemaphoreSlim(1))];
    private readonly Dictionary<EffectKind, INoticeContent> _contents = contents.ToDictionary(c => c.Kind);
    private readonly ConcurrentDictionary<Aggregate, DateTimeOffset> _comingBack = new();

    public async Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel)
    {
        var settled = await SendDue(aggregate, roster, cancel);
        if (await TellPilot(aggregate, [.. settled.Where(IsTrouble)], roster, cancel))
        {
            await SendDue(aggregate, roster, cancel);
        }

        await ComeBack(aggregate, roster, cancel);
    }

    /// <summary>Tries every notice that is due and gives them as they were left.</summary>
    private async Task<IReadOnlyCollection<Notice>> SendDue(Aggregate aggregate, Roster roster, CancellationToken cancel)
    {
        var settled = new ConcurrentBag<Notice>();
        var now = clock.GetUtcNow();
        await Parallel.ForEachAsync(
            (await notices.Of(aggregate, cancel)).Where(n => DueAt(n.Value, roster, now) <= now),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (notice, stop) =>
            {
                if (await SendOnceOrTwice(notice, roster, stop) is { } end)
                {
                    settled.Add(end);
                }
            });
        return settled;
    }

    /// <summary>When it is to be tried, seen from now; null when never again.</summary>
    private static DateTimeOffset? DueAt(Notice notice, Roster roster, DateTimeOffset now)
    {
        DateTimeOffset? due = notice.State switch
        {
            NoticeState.Waiting => notice.NotBefore ?? notice.CreatedAt,
            NoticeState.Uncertain => notice.SentAt + SecondTry,
            NoticeState.Sending => notice.SentAt + LongestTry,
            _ => null,
        };
        if (due is not { } at || !Urgency.CanWait(notice.Why))
        {
            return due;
        }

        // A session tonight doesn't wait for tomorrow morning.
        var open = roster.Territory.QuietHours.OpenFrom(at > now ? at : now, roster.Zone);
        return notice.NeededBy is { } by && open >= by ? due : open;
    }

    /// <summary>The second try of an unknown outcome doesn't wait for everybody else's first.</summary>
    private async Task<Notice?> SendOnceOrTwice(Versioned<Notice> found, Roster roster, CancellationToken cancel)
    {
        var settled = await SendOne(found, roster, cancel);
        if (settled is not { Value: { State: NoticeState.Uncertain } uncertain })
        {
            return settled?.Value;
        }

        await Task.Delay(SecondTry, clock, cancel);
        return DueAt(uncertain, roster, clock.GetUtcNow()) <= clock.GetUtcNow()
            ? (await SendOne(settled, roster, cancel))?.Value ?? uncertain
            : uncertain;
    }

    private async Task<Versioned<Notice>?> SendOne(Versioned<Notice> found, Roster roster, CancellationToken cancel)
    {
        if (found.Value.NotBefore is null)
        {
            return await SendNow(found, roster, cancel);
        }

        var turn = _turns[(uint)found.Value.Recipient.GetHashCode() % AtOnce];
        await turn.WaitAsync(cancel);
        try
        {
            return await SendNow(found, roster, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Versioned<Notice>?> SendNow(Versioned<Notice> found, Roster roster, CancellationToken cancel)
    {
        var notice = found.Value;
        if (notice.State == NoticeState.Sending && notice.UnknownOutcomes > 0)
        {
            return await Settle(
                found, notice with { State = NoticeState.LeftUncertain, UnknownOutcomes = notice.UnknownOutcomes + 1 }, cancel);
        }

        return await Claim(found, cancel) is { } claimed
            ? await Settle(claimed, await Try(claimed.Value, roster, cancel), cancel)
            : null;
    }

    /// <summary>Null when another sender has it.</summary>
    private Task<Versioned<Notice>?> Claim(Versioned<Notice> found, CancellationToken cancel) => notices.Save(
        found.With(found.Value with
        {
            State = NoticeState.Sending,
            Tries = found.Value.Tries + 1,
            UnknownOutcomes = found.Value.UnknownOutcomes + (found.Value.State == NoticeState.Sending ? 1 : 0),
            SentAt = clock.GetUtcNow(),
        }),
        cancel);

    private async Task<Notice> Try(Notice notice, Roster roster, CancellationToken cancel) =>
        await Render(notice, roster, cancel) switch
        {
            (_, { } content) => await ByARoad(notice, content, roster, cancel),
            (var why, null) => notice with { State = NoticeState.Dropped, ChatRefusal = why ?? notice.ChatRefusal },
        };

    /// <summary>What to say; without it, why the person must no longer get it where there is a reason to tell.</summary>
    private async Task<(string? Unwanted, NoticeContent? Content)> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        !_contents.TryGetValue(notice.Why, out var say) ? (null, null)
        : say.Unwanted(notice, roster) is { } why ? (why, null)
        : (null, await say.Render(notice, roster, cancel));

    private async Task<Notice> ByARoad(Notice notice, NoticeContent content, Roster roster, CancellationToken cancel)
    {
        var person = roster.PersonOf(notice.Recipient) ?? content.To;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).DateTime);
        await notices.CountSolicitation(notice, day, cancel);
        var byChat = await chat.Send(notice, person, content.Card, cancel);
        if (byChat.State != NoticeState.Failed)
        {
            return byChat;
        }

        return person?.Mail is null
            ? byChat
            : await ByMail(byChat, person, content.Mail, roster, cancel);
    }

    /// <summary>One letter with all that waited for the same moment: who isn't reached by chat for one isn't for the others.</summary>
    private async Task<Notice> ByMail(Notice notice, Person person, MailContent own, Roster roster, CancellationToken cancel)
    {
        var joined = await Joined(notice, own, roster, cancel);
        var sent = await mail.Send(notice, person, JointMail.Of([own, .. joined.Select(j => j.Mail)], person, roster), roster, cancel);
        foreach (var (other, _) in joined)
        {
            var settled = other.Value with { State = sent.State, Road = sent.Road, ChatRefusal = sent.ChatRefusal };
            if (await Settle(other, settled, cancel) is not null && IsTrouble(settled))
            {
                await TellPilot(settled.Aggregate, [settled], roster, cancel);
            }
        }

        return sent;
    }

    /// <summary>Claims what leaves with it. A letter holds one calendar file: what brings another goes by itself.</summary>
    private async Task<List<(Versioned<Notice> Claimed, MailContent Mail)>> Joined(
        Notice notice, MailContent own, Roster roster, CancellationToken cancel)
    {
        var joined = new List<(Versioned<Notice> Claimed, MailContent Mail)>();
        var now = clock.GetUtcNow();
        var dated = own.Calendar is not null;
        foreach (var other in (await notices.LeavingWith(notice, cancel)).Where(n => n.Value.UnknownOutcomes == 0 && DueAt(n.Value, roster, now) <= now))
        {
            if (await Render(other.Value, roster, cancel) is (_, { } content) && (content.Mail.Calendar is null || !dated)
                && await Claim(other, cancel) is { } claimed)
            {
                joined.Add((claimed, content.Mail));
                dated |= content.Mail.Calendar is not null;
            }
        }

        return joined;
    }

    /// <summary>Null when another sender changed it meanwhile: it is theirs then.</summary>
    private async Task<Versioned<Notice>?> Settle(Versioned<Notice> claimed, Notice settled, CancellationToken cancel)
    {
        Ended(settled.Id, settled.Why, settled.State, settled.Road, settled.ChatRefusal);
        return await notices.Save(claimed.With(settled), cancel);
    }

    /// <summary>
    /// Worth the pilote's eyes: nothing arrived for sure, it may have arrived twice, or chat was refused to someone who
    /// should have it.
    /// </summary>
    internal static bool IsTrouble(Notice notice) =>
        notice.Why != EffectKind.DeliveryTrouble
        && (notice.State is NoticeState.Failed or NoticeState.Uncertain or NoticeState.LeftUncertain
            || notice.UnknownOutcomes > 0
            || notice.ChatRefusal is not null and not ChatRoad.NoAccount);

    /// <summary>
    /// One message per kind, once a round of sending is over, so that it lists everybody concerned. Another follows only
    /// when something ended badly after it. False when there is nothing to tell.
    /// </summary>
    private async Task<bool> TellPilot(
        Aggregate aggregate, IReadOnlyList<Notice> troubled, Roster roster, CancellationToken cancel)
    {
        if (troubled.Count == 0)
        {
            return false;
        }

        var told = (await notices.Of(aggregate, cancel)).Select(n => n.Value).Where(n => n.Why == EffectKind.DeliveryTrouble).ToList();
        var news = new List<Notice>();
        foreach (var kind in troubled.GroupBy(n => n.Why))
        {
            var why = kind.Key.ToString();
            var before = told.Count(n => n.Detail == why);
            if (before == 0 || (kind.Any(EndedBadly) && told.TrueForAll(n => n.Detail != why || n.State != NoticeState.Waiting)))
            {
                var round = before == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{before + 1}");
                news.Add(Notify.Of(
                    aggregate, new Effect($"trouble.{why}{round}", EffectKind.DeliveryTrouble, aggregate.Id, why),
                    roster.Territory.Pilot, null, clock.GetUtcNow()));
            }
        }

        await notices.Create(news, cancel);
        return true;
    }

    private static bool EndedBadly(Notice notice) =>
        notice.State is NoticeState.Failed or NoticeState.LeftUncertain or NoticeState.Dropped || notice.Road == Road.Mail;

    /// <summary>Has the aggregate looked at again when its next notice is due.</summary>
    private async Task ComeBack(Aggregate aggregate, Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = (await notices.Of(aggregate, cancel)).Min(n => DueAt(n.Value, roster, now));
        // Looked at again and again through a night, it is asked for once.
        if (due is { } at && (!_comingBack.TryGetValue(aggregate, out var asked) || asked != at))
        {
            await relay.AnnounceAt(aggregate, at, cancel);
            _comingBack[aggregate] = at;
        }
        else if (due is null)
        {
            _comingBack.TryRemove(aggregate, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Notice {Id} ({Why}): {State} by {Road}, chat said {Refusal}")]
    private partial void Ended(string id, EffectKind why, NoticeState state, Road? road, string? refusal);
}
