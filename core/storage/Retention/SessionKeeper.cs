using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Retention;
using Concertation.Domain.Sessions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>
/// What people answered goes some time after the session or the poll; what a session's record says, long after. Attendance,
/// proxies and déports stay: the register's outcomes are rechecked with them.
/// </summary>
internal sealed class SessionKeeper(IRowStore rows, TimeProvider clock) : RecordKeeper
{
    private static readonly string[] Answers = ["reply|", "replyhistory|", "suggestion|", "read|"];
    private static readonly string[] Texts = ["minutestext|", "minutesversion|", "amendment|"];
    private static readonly string[] PollAnswers = ["answer|", "trace|"];
    private static readonly string[] CalendarLinks = ["feed|", "feedof|"];

    public override string Table => Partitions.Sessions;

    public override async ValueTask<(RecordKind Kind, DateTimeOffset At)?> Old(
        Row row, TerritoryId territory, BeforeOf before, CancellationToken cancel)
    {
        RecordKind? kind = IsAnswer(row) ? RecordKind.Answers : IsText(row) ? RecordKind.Minutes : null;
        return kind is { } which && await Over(row, territory, cancel) is { } at && at < before(which) ? (which, at) : null;
    }

    public override Task Purge(Row row, OldRecord old, CancellationToken cancel) => Delete(rows, row, cancel);

    public override async ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel)
    {
        if (IsOf(row, "out|") || row.Text() is not { } text)
        {
            return null;
        }

        var record = (JsonObject)JsonNode.Parse(text)!;
        var own = named.Is(record, "By") || named.Is(record, "Person");
        if (IsOf(row, CalendarLinks))
        {
            return new(HoldingKind.Calendar, own, Stays: !own);
        }

        if (!IsAnswer(row))
        {
            return new(HoldingKind.Session, own, Stays: true);
        }

        // What people still count on is erased once it is over.
        return new(HoldingKind.Answer, own, Stays: !own || await Over(row, named.Subject.Territory, cancel) is null);
    }

    public override Task Erase(Row row, Named named, CancellationToken cancel) => Delete(rows, row, cancel);

    private static bool IsAnswer(Row row) => IsPoll(row) ? IsOf(row, PollAnswers) : IsOf(row, Answers);

    private static bool IsText(Row row) =>
        !IsPoll(row) && (IsOf(row, Texts) || row.Key.Split('|') is ["meet", _, "note" or "guest", ..]);

    private static bool IsPoll(Row row) => row.Partition.Contains("|poll|", StringComparison.Ordinal);

    /// <summary>When the session, or the poll, that the row is about was over; null while it isn't.</summary>
    private async Task<DateTimeOffset?> Over(Row row, TerritoryId territory, CancellationToken cancel)
    {
        if (IsPoll(row))
        {
            var head = await rows.Get(new(Table, row.Partition, "head"), cancel);
            return head?.Read(StorageJson.Default.DatePoll) is { } poll && !poll.TakesAnswers(clock.GetUtcNow()) ? poll.LastEnd : null;
        }

        var session = (await rows.Get(new(Table, territory.Value, $"session|{row.Key.Split('|')[1]}"), cancel))?.Read(StorageJson.Default.Session);
        return session is not null && session.End < clock.GetUtcNow() ? session.End : null;
    }
}
