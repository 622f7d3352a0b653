using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>Looking for decisions, in words and by the card's fields, through the real bot.</summary>
public sealed class RegisterSearchTests : IAsyncLifetime
{
    private const string Member = "yann-kerimagin";
    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        await Decide("Annoncer la sortie d’hospitalisation", "T3");
        await Decide("Réserver une place d’urgence", "T1");
        _place.Clock.Advance(TimeSpan.FromDays(45));
        await Decide("Ouvrir l’hébergement le samedi", axis: null);
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Theory]
    [InlineData("décisions hospitalisations 2026", "TCT 2026-001")]
    [InlineData("DECISIONS SUR LA PLACE D'URGENCE", "TCT 2026-002")]
    [InlineData("décisions axe T1", "TCT 2026-002")]
    [InlineData("décisions 2027", "TCT 2027-001")]
    [InlineData("les décisions de la TCT sur l’hebergement", "TCT 2027-001")]
    public async Task What_is_typed_finds_its_decisions_and_no_others(string typed, string number)
    {
        var found = (await _place.Say(Member, typed)).ShouldHaveSingleItem();

        found.Says("1 décision pour").ShouldBeTrue(found.Words);
        found.Says(number).ShouldBeTrue(found.Words);
        foreach (var other in new[] { "TCT 2026-001", "TCT 2026-002", "TCT 2027-001" }.Where(n => n != number))
        {
            found.Says(other).ShouldBeFalse(found.Words);
        }
    }

    [Fact]
    public async Task The_fields_of_the_card_narrow_the_register_and_what_is_not_there_is_said()
    {
        var register = (await _place.Say(Member, "décisions")).ShouldHaveSingleItem();
        register.Says("TCT 2027-001").ShouldBeTrue(register.Words);

        var found = await _place.Press(Member, register, "Chercher", ("words", "place"), ("year", "2026"));
        found.Says("1 décision pour « place », 2026.").ShouldBeTrue(found.Words);
        found.Says("TCT 2026-002").ShouldBeTrue(found.Words);
        var byAxis = await _place.Press(Member, found, "Chercher", ("words", ""), ("year", "-"), ("axis", "t3"));
        byAxis.Says("TCT 2026-001").ShouldBeTrue(byAxis.Words);
        byAxis.Says("TCT 2026-002").ShouldBeFalse(byAxis.Words);
        var none = await _place.Press(Member, byAxis, "Chercher", ("words", "chauffage"));
        none.Says("Aucune décision pour « chauffage », axe T3").ShouldBeTrue(none.Words);
    }

    [Fact]
    public async Task One_decision_is_read_whole_by_its_number_and_by_its_button()
    {
        var page = (await _place.Say(Member, "décision TCT 2026-001")).ShouldHaveSingleItem();

        foreach (var said in new[]
        {
            "Table de concertation tactique", "TCT 2026-001", "Adoptée : 7 voix pour", "Majorité simple", "T3 — ", "majorité simple, vote nominatif", "14 sièges : ",
            "elle scelle ce texte, les sièges, les voix et la décision précédente",
        })
        {
            page.Says(said).ShouldBeTrue($"{said} in {page.Words}");
        }

        var seats = await _place.Press(Member, page, "Siège par siège");
        seats.Says("Pour (Yann Kerimagin)").ShouldBeTrue(seats.Words);
        var found = (await _place.Say(Member, "décisions urgence")).ShouldHaveSingleItem();
        (await _place.Press(Member, found, "Lire")).Says("TCT 2026-002").ShouldBeTrue();
    }

    [Fact]
    public async Task Who_sits_at_another_table_reads_none_of_it()
    {
        var other = (await _place.Say("denez-grandlivre", "décision TCT 2026-001")).ShouldHaveSingleItem();
        other.Words.ShouldNotContain("hospitalisation");

        var forged = await _place.Press("denez-grandlivre", other.Id, "decisions.show", new System.Text.Json.Nodes.JsonObject
        {
            ["territory"] = "pays-de-kervelen", ["table"] = "tct", ["year"] = "2026", ["number"] = "1",
        });
        forged.Says("n’est pas au registre que vous pouvez lire").ShouldBeTrue(forged.Words);
    }

    private async Task Decide(string title, string? axis)
    {
        await _place.Decide(
            "tct~~", title, $"{title} : un texte.", Reported.Quorum, "Pour",
            axis is null ? [] : [("axis", axis.ToLowerInvariant())]);
        await _place.Recorded("tct", title);
    }
}
