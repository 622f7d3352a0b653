namespace ConcertationBot.Tests.Browser;

/// <summary>Where the tests' own files and the add-in's stand.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = Up(AppContext.BaseDirectory);

    /// <summary>The add-in's files as they are served.</summary>
    internal static string AddIn { get; } = Path.Combine(Root, "addin", "wwwroot");

    /// <summary>A file under artifacts/, which isn't kept.</summary>
    internal static string Artifact(params string[] path)
    {
        var file = Path.Combine([Root, "artifacts", .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "ConcertationBot.sln"))
        ? folder
        : Up(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}
