using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Concertation.Storage.Votes;

/// <summary>
/// The master key of secret ballots. It never lies where storage lies: a setting or a file elsewhere, or else, in
/// Development only, a file made beside the storage folder when the first secret ballot asks for it.
/// </summary>
internal sealed class SecretKey
{
    private const int Bytes = 32;
    private const string HowToMake = "Créez-le : openssl rand -base64 32 > FICHIER, puis chmod 600 FICHIER.";

    private readonly Lazy<(byte[] Master, string Name)?> _key;

    private SecretKey(Func<byte[]?> read) => _key = new(() => read() is { } master
        ? (master, Convert.ToHexStringLower(Derive(master, "Concertation.SecretBallot.KeyName", 8)))
        : null);

    /// <summary>Sixteen hexadecimal digits that tell this key from another; null when there is none.</summary>
    public string? Name => _key.Value?.Name;

    public static SecretKey Of(byte[] master) => new(() => master);

    /// <summary>From `Votes:SecretKey` (base64) or `Votes:SecretKeyFile`.</summary>
    /// <exception cref="WrongSettingException">They can't be used; says, in French, why and what to do.</exception>
    /// <param name="makes">Whether one may be made; else the one that was made in Development is taken where it is.</param>
    public static SecretKey From(IConfiguration configuration, StorageOptions storage, bool makes = true)
    {
        var (text, file) = (Text(configuration, "Votes:SecretKey"), Text(configuration, "Votes:SecretKeyFile"));
        var development = string.Equals(configuration["environment"], "Development", StringComparison.OrdinalIgnoreCase);
        if (text is not null && file is not null)
        {
            throw new WrongSettingException("Donnez Votes:SecretKey ou Votes:SecretKeyFile, pas les deux.");
        }

        if (text is not null)
        {
            return Of(Read(text, "Le réglage Votes:SecretKey"));
        }

        if (file is null)
        {
            var beside = Beside(storage.Folder);
            return makes
                ? new(() => development ? ReadOrMake(beside) : null)
                : new(() => File.Exists(beside) ? ReadKept(beside) : null);
        }

        var path = Path.GetFullPath(file);
        if (path.StartsWith(Path.TrimEndingDirectorySeparator(storage.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new WrongSettingException(
                $"Votes:SecretKeyFile ({path}) est dans le dossier du stockage : qui a une sauvegarde aurait aussi la clé des votes secrets. Mettez-le ailleurs.");
        }

        return development && makes ? new(() => ReadOrMake(path)) : Of(ReadKept(path));
    }

    /// <summary>HKDF-SHA256 (RFC 5869) of the master key for one use.</summary>
    public void Derive(string use, Span<byte> key) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, _key.Value!.Value.Master, key, salt: [], Encoding.UTF8.GetBytes(use));

    internal static string Beside(string folder) => Path.TrimEndingDirectorySeparator(folder) + ".votes-key";

    private static byte[] Derive(byte[] master, string use, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, length, salt: null, Encoding.UTF8.GetBytes(use));

    private static byte[] ReadKept(string path)
    {
        if (!File.Exists(path))
        {
            throw new WrongSettingException($"Votes:SecretKeyFile : le fichier {path} n’existe pas. {HowToMake}");
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new WrongSettingException($"Votes:SecretKeyFile : d’autres que son propriétaire peuvent lire {path}. Faites : chmod 600 {path}");
        }

        return Read(File.ReadAllText(path), $"Le fichier {path}");
    }

    /// <summary>In Development: made at the first call, readable by its owner alone, never half written.</summary>
    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(fresh, options))
            {
                writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            }

            try
            {
                File.Move(fresh, path);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was first: its key counts.
                File.Delete(fresh);
            }
        }

        return ReadKept(path);
    }

    private static byte[] Read(string text, string what)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length >= Bytes
            ? key[..length]
            : throw new WrongSettingException($"{what} n’est pas une clé : {Bytes} octets au moins, en base64. {HowToMake}");
    }

    private static string? Text(IConfiguration configuration, string name) =>
        string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();
}
