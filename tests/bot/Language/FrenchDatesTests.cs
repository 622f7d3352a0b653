using System.Globalization;
using ConcertationBot.Language;

namespace ConcertationBot.Tests.Language;

public sealed class FrenchDatesTests
{
    // Monday 5 October 2026, 10:00 in Paris.
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Phrase and what it says: date, start, length in minutes; « - » where it says nothing.</summary>
    [Theory]
    [InlineData("le 14/10", "2026-10-14 - -")]
    [InlineData("le 14/10/2027", "2027-10-14 - -")]
    [InlineData("14/10/27 à 9h30", "2027-10-14 09:30 -")]
    [InlineData("14-10", "2026-10-14 - -")]
    [InlineData("14-10 9h30", "2026-10-14 09:30 -")]
    [InlineData("le 14.10 à 14h", "2026-10-14 14:00 -")]
    [InlineData("2027-03-02", "2027-03-02 - -")]
    [InlineData("14 octobre", "2026-10-14 - -")]
    [InlineData("14 ocotbre", "2026-10-14 - -")]
    [InlineData("14 oct. 2027", "2027-10-14 - -")]
    [InlineData("le quatorze octobre", "2026-10-14 - -")]
    [InlineData("le 1er décembre", "2026-12-01 - -")]
    [InlineData("le premier décembre à midi", "2026-12-01 12:00 -")]
    [InlineData("le 14", "2026-10-14 - -")]
    [InlineData("le 5", "2026-10-05 - -")]
    [InlineData("le 3", "2026-11-03 - -")]
    [InlineData("le 31", "2026-10-31 - -")]
    [InlineData("le 1er", "2026-11-01 - -")]
    [InlineData("ok pour le 14", "2026-10-14 - -")]
    [InlineData("mardi", "2026-10-06 - -")]
    [InlineData("lundi", "2026-10-12 - -")]
    [InlineData("mardi prochain", "2026-10-06 - -")]
    [InlineData("mardi en huit", "2026-10-13 - -")]
    [InlineData("mardi de la semaine prochaine", "2026-10-13 - -")]
    [InlineData("vendredi dernier", "2026-10-02 - -")]
    [InlineData("mercredi 14 octobre", "2026-10-14 - -")]
    [InlineData("mercredi 14", "2026-10-14 - -")]
    [InlineData("mer. 14/10 9h", "2026-10-14 09:00 -")]
    [InlineData("mercredi, le 14/10", "2026-10-14 - -")]
    [InlineData("demain", "2026-10-06 - -")]
    [InlineData("Demain matin 9h", "2026-10-06 09:00 -")]
    [InlineData("après-demain", "2026-10-07 - -")]
    [InlineData("apres demain a 14h", "2026-10-07 14:00 -")]
    [InlineData("aujourd’hui à 17 h", "2026-10-05 17:00 -")]
    [InlineData("ce soir 18h", "2026-10-05 18:00 -")]
    [InlineData("hier", "2026-10-04 - -")]
    [InlineData("avant-hier", "2026-10-03 - -")]
    [InlineData("dans 15 jours", "2026-10-20 - -")]
    [InlineData("dans quinze jours", "2026-10-20 - -")]
    [InlineData("dans deux semaines", "2026-10-19 - -")]
    [InlineData("dans un mois", "2026-11-05 - -")]
    [InlineData("il y a trois semaines", "2026-09-14 - -")]
    [InlineData("dans 2h", "2026-10-05 12:00 -")]
    [InlineData("9h30", "- 09:30 -")]
    [InlineData("9 h", "- 09:00 -")]
    [InlineData("9 h 30", "- 09:30 -")]
    [InlineData("9:30", "- 09:30 -")]
    [InlineData("09H30", "- 09:30 -")]
    [InlineData("à 14h", "- 14:00 -")]
    [InlineData("à 2h", "- 02:00 -")]
    [InlineData("à 2h de l'après-midi", "- 14:00 -")]
    [InlineData("9h du matin", "- 09:00 -")]
    [InlineData("neuf heures trente", "- 09:30 -")]
    [InlineData("midi", "- 12:00 -")]
    [InlineData("midi et demi", "- 12:30 -")]
    [InlineData("midi trente", "- 12:30 -")]
    [InlineData("9h et quart", "- 09:15 -")]
    [InlineData("10h moins le quart", "- 09:45 -")]
    [InlineData("2h", "- - 120")]
    [InlineData("1h30", "- - 90")]
    [InlineData("90 min", "- - 90")]
    [InlineData("90mn", "- - 90")]
    [InlineData("une heure et demie", "- - 90")]
    [InlineData("deux heures", "- - 120")]
    [InlineData("une demi-heure", "- - 30")]
    [InlineData("trois quarts d'heure", "- - 45")]
    [InlineData("1 h 15 min", "- - 75")]
    [InlineData("pendant 3h", "- - 180")]
    [InlineData("pendant 7h", "- - 420")]
    [InlineData("durée : 2h", "- - 120")]
    [InlineData("durée de 1h45", "- - 105")]
    [InlineData("d'une durée d'1h30", "- - 90")]
    [InlineData("durée 0h", "- - 0")]
    [InlineData("séance de 2h mardi à 14h", "2026-10-06 14:00 120")]
    [InlineData("de 9h30 à 11h30", "- 09:30 120")]
    [InlineData("de 9h à 12h", "- 09:00 180")]
    [InlineData("entre 14h et 16h", "- 14:00 120")]
    [InlineData("9h-11h", "- 09:00 120")]
    [InlineData("9h30-11h", "- 09:30 90")]
    [InlineData("9-11h", "- 09:00 120")]
    [InlineData("de 9 à 11h", "- 09:00 120")]
    [InlineData("14h jusqu'à 16h30", "- 14:00 150")]
    [InlineData("14/10 14h-16h", "2026-10-14 14:00 120")]
    [InlineData("convoque la TCT plénière le 14/10 9h30, 2h", "2026-10-14 09:30 120")]
    [InlineData("le 14/10 à 9h30 pendant deux heures", "2026-10-14 09:30 120")]
    [InlineData("14/10, 9h, 1h30", "2026-10-14 09:00 90")]
    [InlineData("14 octobre 14h (2h)", "2026-10-14 14:00 120")]
    [InlineData("2h le 14/10 à 9h30", "2026-10-14 09:30 120")]
    [InlineData("mardi 6 octobre de 9h30 à 11h30 à la mairie", "2026-10-06 09:30 120")]
    [InlineData("réunion le 14 octobre 2026, 14 h 30, durée 1 h", "2026-10-14 14:30 60")]
    [InlineData("le 14 à 9h pour 2h", "2026-10-14 09:00 120")]
    [InlineData("le 14 pour 9h", "2026-10-14 09:00 -")]
    [InlineData("à partir de 9h30", "- 09:30 -")]
    [InlineData("9h30 de préférence", "- 09:30 -")]
    [InlineData("à 45 min de route", "- - 45")]
    [InlineData("le 2 juin à deux heures et demie de l'après-midi", "2027-06-02 14:30 -")]
    public void A_phrase_says_when(string phrase, string expected) => Said(FrenchDates.Read(phrase, Now, Paris)).ShouldBe(expected);

    [Theory]
    [InlineData("15 sorties sans ordonnance")]
    [InlineData("on a appelé le 15")]
    [InlineData("REM-2026-0042")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06.12.34.56.78")]
    [InlineData("2/3 du temps")]
    [InlineData("7j/7 24h/24")]
    [InlineData("2-3 fois par semaine")]
    [InlineData("au 21 rue de la Paix")]
    [InlineData("le 2ème refus")]
    [InlineData("mais personne ne répond")]
    [InlineData("sept structures sur dix")]
    [InlineData("tension 12.5")]
    [InlineData("tous les mardis")]
    [InlineData("dans le 22")]
    [InlineData("80 ans")]
    [InlineData("30 % des dossiers")]
    [InlineData("un point sur le plan d'aide")]
    public void A_phrase_says_nothing_about_when(string phrase)
    {
        var found = FrenchDates.Read(phrase, Now, Paris);
        Said(found).ShouldBe("- - -");
        found.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("vendredi soir", "2026-10-02 - -")]
    [InlineData("lundi", "2026-09-28 - -")]
    [InlineData("le 14", "2026-09-14 - -")]
    [InlineData("le 5", "2026-10-05 - -")]
    [InlineData("le 14/10", "2025-10-14 - -")]
    [InlineData("le 2 juin", "2026-06-02 - -")]
    [InlineData("le 31", "2026-08-31 - -")]
    public void What_is_told_lies_behind(string phrase, string expected) =>
        Said(FrenchDates.Read(phrase, Now, Paris, Lean.Back)).ShouldBe(expected);

    [Theory]
    [InlineData("le 31/02", "31/02", WhyNot.NoSuchDay)]
    [InlineData("31 juin", "31 juin", WhyNot.NoSuchDay)]
    [InlineData("29/02/2027", "29/02/2027", WhyNot.NoSuchDay)]
    [InlineData("le 14/13 à 9h", "14/13", WhyNot.NoSuchDay)]
    [InlineData("le 32", "le 32", WhyNot.NoSuchDay)]
    [InlineData("le 14/10 à 25h", "25h", WhyNot.NoSuchTime)]
    [InlineData("mardi 9h75", "9h75", WhyNot.NoSuchTime)]
    public void The_impossible_is_reported_with_its_reason(string phrase, string written, WhyNot reason)
    {
        var refused = FrenchDates.Read(phrase, Now, Paris).Refused.ShouldHaveSingleItem();
        refused.Written.ShouldBe(written);
        refused.Reason.ShouldBe(reason);
        phrase[refused.Span.Start..refused.Span.End].ShouldBe(written);
    }

    [Fact]
    public void A_day_that_is_over_this_year_is_next_year_s_and_says_so()
    {
        var found = FrenchDates.Read("le 14 mars", Now, Paris);
        found.Date.ShouldBe(new DateOnly(2027, 3, 14));
        found.Doubts.ShouldBe(DateDoubts.RolledOver);
        FrenchDates.Read("le 14/10", Now, Paris).Doubts.ShouldBe(DateDoubts.None);
        FrenchDates.Read("le 14/03/2026", Now, Paris).Date.ShouldBe(new DateOnly(2026, 3, 14));
    }

    [Fact]
    public void A_number_alone_says_that_its_month_was_not_written()
    {
        FrenchDates.Read("ok pour le 14", Now, Paris).Doubts.ShouldBe(DateDoubts.MonthUnwritten);
        FrenchDates.Read("du 14 au 21/10", Now, Paris).Doubts.ShouldBe(DateDoubts.None);
    }

    [Fact]
    public void The_29th_of_February_waits_for_a_leap_year() =>
        FrenchDates.Read("le 29/02", Now, Paris).Date.ShouldBe(new DateOnly(2028, 2, 29));

    [Fact]
    public void A_weekday_that_disagrees_is_shown_and_the_date_kept()
    {
        var found = FrenchDates.Read("mardi 14 octobre", Now, Paris);
        found.Date.ShouldBe(new DateOnly(2026, 10, 14));
        found.Doubts.ShouldBe(DateDoubts.WeekdayDisagrees);
    }

    [Theory]
    [InlineData("décale la séance du 14 au 21/10 10h", "2026-10-14 2026-10-21")]
    [InlineData("du 28 au 3/11", "2026-10-28 2026-11-03")]
    [InlineData("les 14 et 15 décembre", "2026-12-14 2026-12-15")]
    [InlineData("déplace la réunion du 14/10 au mardi 20", "2026-10-14 2026-10-20")]
    [InlineData("du 30 décembre au 5 janvier", "2026-12-30 2027-01-05")]
    public void Two_dates_are_read_in_order(string phrase, string expected) =>
        string.Join(' ', FrenchDates.Read(phrase, Now, Paris).Dates.Select(date => Iso(date.Date))).ShouldBe(expected);

    [Theory]
    [InlineData("dossier APA déposé en mars", 3, 2026)]
    [InlineData("ma remontée de juin", 6, 2026)]
    [InlineData("ma remontée de décembre", 12, 2025)]
    [InlineData("celle d'août 2024", 8, 2024)]
    public void A_month_alone_is_read(string phrase, int month, int year)
    {
        var found = FrenchDates.Read(phrase, Now, Paris, Lean.Back).Months.ShouldHaveSingleItem();
        (found.Month, found.Year).ShouldBe((month, year));
    }

    [Fact]
    public void Spans_point_into_the_original()
    {
        const string Phrase = "Bonjour, réunion «\u00A0plénière\u00A0» le 14/10 à 9h30, durée 2h svp";
        var found = FrenchDates.Read(Phrase, Now, Paris);
        found.Spans.Select(span => Phrase[span.Start..span.End]).ShouldBe(["le 14/10", "9h30", "2h"]);
    }

    [Fact]
    public void Today_is_the_territory_s_day()
    {
        var lateInUtc = new DateTimeOffset(2026, 10, 5, 22, 30, 0, TimeSpan.Zero);
        FrenchDates.Read("demain", lateInUtc, Paris).Date.ShouldBe(new DateOnly(2026, 10, 7));
    }

    [Theory]
    [InlineData("2026-10-14", "09:30", "2026-10-14T07:30:00", ClockChange.None)]
    [InlineData("2026-12-14", "09:30", "2026-12-14T08:30:00", ClockChange.None)]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30:00", ClockChange.Skipped)]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00", ClockChange.Repeated)]
    public void Nights_when_the_clocks_change_have_one_documented_instant(
        string date, string time, string utc, ClockChange change)
    {
        var moment = LocalMoment.At(
            DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture), Paris);
        moment.Instant.UtcDateTime.ToString("s", CultureInfo.InvariantCulture).ShouldBe(utc);
        moment.Change.ShouldBe(change);
    }

    private static string Said(WhenFound found) => string.Join(
        ' ',
        found.Date is { } date ? Iso(date) : "-",
        found.Start is { } start ? start.ToString("HH:mm", CultureInfo.InvariantCulture) : "-",
        found.Duration is { } length ? length.TotalMinutes.ToString(CultureInfo.InvariantCulture) : "-");

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
