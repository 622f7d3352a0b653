using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Sessions;

/// <summary>Reminders by the clock and on demand, and hours in which nobody is written to: through the real bot.</summary>
public sealed class ReminderJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string HospitalSubstitute = "soizic-lanpapier";
    private const string HomeHospital = "maiwenn-le-brouillon";
    private const string Clic = "gwenola-kermodel";
    private const string Doctors = "herve-rochplume";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task Seven_and_two_days_before_whoever_has_not_answered_is_reminded_once_each_time()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Clic, "Réponse attendue");
        await _kervelen.Press(Clic, card, "Présent");
        await _kervelen.Receives(HomeHospital, "Convocation");

        await Until(new DateOnly(2026, 12, 7));
        (await _kervelen.Hears(Hospital, "Rappel")).Says("lundi 14 décembre 2026 à 9 h 30").ShouldBeTrue();
        var letter = await _kervelen.Receives(HomeHospital, "Rappel : TCT du lundi 14 décembre");
        letter.Html!.ShouldContain("Répondre");

        // The second day before is a Saturday: the Friday before it.
        await Until(new DateOnly(2026, 12, 11));
        await Kervelen.Until(() => Rappels(Hospital) == 2, () => "the second reminder comes");
        _kervelen.Clock.Advance(TimeSpan.FromHours(5));
        await LookAgain();
        Rappels(Hospital).ShouldBe(2);
        _kervelen.Letters().Count(l => l.Subject.StartsWith("Rappel", StringComparison.Ordinal) && l.To.Contains("maiwenn", StringComparison.Ordinal)).ShouldBe(2);
        Rappels(Clic).ShouldBe(0);
    }

    [Fact]
    public async Task A_reminder_due_at_night_waits_for_the_morning_and_spares_who_answered_meanwhile()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        await _kervelen.Hears(Clic, "Réponse attendue");
        var followed = await Missing();
        // Tuesday 20 h in Paris.
        _kervelen.Clock.Advance(TimeSpan.FromHours(35));
        var look = await _kervelen.Press(Kervelen.Pilot, followed, "Relancer");
        look.Says("La relance partira le mercredi 25 novembre 2026 à 8 h").ShouldBeTrue(look.Words);
        var sent = await _kervelen.Press(Kervelen.Pilot, look, "Envoyer la relance", ("spared", ""));
        sent.Says("relances partent le mercredi 25 novembre 2026 à 8 h").ShouldBeTrue(sent.Words);
        await LookAgain();
        Rappels(Clic).ShouldBe(0);
        await _kervelen.Press(Hospital, card, "Présent");

        _kervelen.Clock.Advance(TimeSpan.FromHours(12.5));

        await _kervelen.Hears(Clic, "Rappel");
        await LookAgain();
        Rappels(Hospital).ShouldBe(0);
    }

    [Fact]
    public async Task A_convocation_and_a_vote_go_at_once_even_on_a_saturday_night()
    {
        _kervelen.Clock.Advance(TimeSpan.FromDays(5) + TimeSpan.FromHours(13));

        await Convene("convoque la TCT le 14/12 9h30, 2h");

        await _kervelen.Hears(Hospital, "Réponse attendue");
    }

    [Fact]
    public async Task The_substitute_is_asked_once_when_the_representative_declines()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        await _kervelen.Press(Hospital, card, "Absent");

        var asked = await _kervelen.Hears(HospitalSubstitute, "Pouvez-vous remplacer");
        asked.Says("Yann Kerimagin ne pourra pas représenter").ShouldBeTrue();

        await _kervelen.Press(Hospital, card, "Présent");
        await _kervelen.Press(Hospital, card, "Absent");
        (await _kervelen.Press(HospitalSubstitute, asked, "Présent")).Says("Présence confirmée").ShouldBeTrue();
        await LookAgain();
        _kervelen.FromBot(HospitalSubstitute).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_substitute_is_asked_in_quiet_hours_when_the_session_comes_before_they_end()
    {
        await Convene("convoque la TCT le 23/11 21h, 1h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        // 19 h 30 in Paris: quiet until the next morning.
        _kervelen.Clock.Advance(TimeSpan.FromHours(10.5));

        await _kervelen.Press(Hospital, card, "Absent");

        await _kervelen.Hears(HospitalSubstitute, "Pouvez-vous remplacer");
    }

    [Fact]
    public async Task The_letter_to_a_substitute_asks_them_and_speaks_of_no_answer_of_theirs()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        await _kervelen.Receives(Doctors, "Convocation");
        var session = (await _kervelen.Service<ISessions>().All(Territory, default)).Single();
        await _kervelen.Press(
            Kervelen.Pilot, "1", "sessions.reply",
            new System.Text.Json.Nodes.JsonObject
            {
                ["territory"] = Territory.Value, ["session"] = session.Id.Value, ["seat"] = "tct-mg", ["reply"] = "absent", ["behalf"] = "true",
            });

        var letter = await _kervelen.Receives("solenn-ardoisier", "Remplacement");

        letter.Text.ShouldContain("Merci de dire si vous venez");
        letter.Text.ShouldNotContain("reste notée");
    }

    [Fact]
    public async Task One_sentence_reminds_a_college_after_a_look_at_who_was_written_to_this_week()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        await Convene("convoque la TCT le 15/12 9h30, 2h");
        await _kervelen.Receives(Doctors, "mardi 15 décembre");

        var look = (await _kervelen.Say(Kervelen.Pilot, "relance les libéraux pour le 14 décembre")).Single(m => m.Card is not null);
        look.Says("Seulement le collège Libéral").ShouldBeTrue(look.Words);
        look.Says("2 sièges n’ont pas répondu").ShouldBeTrue(look.Words);
        // Two convocations this week already: left out unless the pilote says otherwise.
        look.Input("spared")!.ShouldContain(Doctors);
        look.Card!.Value.GetRawText().ShouldContain("2\\u00A0messages cette semaine");
        look.Says("recevra le rappel prévu le lundi 07/12/2026").ShouldBeTrue(look.Words);

        var sent = await _kervelen.Press(Kervelen.Pilot, look, "Envoyer la relance", ("spared", "tiphaine-goelivre"));
        sent.Says("1 relance part").ShouldBeTrue(sent.Words);
        await _kervelen.Receives(Doctors, "Rappel");

        var again = await _kervelen.Press(Kervelen.Pilot, look, "Envoyer la relance", ("spared", "tiphaine-goelivre"));
        again.Says("Aucune relance n’est partie").ShouldBeTrue(again.Words);
        await LookAgain();
        _kervelen.Letters().Count(l => l.Subject.StartsWith("Rappel", StringComparison.Ordinal)).ShouldBe(1);
        Rappels(Hospital).ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_convenes_the_table_reminds()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var look = await _kervelen.Press(Kervelen.Pilot, await Missing(), "Relancer");

        (await _kervelen.Say(Hospital, "relance les libéraux")).ShouldContain(m => m.Says("Seules les personnes qui animent une table"));
        var forged = await _kervelen.Press(Hospital, look.Id, "sessions.remind", (System.Text.Json.Nodes.JsonObject)look.Button("Envoyer la relance")["data"]!.DeepClone());

        forged.Says("Seules les personnes qui animent").ShouldBeTrue();
        await LookAgain();
        Rappels(Clic).ShouldBe(0);
    }

    private int Rappels(string person) =>
        _kervelen.FromBot(person).Count(m => m.Words.Split('\n').Contains("Rappel"));

    /// <summary>Moves the clock to nine o'clock of that day in Paris, a day at a time, so that the schedule sees each.</summary>
    private async Task Until(DateOnly day)
    {
        while (DateOnly.FromDateTime(_kervelen.Clock.GetUtcNow().UtcDateTime) < day)
        {
            _kervelen.Clock.Advance(TimeSpan.FromDays(1));
            await LookAgain();
        }
    }

    /// <summary>Lets the schedule run once more, and what it asked for with it.</summary>
    private async Task LookAgain()
    {
        await _kervelen.Service<Concertation.Work.Sessions.RemindOfSessions>().Run(default);
        foreach (var session in await _kervelen.Service<ISessions>().All(Territory, default))
        {
            await _kervelen.Service<Concertation.Work.Notices.LookAtAggregate>().Run(
                new Aggregate(AggregateKind.Session, Territory, session.Id.Value), default);
        }
    }

    private async Task<Heard> Missing() => (await _kervelen.Say(Kervelen.Pilot, "qui n'a pas répondu ?")).Single(m => m.Card is not null);

    private async Task<Heard> Convene(string text)
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);
        return await _kervelen.Press(Kervelen.Pilot, await _kervelen.Press(Kervelen.Pilot, form, "Vérifier"), "Envoyer");
    }
}
