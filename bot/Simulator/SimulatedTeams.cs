using System.Collections.Concurrent;
using System.Globalization;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Simulator;

/// <summary>
/// A strict stand-in for Teams, in memory: people, their conversations with the bot, and the Connector's refusals.
/// The HTTP side is <see cref="SimulatedConnector"/>; what people do is <see cref="SimulatedClient"/>.
/// </summary>
public sealed class SimulatedTeams(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SimulatedPerson> _people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SimulatedConversation> _conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SimulatedGroup> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Trouble> _troubles = new();
    private long _lastId;

    /// <summary>The bot's id in this Teams.</summary>
    public string BotId { get; init; } = "28:bot";

    /// <summary>The address of <see cref="SimulatedConnector"/>, known once its server listens.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The address of <see cref="SimulatedFiles"/>, known once its server listens.</summary>
    public string FilesUrl { get; set; } = "";

    /// <summary>The files people attached, by the last part of their addresses.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The channel the activities say they come from.</summary>
    public string ChannelId { get; init; } = "msteams";

    /// <summary>The bearer token the bot must send; null: none is asked for.</summary>
    public string? RequiredToken { get; set; }

    public IReadOnlyList<SimulatedPerson> People => [.. _people.Values.OrderBy(person => person.Id, StringComparer.Ordinal)];

    /// <summary>Adds someone, or changes what is known of them (bot installed, blocked …).</summary>
    public void Put(SimulatedPerson person) => _people[person.Id] = person;

    /// <summary>By Teams id or by Entra id; null for a stranger, and for a mail: the real one refuses those.</summary>
    public SimulatedPerson? Person(string id) =>
        _people.GetValueOrDefault(id)
        ?? _people.Values.FirstOrDefault(person => string.Equals(person.EntraId, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whose personal conversation this is.</summary>
    public SimulatedPerson? Owner(string conversationId) =>
        _people.Values.FirstOrDefault(
            person => string.Equals(person.ConversationId, conversationId, StringComparison.Ordinal));

    /// <summary>The conversation with someone, opened when first needed.</summary>
    public SimulatedConversation Conversation(SimulatedPerson person) =>
        _conversations.GetOrAdd(person.ConversationId, id => new SimulatedConversation(id));

    /// <summary>A group chat, a channel or a meeting's chat that the bot was added to, opened when first named.</summary>
    public SimulatedConversation Group(SimulatedGroup group)
    {
        _groups[group.Id] = group;
        return _conversations.GetOrAdd(group.Id, id => new SimulatedConversation(id));
    }

    /// <summary>Whether the bot may write into that conversation of several.</summary>
    public bool IsGroup(string conversationId) => _groups.ContainsKey(conversationId);

    /// <summary>A conversation that was opened, by its id.</summary>
    public SimulatedConversation? Conversation(string conversationId) =>
        _conversations.GetValueOrDefault(conversationId);

    /// <summary>The messages in someone's conversation with the bot.</summary>
    public IReadOnlyList<SimulatedMessage> Messages(string personId) =>
        Person(personId) is { } person ? Conversation(person).Messages : [];

    /// <summary>Every change in a conversation from its beginning; ends only when cancelled.</summary>
    public IAsyncEnumerable<SimulatedChange> Changes(string conversationId, CancellationToken cancel) =>
        _conversations.GetOrAdd(conversationId, id => new SimulatedConversation(id)).Changes(0, cancel);

    /// <summary>Makes the next requests to the Connector go wrong, that many times, after those already planned.</summary>
    public void GoWrong(Trouble trouble, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _troubles.Enqueue(trouble);
        }
    }

    /// <summary>The trouble planned for this request, if any.</summary>
    public Trouble? NextTrouble() => Weather.Next(_troubles.TryDequeue(out var trouble) ? trouble : null);

    /// <summary>The limits this Teams keeps to and what goes wrong in it.</summary>
    public SimulatedWeather Weather { get; } = new(clock);

    /// <summary>Now, for this Teams.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>An id as Teams gives them: milliseconds since 1970, each greater than the one before.</summary>
    public string NextId()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _lastId);
            var next = Math.Max(last + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (Interlocked.CompareExchange(ref _lastId, next, last) == last)
            {
                return next.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Puts a message into a conversation and returns its id.</summary>
    public string Add(SimulatedConversation conversation, Activity activity, bool fromBot)
    {
        var id = activity.Id ?? NextId();
        conversation.Add(new SimulatedMessage(id, 1, activity with { Id = id }, clock.GetUtcNow(), fromBot));
        return id;
    }
}

/// <summary>A conversation of several.</summary>
/// <param name="Type">groupChat or channel; a meeting's chat is a groupChat.</param>
public sealed record SimulatedGroup(string Id, string Type);
