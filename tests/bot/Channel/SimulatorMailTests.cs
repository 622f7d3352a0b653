using Concertation.Documents.Mail;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

/// <summary>The simulator shows each person the letters that were written to them.</summary>
public sealed class SimulatorMailTests
{
    [Theory]
    [InlineData("Loïc Imaginé-Prévôt de la Très Longue Côte Égarée")]
    [InlineData("Yann Exemple")]
    public async Task A_letter_is_found_whatever_the_name_before_the_address(string name)
    {
        using var place = new TemporaryFolder();
        var folder = new MailFolder(place.Path, "bot@concertation.example");
        await folder.Write(
            new Letter("l1", "La concertation", null, name, "loic.imagine@sante-kervelen.example", "Séance", "Bonjour", null, null, null), default);

        new SimulatorMail(folder).To("loic.imagine@sante-kervelen.example").ShouldHaveSingleItem();
        new SimulatorMail(folder).To("bot@concertation.example").ShouldBeEmpty();
    }
}
