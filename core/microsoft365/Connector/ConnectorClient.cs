using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Concertation.Microsoft365.Connector;

/// <summary>
/// Writes to conversations and reads their roster, by the Connector's REST API (bot-docs,
/// bot-framework-rest-connector-api-reference). Refusals and doubts are outcomes; only bugs are exceptions.
/// </summary>
public sealed class ConnectorClient(ConnectorExchange exchange, ServiceHosts hosts, Retries retries)
{
    /// <summary>Teams takes about 100 KB of UTF-16 in one message and advises to stay under 80 KB.</summary>
    public const int LargestMessage = 80 * 1024;

    private const int PageSize = 200;
    private const int MostPages = 100;

    /// <summary>
    /// Opens the personal conversation with someone (Teams id <c>29:…</c> or Entra id; mail and UPN are refused).
    /// <see cref="SendOutcome.Sent.Id"/> is the conversation's id: keep it, one is enough for ever.
    /// </summary>
    public Task<SendOutcome> Create(
        string serviceUrl, string botId, string memberId, string tenantId, CancellationToken cancel)
    {
        var wanted = new NewConversation
        {
            IsGroup = false,
            Bot = new ChannelAccount { Id = botId },
            Members = [new ChannelAccount { Id = memberId }],
            TenantId = tenantId,
            ChannelData = new TenantData(new TenantName(tenantId)),
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(wanted, ConnectorJson.Wire.NewConversation);
        return Write(
            new ConnectorRequest(HttpMethod.Post, serviceUrl, "v3/conversations", body)
            {
                Tenant = tenantId,
                Repeatable = false,
            },
            cancel);
    }

    /// <summary>Sends a message. Never sent twice by this call: see <see cref="SendOutcome.Uncertain"/>.</summary>
    public Task<SendOutcome> Send(ConversationReference to, Activity activity, CancellationToken cancel) =>
        Post(to, activity, HttpMethod.Post, "", repeatable: false, cancel);

    /// <summary>Replaces a message this bot sent. Writing the same again does no harm, so it is retried.</summary>
    public Task<SendOutcome> Update(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancel) =>
        Post(to, activity with { Id = activityId }, HttpMethod.Put, "/" + Segment(activityId), repeatable: true, cancel);

    /// <summary>One member of the conversation, by Teams or Entra id.</summary>
    public Task<ReadOutcome<ConversationMember>> Member(
        ConversationReference of, string memberId, CancellationToken cancel) =>
        Read(of, "members/" + Segment(memberId), ConnectorJson.Default.ConversationMember, cancel);

    /// <summary>All members of the conversation, page after page.</summary>
    public async Task<ReadOutcome<IReadOnlyList<ConversationMember>>> Members(
        ConversationReference of, CancellationToken cancel)
    {
        var members = new List<ConversationMember>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var path = $"pagedmembers?pageSize={PageSize}"
                + (next is null ? "" : "&continuationToken=" + Segment(next));
            switch (await Read(of, path, ConnectorJson.Default.MembersPage, cancel))
            {
                case ReadOutcome<MembersPage>.Refused no:
                    return new ReadOutcome<IReadOnlyList<ConversationMember>>.Refused(no.Status, no.Code, no.Final);
                case ReadOutcome<MembersPage>.Found { Value: var found }:
                    members.AddRange(found.Members ?? []);
                    next = found.ContinuationToken;
                    break;
            }

            if (string.IsNullOrEmpty(next))
            {
                return new ReadOutcome<IReadOnlyList<ConversationMember>>.Found(members);
            }
        }

        return new ReadOutcome<IReadOnlyList<ConversationMember>>.Refused(0, RefusalCodes.Unreadable, Final: true);
    }

    private Task<SendOutcome> Post(
        ConversationReference to,
        Activity activity,
        HttpMethod method,
        string suffix,
        bool repeatable,
        CancellationToken cancel)
    {
        var complete = activity with
        {
            Type = activity.Type ?? ActivityTypes.Message,
            From = activity.From ?? new ChannelAccount { Id = to.BotId },
            Conversation = activity.Conversation
                ?? new ConversationAccount { Id = to.ConversationId, TenantId = to.TenantId },
        };
        var text = JsonSerializer.Serialize(complete, ConnectorJson.Wire.Activity);
        if (text.Length * sizeof(char) > LargestMessage)
        {
            return Task.FromResult<SendOutcome>(
                new SendOutcome.Refused(0, RefusalCodes.MessageTooBig, Final: true));
        }

        var path = Conversation(to) + "/activities" + suffix;
        return Write(
            new ConnectorRequest(method, to.ServiceUrl, path, System.Text.Encoding.UTF8.GetBytes(text))
            {
                Tenant = to.TenantId,
                Conversation = to.ConversationId,
                Repeatable = repeatable,
            },
            cancel);
    }

    private async Task<SendOutcome> Write(ConnectorRequest request, CancellationToken cancel)
    {
        if (!hosts.Allows(request.ServiceUrl))
        {
            return new SendOutcome.Refused(0, RefusalCodes.ServiceHostNotAllowed, Final: true);
        }

        var answer = await exchange.Do(request, retries, cancel);
        return answer switch
        {
            ConnectorAnswer.Ok ok => new SendOutcome.Sent(Parse(ok.Body, ConnectorJson.Default.ResourceAnswer)?.Id ?? ""),
            ConnectorAnswer.Refused no => new SendOutcome.Refused(no.Status, no.Code, no.Final),
            ConnectorAnswer.Uncertain doubt => new SendOutcome.Uncertain(doubt.Reason),
            _ => throw new InvalidOperationException("Unknown answer"),
        };
    }

    private async Task<ReadOutcome<T>> Read<T>(
        ConversationReference of, string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        if (!hosts.Allows(of.ServiceUrl))
        {
            return new ReadOutcome<T>.Refused(0, RefusalCodes.ServiceHostNotAllowed, Final: true);
        }

        var request = new ConnectorRequest(HttpMethod.Get, of.ServiceUrl, $"{Conversation(of)}/{path}", null)
        {
            Tenant = of.TenantId,
            Conversation = of.ConversationId,
            Repeatable = true,
        };
        return await exchange.Do(request, retries, cancel) switch
        {
            ConnectorAnswer.Ok ok when Parse(ok.Body, type) is { } value => new ReadOutcome<T>.Found(value),
            ConnectorAnswer.Ok => new ReadOutcome<T>.Refused(0, RefusalCodes.Unreadable, Final: false),
            ConnectorAnswer.Refused no => new ReadOutcome<T>.Refused(no.Status, no.Code, no.Final),
            ConnectorAnswer.Uncertain doubt => new ReadOutcome<T>.Refused(0, doubt.Reason, Final: false),
            _ => throw new InvalidOperationException("Unknown answer"),
        };
    }

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Conversation(ConversationReference of) => "v3/conversations/" + Segment(of.ConversationId);

    private static string Segment(string id) => Uri.EscapeDataString(id);
}
