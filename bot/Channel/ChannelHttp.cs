namespace ConcertationBot.Channel;

/// <summary>The way out to the Connector, its token endpoint and its keys, one pool of connections for all.</summary>
public sealed class ChannelHttp(HttpMessageHandler way) : IDisposable
{
    public HttpClient Client { get; } = new(way)
    {
        // The last resort; requests have their own, shorter deadlines.
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };

    /// <summary>The way over the network. A redirect would carry the bot's words to a host nobody checked.</summary>
    public static HttpMessageHandler Network() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public void Dispose() => Client.Dispose();
}
