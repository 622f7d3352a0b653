using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>Notices, whom weeks count them against, and what waited until the same moment.</summary>
internal sealed class NoticeKeeper(IRowStore rows) : RecordKeeper
{
    public override string Table => Partitions.Notices;

    public override ValueTask<(RecordKind Kind, DateTimeOffset At)?> Old(
        Row row, TerritoryId territory, BeforeOf before, CancellationToken cancel) =>
        new(Ended(row) is { } at && at < before(RecordKind.Notices) ? (RecordKind.Notices, at) : null);

    public override Task Purge(Row row, OldRecord old, CancellationToken cancel) => Delete(rows, row, cancel);

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel)
    {
        var own = row.Text() is null ? named.Is(row.Key.Split('|')[0]) : named.Is(NoticeOf(row).Recipient.Value);
        // One under way goes first: what it is about may bind the person.
        return new(new RowHolding(HoldingKind.Notice, own, Stays: row.Text() is not null && Ended(row) is null));
    }

    public override Task Erase(Row row, Named named, CancellationToken cancel) => Delete(rows, row, cancel);

    /// <summary>When it was over; null while it is under way.</summary>
    private static DateTimeOffset? Ended(Row row)
    {
        if (row.Text() is not null)
        {
            var notice = NoticeOf(row);
            return notice.State is NoticeState.Waiting or NoticeState.Sending or NoticeState.Uncertain ? null : notice.SentAt ?? notice.CreatedAt;
        }

        return row.Partition.Split('|') switch
        {
            [_, "week", var week] => ISOWeek.ToDateTime(
                int.Parse(week[..4], CultureInfo.InvariantCulture), int.Parse(week[6..], CultureInfo.InvariantCulture), DayOfWeek.Sunday) is var day
                ? new DateTimeOffset(day, TimeSpan.Zero) : null,
            [_, "from", var moment] => DateTimeOffset.ParseExact(
                moment, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            _ => null,
        };
    }

    private static Notice NoticeOf(Row row) => row.Read(StorageJson.Default.Notice);
}
