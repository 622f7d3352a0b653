using System.CommandLine;
using Concertation.Documents.Mail;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Retention;
using Concertation.Storage;
using Concertation.Storage.Sqlite;
using Concertation.Work.Retention;
using ConcertationBot.Decisions;
using ConcertationBot.Import;

namespace ConcertationBot.PersonalData;

/// <summary>
/// <c>person-data export|erase</c>: for a data-protection officer, of somebody without account too. Exit 0: done; 1: nobody of
/// that name; 2: misuse, a wrong setting, no data.
/// </summary>
public static class PersonDataCommand
{
    public static Command Create()
    {
        var who = new Argument<string>("PERSONNE") { Description = "Son courriel, son nom en entier, son identifiant, ou celui de son compte Entra." };
        var file = new Option<FileInfo?>("--out") { Description = "Le fichier à écrire ; sinon, la sortie standard." };
        var sure = new Option<bool>("--yes") { Description = "Effacer pour de bon ; sinon, dit seulement ce qui partirait et ce qui resterait." };
        var export = new Command("export", "Écrit en JSON tout ce qui est gardé au sujet d’une personne.") { who, file };
        export.SetAction((parsed, cancel) => With(
            parsed, (data, subject, output) => Export(data, subject, parsed.GetValue(file), output, cancel), parsed.GetRequiredValue(who), cancel));
        var erase = new Command("erase", "Efface ce qui n’est pas gardé par la loi, et compacte le fichier.") { who, sure };
        erase.SetAction((parsed, cancel) => With(
            parsed, (data, subject, output) => Erase(data, subject, parsed.GetValue(sure), output, cancel), parsed.GetRequiredValue(who), cancel));
        return new Command("person-data", "Exporte ou efface les données d’une personne (docs/retention.md).") { export, erase };
    }

    private delegate Task Work(IServiceProvider services, Subject subject, TextWriter output);

    private static async Task<int> With(ParseResult parsed, Work work, string who, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var settings = ImportCommand.Settings();
            var options = StorageOptions.From(settings);
            if (options.Kind == StorageKind.Sqlite && !File.Exists(Path.Combine(options.Folder, SqliteFile.FileName)))
            {
                await error.WriteLineAsync(VerifyTexts.NoData(options.Folder));
                return 2;
            }

            var services = new ServiceCollection();
            services.AddStorage(settings, makesKeys: false).AddStores()
                .AddSingleton(new MailFolder(settings["Mail:Folder"] ?? Path.Combine(options.Folder, "courrier"), "concertation@concertation.example"))
                .AddRetention();
            await using var provider = services.BuildServiceProvider();
            var found = false;
            foreach (var territory in await provider.GetRequiredService<IRosters>().All(cancel))
            {
                var subject = await SubjectOf(provider, territory.Id, who.Trim(), cancel);
                if ((await provider.GetRequiredService<PersonData>().Of(subject, cancel)).Count > 0)
                {
                    found = true;
                    await work(provider, subject, output);
                }
            }

            if (!found)
            {
                await error.WriteLineAsync($"Rien n’est gardé au sujet de « {who} ». Essayez son courriel, son nom en entier ou l’identifiant de son compte Entra.");
            }

            return found ? 0 : 1;
        }
        catch (Exception refused) when (refused is WrongSettingException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    private static async Task Export(IServiceProvider services, Subject subject, FileInfo? file, TextWriter output, CancellationToken cancel)
    {
        var json = MyDataFile.Of(
            subject, await services.GetRequiredService<PersonData>().Of(subject, cancel), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (file is null)
        {
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(json));
            return;
        }

        await File.WriteAllBytesAsync(file.FullName, json, cancel);
    }

    private static async Task Erase(IServiceProvider services, Subject subject, bool sure, TextWriter output, CancellationToken cancel)
    {
        var data = services.GetRequiredService<PersonData>();
        var counts = sure ? await data.Erase(subject, cancel) : PersonData.Count(await data.Of(subject, cancel));
        if (sure)
        {
            await services.GetRequiredService<IStorageTraces>().Compact(cancel);
        }

        await output.WriteLineAsync($"{subject.Territory}, {subject.Name}");
        await output.WriteLineAsync($"  {(sure ? "Effacé" : "Serait effacé")} : {RetentionTexts.List(counts, c => c.Count - c.Staying)}");
        await output.WriteLineAsync($"  Reste : {RetentionTexts.List(counts, c => c.Staying)}");
        await output.WriteLineAsync(sure ? $"  {RetentionTexts.Stays}" : "  Rien n’a changé. Ajoutez --yes pour effacer.");
    }

    /// <summary>Somebody of the territory; else an account; else whoever bears that name or mail.</summary>
    private static async Task<Subject> SubjectOf(IServiceProvider services, TerritoryId territory, string who, CancellationToken cancel)
    {
        var roster = await services.GetRequiredService<IRosters>().Get(territory, cancel);
        var person = roster?.People.FirstOrDefault(p => new[] { p.Id.Value, p.Mail, p.EntraId, p.Name }.Contains(who, StringComparer.OrdinalIgnoreCase));
        return person is not null ? new(territory, person.Id, person.Name, person.Mail, person.EntraId)
            : Guid.TryParse(who, out var account) ? new(territory, Partners.IdOf(account.ToString()), who, null, account.ToString())
            : new(territory, IdRules.IsWellFormed(who) ? new(who) : Subject.Unknown, who, who.Contains('@', StringComparison.Ordinal) ? who : null, null);
    }
}
