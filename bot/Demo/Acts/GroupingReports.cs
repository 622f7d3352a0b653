using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>Five reports of one problem become a cluster; the structure it names answers, a table decides, and all five are told.</summary>
internal static class GroupingReports
{
    private const string Cluster = "GRP-2027-0001";
    private const string Summary = "Des sorties d’hospitalisation sont décidées le vendredi sans que le service de soins à domicile soit prévenu.";
    private const string Proposal = "Toute sortie du vendredi est annoncée au service de soins le jeudi à midi.";
    private const string Answer = "Prévenus le jeudi midi, nous pouvons organiser le premier passage du samedi.";
    private const string Title = "Annoncer le jeudi les sorties du vendredi";

    private static readonly string[] Told =
    [
        "signaler : le {0} n’est pas prévenu d’une sortie d’hospitalisation du vendredi", "signaler : sortie d’hospitalisation vendredi, {0} pas prévenu",
        "signaler : encore une sortie du vendredi sans que le {0} soit prévenu", "signaler : {0} prévenu le samedi pour une sortie d’hospitalisation du vendredi",
        "signaler : une hospitalisation finit le vendredi, sortie sans prévenir le {0}",
    ];

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Regrouper des remontées");
        var (chat, mail) = stage.Members("TCT");
        Player[] reporters = [stage.Partners[0], stage.Partners[1], chat[0], chat[1], chat[2]];
        var nurses = mail[0];
        var structure = stage.Roster.StructureName(stage.SeatOf("TCT", nurses).Structure);
        await Group(stage, bill, reporters, structure);
        await Hear(stage, bill, nurses, structure);
        await Decide(stage, bill, reporters, structure);
    }

    private static async Task Group(DemoStage stage, Playbill bill, Player[] reporters, string structure)
    {
        await bill.Step("Trois personnes signalent le même problème, la pilote voit ce qui se ressemble", async () =>
        {
            foreach (var (reporter, text) in reporters.Zip(Told).Take(3))
            {
                (await Sent(reporter, text, structure)).Card("Merci, votre remontée est enregistrée");
            }

            var card = (await stage.Pilot.Say("suivi REM-2027-0006")).Card("Regrouper avec…");
            Check.That(
                card.Choices("Semble être le même problème").Any(c => Plain.Has(c.Title, "REM-2027-0004") && Plain.Has(c.Title, "vendredi")),
                "la ressemblance avec REM-2027-0004 n’est pas dite, ou pas expliquée");
            var grouped = (await stage.Pilot.Say("regroupe la 4, la 5 et la 6")).Card(Cluster, "réunit 3 remontées", structure);
            (await grouped.With("Ce que ces remontées ont en commun, en mots neutres", "Rappeler le 06 39 98 12 34").Press("Enregistrer le résumé"))
                .Says("retirez un numéro de téléphone");
            (await grouped.With("Ce que ces remontées ont en commun, en mots neutres", Summary).With("Proposition pour la table (facultatif)", Proposal)
                .Press("Enregistrer le résumé")).Card("Résumé enregistré", Summary);
            return $"la carte dit pourquoi elles se ressemblent ; {Cluster} réunit 3 remontées, avec un résumé où personne ne se reconnaît";
        });
        await bill.Step("Deux autres ajoutent leur cas, sans lire ce que d’autres ont écrit", async () =>
        {
            foreach (var (reporter, text) in reporters.Zip(Told).Skip(3))
            {
                var sent = (await Sent(reporter, text, structure)).Card("Ce problème semble déjà remonté", Summary);
                Check.SaysNot(sent.Words, "l’accusé", "n’est pas prévenu d’une sortie");
                (await sent.Press("Déjà remonté : ajouter mon cas")).Card("Regroupée");
            }

            await stage.Quiet();
            (await stage.Pilot.Say("groupe 1")).Card(Cluster, "5 remontées", $"{structure} (5)", "Grave");
            return "« déjà remonté » : un clic les ajoute au groupe, dont ils ne voient que le résumé ; il compte 5 remontées";
        });
    }

    private static async Task Hear(DemoStage stage, Playbill bill, Player nurses, string structure)
    {
        await bill.Step("La structure citée répond avant qu’une table n’en parle", async () =>
        {
            var form = (await stage.Pilot.Say("convoque la TCT le 20/01 9h30, 2h")).Card("Convoquer une séance").With("Point 2", "Bilan de l’année");
            (await (await form.Press("Vérifier avant d’envoyer")).Card("Vérifier la convocation").Press("Envoyer les convocations")).Card("Séance convoquée");
            var card = (await stage.Pilot.Say($"mets le groupe 1 à l’odj")).Card(Cluster, "Mettre à l’ordre du jour");
            (await card.With("Séance", "20/01/2028").Press("Mettre à l’ordre du jour")).Says($"{structure} est citée : demandez-lui d’abord");
            (await card.Press("Demander son avis")).Card("Avis demandé", structure);
            var letter = await nurses.Letter("Votre avis sur une difficulté remontée", Summary);
            Check.SaysNot(letter.Text, "la lettre", "n’est pas prévenu d’une sortie");
            var page = await nurses.Open(letter);
            Check.Says((await page.Fill("Votre réponse, sans nommer personne", Answer).Send()).Words, "la page", "C’est noté, merci", Answer);
            await stage.Pilot.Card(Cluster, $"{structure} a répondu", Answer);
            return $"{nurses.Name}, sans compte, répond par son lien pour {structure} ; la pilote a sa réponse, la table l’aura au dossier";
        });
    }

    private static async Task Decide(DemoStage stage, Playbill bill, Player[] reporters, string structure)
    {
        var motion = new Motion($"20/01/2028 — {Title}", "T3", "Annoncer la sortie la veille", Proposal);
        await bill.Step("Le groupe devient un point, la table décide", async () =>
        {
            var card = (await stage.Pilot.Say("mets le groupe 1 à l’odj")).Card(Cluster, $"{structure} a répondu");
            (await card.With("Séance", "20/01/2028").With("Titre du point", Title).Press("Mettre à l’ordre du jour")).Card("À l’ordre du jour", Title);
            await stage.Pilot.PutsToVote(motion);
            foreach (var voter in stage.Members("TCT").Chat)
            {
                await voter.Votes(motion, For);
            }

            await stage.Pilot.ClosesVote();
            await stage.Quiet();
            await stage.Pilot.Card("TCT 2027-013", motion.Title, "Adoptée : 7 voix pour");
            return "le point porte le résumé, la proposition et la réponse de la structure, et les cinq remontées : TCT 2027-013, adoptée";
        });
        await bill.Step("Les cinq personnes apprennent ce qui a été décidé", async () =>
        {
            foreach (var (reporter, at) in reporters.Select((r, i) => (r, i)))
            {
                string[] words = ["Du nouveau sur votre remontée", $"REM-2027-000{at + 4}", "Décidée", "TCT 2027-013", Proposal];
                await reporter.Card(words);
                Check.That(reporter.CardsWith(words) == 1, $"{reporter.Name} l’apprend deux fois");
            }

            (await stage.Pilot.Say("groupe 1")).Card(Cluster, "Décidée", "5 remontées");
            Check.Says((await RoadmapTab.Open(stage)).Row("T3"), "l’axe T3", "REM-2027-0008", "décidée");
            return "cinq avis de décision, un par personne ; le groupe et les cinq remontées sont décidés, l’axe T3 le montre";
        });
    }

    private static async Task<Heard> Sent(Player reporter, string text, string structure) =>
        await (await reporter.Say(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, structure))).Card("Signaler une difficulté")
            .With("Gravité", "Grave").Press("Envoyer");
}
