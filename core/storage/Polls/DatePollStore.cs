using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Polls;

/// <summary>
/// A poll stands in its own partition "{territory}|poll|{id}" of the table Sessions: "answer|{seat}" (standing answer),
/// "head", "trace|{seat}|{operation}" (every answer given), and the outbox. The partition of the territory's sessions
/// holds "poll|{newest first}|{id}" for each open one, so that a list of sessions shows it without leaving its partition.
/// </summary>
internal sealed class DatePollStore(IRowStore rows) : IDatePolls
{
    private const string Head = "head";
    private const string Answers = "answer|";
    private const string Listing = "poll|";

    /// <summary>Answers and head stand side by side, so that one query reads both.</summary>
    private static readonly RowRange AnswersAndHead = new(Answers, "heae");

    public async Task<Versioned<DatePoll>?> Get(TerritoryId territory, PollId poll, CancellationToken cancel)
    {
        var row = await rows.Get(At(territory, poll, Head), cancel);
        return row is null ? null : new Versioned<DatePoll>(row.Read(StorageJson.Default.DatePoll), row.ETag);
    }

    public async Task<PolledDates?> Whole(TerritoryId territory, PollId poll, CancellationToken cancel)
    {
        Versioned<DatePoll>? head = null;
        var answers = new List<PollAnswer>();
        await foreach (var row in rows.Query(Partitions.Sessions, Partitions.Of(territory, poll), AnswersAndHead, cancel))
        {
            if (row.Key == Head)
            {
                head = new Versioned<DatePoll>(row.Read(StorageJson.Default.DatePoll), row.ETag);
            }
            else
            {
                answers.Add(row.Read(StorageJson.Default.PollAnswer));
            }
        }

        return head is null ? null : new PolledDates(head, answers);
    }

    public async Task<IReadOnlyList<DatePoll>> Listed(TerritoryId territory, CancellationToken cancel)
    {
        var listed = new List<DatePoll>();
        await foreach (var row in rows.Query(Partitions.Sessions, territory.Value, RowRange.StartingWith(Listing), cancel))
        {
            listed.Add(row.Read(StorageJson.Default.DatePoll));
        }

        return listed;
    }

    public async Task<bool> Create(DatePoll poll, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        if (await Get(poll.Territory, poll.Id, cancel) is not null)
        {
            return false;
        }

        // Listed first: a poll that was sent to people and stands in no list would be lost to its convener.
        await List(poll, cancel);
        return await Commit(poll, new RowChange.Insert(Head, BodyOf(poll)), effects, cancel);
    }

    public Task<bool> Save(Versioned<DatePoll> poll, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(poll.Value, new RowChange.Put(Head, BodyOf(poll.Value), poll.Version), effects, cancel);

    public Task List(DatePoll poll, CancellationToken cancel) => rows.Commit(
        Partitions.Sessions, poll.Territory.Value,
        [
            poll.State == PollState.Open
                ? new RowChange.Put(ListingOf(poll), BodyOf(poll))
                : new RowChange.Delete(ListingOf(poll), "*"),
        ],
        cancel);

    public async Task<Versioned<PollAnswer>?> AnswerOf(
        TerritoryId territory, PollId poll, SeatId seat, CancellationToken cancel)
    {
        var row = await rows.Get(At(territory, poll, $"{Answers}{seat}"), cancel);
        return row is null ? null : new Versioned<PollAnswer>(row.Read(StorageJson.Default.PollAnswer), row.ETag);
    }

    public async Task<bool> SaveAnswer(
        TerritoryId territory, PollAnswer answer, string? version, CancellationToken cancel)
    {
        var (key, body) = ($"{Answers}{answer.Seat}", BodyOf(answer));
        RowChange[] changes =
        [
            version is null ? new RowChange.Insert(key, body) : new RowChange.Put(key, body, version),
            new RowChange.Put($"trace|{answer.Seat}|{answer.Operation}", body),
        ];
        return await rows.Commit(Partitions.Sessions, Partitions.Of(territory, answer.Poll), changes, cancel)
            is CommitOutcome.Done;
    }

    public async Task<IReadOnlyList<PollAnswer>> AnswerHistory(
        TerritoryId territory, PollId poll, SeatId seat, CancellationToken cancel)
    {
        var given = await rows.All(
            Partitions.Sessions, Partitions.Of(territory, poll), RowRange.StartingWith($"trace|{seat}|"), cancel);
        return [.. given.Select(row => row.Read(StorageJson.Default.PollAnswer)).OrderBy(a => a.At)];
    }

    private async Task<bool> Commit(
        DatePoll poll, RowChange head, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        RowChange[] changes = [head, .. Outbox.Rows(effects)];
        return await rows.Commit(Partitions.Sessions, Partitions.Of(poll.Territory, poll.Id), changes, cancel)
            is CommitOutcome.Done;
    }

    private static RowAddress At(TerritoryId territory, PollId poll, string key) =>
        new(Partitions.Sessions, Partitions.Of(territory, poll), key);

    private static string ListingOf(DatePoll poll) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Listing}{long.MaxValue - poll.OpenedAt.UtcTicks:D19}|{poll.Id}");

    private static Dictionary<string, object> BodyOf(DatePoll poll) => RowBody.Of(
        poll, StorageJson.Default.DatePoll, ("Table", poll.Table.Value), ("State", poll.State.ToString()));

    private static Dictionary<string, object> BodyOf(PollAnswer answer) =>
        RowBody.Of(answer, StorageJson.Default.PollAnswer, ("By", answer.By.Value), ("At", answer.At));
}
