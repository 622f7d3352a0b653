using System.CommandLine;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Work.Decisions;

namespace ConcertationBot.Decisions;

/// <summary>
/// <c>verify</c>: rechecks every register and every outcome from what is stored, then the signed heads. Exit 0: all fits; 1: not,
/// and the first break is printed; 2: nothing could be checked (misuse, a wrong setting, no data).
/// </summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command(
            "verify", "Vérifie le registre : chaque chaîne, chaque résultat recompté d’après les voix gardées, chaque relevé signé.");
        var signed = new Option<bool>("--signed") { Description = "Exige des relevés signés : s’il n’y en a aucun, la vérification échoue." };
        command.Add(signed);
        command.SetAction((parsed, cancel) =>
        {
            var demanded = parsed.GetValue(signed);
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return RegisterStorage.With(error, services => Run(services, demanded, output, error, cancel), cancel);
        });
        return command;
    }

    private static async Task<int> Run(
        IServiceProvider services, bool demanded, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var (rosters, verify) = (services.GetRequiredService<IRosters>(), services.GetRequiredService<VerifyRegister>());
        var checks = new List<RegisterCheck>();
        foreach (var territory in await rosters.All(cancel))
        {
            if (await rosters.Get(territory.Id, cancel) is { } roster)
            {
                checks.AddRange(await verify.Handle(roster, cancel));
            }
        }

        foreach (var check in checks)
        {
            if (check.Break is { } found)
            {
                await error.WriteLineAsync(VerifyTexts.Broken(check, found));
                return 1;
            }

            await output.WriteLineAsync(VerifyTexts.Intact(check));
        }

        var heads = new HeadsCheck(services.GetRequiredService<SignedHeads>(), services.GetRequiredService<RegisterKey>(), demanded);
        var code = await heads.Run(checks, output, error);
        if (code == 0)
        {
            await output.WriteLineAsync(VerifyTexts.Whole(checks.Sum(c => c.Decisions)));
        }

        return code;
    }
}
