using ConcertationBot.Demo.Acts;

namespace ConcertationBot.Demo;

/// <summary>The acts, in their order.</summary>
internal static class DemoRun
{
    /// <param name="configure">Runs last, over the bot's settings and services.</param>
    /// <returns>0 when every step held, else 1.</returns>
    public static async Task<int> Play(
        string folder, TextWriter output, CancellationToken cancel, Action<WebApplicationBuilder>? configure = null)
    {
        await output.WriteLineAsync(Plain.Set($"Une concertation jouée de bout en bout, sur cette machine ({folder})."));
        await using var stage = await DemoStage.Raise(folder, cancel, configure);
        var bill = new Playbill(output, stage.Stop);
        if (await Importing.Play(stage, bill))
        {
            await Convening.Play(stage, bill);
            await Replying.Play(stage, bill);
            await Reporting.Play(stage, bill);
            await Qualifying.Play(stage, bill);
            await Adopting.Play(stage, bill);
            await Rejecting.Play(stage, bill);
            await Withdrawing.Play(stage, bill);
            await CallingAgain.Play(stage, bill);
            await Restricting.Play(stage, bill);
            await AtTheOtherTable.Play(stage, bill);
            await FindingOnesWay.Play(stage, bill);
        }

        await bill.End();
        return bill.Failures.Count == 0 ? 0 : 1;
    }
}
