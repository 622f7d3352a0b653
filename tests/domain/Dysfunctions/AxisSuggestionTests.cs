using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Tests.Dysfunctions;

public sealed class AxisSuggestionTests
{
    private static readonly IReadOnlyList<Axis> Axes = LabelledReports.Maia.Axes;

    [Theory]
    [InlineData("encore une sortie vendredi soir sans ordonnance", "t3")]
    [InlineData("SORTIE D'HÔPITAL sans transmission au SSIAD", "t3")]
    [InlineData("pas de place en hebergement temporaire avant deux mois", "t4")]
    [InlineData("aidante épuisée, aucun répit possible", "t4")]
    [InlineData("un jeune en souffrance psychique, six mois d'attente au CMP", "t2")]
    [InlineData("on ne sait jamais vers qui orienter, pas d'interlocuteur", "g1")]
    [InlineData("le gestionnaire de cas n'est pas prévenu", "k1")]
    public void The_words_of_a_report_point_to_its_axis(string text, string axis) =>
        For(text)[0].Code.ShouldBe(axis);

    [Theory]
    [InlineData("")]
    [InlineData("encore un problème hier")]
    [InlineData("le portail est fermé le matin")]
    [InlineData("organiser, favoriser, élaborer")]
    public void Nothing_is_suggested_without_evidence(string text) => For(text).ShouldBeEmpty();

    [Fact]
    public void A_form_chooses_none_when_the_first_does_not_stand_out()
    {
        AxisSuggestion.Clear([]).ShouldBeNull();
        AxisSuggestion.Clear([new("a", 3, []), new("b", 2.9, [])]).ShouldBeNull();
        AxisSuggestion.Clear([new("a", 0.1, [])]).ShouldBeNull();
        AxisSuggestion.Clear([new("a", 3, []), new("b", 1, [])]).ShouldBe(AxisId.From("a"));
    }

    [Fact]
    public void Three_at_most_best_first_with_the_words_of_the_report()
    {
        var ranked = For("Sortie d’hospitalisation d’un jeune en souffrance psychique, le SSIAD et le gestionnaire de cas pas prévenus");

        ranked.Count.ShouldBe(3);
        ranked.Select(m => m.Score).ShouldBeInOrder(SortDirection.Descending);
        ranked.ShouldAllBe(m => m.Because.Count > 0 && m.Because.Count <= 3);
        ranked.Single(m => m.Code == "k1").Because.ShouldContain("gestionnaire de cas");
        ranked.Single(m => m.Code == "t2").Because.ShouldContain("souffrance psychique");
    }

    [Fact]
    public void An_axis_named_after_the_problem_beats_one_that_only_resembles_it()
    {
        IReadOnlyList<Axis> axes = [.. Axes, Axes[0] with { Id = AxisId.From("t5"), Heading = "Sorties d’hospitalisation", Finding = "Sorties sans préparation", Title = "Préparer les sorties", Objective = null, ToDo = [] }];

        AxisSuggestion.For("encore une sortie vendredi soir sans ordonnance", axes, Lessons.None)[0].Code.ShouldBe("t5");
    }

    [Fact]
    public void A_year_without_axes_has_none_to_suggest() => AxisSuggestion.For("sortie d'hôpital", [], Lessons.None).ShouldBeEmpty();

    [Fact]
    public void What_was_taught_moves_an_axis_up()
    {
        const string Told = "le portail du parc est fermé le matin";
        For(Told).ShouldBeEmpty();
        var taught = new Lessons(new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal)
        {
            ["g1"] = TopicRanking.Teaches(Told).ToDictionary(f => f, _ => 4, StringComparer.Ordinal),
        });

        var match = AxisSuggestion.For("portail fermé", Axes, taught).ShouldHaveSingleItem();
        match.Code.ShouldBe("g1");
        match.Because.ShouldBe(["portail", "fermé"], ignoreOrder: true);
    }

    [Fact]
    public void Every_subject_that_another_is_near_to_is_in_the_list() =>
        Thesaurus.Subjects.SelectMany(Thesaurus.Near).ShouldBeSubsetOf(Thesaurus.Subjects);

    private static IReadOnlyList<TopicMatch> For(string text) => AxisSuggestion.For(text, Axes, Lessons.None);
}
