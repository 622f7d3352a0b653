using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Turns;

/// <summary>« aide » hides nothing of what a person can do.</summary>
public sealed class HelpTests : IAsyncLifetime
{
    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task The_pilote_is_told_of_every_command_but_those_of_a_member()
    {
        var help = (await _kervelen.Say(Kervelen.Pilot, "aide")).Single();
        string[] members = ["Aide", "Dire que je viens", "Dire que je ne viens pas", "Me faire représenter", "Donner pouvoir", "Reprendre mon pouvoir", "Changer mon vote"];
        foreach (var command in TextCommands.All.Where(c => !members.Contains(c.Title)))
        {
            help.Says($"{command.Title} — « {command.Example} »").ShouldBeTrue(command.Title);
        }
    }

    [Fact]
    public async Task A_member_is_told_how_to_answer_and_what_else_is_theirs()
    {
        var help = (await _kervelen.Say("yann-kerimagin", "aide")).Single();
        foreach (var said in new[] { "ok pour le 14", "je serai absent le 14", "ma cadre me remplace", "je donne pouvoir", "à l’odj", "calendrier", "compte rendu de la TCT" })
        {
            help.Says(said).ShouldBeTrue(said);
        }

        help.Says("convoque la TCT").ShouldBeFalse("that is the pilote's");
        help.Buttons.Count.ShouldBeLessThanOrEqualTo(6);
    }
}
