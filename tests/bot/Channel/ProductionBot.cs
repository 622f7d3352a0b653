using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Tests.Channel;

/// <summary>A bot in Production whose channel signs with the forge's keys.</summary>
public sealed class ProductionBot : IAsyncLifetime
{
    public const string AppId = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string OtherTenant = "99999999-8888-7777-6666-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private int _lastId;

    public TokenForge Forge { get; private set; } = null!;
    public BotHost Bot { get; private set; } = null!;
    public RecordingTurns Turns { get; } = new();

    public static Dictionary<string, string?> Settings(TokenForge forge) => new(StringComparer.Ordinal)
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = Tenant,
        ["Bot:ClientSecret"] = "tres-secret",
        ["Bot:OpenIdMetadata"] = forge.OpenIdMetadata.AbsoluteUri,
        ["Bot:TokenEndpoint"] = forge.TokenEndpoint.AbsoluteUri,
    };

    public static Action<WebApplicationBuilder> With(RecordingTurns turns) => builder =>
        builder.Services.Replace(ServiceDescriptor.Singleton<ITurns>(turns));

    public async Task InitializeAsync()
    {
        Forge = await TokenForge.Start();
        Bot = await BotHost.Start("Production", Settings(Forge), With(Turns));
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Forge.DisposeAsync();
    }

    /// <summary>A message as Teams sends it, with an id of its own.</summary>
    public Activity Message(string text = "bonjour") => new()
    {
        Type = ActivityTypes.Message,
        Id = "m" + Interlocked.Increment(ref _lastId),
        Timestamp = DateTimeOffset.UtcNow,
        ServiceUrl = ServiceUrl,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = "29:anne", Name = "Anne Le Goff", AadObjectId = "aaaa" },
        Recipient = new ChannelAccount { Id = "28:" + AppId },
        Conversation = new ConversationAccount { Id = "a:anne", TenantId = Tenant, ConversationType = "personal" },
        Text = text,
        ChannelData = Tenants(Tenant),
    };

    /// <summary>A press on a card's button.</summary>
    public Activity Invoke(string name = "adaptiveCard/action") => Message() with
    {
        Type = ActivityTypes.Invoke,
        Text = null,
        Name = name,
        Value = JsonElement.Parse("""{"action":{"type":"Action.Execute","verb":"votes.cast","data":{}}}"""),
    };

    /// <summary>Channel data that names a tenant.</summary>
    public static JsonElement Tenants(string id) => JsonElement.Parse($$$"""{"tenant":{"id":"{{{id}}}"}}""");

    public ForgedToken GoodToken => TokenForge.Good(AppId, ServiceUrl);

    /// <summary>Posts with a good token.</summary>
    public Task<HttpResponseMessage> Post(Activity activity) => Post(activity, "Bearer " + Forge.Sign(GoodToken));

    /// <summary>Posts with that Authorization header, or none; to another bot than this one, if given.</summary>
    public Task<HttpResponseMessage> Post(Activity activity, string? authorization, Uri? messages = null) => Post(
        new StringContent(
            JsonSerializer.Serialize(activity, ConnectorJson.Wire.Activity), Encoding.UTF8, "application/json"),
        authorization,
        messages);

    /// <summary>Posts anything.</summary>
    public async Task<HttpResponseMessage> Post(HttpContent content, string? authorization, Uri? messages = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, messages ?? Bot.Messages) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Bot.Client.SendAsync(request);
    }

    /// <summary>Whether the text reached the turns.</summary>
    public bool Heard(string text) => Turns.Messages.Any(message => message.Text == text);
}
