using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Concertation.Microsoft365.Connector;

/// <summary>How the protocol's records look as JSON: camelCase, nulls left out, a property given twice refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(ResourceAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(ConversationMember))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(TokenAnswer))]
public sealed partial class ConnectorJson : JsonSerializerContext
{
    /// <summary>What goes over the wire: accents as themselves, since size limits count characters.</summary>
    public static ConnectorJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}

/// <summary>Asks the Connector for a conversation (POST v3/conversations).</summary>
public sealed record NewConversation
{
    public bool IsGroup { get; init; }
    public ChannelAccount? Bot { get; init; }
    public IReadOnlyList<ChannelAccount>? Members { get; init; }
    public string? TenantId { get; init; }
    public TenantData? ChannelData { get; init; }
}

/// <summary>The channel data that says in whose tenant.</summary>
public sealed record TenantData(TenantName? Tenant);

/// <summary>A tenant by its id.</summary>
public sealed record TenantName(string? Id);

/// <summary>What the Connector answers to a create, a send or an update.</summary>
public sealed record ResourceAnswer
{
    public string? Id { get; init; }
    public string? ActivityId { get; init; }
    public string? ServiceUrl { get; init; }
}

/// <summary>What the Connector answers when it refuses.</summary>
public sealed record ErrorAnswer(ErrorDetail? Error);

/// <summary>The refusal's code, such as <c>BotNotInConversationRoster</c>. The message is never logged.</summary>
public sealed record ErrorDetail(string? Code, string? Message);

/// <summary>One page of the roster (GET …/pagedmembers).</summary>
public sealed record MembersPage(string? ContinuationToken, IReadOnlyList<ConversationMember>? Members);

/// <summary>The token endpoint's answer; <see cref="ExpiresIn"/> in seconds.</summary>
public sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);
