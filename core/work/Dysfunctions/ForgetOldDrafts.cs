using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Dysfunctions;

/// <summary>Deletes what was typed and never sent, after a few days.</summary>
public sealed class ForgetOldDrafts(IRosters rosters, ReportDrafts drafts) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var territory in await rosters.All(cancel))
        {
            await drafts.ForgetOld(territory.Id, cancel);
        }
    }
}
