using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concertation.Microsoft365.Connector;
using Concertation.Storage.Rows;

namespace ConcertationBot.Channel;

/// <summary>
/// Remembers which activities were handled, so that one sent again has no effect. Ids under way are kept in memory; a
/// row is written once the turn is done, so that a turn cut short may be tried again. Table <c>Turns</c>, partition
/// tenant and day of the activity, key the hash of conversation and activity id.
/// </summary>
public sealed class TurnLog(IRowStore rows, TimeProvider clock)
{
    private const string Table = "Turns";
    private const string NoTenant = "local";
    private const int RowsATransaction = 100;

    private readonly ConcurrentDictionary<RowAddress, bool> _underWay = new();

    /// <summary>
    /// Runs the turn unless this very activity was handled before or is being handled. True when it ran. An activity
    /// without an id can't be told from another and always runs.
    /// </summary>
    public async Task<bool> Once(Activity activity, Func<Task> turn, CancellationToken cancel)
    {
        if (Address(activity) is not { } address)
        {
            await turn();
            return true;
        }

        if (!_underWay.TryAdd(address, true))
        {
            return false;
        }

        try
        {
            if (await rows.Get(address, cancel) is not null)
            {
                return false;
            }

            await turn();

            // What the turn did is done, whether or not the caller still listens.
            await rows.Commit(address.Table, address.Partition, [new RowChange.Insert(address.Key, Row())], default);
            return true;
        }
        finally
        {
            _underWay.TryRemove(address, out _);
        }
    }

    /// <summary>Forgets a day's turns of a tenant; the channel no longer repeats what is days old.</summary>
    public async Task Forget(string? tenant, DateOnly day, CancellationToken cancel)
    {
        var partition = Partition(tenant, day);
        var old = new List<RowChange>();
        await foreach (var row in rows.Query(Table, partition, RowRange.All, cancel))
        {
            old.Add(new RowChange.Delete(row.Key, "*"));
        }

        foreach (var some in old.Chunk(RowsATransaction))
        {
            await rows.Commit(Table, partition, some, cancel);
        }
    }

    // The activity's own day, not today's: a repeat after midnight must find the row.
    private RowAddress? Address(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Id))
        {
            return null;
        }

        var day = DateOnly.FromDateTime((activity.Timestamp ?? clock.GetUtcNow()).UtcDateTime);
        var name = Encoding.UTF8.GetBytes($"{activity.Conversation?.Id}\n{activity.Id}");
        var key = Convert.ToHexStringLower(SHA256.HashData(name).AsSpan(0, 16));
        return new RowAddress(Table, Partition(activity.Tenant(), day), key);
    }

    private static string Partition(string? tenant, DateOnly day) =>
        $"{Plain(tenant)}-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    // Tenants are client-written when nothing is authenticated; keys bear letters, digits and dashes only.
    private static string Plain(string? tenant) =>
        tenant is { Length: > 0 and <= 64 } && tenant.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? tenant
            : NoTenant;

    private Dictionary<string, object> Row() => new(StringComparer.Ordinal) { ["At"] = clock.GetUtcNow() };
}
