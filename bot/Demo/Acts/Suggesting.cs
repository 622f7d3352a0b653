namespace ConcertationBot.Demo.Acts;

/// <summary>The form suggests axes, says why, and has learnt from what the pilote chose.</summary>
internal static class Suggesting
{
    private const string Axis = "Axe de la feuille de route";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Proposer un axe");
        await bill.Step("Une aidante à bout : l’axe est proposé, avec les mots qui l’ont fait choisir", async () =>
        {
            var form = (await stage.Partners[0].Say("signaler : une aidante est à bout, aucun séjour de répit avant deux mois")).Card("parce que");
            Check.That(form.Field(form.Labelled(Axis)) == "t4", "l’axe T4 n’est pas proposé");
            Check.Says(form.Words, "l’explication", "T4, parce que : ", "séjour de répit");
            var choices = form.Choices(form.Labelled(Axis)).Select(c => c.Value).ToList();
            Check.That(choices.IndexOf("?") is >= 1 and <= 3, "« Je ne sais pas » ne suit pas les axes proposés");
            await form.Press("Annuler");
            return "T4 d’abord, « Je ne sais pas » ensuite, puis les autres axes";
        });
        await bill.Step("Ce que la pilote a qualifié sert à la remontée suivante", async () =>
        {
            var form = (await stage.Partners[1].Say("signaler : un autre dossier APA déposé sans réponse")).Card("parce que");
            Check.Says(form.Words, "l’explication", "T3, parce que : ", "APA");
            await form.Press("Annuler");
            return "un dossier d’APA avait été rattaché à T3 : T3 est proposé";
        });
    }
}
