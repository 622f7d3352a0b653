using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Sessions;

public class ConveneRulesTests
{
    private static ConveneCheck Check(ConveneForm form, Actor? by = null) => ConveneRules.Check(form, Who, by ?? Pilot, Now);

    [Fact]
    public void A_good_form_gives_a_plan_in_UTC_that_opens_with_the_follow_up()
    {
        var plan = Check(Form).Plan.ShouldNotBeNull();

        plan.Start.ShouldBe(new DateTimeOffset(2027, 10, 14, 7, 30, 0, TimeSpan.Zero));
        plan.Agenda.Select(i => i.Title).ShouldBe(["Suivi des décisions précédentes", "Sorties du vendredi"]);
        plan.Agenda.Select(i => i.Id.Value).ShouldBe(["p0", "p1"]);
    }

    [Fact]
    public void The_same_wall_clock_is_another_instant_after_the_clocks_change()
    {
        var winter = Form with { When = Form.When with { Day = new DateOnly(2027, 11, 14) } };

        Check(winter).Plan!.Start.ShouldBe(new DateTimeOffset(2027, 11, 14, 8, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Everything_to_mend_is_told_at_once()
    {
        var form = new ConveneForm(
            new TableId("copil"), SessionFormat.Plenary, When(new DateOnly(2027, 8, 31), null, TimeSpan.Zero, new string('x', 201)),
            [new AgendaRow(AgendaItemKind.Decision, " ", 0, null), new AgendaRow(AgendaItemKind.Discussion, new string('x', 201), 10, null)],
            "Suivi");

        Check(form).Problems.ShouldBe(
            [
                new(ConveneField.Table, ConveneFault.TableUnknown),
                new(ConveneField.Duration, ConveneFault.DurationZero),
                new(ConveneField.Place, ConveneFault.PlaceTooLong),
                new(ConveneField.Time, ConveneFault.TimeMissing),
                new(ConveneField.Day, ConveneFault.InThePast),
                new(ConveneField.Agenda, ConveneFault.ItemTitleMissing, 1),
                new(ConveneField.Agenda, ConveneFault.ItemMinutesWrong, 1),
                new(ConveneField.Agenda, ConveneFault.ItemTitleTooLong, 2),
            ]);
    }

    public static TheoryData<string, int, int, double, ConveneFault?> Times => new()
    {
        { "2027-09-01", 10, 0, 2, ConveneFault.InThePast },
        { "2027-09-01", 10, 1, 2, null },
        { "2027-08-31", 12, 0, 2, ConveneFault.InThePast },
        { "2029-09-01", 12, 0, 2, null },
        { "2029-09-02", 12, 0, 2, ConveneFault.TooFarAhead },
        { "2028-03-26", 2, 30, 2, ConveneFault.NoSuchHour },
        { "2027-10-14", 9, 30, -1, ConveneFault.DurationZero },
        { "2027-10-14", 9, 30, 12, null },
        { "2027-10-14", 9, 30, 12.1, ConveneFault.DurationTooLong },
    };

    [Theory, MemberData(nameof(Times))]
    public void A_time_is_to_come_exist_and_last_at_most_twelve_hours(
        string day, int hour, int minute, double hours, ConveneFault? fault)
    {
        var when = When(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(hour, minute), TimeSpan.FromHours(hours));

        Check(Form with { When = when }).Problems.Select(p => (ConveneFault?)p.Fault).SingleOrDefault().ShouldBe(fault);
    }

    [Fact]
    public void A_member_who_is_not_a_convener_is_refused_and_a_co_convener_is_not()
    {
        Check(Form, Doctor).Problems.ShouldBe([new(ConveneField.Table, ConveneFault.NotAConvener)]);
        Check(Form, CoConvener).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_restricted_session_of_a_table_without_restricted_seats_calls_nobody()
    {
        var open = Who with
        {
            Tables = [TctTable with { Seats = [.. TctTable.Seats.Select(s => s with { Restricted = false })] }],
        };

        ConveneRules.Check(Form with { Format = SessionFormat.Restricted }, open, Pilot, Now).Problems
            .ShouldBe([new(ConveneField.Format, ConveneFault.NobodyCalled)]);
    }

    [Fact]
    public void An_agenda_holds_twenty_items_the_follow_up_included()
    {
        ConveneForm With(int items) => Form with
        {
            Agenda = [.. Enumerable.Repeat(new AgendaRow(AgendaItemKind.Information, "Point", 1, null), items)],
        };

        Check(With(19)).Problems.ShouldBeEmpty();
        Check(With(20)).Problems.ShouldBe([new(ConveneField.Agenda, ConveneFault.TooManyItems)]);
    }

    [Fact]
    public void What_is_odd_but_possible_is_a_warning()
    {
        var check = Check(Form with { When = Form.When with { Place = " ", Duration = TimeSpan.FromMinutes(30) } });

        check.Problems.ShouldBeEmpty();
        check.Warnings.ShouldBe(
            [
                new ConveneWarning.NeitherPlaceNorOnline(), new ConveneWarning.AgendaTooLong(40, 30),
                new ConveneWarning.SeatsVacant(1),
            ]);
    }

    [Fact]
    public void A_second_convocation_takes_over_the_agenda_of_the_first()
    {
        var form = Form with { Agenda = [], SecondCallOf = Convened.Id };

        ConveneRules.Check(form, Who, Pilot, Now, new FirstCall(Convened, true)).Plan!.Agenda.ShouldBe(Convened.Agenda);
        Check(form).Problems.Single().Fault.ShouldBe(ConveneFault.SecondCallUnknown);
        ConveneRules.Check(form, Who, Pilot, Now, new FirstCall(Convened with { Format = SessionFormat.Restricted }, true)).Problems
            .Single().Fault.ShouldBe(ConveneFault.SecondCallOfAnotherTable);
        ConveneRules.Check(form, Who, Pilot, Now, new FirstCall(Convened, false)).Problems
            .Single().Fault.ShouldBe(ConveneFault.QuorumNotMissed);
    }

    [Theory]
    [InlineData("https://teams.microsoft.com/l/meetup-join/1", true)]
    [InlineData("http://teams.microsoft.com/1", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("salle 3", false)]
    public void An_online_address_is_https(string url, bool good) =>
        Check(Form with { When = Form.When with { OnlineUrl = url } }).Problems.Count.ShouldBe(good ? 0 : 1);
}
