using System.CommandLine;
using Concertation.Storage;
using ConcertationBot;
using ConcertationBot.Channel;
using ConcertationBot.Decisions;
using ConcertationBot.Demo;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Import;
using ConcertationBot.PersonalData;
using Microsoft.AspNetCore.Connections;

// Without a command this is the web application, whose own switches (--urls=…) are none of the command line's business.
var root = new RootCommand("ConcertationBot : les tables de concertation d’un territoire.")
{
    TreatUnmatchedTokensAsErrors = args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal),
};
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(ScreenCommand.Create());
root.Subcommands.Add(PersonDataCommand.Create());
root.Subcommands.Add(SuggestCommand.Create());
root.SetAction((_, _) => Serve(args));
// Stopping is the host's: a request under way is finished.
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
// What was typed wrongly is told apart from what was found wrong.
return parsed.Errors.Count > 0 ? 2 : code;

static async Task<int> Serve(string[] args)
{
    try
    {
        Rehearsal.Begin();
        await using var app = BotApp.Build(args, builder => builder.Services.AddHostedService<Rehearsal>());
        await app.RunAsync();
        return 0;
    }
    catch (IOException taken) when (taken.InnerException is AddressInUseException)
    {
        await Console.Error.WriteLineAsync(
            "Un autre programme, peut-être ce bot déjà lancé, écoute à cette adresse. Arrêtez-le, ou donnez un autre port : --urls=http://localhost:4555");
        return 2;
    }
    catch (Exception refused) when (refused is StartRefusedException or WrongSettingException)
    {
        await Console.Error.WriteLineAsync(refused.Message);
        return 2;
    }
}
