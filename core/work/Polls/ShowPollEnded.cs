using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Polls;
using Concertation.Work.Notices;

namespace Concertation.Work.Polls;

/// <summary>
/// Draws anew, in people's own conversations, the cards that asked them for dates: none goes on asking once the poll has ended.
/// A card that can't be reached stays as it is: pressed, it says the same.
/// </summary>
public sealed class ShowPollEnded(
    IDatePolls polls, INotices notices, IChatAddresses addresses, ConnectorClient connector, TimeProvider clock) : IEffectHandler
{
    private const int AtOnce = 8;

    public EffectKind Kind => EffectKind.PollEnded;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await polls.Whole(run.Aggregate.Territory, PollId.From(run.Aggregate.Id), cancel) is not { } polled
            || polled.Poll.Value is not { State: not PollState.Open } poll || run.Roster.TableOf(poll.Table) is not { } table)
        {
            return;
        }

        var seats = PollBoard.SeatsOf(polled, table, run.Roster).ToDictionary(s => s.Seat.Id);
        await Parallel.ForEachAsync(
            (await notices.Of(run.Aggregate, cancel)).Select(n => n.Value).Where(IsQuestion),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (notice, stop) =>
            {
                if (notice.Seat is { } id && seats.TryGetValue(id, out var seat) && seat.Mandate?.Allows(notice.Recipient) == true)
                {
                    await Draw(notice, PollAnswerCard.Of(new SeatPoll(poll, table, seat.Seat, seat.Answer, run.Roster), clock.GetUtcNow()), stop);
                }
            });
    }

    private static bool IsQuestion(Notice notice) =>
        notice is { State: NoticeState.Delivered, Road: Road.Chat, ActivityId: not null, Why: EffectKind.PollOpened or EffectKind.PollReminder };

    private async Task Draw(Notice notice, AdaptiveCard card, CancellationToken cancel)
    {
        if (await addresses.Of(notice.Territory, notice.Recipient, cancel) is { Conversation: { } conversation } address)
        {
            await connector.Update(
                new(address.ServiceUrl, conversation, address.BotId, address.Tenant), notice.ActivityId!,
                new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.Card(CardJson.Element(card))] }, cancel);
        }
    }
}
