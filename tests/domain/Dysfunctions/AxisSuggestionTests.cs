using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Tests.Dysfunctions;

public sealed class AxisSuggestionTests
{
    private static readonly IReadOnlyList<Axis> Axes =
    [
        Axis("c1", "Concertation", "Pas de table de concertation", "Constituer une table de concertation tactique",
            "Table tactique en place pour valider la feuille de route"),
        Axis("g1", "Guichet intégré", "Pas de guichet intégré", "Favoriser l’interconnaissance",
            "Mettre les acteurs en réseau, préalable du guichet intégré"),
        Axis("k1", "Gestion de cas", "Pas de gestionnaire de cas", "Organiser la mise en œuvre de la gestion de cas",
            "Gestion de cas opérationnelle, à titre expérimental et polyvalent"),
        Axis("t1", "Thématique 1", "Plusieurs diagnostics séparés", "Élaborer un diagnostic territorial polyvalent partagé", null),
        Axis("t2", "Thématique 2", "Diagnostic sur la souffrance psychique des jeunes, pistes dégagées",
            "Organiser la mise en œuvre des préconisations", null),
        Axis("t3", "Thématique 3", "Plusieurs dispositifs d’intégration et de coordination",
            "Favoriser l’articulation entre dispositifs", null),
        Axis("t4", "Thématique 4", "Référentiel de bonnes pratiques de l’hébergement temporaire",
            "Groupe de travail sur l’hébergement temporaire", null),
    ];

    [Theory]
    [InlineData("encore une sortie vendredi soir sans ordonnance", "t3")]
    [InlineData("SORTIE D'HÔPITAL sans transmission au SSIAD", "t3")]
    [InlineData("pas de place en hebergement temporaire avant deux mois", "t4")]
    [InlineData("aidante épuisée, aucun répit possible", "t4")]
    [InlineData("un jeune en souffrance psychique, six mois d'attente au CMP", "t2")]
    [InlineData("on ne sait jamais vers qui orienter, pas d'interlocuteur", "g1")]
    [InlineData("le gestionnaire de cas n'est pas prévenu", "k1")]
    public void The_words_of_a_report_point_to_its_axis(string text, string axis) =>
        AxisSuggestion.For(text, Axes).ShouldBe(AxisId.From(axis));

    [Theory]
    [InlineData("")]
    [InlineData("encore un problème hier")]
    [InlineData("le portail est fermé le matin")]
    [InlineData("organiser, favoriser, élaborer")]
    [InlineData("un jeune sorti sans ordonnance")]
    public void No_axis_is_better_than_a_wrong_one(string text) => AxisSuggestion.For(text, Axes).ShouldBeNull();

    [Fact]
    public void An_axis_named_after_the_problem_beats_one_that_only_resembles_it()
    {
        IReadOnlyList<Axis> axes = [.. Axes, Axis("t5", "Sorties d’hospitalisation", "Sorties sans préparation", "Préparer les sorties", null)];

        AxisSuggestion.For("encore une sortie vendredi soir sans ordonnance", axes).ShouldBe(AxisId.From("t5"));
    }

    [Fact]
    public void A_year_without_axes_has_none_to_suggest() => AxisSuggestion.For("sortie d'hôpital", []).ShouldBeNull();

    private static Axis Axis(string id, string heading, string finding, string title, string? objective) => new(
        AxisId.From(id), id[0] == 't' ? 2 : 1, heading, finding, title, objective, Carrier: null, Done: [], ToDo: [],
        Vigilance: [], AxisStatus.InProgress, Progress: 0, Instance: null, IdentifiedIn: null);
}
