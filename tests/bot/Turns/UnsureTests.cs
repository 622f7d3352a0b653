using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Turns;

/// <summary>What isn't understood for certain, through the real bot: asked with buttons, never a dead end.</summary>
public sealed class UnsureTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Theory]
    [InlineData("xyzzy plugh")]
    [InlineData("😀")]
    [InlineData("42")]
    [InlineData("la chaise bleue du couloir")]
    public async Task Words_that_mean_nothing_here_are_answered_with_two_or_three_things_to_do(string text)
    {
        foreach (var person in new[] { Kervelen.Pilot, "yann-kerimagin", Nurse })
        {
            var asked = (await _place.Say(person, text)).ShouldHaveSingleItem();
            asked.Says("Que souhaitez-vous faire").ShouldBeTrue(asked.Words);
            asked.Buttons.Count.ShouldBeInRange(2, 3, asked.Words);
            foreach (var button in asked.Buttons)
            {
                var answer = await _place.Press(person, asked, button);
                (answer.Card is not null || answer.Text is { Length: > 0 }).ShouldBeTrue(button);
            }
        }
    }

    [Fact]
    public async Task What_seems_to_identify_someone_is_neither_repeated_nor_put_behind_a_button()
    {
        var asked = (await _place.Say("yann-kerimagin", "appelez Mme Kerinventée née le 12/03/1941")).ShouldHaveSingleItem();

        asked.Says("je ne l’ai pas gardé").ShouldBeTrue(asked.Words);
        var card = asked.Card.ShouldNotBeNull().GetRawText();
        card.ShouldNotContain("Kerinvent");
        card.ShouldNotContain("1941");
    }

    [Fact]
    public async Task What_was_written_is_not_to_be_written_again()
    {
        const string Told = "l'hôpital décale toujours les sorties au vendredi soir";
        var asked = (await _place.Say(Nurse, Told)).ShouldHaveSingleItem();

        var draft = await _place.Press(Nurse, asked, "Signaler");

        (draft.Input("happened"), draft.Input("when")).ShouldBe((Told, "vendredi soir"));
        (await _place.Press(Nurse, draft, "Envoyer")).Says("REM-2026-0001").ShouldBeTrue();
    }

    [Theory]
    [InlineData("jserai la le 14", "vous serez là")]
    [InlineData("DSL PAS DISPO LE 14", "vous ne pourrez pas venir")]
    [InlineData("je peux pas venir le 14 mais Mme Kerfantome viendra à ma place", "Mme Kerfantome vous représentera")]
    public async Task Thumbs_answer_a_convocation(string text, string noted)
    {
        var form = (await _place.Say(Kervelen.Pilot, "convok la tct le 14/12 9h30, 2h")).Single(m => m.Card is not null);
        await _place.Press(Kervelen.Pilot, await _place.Press(Kervelen.Pilot, form, "Vérifier"), "Envoyer");
        await _place.Hears("yann-kerimagin", "Réponse attendue");

        (await _place.Say("yann-kerimagin", text)).ShouldContain(m => m.Says(noted));
    }
}
