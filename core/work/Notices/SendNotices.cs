using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Notices;

/// <summary>
/// Sends an aggregate's waiting notices, each by chat, else by mail. A try is claimed in storage before it starts, so
/// that two senders don't both send, and a crash in the middle is seen as an unknown outcome: sent once more (rule 11).
/// </summary>
public sealed partial class SendNotices(
    INotices notices, IEnumerable<INoticeContent> contents, ChatRoad chat, MailRoad mail, IRelay relay,
    TimeProvider clock, ILogger<SendNotices> log)
{
    /// <summary>A try that has not ended by then is taken for one of unknown outcome.</summary>
    internal static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(2);

    private readonly Dictionary<EffectKind, INoticeContent> _contents = contents.ToDictionary(c => c.Kind);

    public async Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel)
    {
        var all = await notices.Of(aggregate, cancel);
        // Different people don't wait for each other; four at a time keeps well under the channel's limits.
        await Parallel.ForEachAsync(
            all.Where(n => IsDue(n.Value)), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel },
            async (notice, stop) => await SendOne(notice, roster, stop));
        if ((await notices.Of(aggregate, cancel)).Any(n => n.Value.State is NoticeState.Uncertain or NoticeState.Sending))
        {
            await relay.AnnounceAt(aggregate, clock.GetUtcNow() + LongestTry, cancel);
        }
    }

    private bool IsDue(Notice notice) => notice.State switch
    {
        NoticeState.Waiting => true,
        NoticeState.Uncertain or NoticeState.Sending => clock.GetUtcNow() - notice.SentAt >= LongestTry,
        _ => false,
    };

    private async Task SendOne(Versioned<Notice> found, Roster roster, CancellationToken cancel)
    {
        var notice = found.Value;
        if (notice.State == NoticeState.Sending && notice.UnknownOutcomes > 0)
        {
            await Settle(found, n => n with { State = NoticeState.LeftUncertain, UnknownOutcomes = n.UnknownOutcomes + 1 }, roster, cancel);
            return;
        }

        var claimed = await notices.Save(
            found.With(notice with
            {
                State = NoticeState.Sending,
                Tries = notice.Tries + 1,
                UnknownOutcomes = notice.UnknownOutcomes + (notice.State == NoticeState.Sending ? 1 : 0),
                SentAt = clock.GetUtcNow(),
            }),
            cancel);
        if (claimed is null)
        {
            return;
        }

        var content = _contents.TryGetValue(notice.Why, out var say) ? await say.Render(claimed.Value, roster, cancel) : null;
        var sent = content is null
            ? claimed.Value with { State = NoticeState.Dropped }
            : await ByARoad(claimed.Value, content, roster, cancel);
        await Settle(claimed, _ => sent, roster, cancel);
    }

    private async Task<Notice> ByARoad(Notice notice, NoticeContent content, Roster roster, CancellationToken cancel)
    {
        var person = roster.PersonOf(notice.Recipient);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).DateTime);
        await notices.CountSolicitation(notice, day, cancel);
        var byChat = await chat.Send(notice, person, content.Card, cancel);
        if (byChat.State != NoticeState.Failed)
        {
            return byChat;
        }

        return person?.Mail is null
            ? byChat
            : await mail.Send(byChat, person, content.Mail, roster, cancel);
    }

    private async Task Settle(
        Versioned<Notice> claimed, Func<Notice, Notice> change, Roster roster, CancellationToken cancel)
    {
        var settled = change(claimed.Value);
        await notices.Save(claimed.With(settled), cancel);
        Ended(settled.Id, settled.Why, settled.State, settled.Road, settled.ChatRefusal);
        if (settled.Why != EffectKind.DeliveryTrouble && IsTrouble(settled))
        {
            await TellPilot(settled, roster, cancel);
        }
    }

    /// <summary>Worth the pilote's eyes: nothing arrived for sure, or chat was refused to someone who should have it.</summary>
    internal static bool IsTrouble(Notice notice) =>
        notice.State is NoticeState.Failed or NoticeState.Uncertain or NoticeState.LeftUncertain
        || notice.ChatRefusal is not null and not ChatRoad.NoAccount;

    private Task TellPilot(Notice notice, Roster roster, CancellationToken cancel)
    {
        // One notice per aggregate and kind of message, whatever the number of people concerned: it lists them all.
        var effect = new Effect($"trouble.{notice.Why}", EffectKind.DeliveryTrouble, notice.Aggregate.Id, notice.Why.ToString());
        relay.Nudge(notice.Aggregate);
        return notices.Create(
            [Notify.Of(notice.Aggregate, effect, roster.Territory.Pilot, null, clock.GetUtcNow())], cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Notice {Id} ({Why}): {State} by {Road}, chat said {Refusal}")]
    private partial void Ended(string id, EffectKind why, NoticeState state, Road? road, string? refusal);
}
