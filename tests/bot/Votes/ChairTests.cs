using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>Even voices at a table whose rule leaves them to the chair.</summary>
public class ChairTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");
    private static readonly string[] Voters =
        ["yann-kerimagin", "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable", "klervi-parenthese"];

    [Fact]
    public async Task The_chair_decides_even_voices_once()
    {
        await using var place = await WithChair();
        await VoteJourneyTests.Open(place);
        foreach (var (voter, button) in Voters.Zip(["Pour", "Contre", "Pour", "Contre", "Pour", "Contre", "Abstention"]))
        {
            await place.Press(voter, await place.Hears(voter, "Réserver une place"), button);
        }

        await place.Closes();
        var asked = await place.Hears(Kervelen.Pilot, "À vous de trancher");
        asked.Says("Partage des voix : 3 voix pour, 3 contre, 1 abstention").ShouldBeTrue(asked.Words);
        (await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldBeEmpty();
        (await Forge(place, "yann-kerimagin", asked, "adopt", "oui")).Says("Seule la personne qui pilote").ShouldBeTrue();
        (await Forge(place, Kervelen.Pilot, asked, "option", "0")).Says("ne propose pas cette réponse").ShouldBeTrue();
        (await place.Press(Kervelen.Pilot, asked, "Adopter")).Says("la présidence a tranché").ShouldBeTrue();

        (await Forge(place, Kervelen.Pilot, asked, "adopt", "non")).Says("il n’y a rien à trancher").ShouldBeTrue();
        (await place.Hears("yann-kerimagin", "TCT 2026-001")).Says("Adoptée : 3 voix pour, 3 contre").ShouldBeTrue();
        (await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem().Outcome.ByChair.ShouldBeTrue();
    }

    [Fact]
    public async Task The_chair_chooses_among_the_options_that_lead()
    {
        await using var place = await WithChair();
        await WayJourneyTests.Open(place, "Lieu de la permanence", ("way", "Options"), ("options", "Lannec\nKermodel\nPlouézec"));
        foreach (var (voter, option) in Voters.Zip(["0", "1", "2", "0", "2", "0", "2"]))
        {
            await place.Press(voter, await place.Hears(voter, "Lieu de la permanence"), "Répondre", ("option", option));
        }

        await place.Closes();
        var asked = await place.Hears(Kervelen.Pilot, "À vous de trancher");
        asked.Buttons.ShouldBe(["Option 1", "Option 3"]);
        foreach (var (key, value) in new[] { ("option", "1"), ("option", "9"), ("option", "-1"), ("adopt", "oui") })
        {
            (await Forge(place, Kervelen.Pilot, asked, key, value)).Card.ShouldBeNull($"{key} {value}");
        }

        await place.Press(Kervelen.Pilot, asked, "Option 3");

        var outcome = await place.Hears("yann-kerimagin", "TCT 2026-001");
        outcome.Says("« Plouézec » est retenue").ShouldBeTrue(outcome.Words);
        outcome.Says("la présidence a tranché").ShouldBeTrue(outcome.Words);
        var decision = (await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem();
        (decision.Chosen, decision.Name).ShouldBe(("Plouézec", "Lieu de la permanence — Plouézec"));
        (await place.Say("yann-kerimagin", "décisions")).ShouldHaveSingleItem().Says("Lieu de la permanence — Plouézec").ShouldBeTrue();
    }

    /// <summary>The tie's card with other words in the button's data.</summary>
    private static Task<Heard> Forge(Kervelen place, string person, Heard asked, string key, string value)
    {
        var data = (System.Text.Json.Nodes.JsonObject)asked.Button(asked.Buttons[0])["data"]!.DeepClone();
        data.Remove("adopt");
        data.Remove("option");
        data[key] = value;
        return place.Press(person, asked.Id, "votes.tie", data);
    }

    private static async Task<Kervelen> WithChair()
    {
        var place = await Kervelen.Start();
        var sample = SampleTerritory.Kervelen;
        await place.Service<ImportTerritory>().Run(
            sample with
            {
                Tables =
                [
                    .. sample.Tables.Select(t => t.Id == new TableId("tct") ? t with { Rules = t.Rules with { Tie = TieRule.ChairDecides } } : t),
                ],
            },
            default);
        return place;
    }
}
