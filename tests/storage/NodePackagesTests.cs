using System.Text.Json;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests;

public sealed class NodePackagesTests
{
    [Fact]
    public void Versions_are_exact_and_the_lock_names_no_registry()
    {
        using var packages = JsonDocument.Parse(File.ReadAllText(Tests("package.json")));
        foreach (var package in packages.RootElement.GetProperty("devDependencies").EnumerateObject())
        {
            package.Value.GetString().ShouldNotBeNull().ShouldMatch(@"^\d+\.\d+\.\d+$", package.Name);
        }

        File.ReadAllText(Tests("package-lock.json")).ShouldNotContain("\"resolved\"");
    }

    private static string Tests(string file) => Path.Combine(Repository.Root, "tests", file);
}
