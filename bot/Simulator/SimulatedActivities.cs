using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Documents;

namespace ConcertationBot.Simulator;

/// <summary>What Teams sends the bot when a simulated person does something.</summary>
public static class SimulatedActivities
{
    /// <summary>The person writes.</summary>
    public static Activity Message(this SimulatedTeams teams, SimulatedPerson from, string text) =>
        Start(teams, from, ActivityTypes.Message) with { Text = text, TextFormat = "plain" };

    /// <summary>The person attaches files that lie at these addresses.</summary>
    public static Activity WithFiles(this SimulatedTeams teams, SimulatedPerson from, params IReadOnlyList<(string Name, Uri DownloadUrl)> files) =>
        Start(teams, from, ActivityTypes.Message) with
        {
            // As Teams: the text comes once more as HTML.
            Attachments = [.. files.Select(FileInfo), new Attachment { ContentType = "text/html" }],
        };

    private static Attachment FileInfo((string Name, Uri DownloadUrl) file) => new()
    {
        ContentType = IncomingFile.ContentType,
        ContentUrl = new UriBuilder(file.DownloadUrl) { Query = "" }.Uri.ToString(),
        Name = file.Name,
        Content = Element(new JsonObject
        {
            ["downloadUrl"] = file.DownloadUrl.ToString(),
            ["uniqueId"] = file.DownloadUrl.Segments[^1],
            ["fileType"] = file.Name.Split('.')[^1],
        }),
    };

    /// <summary>The person presses an Action.Submit of a card.</summary>
    public static Activity Submit(this SimulatedTeams teams, SimulatedPerson from, string cardId, JsonObject data) =>
        Start(teams, from, ActivityTypes.Message) with { Value = Element(data), ReplyToId = cardId };

    /// <summary>
    /// The person presses an Action.Execute of a card, or (trigger <c>automatic</c>) the card refreshes itself.
    /// </summary>
    public static Activity Execute(
        this SimulatedTeams teams,
        SimulatedPerson from,
        string cardId,
        string verb,
        JsonObject? data = null,
        string trigger = "manual") =>
        Start(teams, from, ActivityTypes.Invoke) with
        {
            Name = "adaptiveCard/action",
            ReplyToId = cardId,
            Value = Element(new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = verb,
                    ["data"] = data?.DeepClone() ?? new JsonObject(),
                },
                ["trigger"] = trigger,
            }),
        };

    /// <summary>Any other invoke.</summary>
    public static Activity Invoke(this SimulatedTeams teams, SimulatedPerson from, string name, JsonObject value) =>
        Start(teams, from, ActivityTypes.Invoke) with { Name = name, Value = Element(value) };

    /// <summary>The person calls the bot by its name in a conversation of several.</summary>
    public static Activity Mention(this SimulatedTeams teams, SimulatedPerson from, SimulatedGroup group, string text) =>
        In(teams, group, Start(teams, from, ActivityTypes.Message)) with
        {
            Text = $"<at>Concertation</at> {text}",
            TextFormat = "plain",
            Entities = [new Entity { Type = "mention", Text = "<at>Concertation</at>", Mentioned = new ChannelAccount { Id = teams.BotId, Name = "Concertation" } }],
        };

    /// <summary>The same activity, in a conversation of several.</summary>
    public static Activity In(this SimulatedTeams teams, SimulatedGroup group, Activity activity) => activity with
    {
        Conversation = activity.Conversation! with { Id = teams.Group(group).Id, ConversationType = group.Type, IsGroup = true },
    };

    /// <summary>Somebody joined or left the meeting whose chat it is.</summary>
    public static Activity Meeting(this SimulatedTeams teams, SimulatedPerson from, SimulatedGroup chat, bool joined) =>
        In(teams, chat, Start(teams, from, ActivityTypes.Event)) with
        {
            Name = joined ? "application/vnd.microsoft.meetingParticipantJoin" : "application/vnd.microsoft.meetingParticipantLeave",
            Value = Element(new JsonObject
            {
                ["members"] = new JsonArray(new JsonObject
                {
                    ["user"] = new JsonObject { ["id"] = from.Id, ["aadObjectId"] = from.EntraId, ["name"] = from.Name, ["tenantId"] = from.TenantId },
                    ["meeting"] = new JsonObject { ["inMeeting"] = joined, ["role"] = "Presenter" },
                }),
            }),
        };

    /// <summary>The app is installed for the person (<c>add</c>) or taken away (<c>remove</c>).</summary>
    public static Activity Installation(this SimulatedTeams teams, SimulatedPerson from, bool added) =>
        Start(teams, from, ActivityTypes.InstallationUpdate) with { Action = added ? "add" : "remove" };

    /// <summary>The bot and the person join their conversation.</summary>
    public static Activity Joined(this SimulatedTeams teams, SimulatedPerson from) =>
        Start(teams, from, ActivityTypes.ConversationUpdate) with
        {
            MembersAdded = [new ChannelAccount { Id = teams.BotId }, Account(from)],
        };

    /// <summary>The person reacts to a message of the bot.</summary>
    public static Activity Reaction(this SimulatedTeams teams, SimulatedPerson from, string messageId, string reaction) =>
        Start(teams, from, ActivityTypes.MessageReaction) with
        {
            ReplyToId = messageId,
            ReactionsAdded = [new MessageReaction { Type = reaction }],
        };

    private static Activity Start(SimulatedTeams teams, SimulatedPerson from, string type) => new()
    {
        Type = type,
        Id = teams.NextId(),
        Timestamp = teams.Now,
        ServiceUrl = teams.ServiceUrl,
        ChannelId = teams.ChannelId,
        From = Account(from),
        Recipient = new ChannelAccount { Id = teams.BotId, Name = "Concertation" },
        Conversation = new ConversationAccount
        {
            Id = teams.Conversation(from).Id,
            TenantId = from.TenantId,
            ConversationType = "personal",
        },
        Locale = "fr-FR",
        ChannelData = Element(new JsonObject { ["tenant"] = new JsonObject { ["id"] = from.TenantId } }),
    };

    private static ChannelAccount Account(SimulatedPerson person) =>
        new() { Id = person.Id, Name = person.Name, AadObjectId = person.EntraId };

    private static JsonElement Element(JsonObject node) => JsonElement.Parse(node.ToJsonString());
}
