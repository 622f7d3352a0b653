using System.CommandLine;
using System.Text;

namespace ConcertationBot.Decisions;

/// <summary>
/// <c>export-register</c>: writes the registers as JSON that an outsider can recheck without this program (docs/register.md).
/// Exit 0: written; 1: the data can't be read any more; 2: misuse, a wrong setting, no data, a file that can't be written.
/// </summary>
public static class ExportCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--out") { Description = "Le fichier à écrire ; sinon, la sortie standard." };
        var table = new Option<string?>("--table") { Description = "Une seule table, par son nom court (TCT) ; sinon, toutes." };
        var command = new Command(
            "export-register", "Exporte le registre en JSON, vérifiable sans ce programme (docs/register.md).") { file, table };
        command.SetAction((parsed, cancel) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return RegisterStorage.With(
                error, services => Run(services, parsed.GetValue(table), parsed.GetValue(file), output, error, cancel), cancel);
        });
        return command;
    }

    private static async Task<int> Run(
        IServiceProvider services, string? table, FileInfo? file, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (await RegisterExport.Of(services, table, cancel) is not { } json)
        {
            await error.WriteLineAsync(VerifyTexts.NoSuchTable(table!));
            return 2;
        }

        if (file is null)
        {
            await output.WriteLineAsync(json);
            return 0;
        }

        try
        {
            await File.WriteAllTextAsync(file.FullName, json + "\n", new UTF8Encoding(false), cancel);
            return 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(VerifyTexts.NotWritten(file.ToString(), refused.Message));
            return 2;
        }
    }
}
