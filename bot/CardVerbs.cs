using System.Collections.Frozen;
using ConcertationBot.Turns;

namespace ConcertationBot;

/// <summary>A row of the table of verbs.</summary>
/// <param name="Click">The class that handles it.</param>
/// <param name="RecordsItself">Its own transaction remembers the activity's id: the turn log needn't.</param>
public sealed record CardVerb(string Verb, Type Click, string What, bool RecordsItself = false);

/// <summary>The only table of card verbs: what the buttons of the bot's cards may ask for.</summary>
public static class CardVerbs
{
    public static IReadOnlyList<CardVerb> All { get; } =
    [
        Verb<ChooseIntentClick>("text.as", "Traiter le message dans le sens que la personne a choisi"),
        Verb<ChooseTerritoryClick>("territories.choose", "Choisir le territoire dont on parle"),
        Verb<BindPersonClick>("tables.bind", "Dire que ce compte est celui d’un membre (pilote)"),
        Verb<LeavePartnerClick>("tables.partner", "Dire que ce compte est celui d’un partenaire (pilote)"),
    ];

    private static readonly FrozenDictionary<string, CardVerb> ByVerb = All.ToFrozenDictionary(v => v.Verb, StringComparer.Ordinal);

    public static CardVerb? Find(string? verb) => verb is null ? null : ByVerb.GetValueOrDefault(verb);

    public static IServiceCollection AddCardVerbs(this IServiceCollection services)
    {
        foreach (var click in All.Select(v => v.Click).Distinct())
        {
            services.AddSingleton(click);
        }

        return services;
    }

    private static CardVerb Verb<TClick>(string verb, string what, bool recordsItself = false)
        where TClick : class, ICardClick => new(verb, typeof(TClick), what, recordsItself);
}
