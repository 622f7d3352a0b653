using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>A member suggests: the pilote takes one suggestion up, which is rejected, and leaves another aside.</summary>
internal static class Rejecting
{
    public static readonly Motion OneNumber = new(
        "TCT, hors séance", "G1", "Un numéro d’appel unique", "Un numéro d’appel unique est ouvert aux professionnels le 1er janvier.");

    private static readonly Motion Newsletter = new(
        "TCT, hors séance", null, "Une lettre d’information", "Une lettre d’information est envoyée chaque mois aux professionnels.");

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Voter : une suggestion, rejetée");
        var (chat, mail) = stage.Members("TCT");
        await bill.Step("Un membre suggère une proposition", async () =>
        {
            var form = await chat[2].Proposes("je propose d’ouvrir un numéro unique", OneNumber);
            Check.That(!form.Offers("Mettre au vote"), "un membre pourrait mettre au vote lui-même");
            (await form.Press("Suggérer")).Card("Elle est transmise", OneNumber.Title);
            await stage.Quiet();
            OneNumber.Spares(stage.Holders("TCT").Where(p => p.Id != chat[2].Id));
            Check.Says((await stage.Pilot.Say("votes")).Words, "« votes » de la pilote", OneNumber.Title, $"suggérée par {chat[2].Name}");
            return $"{chat[2].Name} la transmet ; la pilote la lit, les autres membres n’en savent encore rien";
        });
        await bill.Step("La pilote la met au vote", async () =>
        {
            var suggestion = await stage.Pilot.Card("Proposition à examiner", OneNumber.Title);
            (await suggestion.With("Clôture du vote le", "2028-03-01").Press("Mettre au vote")).Card("Le vote n’est pas ouvert", "60 jours au plus");
            (await suggestion.With("Clôture du vote le", "2027-10-22").With("à", "18:00").Press("Mettre au vote"))
                .Card("Il dure jusqu’au vendredi 22 octobre 2027 à 18 h");
            await stage.Quiet();
            await OneNumber.Reaches(stage.Holders("TCT"));
            return "une clôture trop lointaine est refusée ; les 14 sièges sont saisis jusqu’au 22 octobre à 18 h";
        });
        await bill.Step("Les voix contre l’emportent", async () =>
        {
            string[] choices = [Against, Against, For, Against, For, Against, Abstain];
            foreach (var (voter, choice) in chat.Zip(choices).Append((mail[1], Against)).Append((mail[2], For)))
            {
                await voter.Votes(OneNumber, choice);
            }

            await (await stage.Pilot.Card("Suivi du vote", OneNumber.Title)).Press("Clore maintenant");
            await stage.Quiet();
            await OneNumber.TellsOutcome(
                [.. stage.Holders("TCT"), stage.Pilot], "TCT 2027-002",
                "Rejetée : 3 voix pour, 5 contre, 1 abstention", "Quorum : 9 sièges ont répondu sur 14 (7 nécessaires).");
            Check.SaysNot((await RoadmapTab.Open(stage)).Row("G1"), "l’axe G1", OneNumber.Title, "TCT 2027-002");
            return "3 pour, 5 contre : décision TCT 2027-002, dite à tous, absente de la feuille de route";
        });
        await LeaveAside(stage, bill, chat[3]);
    }

    private static Task<bool> LeaveAside(DemoStage stage, Playbill bill, Player member) => bill.Step("Une autre suggestion est laissée de côté", async () =>
    {
        (await (await member.Proposes("proposer", Newsletter)).Press("Suggérer")).Card("Elle est transmise");
        (await (await stage.Pilot.Card("Proposition à examiner", Newsletter.Title)).Press("Laisser de côté")).Card("Elle n’est pas mise au vote");
        await member.Card(Newsletter.Title, "Elle n’est pas mise au vote pour l’instant");
        Newsletter.Spares(stage.Holders("TCT").Where(p => p.Id != member.Id));
        return "la personne qui l’avait faite en est prévenue, elle seule";
    });
}
