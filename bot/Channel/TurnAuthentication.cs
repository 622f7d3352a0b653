using System.Net;
using System.Security.Cryptography;
using Concertation.Microsoft365.Connector;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ConcertationBot.Channel;

/// <summary>Who calls, as far as can be told before the body is read.</summary>
public abstract record Sender
{
    private Sender() { }

    /// <summary>The channel, by its token. The activity must still match what the token speaks for.</summary>
    public sealed record Channel(string ServiceUrl, IReadOnlySet<string> Endorsements) : Sender
    {
        /// <summary>The token is for this activity's service address and its key may speak for its channel.</summary>
        public bool SpeaksFor(Activity activity) =>
            string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.Ordinal)
            && activity.ChannelId is { } channel && Endorsements.Contains(channel);
    }

    /// <summary>This machine, in Development, where no identity is configured.</summary>
    public sealed record ThisMachine : Sender;

    /// <summary>Refused: 401 without a token, 403 otherwise, 503 when the keys can't be had. Reason: for the log.</summary>
    public sealed record Refused(int Status, string Reason) : Sender;
}

/// <summary>
/// Checks the token of each turn. Source: bot-docs, bot-framework-rest-connector-authentication, "Authenticate
/// requests from the Bot Connector service to your bot"; unlike some SDKs, nothing of it is optional here.
/// </summary>
public sealed class TurnAuthentication(
    BotOptions options, IHostEnvironment environment, ChannelHttp http, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };
    private readonly CheckedTokens _checked = new(clock);
    private readonly Dictionary<string, (TokenIssuer Issuer, SigningKeys Keys)> _issuers = TokenIssuers.For(options)
        .ToDictionary(row => row.Issuer, row => (row, new SigningKeys(row.Metadata, http.Client, clock)), StringComparer.Ordinal);

    /// <summary>Whether turns without a token are taken at all: Development and no app id.</summary>
    public bool Unauthenticated { get; } = options.AppId is null && environment.IsDevelopment();

    /// <summary>Refuses a token that nobody signed, for the compiler's sake: the first turn should not wait for it.</summary>
    public static Task Rehearse()
    {
        var key = new RsaSecurityKey(new RSAParameters { Modulus = [0xC5, .. new byte[255]], Exponent = [1, 0, 1] }) { KeyId = "-" };
        var token = string.Join(
            '.', Base64UrlEncoder.Encode("""{"alg":"RS256","typ":"JWT","kid":"-"}"""),
            Base64UrlEncoder.Encode("""{"iss":"-","aud":"-","nbf":0,"exp":0}"""), "unsigned");
        return new JsonWebTokenHandler().ValidateTokenAsync(
            token, new TokenValidationParameters { ValidIssuer = "-", ValidAudience = "-", IssuerSigningKey = key });
    }

    /// <summary>
    /// Fetches every issuer's keys ahead of the first turn. Throws <see cref="InvalidOperationException"/> when they
    /// can't be had.
    /// </summary>
    public Task FetchKeys(CancellationToken cancel) =>
        Task.WhenAll(_issuers.Values.Select(issuer => issuer.Keys.Fetch(cancel)));

    /// <summary>Who sends this request.</summary>
    public async Task<Sender> Check(HttpRequest request, CancellationToken cancel)
    {
        if (Unauthenticated)
        {
            return FromThisMachine(request)
                ? new Sender.ThisMachine()
                : new Sender.Refused(StatusCodes.Status403Forbidden, "NotThisMachine");
        }

        var header = request.Headers.Authorization.ToString();
        if (string.IsNullOrWhiteSpace(header))
        {
            return new Sender.Refused(StatusCodes.Status401Unauthorized, "NoToken");
        }

        return header.Split(' ') is [var scheme, var token]
            && string.Equals(scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
                ? await Check(token, cancel)
                : Refuse("NotBearer");
    }

    /// <summary>
    /// Whether the request comes from this machine and was meant for it: no tunnel or proxy before us, and a Host
    /// that no foreign name resolves to (DNS rebinding).
    /// </summary>
    public static bool FromThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && (string.Equals(request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)))
        && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded");

    private async Task<Sender> Check(string token, CancellationToken cancel)
    {
        if (!_tokens.CanReadToken(token))
        {
            return Refuse("Unreadable");
        }

        var fingerprint = CheckedTokens.Fingerprint(token);
        if (_checked.Find(fingerprint) is { } known)
        {
            // No RSA again, but a key withdrawn since then no longer counts.
            var (still, gone) = await Key(known.Issuer, known.KeyId, cancel);
            return still is null ? gone : new Sender.Channel(known.ServiceUrl, still.Endorsements);
        }

        JsonWebToken read;
        try
        {
            read = _tokens.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return Refuse("Unreadable");
        }

        return await Verify(read, fingerprint, cancel);
    }

    private async Task<Sender> Verify(JsonWebToken token, string fingerprint, CancellationToken cancel)
    {
        if (!string.Equals(token.Alg, SecurityAlgorithms.RsaSha256, StringComparison.Ordinal))
        {
            return Refuse("Algorithm");
        }

        if (!_issuers.TryGetValue(token.Issuer, out var row))
        {
            return Refuse("Issuer");
        }

        var (key, refusal) = await Key(token.Issuer, token.Kid, cancel);
        if (key is null)
        {
            return refusal;
        }

        var result = await _tokens.ValidateTokenAsync(token, Parameters(row.Issuer, key.Key));
        if (!result.IsValid)
        {
            return Refuse(result.Exception.GetType().Name);
        }

        if (!token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) || string.IsNullOrEmpty(serviceUrl))
        {
            return Refuse("NoServiceUrl");
        }

        var until = new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew;
        _checked.Remember(fingerprint, new CheckedToken(token.Issuer, token.Kid, serviceUrl, until));
        return new Sender.Channel(serviceUrl, key.Endorsements);
    }

    private TokenValidationParameters Parameters(TokenIssuer issuer, SecurityKey key) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = issuer.Audience,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = Skew,
        LifetimeValidator = (notBefore, expires, _, _) => clock.GetUtcNow().UtcDateTime is var now
            && expires is { } end && now <= end + Skew
            && (notBefore is not { } start || now >= start - Skew),
    };

    private async Task<(SigningKey? Key, Sender.Refused Otherwise)> Key(
        string issuer, string? keyId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(keyId))
        {
            return (null, Refuse("NoKeyId"));
        }

        try
        {
            return (await _issuers[issuer].Keys.Find(keyId, cancel), Refuse("UnknownKey"));
        }
        catch (InvalidOperationException)
        {
            return (null, new Sender.Refused(StatusCodes.Status503ServiceUnavailable, "KeysUnavailable"));
        }
    }

    private static Sender.Refused Refuse(string reason) => new(StatusCodes.Status403Forbidden, reason);
}
