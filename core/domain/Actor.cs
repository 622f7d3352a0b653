using Concertation.Domain.Tables;

namespace Concertation.Domain;

/// <summary>How an act reached us. A mail link, a chat card and an answer in one's calendar carry the same rights.</summary>
public enum Way { Chat, Link, Calendar }

/// <summary>
/// Who acts, as verified by the channel or by a signed link; never as claimed by a card's data. Person is null for a
/// partner: someone of an allowed tenant who holds no mandate.
/// </summary>
/// <param name="EntraId">Entra object id, lower case; null when the person came by a signed link.</param>
public sealed record Actor(TerritoryId Territory, PersonId Id, string Name, string? EntraId, Way Way, Person? Person);
