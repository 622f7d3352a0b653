using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Storage.Queues;

namespace Concertation.Work.Notices;

/// <summary>Puts "look at this aggregate" on the queue, and nudges this process's own loop to look at once.</summary>
public sealed class Relay(IQueueStore queue, TimeProvider clock) : IRelay
{
    public const string Queue = "aggregates";

    /// <summary>Long enough for the commit and the immediate relay; short enough that a crash is made good soon.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    private readonly ConcurrentDictionary<Aggregate, bool> _waiting = new();
    private readonly Channel<Aggregate> _nudges = Channel.CreateUnbounded<Aggregate>();

    internal ChannelReader<Aggregate> Nudges => _nudges.Reader;

    public Task Announce(Aggregate aggregate, CancellationToken cancel) =>
        queue.Send(Queue, LookAt.Write(aggregate, null), Grace, cancel);

    public Task AnnounceAt(Aggregate aggregate, DateTimeOffset when, CancellationToken cancel)
    {
        var delay = when - clock.GetUtcNow();
        // A queue holds a message back for seven days at most: what is due later comes by in between and goes on.
        return delay > LongestDelay
            ? queue.Send(Queue, LookAt.Write(aggregate, when), LongestDelay, cancel)
            : queue.Send(Queue, LookAt.Write(aggregate, when), delay > TimeSpan.Zero ? delay : TimeSpan.Zero, cancel);
    }

    /// <summary>Asked for again while it waits, it is looked at once: three hundred answers don't make three hundred looks.</summary>
    public void Nudge(Aggregate aggregate)
    {
        if (_waiting.TryAdd(aggregate, true))
        {
            _nudges.Writer.TryWrite(aggregate);
        }
    }

    /// <summary>The look begins: what changes from here on asks for another.</summary>
    internal void Taken(Aggregate aggregate) => _waiting.TryRemove(aggregate, out _);
}

/// <summary>The queue's message. Ids only.</summary>
internal sealed record LookAt(AggregateKind Kind, string Territory, string Id, DateTimeOffset? NotBefore)
{
    public Aggregate Aggregate => new(Kind, TerritoryId.From(Territory), Id);

    public static string Write(Aggregate aggregate, DateTimeOffset? notBefore) => JsonSerializer.Serialize(
        new LookAt(aggregate.Kind, aggregate.Territory.Value, aggregate.Id, notBefore), WorkJson.Default.LookAt);

    public static LookAt? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, WorkJson.Default.LookAt);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(LookAt))]
internal sealed partial class WorkJson : JsonSerializerContext;
