using Concertation.Domain.Directories;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Tests.Directories;

public sealed class DirectorySearchTests
{
    private static readonly DirectoryEntry[] Entries =
    [
        Entry("CCAS de Guingamp", ["Portage de repas", "Téléassistance"], ["Guingamp", "Grâces"]),
        Entry("SSIAD Les Ajoncs", ["Soins infirmiers à domicile"], ["Guingamp", "Saint-Brieuc"]),
        Entry("Repas du Littoral", ["Portage de repas à domicile"], ["Paimpol"]),
        Entry("Plateforme de répit", ["Répit des aidants"], []),
    ];

    [Theory]
    [InlineData("qui fait le portage de repas à Guingamp ?", "CCAS de Guingamp")]
    [InlineData("PORTAGE REPAS GUINGAMP", "CCAS de Guingamp")]
    [InlineData("protage de repa a guimgamp", "CCAS de Guingamp")]
    [InlineData("soins infirmiers à St Brieuc", "SSIAD Les Ajoncs")]
    [InlineData("portage de repas à domicile", "Repas du Littoral")]
    [InlineData("répit des aidants à Grâces", "Plateforme de répit")]
    [InlineData("infirmier", "SSIAD Les Ajoncs")]
    [InlineData("teleasistance", "CCAS de Guingamp")]
    public void A_question_finds_who_does_it_there_whatever_its_spelling(string asked, string structure) =>
        Find(asked).Found[0].Words.Structure.ShouldBe(structure);

    [Theory]
    [InlineData("portage de repas à Lannion")]
    [InlineData("kinésithérapie à Guingamp")]
    [InlineData("zzz")]
    public void What_nobody_does_there_is_not_found(string asked) => Find(asked).Found.ShouldBeEmpty();

    [Fact]
    public void What_is_done_elsewhere_comes_near() =>
        Find("portage de repas à Lannion").Near.Select(e => e.Words.Structure).ShouldBe(["CCAS de Guingamp", "Repas du Littoral"], ignoreOrder: true);

    [Fact]
    public void A_commune_alone_gives_everything_that_covers_it_the_whole_territory_included() =>
        Find("annuaire à Paimpol").Found.Select(e => e.Words.Structure).ShouldBe(["Plateforme de répit", "Repas du Littoral"]);

    [Fact]
    public void The_same_words_in_another_order_and_spelling_are_the_same_question()
    {
        var key = DirectoryQuestion.Read("Qui fait le transport accompagné à Guingamp ?").Key;
        DirectoryQuestion.Read("transport ACCOMPAGNE a guingamp").Key.ShouldBe(key);
        DirectoryQuestion.Read("accompagné transport à Guingamp").Key.ShouldBe(key);
        DirectoryQuestion.Read("transport accompagné à Paimpol").Key.ShouldNotBe(key);
    }

    [Fact]
    public void Hostile_questions_are_read_no_further_than_a_question_goes()
    {
        DirectoryQuestion.Read(string.Concat(Enumerable.Repeat("a b c d e f g h ", 5_000))).What.Count.ShouldBeLessThanOrEqualTo(12);
        DirectoryQuestion.Read("").IsEmpty.ShouldBeTrue();
        DirectoryQuestion.Read("😀😀").IsEmpty.ShouldBeTrue();
        DirectoryQuestion.Read("por\u200btage").What.ShouldBe(["portage"]);
    }

    private static DirectoryFound Find(string asked) => DirectorySearch.Find(Entries, DirectoryQuestion.Read(asked));

    private static DirectoryEntry Entry(string structure, string[] missions, string[] communes)
    {
        var words = new EntryWords(structure, missions, Communes: communes);
        return new(KeepDirectory.IdOf(words), new TerritoryId("t"), words, null);
    }
}
