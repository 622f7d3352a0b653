using System.Globalization;
using Concertation.Storage.Queues;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// Queues in the one file. Messages stay until they are deleted. A receiver that finds nothing writes nothing.
/// </summary>
/// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file can't be read or written.</exception>
public sealed class SqliteQueueStore(SqliteFile file, TimeProvider clock) : IQueueStore
{
    public Task Send(string queue, string body, TimeSpan delay, CancellationToken cancel)
    {
        QueueRules.CheckSend(queue, body, delay);
        var visible = (clock.GetUtcNow() + delay).UtcTicks;
        return file.Write(
            link => link.SendMessage.Bind(1, queue).Bind(2, visible).Bind(3, link.NextVersion()).Bind(4, body).Run(), cancel);
    }

    public async Task<IReadOnlyList<QueueMessage>> Receive(
        string queue, int max, TimeSpan visibility, CancellationToken cancel)
    {
        QueueRules.CheckReceive(queue, max, visibility);
        var now = clock.GetUtcNow();
        return AnyVisible(queue, now)
            ? await file.Write(link => Take(link, queue, max, now, now + visibility), cancel)
            : [];
    }

    public Task<bool> Delete(string queue, QueueMessage message, CancellationToken cancel)
    {
        QueueRules.CheckName(queue);
        var (id, receipt) = Parse(message);
        return file.Write(link => link.DeleteMessage.Bind(1, id).Bind(2, queue).Bind(3, receipt).Run(), cancel);
    }

    /// <summary>Does nothing when another receiver has taken the message since: it is theirs to judge.</summary>
    public Task Poison(string queue, QueueMessage message, CancellationToken cancel)
    {
        QueueRules.CheckName(queue);
        var (id, receipt) = Parse(message);
        var now = clock.GetUtcNow().UtcTicks;
        return file.Write(
            link => link.MoveMessage.Bind(1, id).Bind(2, queue).Bind(3, receipt)
                .Bind(4, queue + QueueRules.PoisonSuffix).Bind(5, now).Bind(6, link.NextVersion()).Run(),
            cancel);
    }

    private bool AnyVisible(string queue, DateTimeOffset now)
    {
        var link = file.Rent();
        try
        {
            return link.AnyVisible.Bind(1, queue).Bind(2, now.UtcTicks).Step();
        }
        finally
        {
            link.AnyVisible.Reset();
            file.Return(link);
        }
    }

    private static List<QueueMessage> Take(
        WriteLink link, string queue, int max, DateTimeOffset now, DateTimeOffset hiddenUntil)
    {
        var found = new List<(long Id, int Dequeues, string Body)>();
        var find = link.FindMessages.Bind(1, queue).Bind(2, now.UtcTicks).Bind(3, max);
        while (find.Step())
        {
            found.Add((find.Number(0), (int)find.Number(1), find.Text(2)));
        }

        return found.ConvertAll(message =>
        {
            var receipt = link.NextVersion();
            link.TakeMessage.Bind(1, message.Id).Bind(2, hiddenUntil.UtcTicks).Bind(3, receipt).Run();
            return new QueueMessage(Text(message.Id), Text(receipt), message.Dequeues + 1, message.Body);
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static (long Id, long Receipt) Parse(QueueMessage message) =>
        (long.Parse(message.Id, CultureInfo.InvariantCulture), long.Parse(message.Receipt, CultureInfo.InvariantCulture));
}
