using ConcertationBot.Demo.Acts;

namespace ConcertationBot.Demo;

/// <summary>The acts, in their order.</summary>
internal static class DemoRun
{
    /// <param name="samples">Where files of the session are kept for readers; null for nowhere.</param>
    /// <param name="configure">Runs last, over the bot's settings and services.</param>
    /// <returns>0 when every step held, else 1.</returns>
    public static async Task<int> Play(
        string folder, TextWriter output, CancellationToken cancel, Action<WebApplicationBuilder>? configure = null, string? samples = null)
    {
        await output.WriteLineAsync(Plain.Set($"Une concertation jouée de bout en bout, sur cette machine ({folder})."));
        await using var stage = await DemoStage.Raise(folder, samples, cancel, configure);
        var bill = new Playbill(output, stage.Stop);
        if (await Importing.Play(stage, bill))
        {
            await Convening.Play(stage, bill);
            await Replying.Play(stage, bill);
            await Reporting.Play(stage, bill);
            await Qualifying.Play(stage, bill);
            await Suggesting.Play(stage, bill);
            await Adopting.Play(stage, bill);
            await Rejecting.Play(stage, bill);
            await Withdrawing.Play(stage, bill);
            await CallingAgain.Play(stage, bill);
            await Restricting.Play(stage, bill);
            await AtTheOtherTable.Play(stage, bill);
            await FindingOnesWay.Play(stage, bill);
            await AskingTheDirectory.Play(stage, bill);
            await LookingAtTheNumbers.Play(stage, bill);
            await ChoosingADate.Play(stage, bill);
            await PreparingTheAgenda.Play(stage, bill);
            await HoldingTheSession.Play(stage, bill);
            await WritingMinutes.Play(stage, bill);
            await ApprovingMinutes.Play(stage, bill);
            await DecidingOtherwise.Play(stage, bill);
            await Escalating.Play(stage, bill);
            await GroupingReports.Play(stage, bill);
            await ReportingAnonymously.Play(stage, bill);
            await Accounts.Play(stage, bill);
        }

        await bill.End();
        return bill.Failures.Count == 0 ? 0 : 1;
    }
}
