using Concertation.Microsoft365.Connector;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Concertation.Microsoft365.Graph;

/// <summary>Where Graph is, and the bot's token for it.</summary>
/// <param name="BaseUrl">With its version, e.g. https://graph.microsoft.com/v1.0.</param>
public sealed record GraphAccess(Uri BaseUrl, BotToken Token);

/// <summary>No token could be had: nothing was sent. Caught where requests are made.</summary>
internal sealed class NoTokenException(int status) : Exception("No token for Graph")
{
    /// <summary>The token endpoint's answer; 0 when it wasn't reached.</summary>
    public int Status { get; } = status;
}

/// <summary>Puts the bot's token on each request to Graph, and on no other.</summary>
internal sealed class GraphCredential(GraphAccess access) : IAuthenticationProvider
{
    /// <summary>The token last given, to be forgotten when Graph refuses it.</summary>
    public string? Given { get; private set; }

    public async Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default)
    {
        if (request.URI.Host != access.BaseUrl.Host || request.URI.Scheme != access.BaseUrl.Scheme)
        {
            throw new InvalidOperationException("a request for Graph leads elsewhere");
        }

        switch (await access.Token.Get(cancellationToken))
        {
            case TokenOutcome.Ready { Bearer: { } bearer }:
                Given = bearer;
                request.Headers.TryAdd("Authorization", $"Bearer {bearer}");
                break;
            case TokenOutcome.Unavailable no:
                throw new NoTokenException(no.Status);
            default:
                throw new NoTokenException(0);
        }
    }
}
