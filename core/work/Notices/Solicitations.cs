using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Notices;

/// <summary>How often those whom a sending would reach were written to this week, all tables together: shown before it leaves (rule 11).</summary>
public sealed class Solicitations(INotices notices, TimeProvider clock)
{
    /// <summary>The holders of these seats who were written to often, most first.</summary>
    public async Task<IReadOnlyList<(string Name, int Messages)>> Of(
        IEnumerable<Seat> seats, Roster roster, CancellationToken cancel)
    {
        var sent = await notices.SolicitationsInWeekOf(roster.Territory.Id, ReminderRules.LocalDay(clock.GetUtcNow(), roster.Zone), cancel);
        return
        [
            .. seats.Select(s => roster.Mandates.GetValueOrDefault(s.Id)?.Holder).OfType<Person>().DistinctBy(p => p.Id)
                .Select(p => (p.Name, Messages: sent.GetValueOrDefault(p.Id)))
                .Where(p => p.Messages >= RemindSeats.Often).OrderByDescending(p => p.Messages).ThenBy(p => p.Name, StringComparer.Ordinal),
        ];
    }
}
