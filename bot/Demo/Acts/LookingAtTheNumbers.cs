namespace ConcertationBot.Demo.Acts;

/// <summary>The year's reports as numbers: exact for the pilote, in bands for everybody else.</summary>
internal static class LookingAtTheNumbers
{
    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Regarder les chiffres");
        await bill.Step("La pilote lit l’observatoire des remontées", async () =>
        {
            var card = (await stage.Pilot.Say("observatoire")).Card("Observatoire des remontées 2027", "Par famille de problème", "réservés à la personne qui pilote");
            (await card.Press("Actualiser")).Card("Les chiffres sont à jour", "Prise en charge inadéquate");
            return "les nombres sont exacts, par mois, axe, famille, gravité, type de structure et commune";
        });
        await bill.Step("Une partenaire aussi, sans ce qui compte moins de cinq remontées", async () =>
        {
            var card = (await stage.Partners[0].Say("observatoire 2027")).Card("Observatoire des remontées 2027", "par tranches de cinq");
            Check.SaysNot(card.Words, "l’observatoire d’une partenaire", "Évolution du besoin", "réservés");
            Check.That(!card.Offers("Actualiser"), "une partenaire peut faire recompter");
            return "une famille qui n’a qu’une remontée n’y est pas, et aucune différence ne la dit";
        });
    }
}
