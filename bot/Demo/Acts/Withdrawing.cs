using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>A ballot is taken back before its closing; nothing of it is counted.</summary>
internal static class Withdrawing
{
    private const string Why = "Le texte est à reprendre avec la caisse de retraite.";

    private static readonly Motion Transport = new(
        "TCT, hors séance", "T3", "Un transport partagé le samedi", "Un transport partagé est essayé le samedi pendant six mois.");

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Voter : une proposition retirée");
        var (chat, mail) = stage.Members("TCT");
        await bill.Step("La pilote retire un vote ouvert", async () =>
        {
            await stage.Pilot.PutsToVote(Transport);
            await chat[0].Votes(Transport, For);
            await mail[0].Votes(Transport, Against);
            var asked = (await stage.Pilot.Say("retire le vote")).Card("Pourquoi le retirer ?", Transport.Title);
            (await asked.Press("Retirer le vote")).Card("Le vote n’est pas retiré", "Dites en une phrase pourquoi");
            (await asked.With("Pourquoi le retirer ?", Why).Press("Retirer le vote")).Card("Ce vote a été retiré", Why);
            return "après 2 réponses ; sans raison c’est refusé";
        });
        await bill.Step("Les votants savent pourquoi, et plus rien n’est compté", async () =>
        {
            await stage.Quiet();
            await Transport.TellsOutcome(stage.Holders("TCT"), "a été retiré", Why);
            (await (await chat[1].BallotOn(Transport)).Press(For)).Says($"Ce vote a été retiré : {Why}");
            var page = await mail[1].Open(await mail[1].Letter("À vous de voter", Transport.Title));
            Check.That(!page.HasForm, "la page propose encore de voter");
            Check.Says(page.Words, "la page", "Ce vote a été retiré", Why);
            Check.That((await stage.Decisions("TCT")).Count == 2, "un vote retiré a donné une décision");
            return "les 14 sièges lisent la raison ; un vote ensuite est refusé, aucun numéro n’est pris";
        });
    }
}
