using static ConcertationBot.Demo.Acts.Convening;

namespace ConcertationBot.Demo.Acts;

/// <summary>Answers by card, in one's own words and behind a personal link; then the session moves.</summary>
internal static class Replying
{
    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Répondre");
        var chat = stage.Holders("TCT").Where(p => p.HasAccount).ToList();
        var mail = stage.Holders("TCT").Where(p => !p.HasAccount).ToList();
        await bill.Step("Trois membres répondent par la carte", async () =>
        {
            (await (await chat[0].Card("Convocation")).Press("Présent")).Card("Présence confirmée");
            (await (await chat[1].Card("Convocation")).Press("Absent")).Card("Absence annoncée");
            var third = await chat[2].Card("Convocation");
            (await third.Press("Confirmer la représentation")).Card("Réponse pas encore notée");
            (await third.With("Qui vous représente ?", "le directeur adjoint").Press("Confirmer la représentation"))
                .Card("Représentation : le directeur adjoint");
            return "présence, absence et représentation notées ; sans nom, la représentation est demandée à nouveau";
        });
        await bill.Step("Deux membres répondent avec leurs mots", async () =>
        {
            (await chat[3].Say("ok pour le 14")).Says("vous serez là");
            (await chat[4].Say("peux pas, ma cadre me remplace")).Says("vous représentera");
            return "« ok pour le 14 » est une présence, « peux pas, ma cadre me remplace » une représentation";
        });
        await bill.Step("Un membre sans compte répond par son lien", async () =>
        {
            var letter = await mail[0].Letter("Convocation");
            await mail[0].Open(letter);
            var page = await mail[0].Open(letter);
            Check.Says(page.Words, "la page", mail[0].Name, "14 octobre 2027", "Serez-vous à cette séance");
            (await stage.Pilot.Say("qui a pas répondu ?")).Says(StructureOf(stage, mail[0]));
            var sent = await page.Fill("Présent").Send();
            Check.Says(sent.Words, "la page", "Présence confirmée");
            return "ouvrir le lien ne change rien ; envoyer la page note la présence";
        });
        await bill.Step("Un lien abîmé est refusé", async () =>
        {
            var link = (await mail[1].Letter("Convocation")).Link;
            var tampered = new Uri(link.AbsoluteUri[..^9] + (link.AbsoluteUri[^9] == 'A' ? 'B' : 'A') + link.AbsoluteUri[^8..]);
            var page = await PersonalPage.Open(stage.Http, tampered, stage.Stop);
            Check.That(page is { Status: 404, HasForm: false }, $"la page répond {Plain.Number(page.Status)}");
            Check.Says(page.Words, "la page", "pas valable");
            return "une lettre changée, et la page explique gentiment que le lien n’est pas valable";
        });
        await bill.Step("« qui a pas répondu ? »", async () =>
        {
            var asked = (await stage.Pilot.Say("qui a pas répondu ?")).Card("Qui n’a pas répondu", "8 sièges");
            Check.Says(asked.Words, "la liste", [.. chat.Skip(5).Concat(mail.Skip(1)).Select(p => p.Name)]);
            Check.SaysNot(asked.Words, "la liste", chat.Take(5).Concat(mail.Take(1)).Select(p => p.Name));
            return "les 8 sièges attendus, par collège, et eux seuls";
        });
        await Move(stage, bill);
    }

    private static Task<bool> Move(DemoStage stage, Playbill bill) => bill.Step("La pilote déplace la séance", async () =>
    {
        await stage.Later(TimeSpan.FromHours(3));
        var form = (await stage.Pilot.Say("déplace la TCT du 14 au 21 à 10h")).Card("14 octobre 2027");
        Check.That(form.Field("Jour") == "2027-10-21" && form.Field("Début") == "10:00", "la nouvelle date n’est pas comprise");
        (await form.Press("Déplacer et prévenir")).Card("Séance déplacée au", "21 octobre 2027");
        foreach (var called in stage.Holders("TCT"))
        {
            if (called.HasAccount)
            {
                await called.Card("Nouvelle date", "21 octobre 2027");
            }
            else
            {
                var letter = await called.Letter("Nouvelle date", "21 octobre 2027");
                Check.Says(letter.Calendar ?? "", "l’invitation", "SEQUENCE:1", "20271021T100000");
            }
        }

        (await (await stage.Holders("TCT").First(p => p.HasAccount).Card("Nouvelle date")).Press("Présent")).Card("Présence confirmée");
        return "les 14 sièges l’apprennent, agenda mis à jour ; les réponses sont à confirmer";
    });

    private static string StructureOf(DemoStage stage, Player holder) =>
        stage.Roster.StructureName(stage.SeatOf("TCT", holder).Structure);
}
