using System.Diagnostics;
using System.Text;
using Concertation.Storage.Sqlite;
using Concertation.Work.Decisions;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>
/// What a bot left behind that has stopped: three decisions of the TCT (adopted with reasons and a changed vote, rejected, one
/// of the next year), a carence, one decision of the TCS, and a day's signed heads.
/// </summary>
public class KeptRegister : IAsyncLifetime, IDisposable
{
    public const string Reason = "La garde du vendredi est tenue.";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();
    private int _copies;

    /// <summary>As the bot left it; not to be changed.</summary>
    public string Folder => Path.Combine(_folder.Path, "data");

    public async Task InitializeAsync()
    {
        await using var place = await Kervelen.Start(folder: Folder);
        await Play(place);
    }

    /// <summary>What the bot is asked to do before it stops.</summary>
    protected virtual async Task Play(Kervelen place)
    {
        await Decide(place, "Réserver une place d’urgence", Reported.Quorum);
        await Decide(place, "Sans quorum", ["yann-kerimagin"]);
        await Decide(place, "Ouvrir le samedi", Reported.Quorum, "Contre");
        await place.Recorded("tct", "Ouvrir le samedi");
        place.Clock.Advance(TimeSpan.FromDays(45));
        await Decide(place, "De janvier", Reported.Quorum);
        await place.Recorded("tct", "De janvier");
        // The schedule may have signed this day before its decision was there.
        place.Clock.Advance(TimeSpan.FromDays(1));
        await place.Service<SignHeads>().Run(default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A copy to be changed, with its signed heads; it goes with the fixture.</summary>
    public string Copy(bool heads = true)
    {
        var copy = Path.Combine(_folder.Path, $"copy{Interlocked.Increment(ref _copies)}");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(Folder, SqliteFile.FileName + "*"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        if (heads)
        {
            Directory.CreateDirectory(copy + ".register");
            foreach (var file in Directory.GetFiles(Folder + ".register"))
            {
                File.Copy(file, Path.Combine(copy + ".register", Path.GetFileName(file)));
            }

            File.Copy(Folder + ".register-key.pem", copy + ".register-key.pem");
        }

        return copy;
    }

    /// <summary>The command as it is typed, in a process of its own; no-break spaces read as spaces.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(string folder, params string[] command)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["Storage__Folder"] = folder },
        };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "ConcertationBot.dll"), .. command])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Longest);
        return (process.ExitCode, Plain(await output), Plain(await error));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static async Task Decide(Kervelen place, string title, IReadOnlyList<string> voters, string button = "Pour")
    {
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        var opened = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("title", title), ("text", $"{title} : un texte."));
        await place.Press(voters[0], await place.Ballot(voters[0], title), "Abstention");
        foreach (var voter in voters)
        {
            await place.Press(voter, await place.Ballot(voter, title), button, ("reason", Reason));
        }

        (await place.Press(Kervelen.Pilot, opened, "Clore maintenant")).Says("Le vote est clos").ShouldBeTrue();
        await place.Hears(voters[0], title);
    }
}
