using Concertation.Domain.Tables;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Turns;

/// <summary>Territories that live side by side, one of them without a tenant of its own.</summary>
public sealed class TwoTerritoriesTests
{
    [Fact]
    public async Task A_partner_of_both_is_asked_which_one_and_understood_in_it()
    {
        await using var place = await Kervelen.Start();
        await Second(place);
        place.AddPartner("infirmiere", "Une Infirmière");

        var asked = (await place.Say("infirmiere", "encore une sortie vendredi soir sans ordonnance")).ShouldHaveSingleItem();
        asked.Says("De quel territoire parlez-vous").ShouldBeTrue(asked.Words);

        await place.Press("infirmiere", asked, asked.Buttons.First(b => b.Contains("Kervelen", StringComparison.Ordinal)));
        (await place.Hears("infirmiere", "Signaler une difficulté")).Input("when").ShouldBe("vendredi soir");
    }

    [Fact]
    public async Task The_simulator_shows_its_two_partners_once()
    {
        await using var place = await Kervelen.Start();
        await Second(place);

        var people = await place.Bot.Client.GetStringAsync("/simulator/people");

        System.Text.RegularExpressions.Regex.Count(people, "Ewen Partenaire").ShouldBe(1);
    }

    private static Task Second(Kervelen place)
    {
        var other = SampleTerritory.SaintExemple;
        return place.Service<ImportTerritory>().Run(other with { Territory = other.Territory with { Tenant = null } }, default);
    }
}
