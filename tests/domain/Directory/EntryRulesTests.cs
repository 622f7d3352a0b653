using Concertation.Domain.Directories;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Tests.Directories;

public sealed class EntryRulesTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    [Theory]
    [InlineData("02 61 91 12 00")]
    [InlineData("accueil@ccas.example ; 02 61 91 12 00")]
    [InlineData("secretariat.had@hopital.example")]
    [InlineData("12 rue des Ajoncs, Kervelen")]
    public void A_contact_may_be_the_structures_own(string contact) => Kinds(EntryField.Contact, contact).ShouldBeEmpty();

    [Theory]
    [InlineData("Mme Kerfantome, 02 61 91 12 00", PersonalDataKind.Name)]
    [InlineData("jeanne.imaginaire@ccas.example", PersonalDataKind.Mail)]
    [InlineData("j.kerfantome@ccas.example", PersonalDataKind.Mail)]
    [InlineData("2 55 08 14 168 025 38", PersonalDataKind.Nir)]
    public void But_never_somebodys(string contact, PersonalDataKind kind) => Kinds(EntryField.Contact, contact).ShouldContain(kind);

    [Theory]
    [InlineData(EntryField.Missions)]
    [InlineData(EntryField.Criteria)]
    [InlineData(EntryField.Admission)]
    [InlineData(EntryField.Opening)]
    public void Elsewhere_even_a_telephone_has_no_place(EntryField field) => Kinds(field, "appeler le 02 61 91 12 00").ShouldBe([PersonalDataKind.Phone]);

    [Fact]
    public void A_structure_and_a_mission_are_needed_and_lengths_are_bounded()
    {
        EntryRules.Check(Words(EntryField.Public, new string('é', 501))).Select(f => (f.Field, f.Kind)).ShouldBe(
            [(EntryField.Public, EntryFaultKind.TooLong)]);
        EntryRules.Check(EntryWords.Of(_ => null)).Select(f => (f.Field, f.Kind)).ShouldBe(
            [(EntryField.Structure, EntryFaultKind.Missing), (EntryField.Missions, EntryFaultKind.Missing)]);
        EntryRules.Check(Words(EntryField.Communes, string.Join(';', Enumerable.Range(0, 61).Select(i => $"Ker {(char)('a' + i / 26)}{(char)('a' + i % 26)}")))).ShouldHaveSingleItem()
            .Kind.ShouldBe(EntryFaultKind.TooMany);
    }

    [Fact]
    public void A_structure_is_asked_after_a_year_once_more_after_three_weeks_then_the_year_after()
    {
        var entry = new DirectoryEntry(new("e"), new("t"), Words(EntryField.Public, "Tous"), Today.AddYears(-1).AddDays(1));
        ConfirmationRules.IsToBeAsked(entry, Today).ShouldBeFalse();
        var due = Today.AddDays(1);
        ConfirmationRules.IsToBeAsked(entry, due).ShouldBeTrue();

        var asked = ConfirmationRules.Asked(entry, due);
        ConfirmationRules.IsToBeAsked(asked, due.AddDays(20)).ShouldBeFalse();
        ConfirmationRules.IsToBeAsked(asked, due.AddDays(21)).ShouldBeTrue();
        var again = ConfirmationRules.Asked(asked, due.AddDays(21));
        again.Asked.ShouldBe(2);
        ConfirmationRules.IsToBeAsked(again, due.AddDays(100)).ShouldBeFalse();
        ConfirmationRules.IsToBeAsked(again, due.AddYears(2)).ShouldBeTrue();
        ConfirmationRules.Asked(again, due.AddYears(2)).Asked.ShouldBe(1);
        ConfirmationRules.IsToBeAsked(ConfirmationRules.Confirmed(again, due.AddDays(30)), due.AddDays(60)).ShouldBeFalse();
    }

    private static IReadOnlyList<PersonalDataKind> Kinds(EntryField field, string text) => [.. EntryRules.Check(Words(field, text)).SelectMany(f => f.Kinds)];

    private static EntryWords Words(EntryField field, string text) => EntryWords.Of(
        f => f == field ? text : f switch { EntryField.Structure => "CCAS de Kervelen", EntryField.Missions => "Aide sociale", _ => null });
}
