using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ConcertationBot.Channel;

/// <summary>A key the channel signs with, and the channels it may speak for.</summary>
public sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>
/// The signing keys of one issuer, fetched from its OpenID document and kept. A key id not among them fetches the
/// document again, at most once a minute, so that a rotation is followed and made-up ids do not hammer the issuer.
/// </summary>
public sealed class SigningKeys
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefreshTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly ConfigurationManager<OpenIdConnectConfiguration> _documents;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private DateTimeOffset _refreshAgainAt = DateTimeOffset.MinValue;
    private Task _refresh = Task.CompletedTask;
    private volatile Keys _keys = new(null, FrozenDictionary<string, SigningKey>.Empty);

    public SigningKeys(Uri metadata, HttpClient http, TimeProvider clock)
    {
        _clock = clock;
        _documents = new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata.AbsoluteUri,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback })
        {
            // The manager's own limit on refreshes; ours is stricter.
            RefreshInterval = Between / 2,
            AutomaticRefreshInterval = TimeSpan.FromHours(12),
        };
    }

    /// <summary>
    /// The key, or null if the issuer has none by that id. Throws <see cref="InvalidOperationException"/> when the
    /// document was never had and can't be fetched.
    /// </summary>
    public async Task<SigningKey?> Find(string keyId, CancellationToken cancel)
    {
        if ((await Current(cancel)).ById.TryGetValue(keyId, out var key))
        {
            return key;
        }

        await Refresh().WaitAsync(cancel);
        return (await Current(cancel)).ById.GetValueOrDefault(keyId);
    }

    /// <summary>Has the keys ready; throws as <see cref="Find"/> does.</summary>
    public Task Fetch(CancellationToken cancel) => Current(cancel).AsTask();

    private async ValueTask<Keys> Current(CancellationToken cancel)
    {
        var document = await _documents.GetConfigurationAsync(cancel);
        var keys = _keys;
        if (!ReferenceEquals(keys.Document, document))
        {
            _keys = keys = Read(document);
        }

        return keys;
    }

    private Task Refresh()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            if (_refresh.IsCompleted && now >= _refreshAgainAt)
            {
                _refreshAgainAt = now + Between;
                _refresh = FetchAgain();
            }

            return _refresh;
        }
    }

    // The manager fetches in the background and says nothing when it is done: look for the new document.
    private async Task FetchAgain()
    {
        var before = await _documents.GetConfigurationAsync(CancellationToken.None);
        _documents.RequestRefresh();
        for (var waited = TimeSpan.Zero; waited < RefreshTimeout; waited += Glance)
        {
            if (!ReferenceEquals(before, await _documents.GetConfigurationAsync(CancellationToken.None)))
            {
                return;
            }

            await Task.Delay(Glance);
        }
    }

    private static Keys Read(OpenIdConnectConfiguration document)
    {
        var endorsements = (document.JsonWebKeySet?.Keys ?? [])
            .Where(key => !string.IsNullOrEmpty(key.KeyId))
            .ToLookup(key => key.KeyId, Endorsements, StringComparer.Ordinal);
        return new Keys(document, document.SigningKeys
            .Where(key => !string.IsNullOrEmpty(key.KeyId))
            .GroupBy(key => key.KeyId, StringComparer.Ordinal)
            .ToFrozenDictionary(
                same => same.Key,
                same => new SigningKey(same.First(), endorsements[same.Key].FirstOrDefault() ?? FrozenSet<string>.Empty),
                StringComparer.Ordinal));
    }

    // Not part of RFC 7517: the Bot Framework's addition to each key, which the library leaves as it found it.
    private static FrozenSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? (value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
                IEnumerable<object> list => list.OfType<string>(),
                _ => [],
            }).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;

    private sealed record Keys(OpenIdConnectConfiguration? Document, FrozenDictionary<string, SigningKey> ById);
}
