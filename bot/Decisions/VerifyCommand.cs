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
        command.SetAction((parsed, cancel) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return RegisterStorage.With(error, services => Run(services, output, error, cancel), cancel);
        });
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancel)
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

        var code = await CheckHeads(services, checks, output, error);
        if (code == 0)
        {
            await output.WriteLineAsync(VerifyTexts.Whole(checks.Sum(c => c.Decisions)));
        }

        return code;
    }

    private static async Task<int> CheckHeads(
        IServiceProvider services, IReadOnlyList<RegisterCheck> checks, TextWriter output, TextWriter error)
    {
        IReadOnlyList<SignedHead> heads;
        try
        {
            heads = services.GetRequiredService<SignedHeads>().All();
        }
        catch (InvalidDataException unreadable)
        {
            await error.WriteLineAsync(VerifyTexts.HeadUnreadable(unreadable.Message));
            return 1;
        }

        if (heads.Count == 0)
        {
            await output.WriteLineAsync(VerifyTexts.NoHeads);
            return 0;
        }

        using var key = services.GetRequiredService<RegisterKey>().Public();
        if (key is null)
        {
            await error.WriteLineAsync(VerifyTexts.NoKey);
            return 2;
        }

        foreach (var head in heads)
        {
            if (!SignedHeads.IsSignedBy(head, key))
            {
                await error.WriteLineAsync(VerifyTexts.HeadNotSigned(head.Day));
                return 1;
            }

            if (head.Lines.FirstOrDefault(l => !Fits(l, checks)) is { } line)
            {
                var table = checks.FirstOrDefault(c => IsOf(line, c))?.Short ?? line.Table;
                await error.WriteLineAsync(VerifyTexts.HeadDiffers(head.Day, new(line.Territory, table, line.Decisions, line.Hash)));
                return 1;
            }
        }

        await output.WriteLineAsync(VerifyTexts.HeadsFit(heads.Count, RegisterKey.FingerprintOf(key)));
        return 0;
    }

    private static bool Fits(RegisterHeadLine line, IReadOnlyList<RegisterCheck> checks) =>
        checks.FirstOrDefault(c => IsOf(line, c)) is { } check && line.Decisions > 0 && line.Decisions <= check.Chain.Count
        && check.Chain[line.Decisions - 1] == line.Hash;

    private static bool IsOf(RegisterHeadLine line, RegisterCheck check) =>
        check.Territory.Value == line.Territory && check.Table.Value == line.Table;
}
