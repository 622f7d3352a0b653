using static ConcertationBot.Demo.Acts.ChoosingADate;
using static ConcertationBot.Demo.Acts.Convening;

namespace ConcertationBot.Demo.Acts;

/// <summary>The day has come: who is there, the quorum as it rises, the agenda gone through, a note, an action, a consensus.</summary>
internal static class HoldingTheSession
{
    public const string Balance = "Le CLIC présente le bilan des sorties du vendredi";
    public const string Action = "Rédiger la fiche de liaison";
    public const string Consensus = "Ouvrir une cellule de sortie le vendredi";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Tenir la séance");
        await stage.LaterAt(new DateTime(2027, 12, 7, 9, 25, 0, DateTimeKind.Unspecified));
        await Attend(stage, bill);
        await GoThrough(stage, bill);
        await bill.Step("La séance se termine, la suivante est convoquée", async () =>
        {
            // Half a minute more than the hour said: the clock also runs while the demo speaks, and minutes are counted whole.
            await stage.LaterAt(new DateTime(2027, 12, 7, 11, 20, 30, DateTimeKind.Unspecified));
            (await stage.Members("TCT").Chat[0].Say("fin de séance")).Says("Aucune séance que vous animez");
            (await stage.Pilot.Say("fin de séance")).Card("Terminée à 11 h 20", "La séance a duré 1 h 50 sur 2 h prévues");
            var form = (await stage.Pilot.Say("convoque la TCT plénière le 21/12 9h30, 2h")).Card("Convoquer une séance");
            var look = (await form.With("Point 2", "Suites de la cellule de sortie").Press("Vérifier avant d’envoyer")).Card("Vérifier la convocation");
            (await look.Press("Envoyer les convocations")).Card("Séance convoquée");
            return "close à 11 h 20 après 1 h 50 ; la table se réunira le 21 décembre";
        });
    }

    private static async Task Attend(DemoStage stage, Playbill bill)
    {
        var (chat, _) = stage.Members("TCT");
        await bill.Step("La feuille de présence part des réponses, le quorum suit", async () =>
        {
            var sheet = (await stage.Pilot.Say("feuille de présence")).Card("Feuille de présence", "5 annoncés, pas encore notés", "Quorum non atteint : 0 siège");
            var there = (await sheet.Press("Tous les annoncés sont là")).Card(
                "5 sièges présents, 1 représenté par pouvoir", "Quorum non atteint : 6 sièges présents ou représentés sur 14 (7 nécessaires)");
            var full = (await there.With(there.Labelled("CCAS de Kervelen"), "En salle : Enora Kersonge")
                .With(there.Labelled("Union des médecins généralistes"), "Présent à distance").Press("Enregistrer"))
                .Card("7 sièges présents", "Quorum atteint : 8 sièges présents ou représentés sur 14 (7 nécessaires)", "représenté par Enora Kersonge");
            full = (await full.With("Nom de l’invité", "Malou Virgule").With("Structure ou fonction", "Pharmacie du port").Press("Noter l’invité"))
                .Card("Invité : Malou Virgule", "Quorum atteint : 8 sièges");
            var word = await full.Open("Fichier Word");
            Check.Says(WordFile.Words(word), "la feuille", "Enora Kersonge", "pouvoir au siège CLIC", "Malou Virgule", chat[0].Name);
            await stage.Keep("feuille-de-presence.docx", word);
            return "5 annoncés et un pouvoir ne suffisent pas ; une suppléante et un médecin à distance font 8 sièges sur 14 ; une invitée n’est pas comptée";
        });
    }

    private static async Task GoThrough(DemoStage stage, Playbill bill)
    {
        await bill.Step("« on commence », puis point après point", async () =>
        {
            await stage.LaterAt(new DateTime(2027, 12, 7, 9, 30, 0, DateTimeKind.Unspecified));
            var run = (await stage.Pilot.Say("on commence")).Card("Séance en cours", "Point 1 sur 5", $"Ensuite : {Cell}", "Quorum atteint");
            await stage.LaterAt(new DateTime(2027, 12, 7, 9, 52, 0, DateTimeKind.Unspecified));
            (await run.Press("Point suivant")).Card("Point 2 sur 5 — décision", Cell, "12 min de retard sur l’ordre du jour");
            (await run.Press("Point suivant")).Card("Point 2 sur 5");
            return "le point 2 commence avec 12 min de retard, dites sur la carte ; presser deux fois n’avance qu’une fois";
        });
        await bill.Step("Une note, une action avec qui et pour quand", async () =>
        {
            var tab = await RoadmapTab.Open(stage);
            (await stage.Pilot.Say("note : le CLIC présente le bilan des sorties du vendredi")).Says("Noté (point 2)");
            (await stage.Pilot.Say("note : Mme Zorglub, née le 12/03/1938, est sortie seule")).Says("rien n’en a été gardé");
            (await stage.Pilot.Say("action : rédiger la fiche de liaison, CCAS, pour le 17/12")).Says($"{Action} — CCAS, pour le 17/12/2027", "axe T3");
            var seen = await tab.Shows("T3", TimeSpan.FromSeconds(5), Action, "CCAS", "17 décembre 2027");
            return $"l’action est sur l’axe T3 de la feuille de route en moins de {Plain.Number((int)Math.Ceiling(seen.TotalSeconds))} s ; une note qui nomme une patiente est refusée";
        });
        await bill.Step("Un consensus devient une décision numérotée", async () =>
        {
            (await stage.Pilot.Say("consensus sur le point 2 : ouvrir une cellule de sortie le vendredi")).Says(
                "Consensus constaté en séance. Quorum : 8 sièges présents ou représentés sur 14 (7 nécessaires)");
            await stage.Quiet();
            await stage.Members("TCT").Chat[0].Card("TCT 2027-005", Consensus, "Consensus constaté");
            Check.Says((await RoadmapTab.Open(stage)).Row("T3"), "l’axe T3", "TCT 2027-005", Consensus);
            foreach (var (at, minute) in new[] { (3, 25), (4, 50), (5, 59) })
            {
                await stage.LaterAt(new DateTime(2027, 12, 7, 10, minute, 0, DateTimeKind.Unspecified));
                (await stage.Pilot.Say("point suivant")).Card($"Point {Plain.Number(at)} sur 5");
            }

            return "TCT 2027-005, avec les présences pour quorum, sur l’axe T3 ; puis les points 3, 4 (à huis clos) et 5";
        });
    }
}
