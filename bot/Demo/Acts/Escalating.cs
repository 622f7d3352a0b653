using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>Two tactical decisions go up to the strategic table: one is validated, the other refused with its reason.</summary>
internal static class Escalating
{
    private const string Reason = "Le budget de 2028 ne le permet pas";

    private static readonly Motion Place = new("TCT, hors séance", "T3", "Une place d’urgence", "Une place d’hébergement temporaire d’urgence est tenue libre le week-end.");
    private static readonly Motion Post = new("TCT, hors séance", "T3", "Un poste de coordination", "Un poste de coordination des sorties est financé à mi-temps.");

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Soumettre à la table stratégique");
        var convener = stage.Of(stage.Table("TCS").CoConveners[0]);
        await bill.Step("Deux décisions de la TCT montent à l’ordre du jour de la TCS", async () =>
        {
            var form = (await stage.Pilot.Say("convoque la TCS le 30/12 9h30, 2h")).Card("Convoquer une séance").With("Point 2", "Orientations 2028");
            (await (await form.Press("Vérifier avant d’envoyer")).Card("Vérifier la convocation").Press("Envoyer les convocations")).Card("Séance convoquée");
            await Adopt(stage, Place, "TCT 2027-011");
            await Adopt(stage, Post, "TCT 2027-012");
            await convener.Card("À l’ordre du jour de la TCS", "TCT 2027-011", "Adoptée : 7 voix pour", Place.Text);
            await convener.Card("À l’ordre du jour de la TCS", "TCT 2027-012", Post.Text);
            (await stage.Pilot.Say("ordre du jour de la TCS du 30/12")).Card("TCT 2027-011", "TCT 2027-012");
            return $"TCT 2027-011 et 012, adoptées « à soumettre », sont inscrites d’elles-mêmes au 30 décembre ; {convener.Name} reçoit leur texte et leur décompte";
        });
        await bill.Step("La TCS valide la première", async () =>
        {
            var asked = await convener.Card("À l’ordre du jour de la TCS", "TCT 2027-011");
            (await asked.SeenBy(stage.Members("TCT").Chat[1]).Press("Valider")).Says("Seules les personnes qui convoquent");
            (await asked.Press("Valider")).Says("La décision est validée");
            (await asked.Press("Valider")).Says("a déjà sa réponse");
            await stage.Quiet();
            await Place.TellsOutcome([.. stage.Holders("TCT"), stage.Pilot], "TCT 2027-011", "Validée par la TCS");
            await OnAxis(stage, "TCT 2027-011", Place, "Validée par la TCS");
            return "refusé à un membre de la TCT ; les 14 sièges et la pilote l’apprennent une fois, et l’axe T3 de la feuille de route le montre";
        });
        await bill.Step("Elle refuse la seconde, avec le motif", async () =>
        {
            var asked = await convener.Card("À l’ordre du jour de la TCS", "TCT 2027-012");
            (await asked.Press("Refuser la décision")).Says("Dites pourquoi");
            (await asked.With("Pourquoi la refuser ?", Reason).Press("Refuser la décision")).Says("La décision est refusée");
            await stage.Quiet();
            await Post.TellsOutcome([.. stage.Holders("TCT"), stage.Pilot], "TCT 2027-012", "Refusée par la TCS", Reason);
            await OnAxis(stage, "TCT 2027-012", Post, "Refusée par la TCS");
            return "sans motif, rien n’est fait ; la table tactique lit le motif, et l’axe T3 montre le refus";
        });
    }

    private static async Task Adopt(DemoStage stage, Motion motion, string number)
    {
        await stage.Pilot.PutsToVote(motion, ("À soumettre à la table stratégique une fois adoptée", "true"));
        foreach (var voter in stage.Members("TCT").Chat)
        {
            await voter.Votes(motion, For);
        }

        await stage.Pilot.ClosesVote();
        await stage.Quiet();
        await stage.Pilot.Card(number, motion.Title, "Adoptée : 7 voix pour");
    }

    private static async Task OnAxis(DemoStage stage, string number, Motion motion, string words) =>
        Check.Says((await RoadmapTab.Open(stage)).Row("T3"), "l’axe T3", number, motion.Title, words);
}
