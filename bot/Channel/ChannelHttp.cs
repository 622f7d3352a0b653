namespace ConcertationBot.Channel;

/// <summary>The way out to the Connector, its token endpoint and its keys, one pool of connections for all.</summary>
public sealed class ChannelHttp : IDisposable
{
    // A redirect would carry the bot's words to a host nobody checked.
    public HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The last resort; requests have their own, shorter deadlines.
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };

    public void Dispose() => Client.Dispose();
}
