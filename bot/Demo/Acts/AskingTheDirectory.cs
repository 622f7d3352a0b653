using ConcertationBot.Import;

namespace ConcertationBot.Demo.Acts;

/// <summary>Who does what: a question answered, one that isn't, and a file that a pilote sends.</summary>
internal static class AskingTheDirectory
{
    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Chercher dans l’annuaire");
        var partner = stage.Partners[0];
        await bill.Step("La pilote envoie l’annuaire du territoire en Excel, deux fois", async () =>
        {
            await using var file = SampleDirectory.Open();
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, stage.Stop);
            var offered = (await stage.Pilot.Attach("annuaire.xlsx", bytes)).Card("Dans l’annuaire");
            var first = (await offered.Press("Importer dans l’annuaire")).Card("Fichier importé");
            Check.That(
                Plain.Has(first.Words, "6 fiches ajoutées") || Plain.Has(first.Words, "6 fiches étaient déjà là"), "le fichier n’est pas pris en entier");
            (await offered.Press("Importer dans l’annuaire")).Card("Rien n’a changé");
            return "six fiches sont là ; la seconde fois ne change rien";
        });
        await bill.Step("« qui fait le portage de repas à Lanvézec ? »", async () =>
        {
            (await partner.Say("qui fait le protage de repas a lanvezec")).Card("CCAS de Kervelen", "Comment être admis", "Contact");
            return "une partenaire sans siège lit qui le fait, pour qui et comment, malgré ses fautes de frappe";
        });
        await bill.Step("Une question sans réponse, et une qui désigne quelqu’un", async () =>
        {
            (await partner.Say("qui fait le transport accompagné à Lanvézec ?")).Card("Sans réponse");
            (await partner.Say("annuaire portage de repas pour Mme Kerfantome")).Says("ni cherchée ni gardée");
            var gaps = (await stage.Pilot.Say("questions sans réponse")).Card("transport accompagné à Lanvézec", "Demandé une fois");
            Check.SaysNot(gaps.Words, "les questions sans réponse", "Kerfantome", partner.Name);
            (await gaps.Press("Réglée")).Card("Aucune question");
            return "la pilote lit la première, sans son auteur ; la seconde n’est nulle part";
        });
    }
}
