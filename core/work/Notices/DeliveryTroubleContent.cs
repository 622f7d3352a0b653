using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Notices;

namespace Concertation.Work.Notices;

/// <summary>Lists to the pilote, at the moment it is sent, the messages of an aggregate that didn't go as they should.</summary>
public sealed class DeliveryTroubleContent(INotices notices) : INoticeContent
{
    public EffectKind Kind => EffectKind.DeliveryTrouble;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var why = Enum.Parse<EffectKind>(notice.Detail!);
        var troubled = (await notices.Of(notice.Aggregate, cancel))
            .Select(n => n.Value).Where(n => n.Why == why && SendNotices.IsTrouble(n))
            .DistinctBy(n => (n.Recipient, DeliveryTexts.Fate(n))).ToList();
        return troubled.Count == 0
            ? null
            : new(
                DeliveryCard.Of(roster, why, troubled),
                new($"Envois à surveiller : {DeliveryTexts.What(why)}", DeliveryCard.Plain(roster, why, troubled)));
    }
}
