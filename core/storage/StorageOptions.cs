using Microsoft.Extensions.Configuration;

namespace Concertation.Storage;

/// <summary>Where rows and queues are: the section <c>Storage</c>, or variables like <c>Storage__Folder</c>.</summary>
/// <param name="Kind"><c>Sqlite</c> (default): one file. <c>Azure</c>: rows in Azure Tables, queues still in the file.</param>
/// <param name="Folder">Full path of the folder of the file; <c>.data</c> under the current directory by default.</param>
/// <param name="Account">Account or Azurite endpoints, for <c>Azure</c>; holds a key, never to be shown.</param>
public sealed record StorageOptions(StorageKind Kind, string Folder, string? Account)
{
    public const string DefaultFolder = ".data";

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="WrongSettingException">A setting is wrong; says, in French, which and what to write.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        var kind = Text(section, "Kind") ?? nameof(StorageKind.Sqlite);
        if (!Enum.TryParse<StorageKind>(kind, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)
            || char.IsAsciiDigit(kind[0]))
        {
            throw new WrongSettingException(
                $"Le réglage Storage:Kind vaut « {kind} ». Écrivez Sqlite (un fichier sur cette machine) ou Azure "
                + "(Azure Tables).");
        }

        var account = Text(section, "Account");
        if (parsed == StorageKind.Azure && account is null)
        {
            throw new WrongSettingException(
                "Storage:Kind vaut Azure, mais Storage:Account est vide. Donnez la chaîne de connexion du compte de "
                + "stockage (portail Azure, « Clés d’accès »), ou UseDevelopmentStorage=true pour Azurite ; sinon, "
                + "remettez Storage:Kind à Sqlite.");
        }

        return new StorageOptions(parsed, Path.GetFullPath(Text(section, "Folder") ?? DefaultFolder), account);
    }

    public override string ToString() => $"{Kind}, {Folder}";

    private static string? Text(IConfigurationSection section, string name) =>
        string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();
}

/// <summary>The engines.</summary>
public enum StorageKind
{
    Sqlite,
    Azure,
}

/// <summary>A setting can't be used. The message says, in French, which one and what to write instead.</summary>
public sealed class WrongSettingException(string message, Exception? inner = null) : Exception(message, inner);
