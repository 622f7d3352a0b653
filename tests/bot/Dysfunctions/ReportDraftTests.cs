using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using ConcertationBot.Dysfunctions;

namespace ConcertationBot.Tests.Dysfunctions;

public sealed class ReportDraftTests
{
    private static readonly Roster Roster = new(
        new Territory(TerritoryId.From("here"), "Ici", "Europe/Paris", Vocabulary.Maia, null, PersonId.From("pilot"), []),
        [new Structure(StructureId.From("h"), "Hôpital de Kervelen")], [], [], [], new Dictionary<SeatId, Mandate>());

    [Fact]
    public void A_sentence_fills_the_form()
    {
        var draft = Draft("encore une sortie vendredi soir sans ordonnance");

        draft.Happened.ShouldBe("encore une sortie vendredi soir sans ordonnance");
        draft.When.ShouldBe("vendredi soir");
        draft.Frequency.ShouldBe(Frequency.Often);
        draft.Commune.ShouldBeNull();
        draft.Gravity.ShouldBeNull();
    }

    [Theory]
    [InlineData("sortie de l'hôpital un vendredi", CareStep.Discharge)]
    [InlineData("Hospitalisation décidée sans relais", CareStep.Hospitalisation)]
    [InlineData("personne en fin de vie, à domicile", CareStep.EndOfLife)]
    [InlineData("dossier perdu", null)]
    public void The_step_of_the_path_is_known_by_its_words(string text, CareStep? step) => Draft(text).Step.ShouldBe(step);

    [Theory]
    [InlineData("signaler : dossier perdu", "dossier perdu")]
    [InlineData("Bonjour, je voudrais signaler un problème : dossier perdu", "dossier perdu")]
    [InlineData("remontée dossier perdu", "dossier perdu")]
    [InlineData("je souhaite faire remonter que dossier perdu", "dossier perdu")]
    [InlineData("signaler", null)]
    [InlineData("le dossier a été signalé perdu", "le dossier a été signalé perdu")]
    public void The_words_of_the_command_are_no_part_of_the_report(string text, string? happened) =>
        Draft(text).Happened.ShouldBe(happened);

    [Theory]
    [InlineData("dossier APA déposé en mars tjrs rien", "en mars")]
    [InlineData("hier soir personne n'a répondu", "hier soir")]
    [InlineData("refus le 12/03 au guichet", "le 12/03")]
    [InlineData("rien depuis trois semaines", "depuis trois semaines")]
    [InlineData("la semaine dernière, lit fermé", "la semaine dernière")]
    [InlineData("le 1er avril aucun relais", "le 1er avril")]
    [InlineData("aucun relais", null)]
    [InlineData("le marsouin", null)]
    public void When_is_kept_as_told(string text, string? when) => Draft(text).When.ShouldBe(when);

    [Theory]
    [InlineData("pas de transport à Plouézec", "Plouézec")]
    [InlineData("sortie à Saint-Brieuc sans relais", "Saint-Brieuc")]
    [InlineData("sortie à La Roche-Derrien", "La Roche-Derrien")]
    [InlineData("j'ai parlé à Martine sans suite", null)]
    [InlineData("fermé à Noël", null)]
    [InlineData("refus à l'hôpital", null)]
    public void A_commune_is_taken_where_one_is_named(string text, string? commune) => Draft(text).Commune.ShouldBe(commune);

    [Theory]
    [InlineData("le SSIAD n'a pas été prévenu par l'HAD", "SSIAD, HAD")]
    [InlineData("sortie de l'hôpital de kervelen sans le CCAS", "Hôpital de Kervelen, CCAS")]
    [InlineData("l'esad de la had", null)]
    public void Structures_are_known_by_name_or_initials(string text, string? structures) =>
        Draft(text).Structures.ShouldBe(structures);

    [Theory]
    [InlineData("à chaque fois pareil", Frequency.Often)]
    [InlineData("dossier tjrs sans réponse", Frequency.Often)]
    [InlineData("parfois le portail est fermé", Frequency.Sometimes)]
    [InlineData("pour la première fois", Frequency.Once)]
    public void Words_of_repetition_say_how_often(string text, Frequency frequency) => Draft(text).Frequency.ShouldBe(frequency);

    private static WrittenReport Draft(string text) => ReportDraft.From(text, Roster);
}
