using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Work.Links;

namespace Concertation.Work.Dysfunctions;

/// <summary>The personal link to the page of what waits, for those who handle reports.</summary>
public sealed class QueueLinks(PersonalLinks links, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    public Uri For(TerritoryId territory, PersonId person) => new(links.UrlFor(new PersonalLink(
        territory, LinkPurpose.Queue, "reports", new SeatId("-"), person, clock.GetUtcNow() + Lasts)));
}
