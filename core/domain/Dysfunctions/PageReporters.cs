using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>Whoever reports by a table's page is known by the report alone.</summary>
public static class PageReporters
{
    /// <summary>Before the report has its number.</summary>
    public static Actor Somebody(TerritoryId territory, string name) => new(territory, new("page"), name, null, Way.Link, null);

    public static PersonId IdOf(DysfunctionRef reference) => new($"page-{reference.Value.ToLowerInvariant()}");
}
