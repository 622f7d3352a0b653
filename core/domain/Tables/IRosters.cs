namespace Concertation.Domain.Tables;

/// <summary>Reads territories and who is who.</summary>
public interface IRosters
{
    /// <summary>The territory as it stands, by one partition query; null when there is none of that id.</summary>
    Task<Roster?> Get(TerritoryId territory, CancellationToken cancel);

    /// <summary>One table and its territory, by two point reads; null when either is gone.</summary>
    Task<(Territory Territory, Table Table)?> TableOf(TerritoryId territory, TableId table, CancellationToken cancel);

    Task<IReadOnlyList<Territory>> All(CancellationToken cancel);

    /// <summary>The person bound to that Entra id in the territory: by the roster, or by an earlier match by mail.</summary>
    Task<PersonId?> Identify(TerritoryId territory, string entraId, CancellationToken cancel);

    /// <summary>Remembers that an Entra id was matched to a person by the mail the roster gives.</summary>
    Task Bind(TerritoryId territory, string entraId, PersonId person, CancellationToken cancel);

    /// <summary>The current mandate of one seat, by a point read.</summary>
    Task<Mandate?> MandateOf(TerritoryId territory, SeatId seat, CancellationToken cancel);
}
