using static ConcertationBot.Demo.Acts.Reporting;

namespace ConcertationBot.Demo.Acts;

/// <summary>The pilote qualifies what came in, ties it to an axis and puts it on the session's agenda.</summary>
internal static class Qualifying
{
    private const string Axis = "Axe de la feuille de route";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Qualifier");
        await bill.Step("La pilote reçoit les remontées et les qualifie", async () =>
        {
            (await stage.Pilot.Say("qualifier")).Card("À traiter : 3", Discharge, Allowance, Transport);
            await Qualify(stage, Discharge, "T3", "Prise en charge inadéquate", "Grave");
            await Qualify(stage, Allowance, "T3", "Évolution du besoin", "Sérieux");
            (await stage.Pilot.Say("qualifier")).Card("À traiter : 3", Transport, "Qualifiée");
            return $"{Discharge} et {Allowance} ont un axe, une famille et une gravité";
        });
        await bill.Step("Elle en met une à l’ordre du jour", async () =>
        {
            var card = (await stage.Pilot.Say($"suivi {Discharge}")).Card("Mettre à l’ordre du jour");
            (await card.With("Séance et point", Convening.Discharges).Press("Mettre à l’ordre du jour"))
                .Card("À l’ordre du jour", Convening.Discharges, "21/10/2027");
            return $"{Discharge} est au point « {Convening.Discharges} » de la TCT du 21/10/2027";
        });
        await bill.Step("Elle en clôt une sans suite, et dit pourquoi", async () =>
        {
            var card = await stage.Pilot.Card(Transport, "Clore sans suite");
            (await card.Press("Clore sans suite")).Says("Dites pourquoi la remontée est close sans suite");
            (await card.With("Raison, lue par la personne qui a fait la remontée", "Le transport sanitaire relève de l’assurance maladie, qui est saisie.")
                .Press("Clore sans suite")).Card("Close sans suite");
            return "sans raison c’est refusé ; la raison part à la personne qui avait signalé";
        });
        await Told(stage, bill);
    }

    private static Task<bool> Told(DemoStage stage, Playbill bill) => bill.Step("Chaque personne qui a signalé est prévenue, la feuille de route aussi", async () =>
    {
        await stage.Partners[0].Card("Du nouveau sur votre remontée", Discharge, "À l’ordre du jour", "TCT du 21/10/2027");
        await stage.Partners[1].Card("Du nouveau sur votre remontée", Allowance, "Qualifiée");
        await stage.Members("TCT").Chat[1].Card("Du nouveau sur votre remontée", Transport, "Close sans suite", "l’assurance maladie, qui est saisie");
        var row = (await RoadmapTab.Open(stage)).Row("T3");
        Check.Says(row, "l’axe T3", "2 remontées", Discharge, "à l’ordre du jour", Allowance, "qualifiée");
        Check.SaysNot(row, "l’axe T3", Transport);
        return "l’axe T3 montre ses 2 remontées, où elles en sont, et rien de ce qu’elles racontent";
    });

    private static async Task Qualify(DemoStage stage, string reference, string axis, string family, string gravity)
    {
        var card = await stage.Pilot.Card("Remontée d’une difficulté", reference, "Qualifier");
        (await card.With(Axis, axis).With("Famille de problème", family).With("Gravité", gravity).Press("Qualifier"))
            .Card($"{reference} est qualifiée", family, gravity);
    }
}
