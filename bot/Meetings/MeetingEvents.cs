using System.Text.Json;
using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;

namespace ConcertationBot.Meetings;

/// <summary>
/// What Teams tells of an online meeting whose chat has the bot: who joined and left fills the attendance of the session
/// that the chat is about. Source: MicrosoftDocs/msteams-docs, "Get real-time Teams meeting events".
/// </summary>
public sealed class MeetingEvents(IRosters rosters, ISessions sessions, IMeetings meetings, NoteMeetingJoin note, TimeProvider clock)
{
    private const string Join = "application/vnd.microsoft.meetingParticipantJoin";
    private const string Leave = "application/vnd.microsoft.meetingParticipantLeave";
    private static readonly TimeSpan Around = TimeSpan.FromHours(12);

    public async Task Handle(Activity activity, CancellationToken cancel)
    {
        if (activity.Name is not (Join or Leave) || ConversationReference.Of(activity) is not { } at)
        {
            return;
        }

        var people = People(activity.Value);
        foreach (var territory in (await rosters.All(cancel)).Where(t => t.Tenant is null || t.Tenant == activity.Tenant()))
        {
            if (people.Count > 0 && await About(territory.Id, new(at.ServiceUrl, at.ConversationId, at.BotId, at.TenantId), activity.Name == Join, cancel) is { } session)
            {
                await Note(territory.Id, session, people, activity.Name == Join, cancel);
            }
        }
    }

    private async Task Note(TerritoryId territory, SessionId session, IReadOnlyList<string> people, bool joined, CancellationToken cancel)
    {
        foreach (var entraId in people)
        {
            if (await rosters.Identify(territory, entraId, cancel) is { } person)
            {
                await note.Run(territory, session, person, joined, cancel);
            }
        }
    }

    /// <summary>
    /// The session the chat was said to be about, while its attendance is open; else the one whose meeting's address names
    /// this chat. A meeting that comes back each month keeps its chat: what was said of it last month holds no longer.
    /// </summary>
    private async Task<SessionId?> About(TerritoryId territory, ChatAddress chat, bool joined, CancellationToken cancel)
    {
        var conversation = chat.Conversation!;
        var said = await meetings.HeldIn(territory, conversation, cancel);
        if (said is { } bound && await sessions.Get(territory, bound, cancel) is { Value: var held } && await IsOpen(held, joined, cancel))
        {
            return bound;
        }

        // A thread's id as Teams makes them: nothing shorter may be found in an address by chance.
        if (!conversation.StartsWith("19:", StringComparison.Ordinal))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        foreach (var session in (await sessions.All(territory, cancel)).Where(s =>
            s.Id != said && (s.Start - now).Duration() < Around && s.OnlineUrl is { } url
            && Uri.UnescapeDataString(url).Contains(conversation, StringComparison.Ordinal)))
        {
            if (await IsOpen(session, joined, cancel))
            {
                await meetings.HoldIn(territory, chat, session.Id, cancel);
                return session.Id;
            }
        }

        return null;
    }

    private async Task<bool> IsOpen(Session session, bool joined, CancellationToken cancel) =>
        session.State == SessionState.Convened
        && NoteMeetingJoin.Counts(session, (await meetings.RunOf(session.Territory, session.Id, cancel))?.Value, joined, clock.GetUtcNow());

    private static List<string> People(JsonElement? value)
    {
        var people = new List<string>();
        if (value is { ValueKind: JsonValueKind.Object } said && said.TryGetProperty("members", out var members) && members.ValueKind == JsonValueKind.Array)
        {
            foreach (var member in members.EnumerateArray())
            {
                if (member.ValueKind == JsonValueKind.Object && member.TryGetProperty("user", out var user) && user.ValueKind == JsonValueKind.Object
                    && user.TryGetProperty("aadObjectId", out var id) && id.TextOrNull() is { Length: > 0 } entraId)
                {
                    people.Add(entraId.ToLowerInvariant());
                }
            }
        }

        return people;
    }
}
