using System.Collections.Concurrent;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Turns;

/// <summary>
/// Says who a caller is in a territory: by Entra id, else by the mail the roster gives, else a partner. Someone whose
/// name stands in the roster but whose mail doesn't is a partner until the pilote has said who it is.
/// </summary>
public sealed class Actors(
    IRosters rosters, ConnectorClient connector, INotices notices, IRelay relay, TimeProvider clock)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Partners seen lately, so that their mail isn't asked for at every message.</summary>
    private readonly ConcurrentDictionary<(TerritoryId, string), DateTimeOffset> _partners = new();

    public async Task<Actor> Of(Caller caller, Roster roster, CancellationToken cancel)
    {
        var territory = roster.Territory.Id;
        var person = await rosters.Identify(territory, caller.EntraId, cancel) is { } known ? roster.PersonOf(known) : null;
        person ??= await ByMail(caller, roster, cancel);
        return person is null
            ? new Actor(territory, Partners.IdOf(caller.EntraId), caller.Name, caller.EntraId, Way.Chat, null)
            : new Actor(territory, person.Id, person.Name, caller.EntraId, Way.Chat, person);
    }

    /// <summary>The same from a territory's id out of a card; null when there is no such territory.</summary>
    public async Task<(Actor Actor, Roster Roster)?> Of(Caller caller, TerritoryId? territory, CancellationToken cancel)
    {
        if (territory is not { } id || await rosters.Get(id, cancel) is not { } roster)
        {
            return null;
        }

        var actor = await Of(caller, roster, cancel);
        // A partner belongs to the territory's own tenant; someone else's tenant opens no door here.
        return actor.Person is null && !IsOfTenant(roster.Territory, caller) ? null : (actor, roster);
    }

    internal static bool IsOfTenant(Territory territory, Caller caller) =>
        territory.Tenant is null || string.Equals(territory.Tenant, caller.Tenant, StringComparison.OrdinalIgnoreCase);

    private async Task<Person?> ByMail(Caller caller, Roster roster, CancellationToken cancel)
    {
        var key = (roster.Territory.Id, caller.EntraId);
        var without = roster.People.Where(p => p.EntraId is null && p.Mail is not null).ToList();
        if (without.Count == 0 || (_partners.TryGetValue(key, out var since) && clock.GetUtcNow() - since < AskAgainAfter))
        {
            return null;
        }

        var read = await connector.Member(caller.Conversation, caller.MemberId, cancel);
        var mails = read.Match(member => new[] { member.Email, member.UserPrincipalName }, _ => []);
        if (without.FirstOrDefault(p => mails.Contains(p.Mail, StringComparer.OrdinalIgnoreCase)) is { } found)
        {
            await rosters.Bind(roster.Territory.Id, caller.EntraId, found.Id, cancel);
            return found with { EntraId = caller.EntraId };
        }

        _partners[key] = clock.GetUtcNow();
        if (without.FirstOrDefault(p => SameName(p.Name, caller.Name)) is { } namesake)
        {
            await AskPilot(caller, roster, namesake, cancel);
        }

        return null;
    }

    private async Task AskPilot(Caller caller, Roster roster, Person namesake, CancellationToken cancel)
    {
        var aggregate = new Aggregate(AggregateKind.Identity, roster.Territory.Id, caller.EntraId);
        var effect = new Effect($"who.{caller.EntraId}", EffectKind.IdentityUnknown, caller.EntraId, namesake.Id.Value);
        await relay.Announce(aggregate, cancel);
        await notices.Create(
            [Notify.Of(aggregate, effect, roster.Territory.Pilot, null, clock.GetUtcNow())], cancel);
        relay.Nudge(aggregate);
    }

    private static bool SameName(string one, string other) => NameParts(one).SequenceEqual(NameParts(other));

    private static IEnumerable<string> NameParts(string name) =>
        name.Split([' ', '-', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Select(Language.FrenchText.Fold).Order(StringComparer.Ordinal);
}
