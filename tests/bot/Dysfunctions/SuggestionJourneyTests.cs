using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>Axes and families suggested in the reporter's form and on the pilote's card, and what a correction changes.</summary>
public sealed class SuggestionJourneyTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";
    private const string Told = "la porte du parc est fermée le matin, les livreurs repartent";
    private const string ToldAlike = "les livreurs repartent, porte fermée";
    private const string Sortie = "Sortie d’hospitalisation sans transmission, l’aidante est épuisée";

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task The_form_offers_the_suggested_axes_first_then_not_to_know_then_the_others_and_says_why()
    {
        var draft = (await _place.Say(Nurse, Sortie)).ShouldHaveSingleItem();

        var choices = Choices(draft, "axis");
        choices.Take(2).ShouldBe(["t3", "t4"], ignoreOrder: true);
        choices.IndexOf("?").ShouldBeInRange(2, 3);
        choices.Order(StringComparer.Ordinal).ShouldBe(["?", "c1", "g1", "k1", "t1", "t2", "t3", "t4"]);
        draft.Says("T4, parce que : aidante").ShouldBeTrue(draft.Words);
        draft.Says("Sortie d’hospitalisation").ShouldBeTrue(draft.Words);

        var sent = await _place.Press(Nurse, draft, "Envoyer", ("axis", "?"));
        sent.Says("REM-2026-0001").ShouldBeTrue(sent.Words);
        (await _place.All()).ShouldHaveSingleItem().Axis.ShouldBeNull();
    }

    [Fact]
    public async Task Without_evidence_nothing_is_suggested_nor_explained()
    {
        var draft = (await _place.Say(Nurse, "signaler : " + Told)).ShouldHaveSingleItem();

        Choices(draft, "axis")[0].ShouldBe("?");
        draft.Input("axis").ShouldBe("?");
        draft.Says("parce que").ShouldBeFalse(draft.Words);
    }

    [Fact]
    public async Task No_word_of_a_message_that_identifies_explains_a_suggestion()
    {
        var draft = (await _place.Say(Nurse, "signaler : sortie d’hospitalisation de Mme Martin Dupont, 06 12 34 56 78, sans transmission")).ShouldHaveSingleItem();

        draft.Says("je ne l’ai pas gardé").ShouldBeTrue(draft.Words);
        draft.Says("parce que : Martin").ShouldBeFalse(draft.Words);
        draft.Words.Split('\n').Where(line => line.Contains("parce que", StringComparison.Ordinal))
            .ShouldAllBe(line => !line.Contains("Dupont", StringComparison.Ordinal) && !line.Contains("06", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pilote_finds_axes_and_families_suggested_with_the_reasons()
    {
        await _place.Report(Nurse, Sortie);

        var card = await _place.Hears(Kervelen.Pilot, "REM-2026-0001");

        Choices(card, "axis").Take(2).ShouldBe(["t3", "t4"], ignoreOrder: true);
        Choices(card, "axis").ShouldNotContain("?");
        Choices(card, "family").Order(StringComparer.Ordinal).ShouldBe(ProblemFamilies.All.Order(StringComparer.Ordinal));
        Choices(card, "family")[0].ShouldBe("prise-en-charge");
        card.Says("T4, parce que : aidante").ShouldBeTrue(card.Words);
        card.Says("Prise en charge inadéquate, parce que :").ShouldBeTrue(card.Words);
    }

    [Fact]
    public async Task A_correction_of_the_pilotes_changes_the_next_suggestion_and_is_taken_back_by_another()
    {
        Choices((await _place.Say(Nurse, "signaler : " + ToldAlike)).ShouldHaveSingleItem(), "axis")[0].ShouldBe("?");

        await _place.Report(Nurse, "signaler : " + Told);
        await Qualify("g1");
        var draft = (await _place.Say(Nurse, "signaler : " + ToldAlike)).ShouldHaveSingleItem();
        Choices(draft, "axis").Take(2).ShouldBe(["g1", "?"]);
        draft.Says("G1, parce que :").ShouldBeTrue(draft.Words);
        draft.Says("livreurs").ShouldBeTrue(draft.Words);

        await Qualify("k1");
        Choices((await _place.Say(Nurse, "signaler : " + ToldAlike)).ShouldHaveSingleItem(), "axis").Take(2).ShouldBe(["k1", "?"]);
    }

    /// <summary>Qualifies the first report and waits until what it teaches is learnt.</summary>
    private async Task Qualify(string axis)
    {
        var card = (await _place.Say(Kervelen.Pilot, "suivi REM-2026-0001")).ShouldHaveSingleItem();
        var button = card.Buttons.Contains("Qualifier") ? "Qualifier" : "Corriger";
        await _place.Press(Kervelen.Pilot, card, button, ("axis", axis), ("family", "prise-en-charge"), ("gravity", "Medium"));
        var reference = DysfunctionRef.From("REM-2026-0001");
        await Kervelen.Until(
            () => _place.Service<ILessons>().From(Reported.Territory, reference, default).GetAwaiter().GetResult()?.Axis?.Value == axis,
            () => $"the bot has learnt {axis}");
    }

    private static List<string> Choices(Heard card, string input) => [.. Inputs(JsonNode.Parse(card.Card!.Value.GetRawText()))
        .Single(i => i["id"]?.GetValue<string>() == input)["choices"]!.AsArray().Select(c => c!["value"]!.GetValue<string>())];

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(p => Inputs(p.Value)).Concat(one["type"]?.ToString() == "Input.ChoiceSet" ? [one] : []),
        JsonArray many => many.SelectMany(Inputs),
        _ => [],
    };
}
