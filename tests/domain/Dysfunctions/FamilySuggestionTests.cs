using Concertation.Domain.Dysfunctions;

namespace Concertation.Domain.Tests.Dysfunctions;

public sealed class FamilySuggestionTests
{
    [Theory]
    [InlineData("plus d'auxiliaire de vie, portage de repas supprimé, la personne est isolée", "maintien-inclusion")]
    [InlineData("aucun médecin traitant, dentiste à 50 km, liste d'attente partout", "acces-aux-soins")]
    [InlineData("décompensation en pleine nuit, les gendarmes et le SAMU appelés, tentative de suicide", "crise-urgence")]
    [InlineData("sortie sans ordonnance, le SSIAD n'a pas été prévenu, aucune transmission", "prise-en-charge")]
    [InlineData("perte d'autonomie rapide, plan d'aide à réviser, entrée en EHPAD à prévoir", "evolution-du-besoin")]
    public void The_words_of_a_report_point_to_its_family(string text, string family) =>
        FamilySuggestion.For(text, Lessons.None)[0].Code.ShouldBe(family);

    [Fact]
    public void Nothing_is_suggested_without_evidence() => FamilySuggestion.For("encore hier", Lessons.None).ShouldBeEmpty();

    [Fact]
    public void What_was_taught_moves_a_family_up()
    {
        const string Told = "les livreurs repartent";
        var taught = new Lessons(new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal)
        {
            ["crise-urgence"] = TopicRanking.Teaches(Told).ToDictionary(f => f, _ => 40, StringComparer.Ordinal),
        });

        FamilySuggestion.For(Told, taught)[0].Code.ShouldBe("crise-urgence");
    }
}
