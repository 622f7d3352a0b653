using static ConcertationBot.Demo.Acts.Convening;

namespace ConcertationBot.Demo.Acts;

/// <summary>Three dates in one sentence; members answer by card, in their words and by link; one click makes the session.</summary>
internal static class ChoosingADate
{
    public const string Day = "7 décembre 2027";
    public const string Cell = "Cellule de sortie du vendredi";
    public const string DayCare = "Accueil de jour : les besoins recensés";

    private const string Asked = "Quelles dates vous conviennent";
    private const string First = "lundi 6 décembre 2027 à 9 h 30";
    private const string Second = "mardi 7 décembre 2027 à 9 h 30";
    private const string Third = "mardi 14 décembre 2027 à 9 h 30";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Choisir une date");
        CardInHand? board = null;
        await bill.Step("La pilote propose trois dates en une phrase", async () =>
        {
            var form = (await stage.Pilot.Say("convoque la TCT le 6/12, le 7/12 ou le 14/12 à 9h30, 2h")).Card("Proposer plusieurs dates");
            Check.That(
                (form.Field("Date 1"), form.Field("Date 2"), form.Field("Date 3"), form.Field("Début", 2)) == ("2027-12-06", "2027-12-07", "2027-12-14", "09:30"),
                "la phrase n’a pas rempli les trois dates");
            var look = (await Agenda(form).Press("Vérifier avant d’envoyer")).Card("Vérifier le sondage", "14 sièges appelés, dont 7 par courriel", Second, Cell);
            board = (await look.Press("Envoyer le sondage")).Card("Sondage envoyé : 14 demandes partent", "0 réponse sur 14", "Quorum possible");
            return "le 6/12, le 7/12 ou le 14/12 : 14 sièges sont consultés, rien n’est encore convoqué";
        });
        await Answer(stage, bill);
        await bill.Step("La date la mieux placée devient la séance en un clic", async () =>
        {
            var ranked = (await Needed(board).Press("Actualiser")).Card("10 réponses sur 14", $"1. {Second}", "9 oui", "Quorum atteint : 9 sièges votants disent oui, il en faut 7");
            Check.Says(ranked.Words, "le classement", $"2. {First}", $"3. {Third}");
            (await ranked.Press("Choisir cette date")).Card($"Date retenue : {Second}. 14 convocations partent");
            (await ranked.Press("Choisir cette date")).Says("La date était déjà choisie");
            await stage.Quiet();
            await stage.Members("TCT").Chat[0].Card("Convocation", Day, "ce siège avait répondu « oui » pour cette date");
            var letter = await stage.Members("TCT").Mail[0].Letter("Convocation", Day);
            Check.Says(letter.Calendar ?? "", "l’invitation", "METHOD:REQUEST", "20271207T093000");
            await stage.Keep("convocation.ics", System.Text.Encoding.UTF8.GetBytes(letter.Calendar!));
            return "le 7 décembre, 9 oui sur 10 réponses, quorum assuré ; les convocations partent une fois, avec leur invitation d’agenda";
        });
        await Reply(stage, bill);
    }

    private static CardInHand Agenda(CardInHand form) => form
        .With("Lieu", "Salle du conseil, mairie de Kervelen")
        .With("Point 2", Cell).With("Nature", "Décision").With("Minutes", "30")
        .With("Point 3", DayCare).With("Nature", "Discussion", 1).With("Minutes", "20", 1);

    private static Task<bool> Answer(DemoStage stage, Playbill bill) => bill.Step("Les membres répondent par carte, avec leurs mots et par lien", async () =>
    {
        var (chat, mail) = stage.Members("TCT");
        (await (await chat[0].Card(Asked)).With(First, "Non").With(Second, "Oui").With(Third, "Si nécessaire").Press("Envoyer mes réponses"))
            .Card("Réponse notée", "Oui : 07/12", "Si nécessaire : 14/12", "Non : 06/12");
        (await chat[1].Say("ok pour le 6 et le 7, pas le 14")).Says("vérifiez ci-dessous ce que j’ai compris", "Oui : 06/12, 07/12", "Non : 14/12");
        foreach (var member in chat.Skip(2).Take(5))
        {
            await (await member.Card(Asked)).With(First, member == chat[3] ? "Oui" : "Non").With(Second, member == chat[3] ? "Non" : "Oui").With(Third, "Non")
                .Press("Envoyer mes réponses");
        }

        var letter = await mail[0].Letter(Asked);
        await mail[0].Open(letter);
        foreach (var member in mail.Take(3))
        {
            var page = await member.Open(await member.Letter(Asked));
            Check.Says(page.Words, "la page", member.Name, Second);
            page = await page.Fill("Oui", under: First).Fill("Oui", under: Second).Fill("Non", under: Third).Send();
            Check.Says(page.Words, "la page", "C’est noté", "Oui : 06/12, 07/12");
        }

        return "7 membres par la conversation, dont un en une phrase, et 3 par leur lien ; ouvrir le lien ne répond pas";
    });

    private static Task<bool> Reply(DemoStage stage, Playbill bill) => bill.Step("Les membres confirment, se font représenter ou donnent pouvoir", async () =>
    {
        var (chat, mail) = stage.Members("TCT");
        (await (await chat[0].Card("Convocation", Day)).Press("Présent")).Card("Présence confirmée");
        (await chat[1].Say("ok pour le 7/12")).Says("vous serez là");
        (await (await chat[4].Card("Convocation", Day)).Press("Présent")).Card("Présence confirmée");
        (await (await chat[5].Card("Convocation", Day)).With("Qui vous représente ?", "Corentin Le Songe").Press("Confirmer la représentation"))
            .Card("Représentation : Corentin Le Songe");
        Check.Says((await (await mail[0].Open(await mail[0].Letter("Convocation", Day))).Fill("Présent").Send()).Words, "la page", "Présence confirmée");
        (await chat[2].Say("absente le 7/12")).Says("absence");
        (await chat[2].Say($"je donne pouvoir à {chat[4].Name}")).Says("a pouvoir pour");
        (await (await chat[3].Card("Convocation", Day)).Press("Absent")).Card("Absence annoncée");
        (await chat[3].Say($"je donne pouvoir à {chat[4].Name}")).Card("a déjà 1 pouvoir, le maximum à cette table");
        return $"{chat[2].Name} donne pouvoir à {chat[4].Name} ; un second pouvoir au même siège est refusé, la table n’en admet qu’un";
    });
}
