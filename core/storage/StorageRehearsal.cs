using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Concertation.Storage.Sqlite;

namespace Concertation.Storage;

/// <summary>What the compiler and the serialiser prepare at the first use of storage, and a process can do ahead of it.</summary>
public static class StorageRehearsal
{
    /// <summary>Opens a database in memory, and reads and writes an empty record of each shape a vote needs.</summary>
    public static void Run()
    {
        SqliteSchema.Rehearse();
        Once(StorageJson.Default.Ballot);
        Once(StorageJson.Default.Mandate);
        Once(StorageJson.Default.Elector);
        Once(StorageJson.Default.Vote);
    }

    private static void Once<T>(JsonTypeInfo<T> shape) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize("{}"u8, shape)!, shape);
}
