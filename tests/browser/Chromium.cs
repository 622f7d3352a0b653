using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser;

/// <summary>
/// The Chromium of this machine, started once for the tests that share it. Where there is none, <see cref="Browser"/>
/// is null and tests pass with a printed reason, except in CI, where its absence fails them.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] WellKnown =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly Dictionary<string, IPage> _pages = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;

    /// <summary>The browser, or null where there is none.</summary>
    public IBrowser? Browser { get; private set; }

    /// <summary>Where the browser is: CHROMIUM_PATH, or a well-known place.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } set
        ? set
        : WellKnown.FirstOrDefault(File.Exists);

    /// <summary>The page of that name, opened once for all tests: opening one takes longer than what is tried on it.</summary>
    public async Task<IPage> Page(string name, Func<IBrowser, Task<IPage>> open)
    {
        if (!_pages.TryGetValue(name, out var page))
        {
            page = _pages[name] = await open(Browser ?? throw new InvalidOperationException("There is no Chromium."));
        }

        return page;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            const string Reason = "No Chromium on this machine: set CHROMIUM_PATH to see pages and cards tested.";
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException(Reason);
            }

            await Console.Out.WriteLineAsync(Reason);
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--lang=fr-FR"],
        });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Tests that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "browser";
}
