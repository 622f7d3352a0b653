using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Microsoft365.Help;
using Concertation.Microsoft365.Notices;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>What helps someone on, and what tells the pilote of messages that went astray.</summary>
internal static class HelpSamples
{
    private static readonly HelpEntry[] Entries =
    [
        new("Convoquer une séance", "Convene", "convoque la TCT plénière le 14/10 à 9 h 30, 2 h", First: true),
        new("Signaler une difficulté", "Report", "encore une sortie vendredi soir sans ordonnance"),
        new("Voir les séances", "Sessions", "séances"),
        new("Voir la feuille de route", "Roadmap"),
    ];

    internal static IEnumerable<SampleCard> All =>
    [
        new("help.welcome", () => HelpCard.Of(Roster.Territory, Typed("Bonjour ! Voici ce que je peux faire pour vous."), [new(HelpTexts.Preparing, Entries), new(HelpTexts.Reporting, Entries)])),
        new("help.meant", () => HelpCard.WhatWasMeant(Roster.Territory, Typed("on fait koi vendredi"), [], Entries[1..])),
        new("help.meant-not-kept", () => HelpCard.WhatWasMeant(
            Roster.Territory, "Mme Inventée née le 12/03/1941", [PersonalDataKind.Name, PersonalDataKind.BirthDate], Entries[1..])),
        new("help.meant-long", () => HelpCard.WhatWasMeant(
            Roster.Territory, string.Join(' ', Enumerable.Repeat(Typed("la sortie du vendredi"), 500)), [], Entries[1..])),
        new("help.territory", () => HelpCard.WhichTerritory(
            [Roster.Territory, Roster.Territory with { Id = new("cap"), Name = Typed("Cap d’Armor") }], Typed("séances"))),
        new("help.who", () => HelpCard.WhoIsThis(Roster.Territory, "00000000-0000-0000-0000-00000000000c", Doctor)),
        new("notices.trouble", () => DeliveryCard.Of(
            Roster, EffectKind.BallotOpened,
            [
                Trouble(Doctor.Id, NoticeState.Failed, null, "MessageWritesBlocked"),
                Trouble(Nurse.Id, NoticeState.Delivered, Road.Mail, "BotNotInConversationRoster"),
                Trouble(new PersonId("partenaire"), NoticeState.LeftUncertain, Road.Chat, null),
            ])),
    ];

    private static Notice Trouble(PersonId person, NoticeState state, Road? road, string? refusal) => new(
        $"n.{person}", Roster.Territory.Id, new Aggregate(AggregateKind.Ballot, Roster.Territory.Id, "b1"),
        EffectKind.BallotOpened, null, person, null, state, road, 2, 2, refusal, null, Now, Now);
}
