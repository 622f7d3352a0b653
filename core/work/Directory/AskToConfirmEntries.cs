using System.Globalization;
using Concertation.Domain.Directories;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Work.Directories;

/// <summary>Once a year, in working hours, has each structure with a seat asked whether its entry is still true; and once more three weeks later.</summary>
public sealed class AskToConfirmEntries(IRosters rosters, IDirectory directory, IRelay relay, TimeProvider clock) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var territory in await rosters.All(cancel))
        {
            var (today, now) = (LocalDay.Of(clock, territory), clock.GetUtcNow());
            if (territory.QuietHours.IsQuiet(now, TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone)))
            {
                continue;
            }

            var due = (await directory.All(territory.Id, cancel)).Where(e => ConfirmationRules.IsToBeAsked(e.Value, today)).ToList();
            if (due.Count == 0 || await rosters.Get(territory.Id, cancel) is not { } roster)
            {
                continue;
            }

            // A structure from outside has nobody to write to: the pilote sees since when it isn't confirmed.
            foreach (var entry in due.Where(e => e.Value.SeatsIn(roster).Any()))
            {
                var asked = ConfirmationRules.Asked(entry.Value, today);
                await relay.Announce(asked.Aggregate, cancel);
                if (await directory.Save(asked, entry.Version, [EffectOf(asked, today)], cancel))
                {
                    relay.Nudge(asked.Aggregate);
                }
            }
        }
    }

    private static Effect EffectOf(DirectoryEntry entry, DateOnly today) => new(
        $"confirm-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}", EffectKind.DirectoryConfirmationDue, entry.Id.Value);
}
