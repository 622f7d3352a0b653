using System.Security.Cryptography;
using Concertation.Storage;
using Microsoft.Extensions.Configuration;

namespace Concertation.Work.Decisions;

/// <summary>Where the register's signed heads and the key that signs them lie: never where storage lies.</summary>
/// <param name="Heads">The folder of the signed heads.</param>
/// <param name="Key">The file of the private key, PEM; made when it is first needed.</param>
/// <param name="PublicKey">A public key to check with, PEM, where the private one isn't; null: the private key's.</param>
public sealed record RegisterPlaces(string Heads, string Key, string? PublicKey)
{
    /// <param name="storage">The storage folder: by default the heads lie beside it.</param>
    /// <exception cref="WrongSettingException">A place is inside the storage folder.</exception>
    public static RegisterPlaces From(IConfiguration configuration, string storage)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(storage));
        return new(
            Outside(folder, configuration, "Register:HeadsFolder") ?? folder + ".register",
            Outside(folder, configuration, "Register:KeyFile") ?? folder + ".register-key.pem",
            Text(configuration, "Register:PublicKeyFile") is { } file ? Path.GetFullPath(file) : null);
    }

    private static string? Outside(string storage, IConfiguration configuration, string name)
    {
        if (Text(configuration, name) is not { } text)
        {
            return null;
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        return path != storage && !path.StartsWith(storage + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new WrongSettingException(
                $"Le réglage {name} désigne {path}, dans le dossier du stockage : qui peut changer le registre pourrait aussi en changer les relevés signés. Mettez-le ailleurs.");
    }

    private static string? Text(IConfiguration configuration, string name) =>
        string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name]!.Trim();
}

/// <summary>Signs with ECDSA on P-256 and SHA-256; signatures are ASN.1 DER (RFC 3279), as OpenSSL's.</summary>
public sealed class RegisterKey(RegisterPlaces places)
{
    /// <summary>The private key, made at the first call, readable by its owner alone and never half written.</summary>
    /// <exception cref="CryptographicException">The file holds no such key.</exception>
    public ECDsa Private()
    {
        if (!File.Exists(places.Key))
        {
            Make(places.Key);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(places.Key));
        return key;
    }

    /// <summary>The key to check with; null when there is none here.</summary>
    public ECDsa? Public()
    {
        var file = places.PublicKey ?? (File.Exists(places.Key) ? places.Key : null);
        if (file is null)
        {
            return null;
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo, DER), lower-case hex: what people compare.</summary>
    public static string FingerprintOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var fresh = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, options))
        {
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
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
}
