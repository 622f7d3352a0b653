namespace ConcertationBot.Tests.Kit;

/// <summary>Where the tests' own files are.</summary>
public static class Repository
{
    /// <summary>The folder of ConcertationBot.sln.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>A script of the Node packages that the build installs, such as "azurite/dist/src/azurite.js".</summary>
    public static string NodeModule(string path) => Path.Combine(Root, "tests", "node_modules", path);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ConcertationBot.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new InvalidOperationException("The tests run outside the repository."));
}
