using System.Text.Json.Nodes;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Turns;

/// <summary>Who somebody is: by Entra id, else by the mail of the file, else as the pilote says, else a partner.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private const string Account = "compte";
    private const string Rozenn = "rozenn-pennlivre";

    private Kervelen _place = null!;

    public async Task InitializeAsync() => _place = await Kervelen.Start();

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task By_the_mail_of_the_file_a_member_is_known_and_votes_in_chat_from_then_on()
    {
        _place.AddPartner(Account, "R. Pennlivre", "Rozenn.Pennlivre@ssiad.kervelen.example");

        var help = (await _place.Say(Account, "aide")).ShouldHaveSingleItem();
        help.Says("Vous siégez à une table").ShouldBeTrue(help.Words);
        (await Known()).ShouldBe(Rozenn);
        var ballot = await Votes.VoteJourneyTests.Open(_place);
        (await _place.Press(Account, await _place.Hears(Account, "Réserver une place"), "Pour")).Says("Réponse du siège : Pour").ShouldBeTrue();

        (await _place.Service<IBallots>().Votes(Reported.Territory, ballot, default)).ShouldHaveSingleItem().By.Value.ShouldBe(Rozenn);
        _place.Letters().Count(l => l.To.Contains("rozenn", StringComparison.Ordinal)).ShouldBe(0);
    }

    [Fact]
    public async Task A_vote_pressed_before_any_word_finds_the_member_by_mail()
    {
        var ballot = await Votes.VoteJourneyTests.Open(_place);
        _place.AddPartner(Account, "R. Pennlivre", "rozenn.pennlivre@ssiad.kervelen.example");

        var voted = await _place.Press(Account, "1", "votes.cast", new JsonObject
        {
            ["territory"] = Reported.Territory.Value, ["ballot"] = ballot.Value, ["seat"] = "tct-ssiad", ["choice"] = "For",
        });

        voted.Says("Réponse du siège : Pour").ShouldBeTrue(voted.Words);
    }

    [Fact]
    public async Task A_namesake_of_another_mail_is_a_partner_until_the_pilote_has_said_who_it_is()
    {
        _place.AddPartner(Account, "Pennlivre Rozenn", "rozenn@ailleurs.example");
        (await _place.Say(Account, "aide")).ShouldHaveSingleItem().Says("Signalez ici ce qui bloque").ShouldBeTrue();
        (await _place.Say(Account, "compte rendu")).ShouldHaveSingleItem().Says("vont aux membres des tables").ShouldBeTrue();
        await _place.Say(Account, "aide");

        var asked = await _place.Hears(Kervelen.Pilot, "Qui est-ce");
        asked.Says("Rozenn Pennlivre").ShouldBeTrue(asked.Words);
        _place.FromBot(Kervelen.Pilot).Count(m => m.Says("Qui est-ce")).ShouldBe(1);
        (await _place.Press("yann-kerimagin", asked, "Oui")).Says("Seule la personne qui pilote").ShouldBeTrue();
        (await Known()).ShouldBeNull();

        (await _place.Press(Kervelen.Pilot, asked, "Oui")).Says("ce compte est celui de Rozenn Pennlivre").ShouldBeTrue();
        (await Known()).ShouldBe(Rozenn);
        (await _place.Say(Account, "aide")).ShouldHaveSingleItem().Says("Vous siégez à une table").ShouldBeTrue();
    }

    [Fact]
    public async Task The_pilote_may_say_that_a_namesake_is_a_partner()
    {
        _place.AddPartner(Account, "Rozenn Pennlivre", null);
        await _place.Say(Account, "aide");

        (await _place.Press(Kervelen.Pilot, await _place.Hears(Kervelen.Pilot, "Qui est-ce"), "Non")).Says("en tant que partenaire").ShouldBeTrue();

        (await Known()).ShouldBeNull();
        (await _place.Say(Account, "votes")).ShouldHaveSingleItem().Says("siège").ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_of_the_tenant_holds_no_mandate_is_a_partner_and_of_another_tenant_nobody()
    {
        _place.AddPartner("infirmiere", "Une Infirmière");
        (await _place.Say("infirmiere", "bonjour")).ShouldHaveSingleItem().Buttons.ShouldContain("Signaler une difficulté");
        await _place.Report("infirmiere", "encore une sortie vendredi soir sans ordonnance");
        _place.FromBot(Kervelen.Pilot).ShouldNotContain(m => m.Says("Qui est-ce"));

        _place.AddPartner("etranger", "Un Étranger");
        _place.Put("etranger", _place.Person("etranger") with { TenantId = "99999999-0000-4000-8000-000000000001" });
        (await _place.Say("etranger", "mes remontées")).ShouldHaveSingleItem().Says("Je ne connais pas encore votre territoire").ShouldBeTrue();
        (await _place.Press("etranger", "1", "dysfunctions.form", new JsonObject { ["territory"] = Reported.Territory.Value }))
            .Says("Ce territoire n’est pas le vôtre").ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, false, "le bot n’est pas installé dans son Teams")]
    [InlineData(true, true, "cette personne a bloqué le bot dans Teams")]
    public async Task A_member_whom_chat_does_not_reach_gets_mail_and_the_pilote_sees_why(bool installed, bool blocked, string why)
    {
        _place.Put("yann-kerimagin", _place.Person("yann-kerimagin") with { BotInstalled = installed, BotBlocked = blocked });

        await Votes.VoteJourneyTests.Open(_place);

        await _place.Receives("yann-kerimagin", "À vous de voter");
        var told = await _place.Hears(Kervelen.Pilot, why);
        told.Says("Envois à surveiller").ShouldBeTrue(told.Words);
        told.Says("Yann Kerimagin").ShouldBeTrue(told.Words);
        told.Says("un courriel lui est parti").ShouldBeTrue(told.Words);
        // Those who have no account at all are no trouble: mail is their road.
        told.Says("Rozenn").ShouldBeFalse(told.Words);
        _place.FromBot("yann-kerimagin").ShouldBeEmpty();
    }

    private async Task<string?> Known() => (await _place.Service<IRosters>().Identify(
        Reported.Territory, _place.Person(Account).EntraId.ToLowerInvariant(), default))?.Value;
}
