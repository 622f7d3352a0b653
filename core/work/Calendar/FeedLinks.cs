using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Calendar;

/// <summary>A person's own links to their tables' calendars.</summary>
public sealed class FeedLinks(IFeedLinks links, FeedSecrets secrets, TimeProvider clock)
{
    /// <summary>The tables whose calendar the person may subscribe to: where they sit, and those they convene.</summary>
    public static IReadOnlyList<Table> TablesOf(Actor actor, Roster roster) => actor.Person is null
        ? []
        : [.. roster.Tables.Where(t => roster.MayConvene(actor.Id, t) || SeatsOf(actor.Id, t, roster).Count > 0)];

    /// <summary>The address of the person's link, made when there is none, or none that can be shown.</summary>
    public async Task<string> Show(Actor actor, Roster roster, Table table, CancellationToken cancel)
    {
        var standing = await links.Of(actor.Territory, actor.Id, table.Id, cancel);
        var fits = standing is not null && standing.Seats.SequenceEqual(SeatsOf(actor.Id, table, roster));
        // Another seat than then: the link is made again rather than left to a seat that may be lost.
        return fits && secrets.Open(standing!.Sealed) is { } secret
            ? secrets.UrlFor(secret)
            : await Make(actor, roster, table, standing, cancel);
    }

    /// <summary>Revokes the link there is, and makes another.</summary>
    public async Task<string> Renew(Actor actor, Roster roster, Table table, CancellationToken cancel) =>
        await Make(actor, roster, table, await links.Of(actor.Territory, actor.Id, table.Id, cancel), cancel);

    private async Task<string> Make(
        Actor actor, Roster roster, Table table, FeedLink? before, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var secret = FeedSecrets.New(actor.Territory);
        var link = new FeedLink(
            FeedSecrets.HashOf(secret), table.Id, actor.Id, secrets.Seal(secret), SeatsOf(actor.Id, table, roster), now);
        if (await links.Replace(actor.Territory, before, link, now, cancel))
        {
            return secrets.UrlFor(secret);
        }

        // Another act of the same person came first: its link is the good one.
        var standing = await links.Of(actor.Territory, actor.Id, table.Id, cancel);
        return standing is not null && secrets.Open(standing.Sealed) is { } other
            ? secrets.UrlFor(other)
            : throw new InvalidOperationException("a link that was just made can't be read");
    }

    private static List<SeatId> SeatsOf(PersonId person, Table table, Roster roster) =>
        [.. table.Seats.Where(s => roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(person)).Select(s => s.Id)];
}
