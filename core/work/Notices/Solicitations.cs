using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Notices;

/// <summary>
/// How often those whom a sending would reach were written to this week, all tables together: shown before it leaves
/// (rule 11), and who is left in peace until next week when its sender chose so.
/// </summary>
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

    /// <summary>Has these told of an effect, each once: at once, or later those written to often, as the effect says.</summary>
    public async Task Tell(EffectRun run, IEnumerable<(PersonId Person, SeatId? Seat)> recipients, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var often = run.Effect.OftenFrom > now ? await Often(run.Roster, now, cancel) : [];
        await notices.Create(
            [.. recipients.Select(r => Notify.Of(run.Aggregate, run.Effect, r.Person, r.Seat, now) with { NotBefore = often.Contains(r.Person) ? run.Effect.OftenFrom : null })],
            cancel);
    }

    private async Task<HashSet<PersonId>> Often(Roster roster, DateTimeOffset now, CancellationToken cancel)
    {
        var sent = await notices.SolicitationsInWeekOf(roster.Territory.Id, ReminderRules.LocalDay(now, roster.Zone), cancel);
        return [.. sent.Where(s => s.Value >= RemindSeats.Often).Select(s => s.Key)];
    }
}
