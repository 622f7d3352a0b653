namespace Concertation.Domain.Dysfunctions;

/// <summary>What somebody had typed last of a report they didn't send; the guard found nothing in it.</summary>
public sealed record KeptDraft(WrittenReport Written, DateTimeOffset At);

/// <summary>One draft a person, for a few days.</summary>
public interface IReportDrafts
{
    Task<KeptDraft?> Of(TerritoryId territory, PersonId person, CancellationToken cancel);

    /// <summary>In place of the one before.</summary>
    Task Keep(TerritoryId territory, PersonId person, KeptDraft draft, CancellationToken cancel);

    Task Forget(TerritoryId territory, PersonId person, CancellationToken cancel);

    /// <summary>Deletes those that are older.</summary>
    Task ForgetBefore(TerritoryId territory, DateTimeOffset moment, CancellationToken cancel);
}

/// <summary>Keeps what a person typed, offers it again, and forgets it once it is sent, given up or old.</summary>
public sealed class ReportDrafts(IReportDrafts drafts, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(5);

    /// <summary>Null when there is none that isn't old.</summary>
    public async Task<KeptDraft?> Of(TerritoryId territory, PersonId person, CancellationToken cancel) =>
        await drafts.Of(territory, person, cancel) is { } draft && clock.GetUtcNow() - draft.At < Kept ? draft : null;

    /// <summary>What the guard refuses isn't kept, nor is an empty form or one too long: what was kept before stays.</summary>
    public Task Keep(TerritoryId territory, PersonId person, WrittenReport written, CancellationToken cancel) =>
        ReportGuard.Refusal(written) is null
            ? drafts.Keep(territory, person, new KeptDraft(written, clock.GetUtcNow()), cancel)
            : Task.CompletedTask;

    public Task Forget(TerritoryId territory, PersonId person, CancellationToken cancel) => drafts.Forget(territory, person, cancel);

    public Task ForgetOld(TerritoryId territory, CancellationToken cancel) =>
        drafts.ForgetBefore(territory, clock.GetUtcNow() - Kept, cancel);
}
