using System.Security.Cryptography;

namespace ConcertationBot.Demo.Acts;

/// <summary>At the next session the minutes become final: what is served from then on is the file whose digest is shown.</summary>
internal static class ApprovingMinutes
{
    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Valider le compte rendu");
        await bill.Step("La table l’approuve à la séance suivante", async () =>
        {
            var minutes = (await stage.Pilot.Say(WritingMinutes.Sentence)).Card("Compte rendu", "Diffusé");
            (await minutes.Press("Valider en séance")).Says("ne s’est pas encore réunie");
            await stage.LaterAt(new DateTime(2027, 12, 21, 9, 30, 0, DateTimeKind.Unspecified));
            (await stage.Pilot.Say("on commence")).Card("Séance en cours", "Point 1 sur 2");
            (await minutes.Press("Valider en séance")).Says("n’a pas le quorum");
            var sheet = (await stage.Pilot.Say("feuille de présence")).Card("Feuille de présence");
            foreach (var seat in stage.Table("TCT").Seats.Take(7))
            {
                sheet = sheet.With(sheet.Labelled(stage.Roster.StructureName(seat.Structure)), "Présent en salle");
            }

            (await sheet.Press("Enregistrer")).Card("Quorum atteint");
            (await minutes.Press("Valider en séance")).Card("Validé", "Approuvé en séance le mardi 21 décembre 2027");
            await stage.Quiet();
            await stage.Members("TCT").Mail[0].Letter("Compte rendu validé");
            return "pas avant le 21 décembre, et pas sans quorum ; chacun reçoit la version validée";
        });
        await bill.Step("Le fichier final est celui dont l’empreinte est affichée", async () =>
        {
            var final = (await stage.Pilot.Say(WritingMinutes.Sentence)).Card("Validé", "Empreinte du fichier (SHA-256)");
            var word = await final.Open("Fichier Word");
            var digest = Convert.ToHexStringLower(SHA256.HashData(word));
            Check.Says(final.Words, "la carte", digest);
            Check.Says(WordFile.Words(word), "le fichier Word", WritingMinutes.Pharmacy, "Approuvé en séance");
            var member = (await stage.Members("TCT").Chat[0].Say(WritingMinutes.Sentence)).Card("Validé", digest);
            Check.That((await member.Open("Fichier Word")).AsSpan().SequenceEqual(word), "un membre reçoit un autre fichier");
            await stage.Keep("compte-rendu.docx", word);
            var late = (await stage.Pilot.Attach("CR trop tard.docx", WordFile.TypedOver(word, WritingMinutes.Pharmacy, "Rien"))).Card("Compte rendu corrigé");
            (await late.Press("Reprendre ces corrections")).Says("il ne change plus");
            return $"{digest[..12]}… : le même pour tous, et une correction de plus est refusée";
        });
    }
}
