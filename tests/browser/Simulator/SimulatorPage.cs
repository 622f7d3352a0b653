using System.Text.RegularExpressions;
using ConcertationBot.Tests.Kit;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Simulator;

/// <summary>The simulator's page in Chromium, used as a person does: by what is written on it.</summary>
internal sealed class SimulatorPage(IPage page)
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "artifacts", "simulator");

    private ILocator Messages => page.Locator("#messages .message");

    /// <summary>What the page complained about.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<SimulatorPage> Open(IBrowser browser, Uri address)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1360, Height = 860 }, Locale = "fr-FR",
        });
        var opened = new SimulatorPage(page);
        page.PageError += (_, error) => opened.Faults.Add(error);
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
            {
                opened.Faults.Add(said.Text);
            }
        };
        await page.GotoAsync(address.AbsoluteUri);
        return opened;
    }

    public async Task Be(string name)
    {
        await page.Locator("#people button").Filter(new() { HasText = name }).First.ClickAsync();
        await page.Locator("#who").GetByText(name).WaitForAsync();
    }

    /// <summary>Writes to the bot and waits until it has answered with those words.</summary>
    public async Task Say(string text, string answer)
    {
        await page.Locator("#say-words").FillAsync(text);
        await page.Locator("#say-words").PressAsync("Enter");
        await Reads(answer);
    }

    /// <summary>Waits for the newest message to hold those words.</summary>
    public Task Reads(string words) => Messages.Last.GetByText(words).First.WaitForAsync();

    public Task Fill(string label, string words) => Messages.Last.GetByLabel(label).First.FillAsync(words);

    /// <summary>Chooses the option that holds those words, once the newest message offers it: the words just sent may hold them too.</summary>
    public async Task Choose(string label, string words)
    {
        var field = Messages.Last.GetByLabel(label).First;
        var option = field.Locator("option").Filter(new() { HasText = words }).First;
        await option.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await field.SelectOptionAsync(new SelectOptionValue { Label = (await option.TextContentAsync())! });
    }

    /// <summary>Presses a button of the newest message that has it, and waits for the words that follow.</summary>
    public async Task Press(string button, string then)
    {
        await Messages.GetByRole(AriaRole.Button, new() { NameRegex = Whole(button) }).Filter(new() { Visible = true }).Last.ClickAsync();
        await page.Locator("#messages").GetByText(then).Last.WaitForAsync();
    }

    /// <summary>Opens the newest « … » and says whether its menu, with that entry, stands whole within the window while the chat stays in place.</summary>
    public async Task<bool> OpenMenu(string entry)
    {
        var chat = await page.Locator("#say").BoundingBoxAsync();
        await Messages.Last.GetByTitle("More options").Last.ClickAsync();
        await Entry(entry).WaitForAsync();
        var menu = await Entry(entry).BoundingBoxAsync();
        return menu is not null && menu.Y >= 0 && menu.Y + menu.Height <= page.ViewportSize!.Height
            && (await page.Locator("#say").BoundingBoxAsync())?.Y == chat?.Y
            && await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= window.innerHeight");
    }

    public async Task ChooseInMenu(string entry, string then)
    {
        await Entry(entry).ClickAsync();
        await Reads(then);
    }

    private ILocator Entry(string words) => page.GetByRole(AriaRole.Menuitem).GetByText(words);

    /// <summary>Clicks the line of the newest message that holds those words, and waits for the card that takes its place.</summary>
    public async Task Open(string words, string then)
    {
        await Messages.Last.GetByText(words).First.ClickAsync();
        await Messages.Last.GetByText(then).First.WaitForAsync();
    }

    /// <summary>Attaches a file with « Joindre » and waits until the bot has answered with those words.</summary>
    public async Task Attach(string name, byte[] bytes, string answer)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Locator("#say-attach").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await Reads(answer);
    }

    /// <summary>Opens the newest letter with that subject and follows its link, as from a mail program.</summary>
    public async Task<IPage> FollowLetter(string subject)
    {
        var letter = page.Locator(".letter").Filter(new() { HasText = subject }).First;
        await letter.Locator("summary").ClickAsync();
        return await page.RunAndWaitForPopupAsync(() => letter.Locator("pre a").First.ClickAsync());
    }

    public Task<IPage> OpenRoadmap() => page.RunAndWaitForPopupAsync(() => page.Locator("#roadmap").ClickAsync());

    /// <summary>Leaves a picture to look at in artifacts/simulator.</summary>
    public Task Picture(string name) => Picture(page, name);

    public static Task Picture(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png") });

    private static Regex Whole(string title) => new($"^(✓ )?{Regex.Escape(title)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
