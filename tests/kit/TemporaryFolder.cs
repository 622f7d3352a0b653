namespace ConcertationBot.Tests.Kit;

/// <summary>A folder of a test's own, deleted with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("concertation-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
