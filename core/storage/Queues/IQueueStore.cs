namespace Concertation.Storage.Queues;

/// <summary>The queue seam, shaped like Azure Storage Queues. Delivery is at least once, in no promised order.</summary>
public interface IQueueStore
{
    /// <summary>Puts a message (UTF-8 text, at most 48 KiB) that becomes visible after the delay (0 to 7 days).</summary>
    Task Send(string queue, string body, TimeSpan delay, CancellationToken cancel);

    /// <summary>
    /// Takes up to <paramref name="max"/> (1 to 32) visible messages and hides them for
    /// <paramref name="visibility"/>; their dequeue count is already raised.
    /// </summary>
    Task<IReadOnlyList<QueueMessage>> Receive(string queue, int max, TimeSpan visibility, CancellationToken cancel);

    /// <summary>Deletes a message with its latest receipt; false when it is gone or another receiver has taken it since.</summary>
    Task<bool> Delete(string queue, QueueMessage message, CancellationToken cancel);

    /// <summary>Moves a message that failed too often to "{queue}-poison", in one step; nothing when its receipt is stale.</summary>
    Task Poison(string queue, QueueMessage message, CancellationToken cancel);
}

/// <summary>A received message. Receipt changes at each receive.</summary>
public sealed record QueueMessage(string Id, string Receipt, int DequeueCount, string Body);
