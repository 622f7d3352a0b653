using static ConcertationBot.Demo.Acts.ChoosingADate;

namespace ConcertationBot.Demo.Acts;

/// <summary>The minutes: drafted from what was noted, corrected in Word, sent out, and asked to be changed.</summary>
internal static class WritingMinutes
{
    public const string Sentence = "compte rendu de la TCT du 7/12";
    public const string Pharmacy = "Ajouter que la pharmacie du port sera consultée";
    public const string Hours = "Corriger les horaires du vendredi";

    private const string Corrected = "Le CLIC présente le bilan trimestriel des sorties, discuté par tous";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Rédiger le compte rendu");
        await stage.LaterAt(new DateTime(2027, 12, 8, 9, 0, 0, DateTimeKind.Unspecified));
        byte[] word = [];
        await bill.Step("Le projet reprend l’ordre du jour, les présences, les notes et la décision", async () =>
        {
            var draft = (await stage.Pilot.Say(Sentence)).Card("Compte rendu", "Projet", "7 sièges présents, 2 excusés (dont 1 représenté par pouvoir), 5 absents");
            Check.Says(
                draft.Words, "le projet", "Quorum atteint : 8 sièges", $"2. {Cell}", HoldingTheSession.Balance, "TCT 2027-005, adoptée", HoldingTheSession.Consensus,
                $"{HoldingTheSession.Action} (CCAS, 17/12/2027)", "Prochaine séance : mardi 21 décembre 2027");
            word = await draft.Open("Fichier Word");
            Check.Says(WordFile.Words(word), "le fichier Word", HoldingTheSession.Balance, "TCT 2027-005", HoldingTheSession.Action, "Enora Kersonge");
            (await stage.Members("TCT").Chat[0].Say(Sentence)).Says("Aucun compte rendu diffusé ne vous concerne");
            return "il se lit sur une carte et en fichier Word ; un membre ne le voit pas encore";
        });
        await bill.Step("La pilote renvoie le fichier Word corrigé", async () =>
        {
            var asked = (await stage.Pilot.Attach("CR corrigé.docx", WordFile.TypedOver(word, HoldingTheSession.Balance, Corrected))).Card("Compte rendu corrigé");
            (await asked.Press("Reprendre ces corrections")).Card("1 passage modifié", Corrected, "TCT 2027-005, adoptée", "version 2, à diffuser");
            var late = (await stage.Pilot.Attach("CR ancien.docx", WordFile.TypedOver(word, HoldingTheSession.Balance, "Le CLIC absent"))).Card("Compte rendu corrigé");
            (await late.Press("Reprendre ces corrections")).Says("la version 2 existe déjà");
            return "un passage change, la décision reste ; une correction d’une version dépassée n’est pas prise";
        });
        await Circulate(stage, bill);
    }

    private static async Task Circulate(DemoStage stage, Playbill bill)
    {
        var (chat, mail) = stage.Members("TCT");
        await bill.Step("Le compte rendu est diffusé, deux membres demandent une modification", async () =>
        {
            await stage.LaterAt(new DateTime(2027, 12, 10, 9, 0, 0, DateTimeKind.Unspecified));
            (await (await stage.Pilot.Say(Sentence)).Card("Compte rendu").Press("Diffuser la version 2")).Card("Version 2 diffusée : 14 envois partent", "Diffusé");
            await stage.Quiet();
            var form = (await (await chat[0].Card("Compte rendu", "Diffusé", Corrected)).Press("Demander une modification")).Card("Demander une modification");
            (await form.With("Que faut-il modifier ?", Pharmacy).Press("Demander")).Says("Votre demande est transmise");
            var page = await mail[0].Open(await mail[0].Letter("Compte rendu (version 2)"));
            Check.Says(page.Words, "la page", Corrected, "TCT 2027-005", HoldingTheSession.Action);
            Check.Says((await page.Fill("Que faut-il modifier", Hours).Send()).Words, "la page", "C’est transmis");
            Check.That(!(await chat[3].Card("Compte rendu", "Diffusé")).Offers("Demander une modification"), "qui n’était pas là peut demander une modification");
            return "l’un par sa carte, l’autre par son lien ; qui n’était pas à la séance le lit seulement";
        });
        await bill.Step("La pilote reprend l’une et ne retient pas l’autre, avec sa raison", async () =>
        {
            var asked = await stage.Pilot.Card("Modification demandée", Pharmacy);
            (await asked.Press("Reprendre")).Card("À la demande du siège", Pharmacy);
            await chat[0].Card("Votre demande de modification", "est reprise dans le compte rendu");
            var other = await stage.Pilot.Card("Modification demandée", Hours);
            var why = (await other.Press("Ne pas retenir…")).Card("Ne pas retenir ?", Hours);
            (await why.Press("Ne pas retenir")).Card("Rien n’est encore envoyé");
            await why.With("Pourquoi cette demande n’est-elle pas retenue ? (transmis à la personne)", "Ce point n’a pas été débattu").Press("Ne pas retenir");
            Check.Says((await mail[0].Letter("Votre demande", "n’est pas retenue")).Text, "le courriel", "Ce point n’a pas été débattu");
            return "chacun apprend la suite donnée ; ne pas retenir demande une raison";
        });
    }
}
