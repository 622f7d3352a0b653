using System.Text.Json;
using System.Text.Json.Serialization;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Storage.Queues;

namespace Concertation.Work.Calendar;

/// <summary>
/// Sessions whose calendar entry is to be looked at. A queue of its own, so that a Graph that doesn't answer holds up no
/// invitation.
/// </summary>
public sealed class CalendarQueue(IQueueStore queue, TimeProvider clock)
{
    public const string Name = "calendar";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    /// <summary>Long enough for the change's own try at once; short enough that a crash is made good soon.</summary>
    public Task Announce(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        queue.Send(Name, LookAtEntry.Write(territory, session), TimeSpan.FromSeconds(20), cancel);

    public Task AnnounceAt(TerritoryId territory, SessionId session, DateTimeOffset at, CancellationToken cancel)
    {
        var delay = at - clock.GetUtcNow();
        // Looking early does no harm.
        delay = delay < TimeSpan.Zero ? TimeSpan.Zero : delay > LongestDelay ? LongestDelay : delay;
        return queue.Send(Name, LookAtEntry.Write(territory, session), delay, cancel);
    }
}

/// <summary>The queue's message. Ids only.</summary>
internal sealed record LookAtEntry(string Territory, string Session)
{
    public static string Write(TerritoryId territory, SessionId session) => JsonSerializer.Serialize(
        new LookAtEntry(territory.Value, session.Value), CalendarJson.Default.LookAtEntry);

    public static LookAtEntry? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, CalendarJson.Default.LookAtEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(LookAtEntry))]
internal sealed partial class CalendarJson : JsonSerializerContext;
