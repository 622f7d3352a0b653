using Concertation.Domain.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Retention;

/// <summary>Looks each quarter of an hour whether the day's round of purges is done, and goes on with it.</summary>
public sealed class PurgeDaily(PurgeOldRecords purge) : IScheduled
{
    public Task Run(CancellationToken cancel) => purge.Run(cancel);
}

public static class RetentionWork
{
    /// <summary>Needs the stores and the folder of letters.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<OldLetters>().AddSingleton<IPersonalLetters>(p => p.GetRequiredService<OldLetters>())
        .AddSingleton<PersonData>()
        .AddSingleton(p => ActivatorUtilities.CreateInstance<PurgeOldRecords>(
            p, ActivatorUtilities.CreateInstance<RowsThenLetters>(p, p.GetRequiredService<IOldRecords>())));
}
