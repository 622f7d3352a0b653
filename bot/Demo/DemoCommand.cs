using System.CommandLine;
using Concertation.Storage.Sqlite;
using Concertation.Work.Decisions;

namespace ConcertationBot.Demo;

/// <summary>
/// <c>demo</c>: plays the journeys on a bot of its own and checks each step. Exit 0: all held; 1: a step failed; 2: the
/// folder that Storage__Folder names isn't free.
/// </summary>
public static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command(
            "demo", "Joue les parcours (convoquer, répondre, signaler, voter, décider, tenir une séance, en valider le compte rendu) sur un territoire inventé et les vérifie.");
        var samples = new Option<string?>("--samples")
        {
            Description = "Garde dans ce dossier l’invitation d’agenda et les fichiers Word d’une des séances jouées.",
        };
        command.Add(samples);
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(samples), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(string? samples, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        // Not appsettings.json: a folder named there is a real bot's.
        var wanted = new ConfigurationBuilder().AddEnvironmentVariables().Build()["Storage:Folder"];
        if (string.IsNullOrWhiteSpace(wanted))
        {
            var temporary = Directory.CreateTempSubdirectory("concertation-demo-");
            try
            {
                // In it, storage: what the bot keeps apart from it lies beside, and goes with it.
                return await DemoRun.Play(temporary.CreateSubdirectory("data").FullName, output, cancel, samples: samples);
            }
            finally
            {
                temporary.Delete(recursive: true);
            }
        }

        var folder = Path.GetFullPath(wanted);
        if (File.Exists(Path.Combine(folder, SqliteFile.FileName)))
        {
            await error.WriteLineAsync(Plain.Set(
                $"Le dossier « {folder} » contient déjà des données : la démonstration n’y touche pas. Donnez à Storage__Folder un dossier vide."));
            return 2;
        }

        Directory.CreateDirectory(folder);
        if (PutAside(RegisterPlaces.From(new ConfigurationBuilder().Build(), folder).Heads) is { } aside)
        {
            await output.WriteLineAsync(Plain.Set(
                $"Des relevés signés d’un registre précédent étaient restés à côté de ce dossier : ils sont maintenant dans « {aside} »."));
        }

        return await DemoRun.Play(folder, output, cancel, samples: samples);
    }

    /// <summary>Heads of a register whose data are gone would gainsay the new one's.</summary>
    /// <returns>Where they are now; null when there were none.</returns>
    private static string? PutAside(string heads)
    {
        if (!Directory.Exists(heads))
        {
            return null;
        }

        var aside = Enumerable.Range(1, int.MaxValue).Select(n => $"{heads}.{n}").First(p => !Directory.Exists(p));
        Directory.Move(heads, aside);
        return aside;
    }
}
