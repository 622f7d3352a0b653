using Concertation.Domain.Notices;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public abstract record OwnReportAnswer
{
    private OwnReportAnswer() { }

    public sealed record Done(Dysfunction Report) : OwnReportAnswer;

    /// <summary>The pilote has begun to handle it.</summary>
    public sealed record TooLate(Dysfunction Report) : OwnReportAnswer;

    public sealed record NoSuchReport : OwnReportAnswer;

    /// <summary>Nothing was kept of it: see <see cref="ReportDysfunction"/>.</summary>
    public sealed record Unfit(ReportAnswer Why) : OwnReportAnswer;
}

/// <summary>
/// What a reporter may do with a report: answer a question, and until it is qualified put it in other words or withdraw it.
/// Who the reporter is was verified before: by the channel, or by the follow-up code.
/// </summary>
public sealed class OwnReport(IDysfunctions dysfunctions, IRelay relay, TimeProvider clock)
{
    /// <summary>The report that a follow-up code opens; null when it opens none.</summary>
    public async Task<Dysfunction?> ByCode(TerritoryId territory, FollowUpCode code, CancellationToken cancel) =>
        (await dysfunctions.ByCode(territory, code.Year, code.Hash, cancel))?.Value;

    public async Task<ExchangeResult> Answer(Dysfunction own, string? text, OperationId operation, CancellationToken cancel)
    {
        if (Exchanges.Refusal(text) is { } refusal)
        {
            return refusal with { Report = own };
        }

        var said = new Exchange(null, text!.Trim(), clock.GetUtcNow(), operation);
        var report = await dysfunctions.Change(
            relay, own.Territory, own.Reference,
            r => r.Over || r.Exchanges is not { Count: > 0 } ? r : Exchanges.With(r, said),
            r => Exchanges.EffectOf(r, EffectKind.DysfunctionToldMore, ToldMore.Answered, r.Exchanges!.Count), cancel);
        return report switch
        {
            null => new(null, ExchangeRefusal.NoSuchReport),
            { Over: true } => new(report, ExchangeRefusal.Over),
            { Exchanges: null } => new(report, ExchangeRefusal.NothingAsked),
            _ => new(report),
        };
    }

    public async Task<OwnReportAnswer> Reword(Dysfunction own, WrittenReport written, CancellationToken cancel)
    {
        written = written.Tidied();
        if (ReportGuard.Refusal(written) is { } refusal)
        {
            return new OwnReportAnswer.Unfit(refusal);
        }

        var now = clock.GetUtcNow();
        return Outcome(
            await dysfunctions.Change(
                relay, own.Territory, own.Reference, r => Reworded(r, written, now),
                r => Exchanges.EffectOf(r, EffectKind.DysfunctionToldMore, ToldMore.Reworded, r.Rewordings!.Count), cancel),
            r => r.Status == DysfunctionStatus.Received);
    }

    public async Task<OwnReportAnswer> Withdraw(Dysfunction own, CancellationToken cancel) => Outcome(
        await dysfunctions.Change(
            relay, own.Territory, own.Reference,
            r => r.Status == DysfunctionStatus.Received
                ? r.Becomes(DysfunctionStatus.ClosedWithoutAction, clock.GetUtcNow(), own.Reporter)
                : r,
            r => Exchanges.EffectOf(r, EffectKind.DysfunctionToldMore, ToldMore.Withdrawn, 1), cancel),
        r => r.Withdrawn);

    private static OwnReportAnswer Outcome(Dysfunction? report, Func<Dysfunction, bool> done) => report switch
    {
        null => new OwnReportAnswer.NoSuchReport(),
        _ when done(report) => new OwnReportAnswer.Done(report),
        _ => new OwnReportAnswer.TooLate(report),
    };

    private static Dysfunction Reworded(Dysfunction report, WrittenReport written, DateTimeOffset now)
    {
        // The axis is the pilote's business once it is received.
        written = written with { Axis = report.Axis };
        return report.Status != DysfunctionStatus.Received || written == report.Written()
            ? report
            : report with
            {
                Happened = written.Happened!, When = written.When, Commune = written.Commune, Structures = written.Structures,
                Consequence = written.Consequence, Tried = written.Tried, Gravity = written.Gravity, Frequency = written.Frequency,
                Step = written.Step, Rewordings = [.. report.Rewordings ?? [], new Rewording(now, report.Written())],
            };
    }
}

/// <summary>What the detail of <see cref="EffectKind.DysfunctionToldMore"/> may be: for ever, it is stored.</summary>
public static class ToldMore
{
    public const string Answered = "answered";
    public const string Reworded = "reworded";
    public const string Withdrawn = "withdrawn";
}
