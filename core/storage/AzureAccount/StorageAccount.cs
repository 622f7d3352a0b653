using System.Security.Cryptography;
using System.Text;

namespace Concertation.Storage.AzureAccount;

/// <summary>
/// A storage account: its name, its key and where its services answer, read from what the portal or Azurite calls a
/// connection string. The key signs and is never shown.
/// </summary>
public sealed class StorageAccount
{
    // The emulator's account and key are public: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    public const string EmulatorName = "devstoreaccount1";
    public const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Emulator =
        $"AccountName={EmulatorName};AccountKey={EmulatorKey};TableEndpoint=http://127.0.0.1:10002/{EmulatorName}";

    private readonly byte[] key;

    private StorageAccount(string name, byte[] key, Uri tables)
    {
        Name = name;
        this.key = key;
        Tables = tables;
    }

    public string Name { get; }

    /// <summary>Where tables answer, without a slash at the end; the emulator has the account's name in the path.</summary>
    public Uri Tables { get; }

    /// <summary>
    /// Reads <c>DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net</c>, the same
    /// with a <c>TableEndpoint</c>, or <c>UseDevelopmentStorage=true</c>.
    /// </summary>
    /// <exception cref="FormatException">Something is missing; says what, in French, and never the key.</exception>
    public static StorageAccount Parse(string text)
    {
        var parts = Parts(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var local) && local.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            parts = Parts(Emulator);
        }

        var name = Required(parts, "AccountName");
        return new StorageAccount(name, Key(Required(parts, "AccountKey")), TableEndpoint(parts, name));
    }

    /// <summary>HMAC-SHA256 of the text under the account's key, in base64.</summary>
    public string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    public override string ToString() => Name;

    // A key ends in "=": only the first one separates. Errors never quote the text, for it holds the key.
    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("on attend des éléments « Nom=valeur » séparés par des points-virgules");
            }

            parts[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        return parts;
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new FormatException($"il y manque {name}");

    private static byte[] Key(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > 0
            ? bytes[..length]
            : throw new FormatException("AccountKey n’est pas du base64 : recopiez la clé entière");
    }

    private static Uri TableEndpoint(Dictionary<string, string> parts, string name)
    {
        var scheme = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        var endpoint = parts.GetValueOrDefault("TableEndpoint", $"{scheme}://{name}.table.{suffix}").TrimEnd('/');
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException("TableEndpoint n’est pas une adresse http ou https");
    }
}
