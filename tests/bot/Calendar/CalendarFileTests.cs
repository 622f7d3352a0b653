using System.Globalization;
using Concertation.Documents.Calendar;

namespace ConcertationBot.Tests.Calendar;

/// <summary>Calendar files field by field, as ical.js reads them.</summary>
public sealed class CalendarFileTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly CalendarEvent Meeting = new(
        CalendarMethod.Request, "t-s-1@concertation", 3, At("2026-11-23T08:00:00Z"), At("2026-12-14T08:30:00Z"), TimeSpan.FromHours(2),
        Paris, "TCT — séance plénière", "Bonjour", "Mairie", new("Nolwenn Exemple", "nolwenn@maia.example"),
        new("Maïwenn Le Brouillon", "maiwenn@had.example"), new Uri("https://visio.example/a?b=c&d=é"));

    [Fact]
    public async Task An_invitation_says_who_asks_whom_to_what_and_when()
    {
        var read = await IcalReader.Read(CalendarFile.Write(Meeting));

        read.ShouldSatisfyAllConditions(
            r => r.Method.ShouldBe("REQUEST"), r => r.Version.ShouldBe("2.0"), r => r.Product.ShouldNotBeEmpty(),
            r => r.Zones.ShouldBe(["Europe/Paris"]), r => r.BareLineEnds.ShouldBeFalse(), r => r.EndsWithLineEnd.ShouldBeTrue());
        read.Event.ShouldSatisfyAllConditions(
            e => e.Uid.ShouldBe("t-s-1@concertation"), e => e.Sequence.ShouldBe(3), e => e.Stamp.ShouldBe(Meeting.StampedAt),
            e => e.Start.ShouldBe(Meeting.Start), e => e.StartLocal.ShouldBe("2026-12-14T09:30:00"), e => e.StartZone.ShouldBe("Europe/Paris"),
            e => e.Minutes.ShouldBe(120), e => e.Summary.ShouldBe(Meeting.Summary), e => e.Description.ShouldBe("Bonjour"),
            e => e.Location.ShouldBe("Mairie"), e => e.Url.ShouldBe("https://visio.example/a?b=c&d=%C3%A9"),
            e => e.Organizer!.ShouldSatisfyAllConditions(o => o.Mail.ShouldBe("nolwenn@maia.example"), o => o.Name.ShouldBe("Nolwenn Exemple")),
            e => e.Attendees.ShouldHaveSingleItem().ShouldBe(
                new ReadPerson("maiwenn@had.example", "Maïwenn Le Brouillon", "REQ-PARTICIPANT", "NEEDS-ACTION", "FALSE"), "nobody reads replies by mail"),
            e => e.Status.ShouldBe("CONFIRMED"), e => e.Transparency.ShouldBe("OPAQUE"), e => e.Class.ShouldBe("PRIVATE"));
    }

    [Fact]
    public async Task A_cancellation_strikes_out_the_same_meeting()
    {
        var read = await IcalReader.Read(CalendarFile.Write(Meeting with { Method = CalendarMethod.Cancel, Sequence = 4 }));
        read.Method.ShouldBe("CANCEL");
        read.Event.ShouldSatisfyAllConditions(
            e => e.Uid.ShouldBe(Meeting.Uid), e => e.Sequence.ShouldBe(4), e => e.Status.ShouldBe("CANCELLED"),
            e => e.Transparency.ShouldBe("TRANSPARENT"), e => e.Attendees[0].Rsvp.ShouldBe("FALSE"));
    }

    [Theory]
    [InlineData("2026-12-14T08:30:00Z", 120, "winter")]
    [InlineData("2027-07-14T07:30:00Z", 120, "summer")]
    [InlineData("2027-03-27T08:30:00Z", 60, "the day before spring")]
    [InlineData("2027-03-28T00:30:00Z", 60, "an hour that spring cuts")]
    [InlineData("2027-03-28T07:30:00Z", 60, "the very day")]
    [InlineData("2027-03-29T07:30:00Z", 60, "the day after spring")]
    [InlineData("2027-03-27T22:00:00Z", 600, "the night through, one hour less on the clock")]
    [InlineData("2027-10-30T07:30:00Z", 60, "the day before autumn")]
    [InlineData("2027-10-31T00:30:00Z", 30, "the hour that comes twice, first")]
    [InlineData("2027-10-31T01:30:00Z", 30, "the hour that comes twice, second")]
    [InlineData("2027-10-31T00:30:00Z", 60, "from the first to the second")]
    [InlineData("2027-10-30T21:00:00Z", 600, "the night through, one hour more on the clock")]
    [InlineData("2027-10-30T22:30:00Z", 180, "into the second")]
    [InlineData("2027-11-01T08:30:00Z", 60, "the day after autumn")]
    public async Task It_begins_and_ends_when_it_should_whatever_the_clocks_do(string start, int minutes, string when)
    {
        var meeting = Meeting with { Start = At(start), Duration = TimeSpan.FromMinutes(minutes) };
        var read = (await IcalReader.Read(CalendarFile.Write(meeting))).Event;
        read.Start.ShouldBe(meeting.Start, when);
        read.End.ShouldBe(meeting.Start + meeting.Duration, when);
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/Martinique")]
    [InlineData("Indian/Reunion")]
    [InlineData("America/Miquelon")]
    [InlineData("Pacific/Noumea")]
    [InlineData("Africa/Casablanca")]
    public async Task Each_zone_tells_its_own_time_all_the_year_round(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        DateTimeOffset[] starts = [.. Enumerable.Range(0, 53).Select(week => At("2027-01-01T09:15:00Z").AddDays(7 * week))];
        var read = await IcalReader.Read([.. starts.Select(s => CalendarFile.Write(Meeting with { Zone = zone, Start = s }))]);
        read.Select(r => r.Event.Start).ShouldBe(starts);
    }

    [Theory]
    [InlineData("Virgules, points-virgules; et \\ barres")]
    [InlineData("Deux\nlignes\r\net une troisième")]
    [InlineData("👩‍⚕️ Équipe mobile — « œuvre » & <b>")]
    [InlineData("BEGIN:VEVENT\r\nSUMMARY:piège")]
    [InlineData("\"guillemets\", ^chapeau^ et n\\n littéral")]
    public async Task What_people_wrote_comes_out_as_they_wrote_it(string words)
    {
        var long_ = string.Join(' ', Enumerable.Repeat(words, 20));
        var meeting = Meeting with { Summary = words, Description = long_, Location = long_ };
        var read = await IcalReader.Read(CalendarFile.Write(meeting));
        var plain = long_.Replace("\r\n", "\n", StringComparison.Ordinal);
        read.Event.ShouldSatisfyAllConditions(
            e => e.Summary.ShouldBe(words.Replace("\r\n", "\n", StringComparison.Ordinal)), e => e.Description.ShouldBe(plain),
            e => e.Location.ShouldBe(plain));
        read.Longest.ShouldBeLessThanOrEqualTo(75);
        read.BareLineEnds.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Le Goff, \"Nono\"; Roc’h: 👩‍⚕️^", "Le Goff, \"Nono\"; Roc’h: 👩‍⚕️^")]
    [InlineData("Deux\r\nlignes", "Deux lignes")]
    public async Task A_name_comes_out_on_one_line_as_it_was(string name, string read)
    {
        var calendar = await IcalReader.Read(CalendarFile.Write(Meeting with { Attendee = new(name, "x@y.example"), Organizer = new(name, "z@y.example") }));
        calendar.Event.Attendees[0].Name.ShouldBe(read);
        calendar.Event.Organizer!.Name.ShouldBe(read);
        calendar.Longest.ShouldBeLessThanOrEqualTo(75);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
