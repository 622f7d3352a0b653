namespace ConcertationBot.Tests.Kit;

/// <summary>A folder of a test's own, deleted with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("concertation-").FullName;

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        DeleteBeside(Path);
    }

    /// <summary>What a bot keeps apart from its storage lies beside the folder: signed heads and keys.</summary>
    public static void DeleteBeside(string folder)
    {
        if (Directory.Exists(folder + ".register"))
        {
            Directory.Delete(folder + ".register", recursive: true);
        }

        File.Delete(folder + ".register-key.pem");
        File.Delete(folder + ".votes-key");
    }
}
