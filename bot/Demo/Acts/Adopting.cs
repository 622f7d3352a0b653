using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>The session's day: a proposal is put to the vote, answered by card and by link, and adopted.</summary>
internal static class Adopting
{
    public static readonly Motion Prescription = new(
        Convening.Discharges, "T3", "L’ordonnance part la veille de la sortie",
        "Toute sortie du vendredi est annoncée le jeudi avant 16 h, avec son ordonnance, au médecin traitant et au service à domicile.");

    private const string Why = "Nous le faisons déjà le mardi";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Voter : une proposition adoptée");
        await stage.LaterAt(new DateTime(2027, 10, 21, 10, 20, 0, DateTimeKind.Unspecified));
        await bill.Step("En séance, la pilote met une proposition au vote", async () =>
        {
            var form = await stage.Pilot.Proposes("proposer d’envoyer l’ordonnance la veille de la sortie", Prescription);
            var opened = (await form.Press("Mettre au vote")).Card("Le vote est ouvert", "0 réponse sur 14 sièges");
            Check.Says(opened.Words, "la carte", "majorité simple", "quorum : 7 réponses sur 14 sièges", "dimanche 24 octobre 2027");
            (await form.Press("Mettre au vote")).Card(Prescription.Title);
            return "elle porte sur un point de l’ordre du jour et l’axe T3 ; la règle et la clôture sont dites d’avance ; envoyé deux fois, un seul vote";
        });
        await bill.Step("Chaque siège qui vote est saisi une fois", async () =>
        {
            await stage.Quiet();
            await Prescription.Reaches(stage.Holders("TCT"));
            Prescription.Spares(stage.Partners);
            return "7 cartes et 7 courriels avec un lien personnel ; personne d’autre";
        });
        await Cast(stage, bill);
        await Protect(stage, bill);
        await Close(stage, bill);
    }

    private static async Task Cast(DemoStage stage, Playbill bill)
    {
        var (chat, mail) = stage.Members("TCT");
        await bill.Step("Cinq membres votent par leur carte, un sixième clique deux fois", async () =>
        {
            string[] choices = [For, For, Against, Against, For];
            foreach (var (voter, choice) in chat.Zip(choices))
            {
                await voter.Votes(Prescription, choice, choice == Against ? Why : null);
            }

            foreach (var heard in await (await chat[5].BallotOn(Prescription)).PressTwice(For))
            {
                heard.Card("Réponse du siège : Pour", "6 réponses sur 14 sièges");
            }

            return "6 réponses comptées : le double clic, livré deux fois par le réseau, n’en fait qu’une";
        });
        await bill.Step("Trois membres sans compte votent par leur lien", async () =>
        {
            var letter = await mail[1].Letter("À vous de voter", Prescription.Title);
            await mail[1].Open(letter);
            Check.Says((await mail[1].Open(letter)).Words, "la page", mail[1].Name, Prescription.Text, "6 réponses sur 14 sièges");
            await mail[1].Votes(Prescription, For);
            await mail[3].Votes(Prescription, Against);
            await mail[4].Votes(Prescription, For);
            await Turnout(stage, 9);
            return "ouvrir le lien ne vote pas ; 9 réponses sur 14";
        });
        await bill.Step("Deux membres changent d’avis", async () =>
        {
            await chat[2].Votes(Prescription, For);
            await mail[3].Votes(Prescription, Abstain);
            await Turnout(stage, 9);
            return "l’un par sa carte, l’autre par son lien : toujours 9 réponses, la dernière compte";
        });
    }

    private static async Task Protect(DemoStage stage, Playbill bill)
    {
        var (chat, _) = stage.Members("TCT");
        await bill.Step("Voter sans en avoir le droit", async () =>
        {
            var ballot = await chat[0].BallotOn(Prescription);
            (await ballot.SeenBy(stage.Partners[1]).Press(Against)).Says("n’est rattaché à aucun siège");
            (await ballot.SeenBy(chat[2]).Press(Against)).Says("n’est pas (ou plus) le vôtre");
            (await ballot.SeenBy(stage.Pilot).Press(Against)).Says("n’est pas (ou plus) le vôtre");
            await Turnout(stage, 9);
            return "refusé à un partenaire, au titulaire d’un autre siège et à la pilote, même avec la carte d’un votant en main";
        });
        await bill.Step("Avant la clôture, nul ne sait qui a voté quoi", async () =>
        {
            foreach (var member in chat)
            {
                var seen = (await (await member.BallotOn(Prescription)).Press("Actualiser")).Card("9 réponses sur 14 sièges");
                var listed = await member.Say("votes");
                foreach (var words in new[] { seen.Words, listed.Words })
                {
                    Check.SaysNot(words, $"ce que voit {member.Name}", stage.Holders("TCT").Where(p => p.Id != member.Id).Select(p => p.Name));
                    Check.SaysNot(words, $"ce que voit {member.Name}", member == chat[3] ? [] : [Why]);
                }
            }

            var followed = (await (await stage.Pilot.Card("Suivi du vote", "9 réponses sur 14 sièges")).Press("Actualiser")).Card("9 réponses");
            Check.SaysNot(followed.Words, "ce que voit la pilote", [Why, .. stage.Holders("TCT").Select(p => p.Name)]);
            return "chacun voit sa réponse et la participation ; la pilote, la participation seule";
        });
    }

    private static async Task Close(DemoStage stage, Playbill bill)
    {
        await bill.Step("La pilote clôt : la décision est sur la feuille de route", async () =>
        {
            var page = await RoadmapTab.Open(stage);
            (await stage.Pilot.ClosesVote()).Card("Le vote est clos, les réponses sont comptées");
            var seen = await page.Shows("T3", TimeSpan.FromSeconds(5), "TCT 2027-001", "21 octobre 2027", Prescription.Title);
            return $"d’elle-même, en moins de {Plain.Number((int)Math.Ceiling(seen.TotalSeconds))} s, sur l’axe T3, avec son instance et sa date";
        });
        await bill.Step("Le résultat est expliqué et dit à tous", async () =>
        {
            await stage.Quiet();
            await Prescription.TellsOutcome(
                [.. stage.Holders("TCT"), stage.Pilot], "TCT 2027-001",
                "Adoptée : 7 voix pour, 1 contre, 1 abstention", "Quorum : 9 sièges ont répondu sur 14 (7 nécessaires). Majorité simple : plus de pour que de contre.");
            var outcome = await stage.Members("TCT").Chat[0].Card("TCT 2027-001", Prescription.Title);
            Check.Says(outcome.Words, "le résultat", $"Pour ({stage.Members("TCT").Chat[2].Name})", $"Contre ({stage.Members("TCT").Chat[3].Name}) : « {Why} »", "n’a pas répondu");
            return "7 pour, 1 contre, 1 abstention, quorum de 7 atteint ; les 14 sièges et la pilote le reçoivent une fois, siège par siège";
        });
        await bill.Step("La personne qui avait signalé l’apprend", async () =>
        {
            await stage.Partners[0].Card("Du nouveau sur votre remontée", Reporting.Discharge, "Décision adoptée", "TCT 2027-001", Prescription.Text);
            (await stage.Partners[0].Say($"suivi {Reporting.Discharge}")).Card("Décidée", "TCT 2027-001", Prescription.Text);
            (await stage.Partners[0].Say("où en est ma remontée de septembre ?")).Card("Une décision a été prise le", "21 octobre 2027");
            Check.That(stage.Partners[1].CardsWith("TCT 2027-001") == 0, "une autre personne a reçu cette réponse");
            return "avec le numéro et le texte de la décision ; elle la retrouve par sa référence";
        });
        await Late(stage, bill);
    }

    private static Task<bool> Late(DemoStage stage, Playbill bill) => bill.Step("Un vote arrive après la clôture", async () =>
    {
        var (chat, mail) = stage.Members("TCT");
        (await (await chat[6].BallotOn(Prescription)).Press(Against)).Says("Ce vote est clos depuis", "n’a pas été prise en compte");
        var page = await mail[0].Open(await mail[0].Letter("À vous de voter", Prescription.Title));
        Check.That(!page.HasForm, "la page propose encore de voter");
        Check.Says(page.Words, "la page", "Le vote est clos. Adoptée");
        Check.That((await stage.Decisions("TCT")).Single().Outcome is { ForWeight: 7, AgainstWeight: 1 }, "le résultat a changé");
        return "refusé, par carte et par lien, et dit gentiment ; le résultat ne bouge pas";
    });

    private static async Task Turnout(DemoStage stage, int answers) =>
        (await (await stage.Pilot.Card("Suivi du vote", Prescription.Title)).Press("Actualiser")).Card($"{Plain.Number(answers)} réponses sur 14 sièges");
}
