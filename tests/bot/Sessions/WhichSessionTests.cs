using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Sessions;

/// <summary>Of two sessions of one day, the one that the words and the moment point to.</summary>
public sealed class WhichSessionTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_one_under_way_is_ended_and_the_minutes_of_the_format_named_are_opened()
    {
        await Convene("convoque la TCT plénière le 14/12 9h30, 2h");
        await Convene("convoque la TCT restreinte le 14/12 20h30, 1h");
        await At(new DateTime(2026, 12, 14, 9, 30, 0));
        await _kervelen.Say(Kervelen.Pilot, "on commence la plénière");
        await _kervelen.Say(Kervelen.Pilot, "fin de séance");
        (await _kervelen.Say(Hospital, "séances")).Single().Says("9 h 30").ShouldBeFalse("it is over");

        // The restricted one begins two hours early, and is the one to end.
        await At(new DateTime(2026, 12, 14, 18, 30, 0));
        (await _kervelen.Say(Kervelen.Pilot, "on commence")).Single().Says("Séance en cours").ShouldBeTrue();
        var ended = (await _kervelen.Say(Kervelen.Pilot, "fin de séance")).Single();
        ended.Says("séance restreinte").ShouldBeTrue(ended.Words);
        ended.Says("Séance terminée").ShouldBeTrue(ended.Words);

        var minutes = (await _kervelen.Say(Kervelen.Pilot, "compte rendu de la TCT restreinte de ce soir")).Single();
        minutes.Says("séance restreinte").ShouldBeTrue(minutes.Words);
        minutes.Says("Compte rendu").ShouldBeTrue(minutes.Words);
        (await _kervelen.Say(Hospital, "séances")).Single().Says("Votre réponse est attendue").ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_not_begun_the_sheet_of_the_one_chosen_is_shown()
    {
        await Convene("convoque la TCT plénière le 14/12 9h30, 2h");
        await Convene("convoque la TCT restreinte le 14/12 14h, 1h");
        await At(new DateTime(2026, 12, 14, 9, 0, 0));

        var which = (await _kervelen.Say(Kervelen.Pilot, "feuille de présence")).Single();
        (await _kervelen.Press(Kervelen.Pilot, which, "Celle-ci")).Says("Feuille de présence").ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_named_by_its_date_is_shown_and_no_form_to_convene_another()
    {
        await Convene("convoque la TCT plénière le 14/12 9h30, 2h");
        await Convene("convoque la TCT plénière le 22/12 9h30, 2h");

        (await _kervelen.Say(Kervelen.Pilot, "séance du 22/12")).Single().Says("mardi 22 décembre 2026").ShouldBeTrue();
        var own = (await _kervelen.Say(Hospital, "la séance du 22/12")).Single();
        own.Says("Réponse attendue").ShouldBeTrue(own.Words);
        own.Says("14 décembre").ShouldBeFalse(own.Words);
    }

    private async Task Convene(string words)
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, words)).Single();
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Sorties du vendredi"), ("item1minutes", "30"));
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
    }

    private Task At(DateTime paris)
    {
        _kervelen.Clock.Advance(new DateTimeOffset(paris, TimeSpan.FromHours(1)) - _kervelen.Clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
