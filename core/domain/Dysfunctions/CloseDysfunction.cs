using Concertation.Domain.PersonalData;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public abstract record CloseAnswer
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    private CloseAnswer() { }

    public sealed record Closed(Dysfunction Report) : CloseAnswer;

    public sealed record NotPilot : CloseAnswer;

    public sealed record NoSuchReport : CloseAnswer;

    /// <summary>A report that goes nowhere is owed an explanation.</summary>
    public sealed record NoReason : CloseAnswer;

    public sealed record ReasonTooLong : CloseAnswer;

    public sealed record ReasonNamesSomeone(IReadOnlyList<PersonalDataKind> Kinds) : CloseAnswer;

    /// <summary>A table has decided on it, or it is resolved.</summary>
    public sealed record AlreadySettled(Dysfunction Report) : CloseAnswer;

    public T Match<T>(
        Func<Closed, T> closed, Func<NotPilot, T> notPilot, Func<NoSuchReport, T> noSuchReport, Func<NoReason, T> noReason,
        Func<ReasonTooLong, T> reasonTooLong, Func<ReasonNamesSomeone, T> reasonNamesSomeone,
        Func<AlreadySettled, T> alreadySettled) => this switch
    {
        Closed r => closed(r),
        NotPilot r => notPilot(r),
        NoSuchReport r => noSuchReport(r),
        NoReason r => noReason(r),
        ReasonTooLong r => reasonTooLong(r),
        ReasonNamesSomeone r => reasonNamesSomeone(r),
        AlreadySettled r => alreadySettled(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>The pilote or a deputy closes a report without action and says why; the reporter is told both.</summary>
public sealed class CloseDysfunction(IDysfunctions dysfunctions, IRelay relay, TimeProvider clock)
{
    public async Task<CloseAnswer> Handle(
        Actor actor, Roster roster, DysfunctionRef reference, string? reason, CancellationToken cancel)
    {
        if (!await dysfunctions.IsFor(actor, roster, reference, cancel))
        {
            return new CloseAnswer.NotPilot();
        }

        if (Refusal(reason) is { } refusal)
        {
            return refusal;
        }

        var report = await dysfunctions.Change(
            relay, roster.Territory.Id, reference,
            r => MayClose(r) ? r.Becomes(DysfunctionStatus.ClosedWithoutAction, clock.GetUtcNow(), actor.Id, reason!.Trim()) : r,
            EffectKind.DysfunctionChanged, cancel);
        return report switch
        {
            null => new CloseAnswer.NoSuchReport(),
            { Status: DysfunctionStatus.ClosedWithoutAction } => new CloseAnswer.Closed(report),
            _ => new CloseAnswer.AlreadySettled(report),
        };
    }

    private static bool MayClose(Dysfunction report) =>
        report.Status is DysfunctionStatus.Received or DysfunctionStatus.Qualified or DysfunctionStatus.Clustered
            or DysfunctionStatus.OnAgenda;

    private static CloseAnswer? Refusal(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new CloseAnswer.NoReason();
        }

        if (PersonalDataGuard.KindsIn(reason) is { Count: > 0 } kinds)
        {
            return new CloseAnswer.ReasonNamesSomeone(kinds);
        }

        return reason.Trim().Length > CloseAnswer.LongestReason ? new CloseAnswer.ReasonTooLong() : null;
    }
}
