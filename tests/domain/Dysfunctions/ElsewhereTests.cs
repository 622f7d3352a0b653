using Concertation.Domain.Dysfunctions;

namespace Concertation.Domain.Tests.Dysfunctions;

/// <summary>What doesn't belong here is recognised as people write it, and organisational words aren't.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData("Une erreur médicamenteuse à la sortie", ElsewhereKind.AdverseEvent)]
    [InlineData("EIG non déclaré par l’établissement", ElsewhereKind.AdverseEvent)]
    [InlineData("décès inattendu après un retour à domicile", ElsewhereKind.AdverseEvent)]
    [InlineData("je soupçonne une MALTRAITANCE", ElsewhereKind.Maltreatment)]
    [InlineData("la personne est attachée à son lit la nuit", ElsewhereKind.Maltreatment)]
    [InlineData("son fils vole son argent", ElsewhereKind.Maltreatment)]
    [InlineData("elle dit qu’elle veut en finir", ElsewhereKind.Emergency)]
    [InlineData("menace de se suicider ce soir", ElsewhereKind.Emergency)]
    [InlineData("su\u200bicide annoncé", ElsewhereKind.Emergency)]
    public void What_goes_elsewhere_is_recognised(string text, ElsewhereKind kind) => Elsewhere.In(text).ShouldBe([kind]);

    [Theory]
    [InlineData("encore une sortie vendredi soir sans ordonnance")]
    [InlineData("attente de douze heures aux urgences, sans brancard")]
    [InlineData("formation maltraitance annulée trois fois")]
    [InlineData("pas de plateforme de prévention du suicide pour les soignants")]
    [InlineData("la ligne 3114 sature")]
    [InlineData("hébergement d’urgence complet")]
    [InlineData("le dossier violet est perdu")]
    [InlineData("")]
    public void Organisation_stays_here(string text) => Elsewhere.In(text).ShouldBeEmpty();

    [Fact]
    public void The_most_urgent_comes_first_and_each_once() =>
        Elsewhere.In("erreur de dosage, maltraitance, danger immédiat, maltraitance").ShouldBe(
            [ElsewhereKind.Emergency, ElsewhereKind.Maltreatment, ElsewhereKind.AdverseEvent]);
}
