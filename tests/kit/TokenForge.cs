using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Kit;

/// <summary>A key of the forge, and the channels it may speak for (null: the document has no endorsements).</summary>
public sealed record ForgedKey(string Id, RSA Rsa, IReadOnlyList<string>? Endorsements);

/// <summary>Everything a token says; a null claim is left out.</summary>
public sealed record ForgedToken
{
    public string Algorithm { get; init; } = "RS256";
    public string? KeyId { get; init; }
    public string? Issuer { get; init; } = "https://api.botframework.com";
    public string? Audience { get; init; }
    public string? ServiceUrl { get; init; }
    public DateTimeOffset NotBefore { get; init; }
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>
/// Stands in for the Bot Framework's identity on loopback: OpenID document, keys with endorsements, a token endpoint
/// for the bot; and signs any token, right or wrong.
/// </summary>
public sealed class TokenForge : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ForgedKey> _published = [];
    private int _documentReads;
    private int _tokensGiven;

    private TokenForge(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public Uri OpenIdMetadata => new(Address, "v1/.well-known/openidconfiguration");

    public Uri TokenEndpoint => new(Address, "token");

    /// <summary>The key tokens are signed with unless told otherwise.</summary>
    public ForgedKey Key { get; private set; } = null!;

    /// <summary>How often the keys were fetched.</summary>
    public int DocumentReads => _documentReads;

    /// <summary>How often the bot asked for a token of its own.</summary>
    public int TokensGiven => _tokensGiven;

    /// <summary>How many of the next token requests fail with 503.</summary>
    public int TokenFailures { get; set; }

    /// <summary>Lifetime of the bot's tokens.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>What the bot's token endpoint was last asked, form fields by name.</summary>
    public IReadOnlyDictionary<string, string> LastTokenRequest { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public static async Task<TokenForge> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var forge = new TokenForge(builder.Build());
        forge.Rotate(keepOld: false, "msteams");
        forge._app.MapGet("/v1/.well-known/openidconfiguration", forge.Document);
        forge._app.MapGet("/v1/.well-known/keys", forge.KeyDocument);
        forge._app.MapPost("/token", forge.GiveToken);
        await forge._app.StartAsync();
        return forge;
    }

    /// <summary>Publishes a new key and signs with it from now on.</summary>
    public ForgedKey Rotate(bool keepOld, params string[] endorsements) => Rotate(NewKey(endorsements), keepOld);

    /// <summary>Publishes that key and signs with it from now on.</summary>
    public ForgedKey Rotate(ForgedKey key, bool keepOld)
    {
        lock (_published)
        {
            if (!keepOld)
            {
                _published.Clear();
            }

            _published.Add(key);
            return Key = key;
        }
    }

    /// <summary>A key that isn't published.</summary>
    public static ForgedKey NewKey(IReadOnlyList<string>? endorsements) =>
        new("k" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), RSA.Create(2048), endorsements);

    /// <summary>A token that is right in everything, good for an hour.</summary>
    public static ForgedToken Good(string audience, string serviceUrl)
    {
        var now = DateTimeOffset.UtcNow;
        return new ForgedToken
        {
            Audience = audience,
            ServiceUrl = serviceUrl,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
        };
    }

    /// <summary>The token as it travels, signed as its algorithm says by the key, or the forge's.</summary>
    public string Sign(ForgedToken token, ForgedKey? key = null)
    {
        key ??= Key;
        var header = new JsonObject { ["alg"] = token.Algorithm, ["typ"] = "JWT", ["kid"] = token.KeyId ?? key.Id };
        var claims = new JsonObject { ["nbf"] = token.NotBefore.ToUnixTimeSeconds() };
        Put(claims, "iss", token.Issuer);
        Put(claims, "aud", token.Audience);
        Put(claims, "serviceurl", token.ServiceUrl);
        if (token.Expires is { } end)
        {
            claims["exp"] = end.ToUnixTimeSeconds();
        }

        var signed = Encode(header) + "." + Encode(claims);
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = token.Algorithm switch
        {
            "none" => [],
            "RS256" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS512" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),

            // The classic confusion: the public key taken for a shared secret.
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            _ => throw new ArgumentException("The forge doesn't know " + token.Algorithm, nameof(token)),
        };
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Document() => Results.Text(
        new JsonObject
        {
            ["issuer"] = "https://api.botframework.com",
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = new Uri(Address, "v1/.well-known/keys").AbsoluteUri,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        }.ToJsonString(),
        "application/json");

    private IResult KeyDocument()
    {
        Interlocked.Increment(ref _documentReads);
        lock (_published)
        {
            return Results.Text(
                new JsonObject { ["keys"] = new JsonArray([.. _published.Select(PublicPart)]) }.ToJsonString(),
                "application/json");
        }
    }

    private static JsonNode PublicPart(ForgedKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (key.Endorsements is { } endorsements)
        {
            json["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        }

        return json;
    }

    private async Task<IResult> GiveToken(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        LastTokenRequest = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (TokenFailures > 0)
        {
            TokenFailures--;
            return Results.StatusCode(503);
        }

        var number = Interlocked.Increment(ref _tokensGiven);
        return Results.Text(
            new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)TokenLifetime.TotalSeconds,
                ["access_token"] = "token-" + number.ToString(CultureInfo.InvariantCulture),
            }.ToJsonString(),
            "application/json");
    }

    private static void Put(JsonObject claims, string name, string? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
