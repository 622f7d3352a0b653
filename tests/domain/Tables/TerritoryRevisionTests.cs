using Concertation.Domain.Tables;

namespace Concertation.Domain.Tests.Tables;

public sealed class TerritoryRevisionTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly Person Anna = new(new("anna"), "Anna Essai", "anna@ch.example", null);
    private static readonly Person Brieuc = new(new("brieuc"), "Brieuc Essai", "brieuc@ch.example", "account-b");
    private static readonly Person Cloe = new(new("cloe"), "Cloé Essai", "cloe@ch.example", null);
    private static readonly SeatId Hospital = new("tct-ch");

    [Fact]
    public void A_mandate_without_a_date_starts_the_day_of_the_import_and_keeps_that_day()
    {
        var first = Revise(null, Monday, Named(Anna));
        first.Mandates.Single().From.ShouldBe(Monday);

        Revise(first, Monday.AddDays(9), Named(Anna)).Mandates.Single().From.ShouldBe(Monday);
    }

    [Fact]
    public void A_new_holder_ends_the_mandate_before_today_and_starts_one()
    {
        var first = Revise(null, Monday, Named(Anna));
        var second = Revise(first, Monday.AddDays(9), Named(Brieuc));

        second.Ended.ShouldBe([new Mandate(Hospital, Anna, null, Monday, Monday.AddDays(9), null)]);
        second.Mandates.ShouldBe([new Mandate(Hospital, Brieuc, null, Monday.AddDays(9), null, null)]);
    }

    [Fact]
    public void A_new_substitute_ends_it_too()
    {
        var first = Revise(null, Monday, Named(Anna, Brieuc));
        var second = Revise(first, Monday.AddDays(1), Named(Anna, Cloe));

        second.Ended.Single().Substitute.ShouldBe(Brieuc);
        second.Mandates.Single().Substitute.ShouldBe(Cloe);
    }

    [Fact]
    public void A_date_left_as_it_was_does_not_overlap_the_mandate_before()
    {
        var from = Monday.AddMonths(-3);
        var first = Revise(null, Monday, Named(Anna) with { From = from });
        var second = Revise(first, Monday, Named(Brieuc) with { From = from });

        second.Mandates.Single().From.ShouldBe(Monday);
        Revise(second, Monday.AddDays(30), Named(Brieuc) with { From = from }).Mandates.ShouldBe(second.Mandates);
    }

    [Fact]
    public void What_a_mandate_may_commit_is_corrected_without_ending_it()
    {
        var first = Revise(null, Monday, Named(Anna));
        var second = Revise(first, Monday.AddDays(1), Named(Anna) with { MayCommit = "Hors budget." });

        second.Ended.ShouldBeEmpty();
        second.Mandates.Single().ShouldBe(first.Mandates.Single() with { MayCommit = "Hors budget." });
    }

    [Fact]
    public void An_emptied_seat_ends_its_mandate_once()
    {
        var first = Revise(null, Monday, Named(Anna));
        var second = Revise(first, Monday.AddDays(1));
        var third = Revise(second, Monday.AddDays(2));

        second.Mandates.ShouldBeEmpty();
        second.Ended.Single().Until.ShouldBe(Monday.AddDays(1));
        third.Ended.ShouldBe(second.Ended);
    }

    [Fact]
    public void Who_comes_back_starts_a_mandate_of_their_own()
    {
        var first = Revise(null, Monday, Named(Anna));
        var second = Revise(first, Monday.AddDays(1), Named(Brieuc));
        var third = Revise(second, Monday.AddDays(2), Named(Anna));

        third.Ended.Select(m => m.Holder).ShouldBe([Anna, Brieuc]);
        third.Mandates.Single().ShouldBe(new Mandate(Hospital, Anna, null, Monday.AddDays(2), null, null));
    }

    [Fact]
    public void A_person_the_file_forgets_stays_when_an_ended_mandate_names_them()
    {
        var first = Revise(null, [Anna, Brieuc, Cloe], Monday, Named(Anna));
        var second = Revise(first, [Brieuc], Monday.AddDays(1), Named(Brieuc));

        second.People.ShouldBe([Brieuc, Anna]);
        Revise(second, [Brieuc], Monday.AddDays(2), Named(Brieuc)).People.ShouldBe(second.People);
    }

    [Fact]
    public void A_person_who_stays_gives_up_the_mail_and_account_that_someone_else_has_now()
    {
        var first = Revise(null, [Brieuc], Monday, Named(Brieuc));
        var heir = Cloe with { Mail = "BRIEUC@ch.example", EntraId = Brieuc.EntraId };
        var second = Revise(first, [heir], Monday.AddDays(1), Named(heir));

        second.People.ShouldBe([heir, Brieuc with { Mail = null, EntraId = null }]);
    }

    private static NamedMandate Named(Person holder, Person? substitute = null) =>
        new(Hospital, holder.Id, substitute?.Id, null, null);

    private static TerritoryRecord Revise(TerritoryRecord? before, DateOnly today, params NamedMandate[] mandates) =>
        Revise(before, [Anna, Brieuc, Cloe], today, mandates);

    private static TerritoryRecord Revise(
        TerritoryRecord? before, IReadOnlyList<Person> people, DateOnly today, params NamedMandate[] mandates) =>
        TerritoryRevision.Of(before, new TerritoryContent(
            new Territory(new("essai"), "Essai", "Europe/Paris", Vocabulary.Maia, null, people[0].Id, []),
            [], [], people, [], mandates, null), today);
}
