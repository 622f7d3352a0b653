using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Simulator;

/// <summary>The simulated Teams' Connector: the REST API the bot answers to, with the real one's refusals.</summary>
public static class SimulatedConnector
{
    // The real limit is about 100 KB of UTF-16 (msteams-docs, "Format your bot messages").
    private const int LargestMessage = 100 * 1024;

    /// <summary>Maps it under a prefix, such as <c>/simulator/connector</c>.</summary>
    public static IEndpointRouteBuilder MapSimulatedConnector(
        this IEndpointRouteBuilder app, string prefix, SimulatedTeams teams)
    {
        var connector = app.MapGroup(prefix + "/v3/conversations");
        connector.MapPost("", (HttpContext context) => Answer(context, teams, body => Create(teams, body)));
        connector.MapPost(
            "{conversation}/activities",
            (HttpContext context, string conversation) =>
                Answer(context, teams, body => Send(teams, conversation, body)));
        connector.MapPut(
            "{conversation}/activities/{activity}",
            (HttpContext context, string conversation, string activity) =>
                Answer(context, teams, body => Update(teams, conversation, activity, body)));
        connector.MapGet(
            "{conversation}/members/{member}",
            (HttpContext context, string conversation, string member) =>
                Answer(context, teams, _ => Member(teams, conversation, member)));
        connector.MapGet(
            "{conversation}/pagedmembers",
            (HttpContext context, string conversation) =>
                Answer(context, teams, _ => Members(teams, conversation)));
        return app;
    }

    private static async Task Answer(HttpContext context, SimulatedTeams teams, Func<string, Reply> act)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (teams.RequiredToken is { } token
            && !string.Equals(context.Request.Headers.Authorization, "Bearer " + token, StringComparison.Ordinal))
        {
            await Write(context, Reply.Error(401, "Unauthorized"));
            return;
        }

        switch (teams.NextTrouble())
        {
            case Trouble.Throttled throttled:
                await Write(context, TooMany(context, throttled.RetryAfter));
                return;
            case Trouble.Failing failing:
                _ = failing.Accepted ? act(body) : null;
                await Write(context, Reply.Error(failing.Status, "ServiceError"));
                return;
            case Trouble.Stalled stalled:
                var late = act(body);
                await Task.Delay(stalled.For, context.RequestAborted);
                await Write(context, late);
                return;
            case Trouble.Dropped dropped:
                _ = dropped.Accepted ? act(body) : null;
                context.Abort();
                return;
            default:
                var reply = act(body);
                await Write(context, reply.Status == 429 ? TooMany(context, TimeSpan.FromSeconds(1)) : reply);
                return;
        }
    }

    private static Reply Create(SimulatedTeams teams, string body)
    {
        if (Parse(body, ConnectorJson.Default.NewConversation) is not { } wanted
            || wanted.Bot?.Id is null || wanted.IsGroup || wanted.Members is not [{ Id: { } member }]
            || (wanted.TenantId ?? wanted.ChannelData?.Tenant?.Id) is not { } tenant)
        {
            return Reply.Error(400, "BadArgument");
        }

        if (teams.Person(member) is not { } person || !string.Equals(person.TenantId, tenant, StringComparison.Ordinal))
        {
            return Reply.Error(400, "BadSyntax");
        }

        return Refuses(person)
            ?? Reply.Json(201, new ResourceAnswer { Id = teams.Conversation(person).Id }, ConnectorJson.Wire.ResourceAnswer);
    }

    private static Reply Send(SimulatedTeams teams, string conversationId, string body) =>
        Write(teams, conversationId, body, (conversation, activity) => Reply.Json(
            201,
            new ResourceAnswer { Id = teams.Add(conversation, activity with { Id = null }, fromBot: true) },
            ConnectorJson.Wire.ResourceAnswer));

    private static Reply Update(SimulatedTeams teams, string conversationId, string activityId, string body) =>
        Write(teams, conversationId, body, (conversation, activity) =>
            conversation.Messages.Any(message => message.FromBot && string.Equals(message.Id, activityId, StringComparison.Ordinal))
            && conversation.Replace(activityId, _ => activity with { Id = activityId })
                ? Reply.Json(200, new ResourceAnswer { Id = activityId }, ConnectorJson.Wire.ResourceAnswer)
                : Reply.Error(404, "ActivityNotFoundInConversation"));

    private static Reply Write(
        SimulatedTeams teams, string conversationId, string body, Func<SimulatedConversation, Activity, Reply> act)
    {
        if (teams.Conversation(conversationId) is not { } conversation
            || (teams.Owner(conversationId) is null && !teams.IsGroup(conversationId)))
        {
            return Reply.Error(404, RefusalCodes.ConversationNotFound);
        }

        if (teams.Owner(conversationId) is { } person && Refuses(person) is { } refusal)
        {
            return refusal;
        }

        if (body.Length * sizeof(char) > LargestMessage)
        {
            return Reply.Error(413, "MessageSizeTooBig");
        }

        if (Parse(body, ConnectorJson.Default.Activity) is not { Type: not null } activity)
        {
            return Reply.Error(400, "BadSyntax");
        }

        return conversation.WithinRate(reading: false, teams.Now) ? act(conversation, activity) : Reply.TooMany;
    }

    private static Reply Member(SimulatedTeams teams, string conversationId, string memberId) =>
        Read(teams, conversationId, person =>
        {
            if (memberId.Contains('@', StringComparison.Ordinal))
            {
                return Reply.Error(400, "BadSyntax");
            }

            return ReferenceEquals(teams.Person(memberId), person)
                ? Reply.Json(200, Roster(person), ConnectorJson.Wire.ConversationMember)
                : Reply.Error(404, "MemberNotFoundInConversation");
        });

    // Everybody this Teams knows is in each of its groups.
    private static Reply Members(SimulatedTeams teams, string conversationId) =>
        teams.IsGroup(conversationId) && teams.Conversation(conversationId) is { } group
            ? group.WithinRate(reading: true, teams.Now)
                ? Reply.Json(200, new MembersPage(null, [.. teams.People.Select(Roster)]), ConnectorJson.Wire.MembersPage)
                : Reply.TooMany
            : Read(teams, conversationId, person =>
                Reply.Json(200, new MembersPage(null, [Roster(person)]), ConnectorJson.Wire.MembersPage));

    private static Reply Read(SimulatedTeams teams, string conversationId, Func<SimulatedPerson, Reply> act)
    {
        if (teams.Conversation(conversationId) is not { } conversation || teams.Owner(conversationId) is not { } person)
        {
            return Reply.Error(404, RefusalCodes.ConversationNotFound);
        }

        if (!person.BotInstalled)
        {
            return Reply.Error(403, RefusalCodes.BotNotInConversationRoster);
        }

        return conversation.WithinRate(reading: true, teams.Now) ? act(person) : Reply.TooMany;
    }

    private static Reply? Refuses(SimulatedPerson person) => person switch
    {
        { BotInstalled: false } => Reply.Error(403, RefusalCodes.BotNotInConversationRoster),
        { BotBlocked: true } => Reply.Error(403, RefusalCodes.MessageWritesBlocked),
        _ => null,
    };

    private static ConversationMember Roster(SimulatedPerson person) => new()
    {
        Id = person.Id,
        Name = person.Name,
        AadObjectId = person.EntraId,
        Email = person.Mail,
        UserPrincipalName = person.Mail,
        TenantId = person.TenantId,
        UserRole = "user",
    };

    private static T? Parse<T>(string body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Reply TooMany(HttpContext context, TimeSpan retryAfter)
    {
        context.Response.Headers.RetryAfter =
            Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Reply.TooMany;
    }

    private static Task Write(HttpContext context, Reply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).AsTask();
    }

    private sealed record Reply(int Status, ReadOnlyMemory<byte> Body)
    {
        public static Reply TooMany { get; } = Error(429, "TooManyRequests");

        public static Reply Json<T>(int status, T body, JsonTypeInfo<T> type) =>
            new(status, JsonSerializer.SerializeToUtf8Bytes(body, type));

        public static Reply Error(int status, string code) => Json(
            status, new ErrorAnswer(new ErrorDetail(code, "Simulated")), ConnectorJson.Wire.ErrorAnswer);
    }
}
