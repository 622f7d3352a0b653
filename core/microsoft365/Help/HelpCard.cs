using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Help;

/// <summary>One thing the person can do now: a button that acts as if the words had been written.</summary>
/// <param name="Intent">The name of the intent; the bot's table of text commands knows it.</param>
/// <param name="Example">How one would say it in one's own words.</param>
/// <param name="First">Among the commonest: it has a button.</param>
public sealed record HelpEntry(string Title, string Intent, string? Example = null, bool First = false);

/// <summary>What goes together: « Tenir la séance ».</summary>
public sealed record HelpGroup(string Title, IReadOnlyList<HelpEntry> Entries);

/// <summary>The cards that help someone on: what can be done, what was meant, which territory.</summary>
public static class HelpCard
{
    private const int MostButtons = 6;

    /// <summary>All that the person can do here: the commonest as buttons, everything in words, group by group.</summary>
    public static AdaptiveCard Of(Territory territory, string greeting, IReadOnlyList<HelpGroup> groups) => CardTrim.Fit(Card(
        greeting,
        [
            Heading(territory.Name, "Concertation"),
            PeopleText(greeting),
            Buttons([.. groups.SelectMany(g => g.Entries).Where(e => e.First).Take(MostButtons).Select(e => (CardAction?)Choice(territory.Id.Value, e, ""))]),
            .. groups.SelectMany(Words),
        ]));

    private static IEnumerable<CardElement> Words(HelpGroup group)
    {
        yield return Section(group.Title);
        foreach (var entry in group.Entries.Where(e => e.Example is not null))
        {
            yield return Line(Strong(entry.Title), Between(" — "), Run($"« {entry.Example} »")) with { Spacing = Spacing.Small };
        }
    }

    /// <summary>What the message may have meant, likeliest first.</summary>
    /// <param name="text">The message, so that nobody has to write it again.</param>
    /// <param name="kinds">What in it seems to identify someone: then nothing of it goes into the card.</param>
    public static AdaptiveCard WhatWasMeant(
        Territory territory, string text, IReadOnlyList<PersonalDataKind> kinds, IReadOnlyList<HelpEntry> entries) => Card(
        HelpTexts.NotUnderstood,
        Line(Run(HelpTexts.NotUnderstood)),
        kinds.Count == 0
            ? Quote(text.Length > 300 ? text[..300] + "…" : text)
            : Notice(
                NoticeKind.Attention, $"Votre message contient {DysfunctionTexts.Kinds(kinds)} : je ne l’ai pas gardé.",
                HelpTexts.SayItWithout),
        Buttons([.. entries.Select(e => (CardAction?)Choice(territory.Id.Value, e, kinds.Count == 0 ? text : ""))]));

    public static AdaptiveCard WhichTerritory(IReadOnlyList<Territory> territories, string text) => Card(
        HelpTexts.WhichTerritory,
        Line(Run(HelpTexts.WhichTerritory)),
        Buttons([.. territories.Take(6).Select(t => (CardAction?)new CardButton(
            CardTrim.Shorten(t.Name, 30), "territories.choose", new JsonObject { ["territory"] = t.Id.Value, ["text"] = Short(text) }))]));

    /// <summary>Asks the pilote whether an account is a member's.</summary>
    public static AdaptiveCard WhoIsThis(Territory territory, string entraId, Person namesake) => Card(
        $"Quelqu’un écrit au bot sous le nom de {namesake.Name}.",
        Heading(territory.Name, "Qui est-ce ?"),
        Line(
            Run("Quelqu’un écrit au bot sous le nom de "), Strong(namesake.Name),
            Run(", mais son adresse n’est pas celle que donne le fichier du territoire. Est-ce la même personne ?")),
        Buttons(
            new CardButton("Oui, c’est elle", "tables.bind", Who(territory, entraId, namesake), ActionStyle.Positive),
            new CardButton("Non, un partenaire", "tables.partner", Who(territory, entraId, namesake))));

    private static JsonObject Who(Territory territory, string entraId, Person person) => new()
    {
        ["territory"] = territory.Id.Value,
        ["account"] = entraId,
        ["person"] = person.Id.Value,
    };

    private static CardButton Choice(string territory, HelpEntry entry, string text) => new(
        entry.Title, "text.as",
        new JsonObject { ["territory"] = territory, ["intent"] = entry.Intent, ["text"] = Short(text) });

    /// <summary>A card's data counts against its size; a message this long is a story, and its start says what it is.</summary>
    private static string Short(string text) => text.Length > 2_000 ? text[..2_000] : text;
}
