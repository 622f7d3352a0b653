using System.Text.RegularExpressions;

namespace ConcertationBot.Demo.Acts;

/// <summary>Somebody without any account reports by the table's page, answers a question and follows, with nothing but a code.</summary>
internal static partial class ReportingAnonymously
{
    private const string Fact = "Retour à domicile le samedi sans que le service de soins soit prévenu";
    private const string Question = "Le service avait-il un interlocuteur nommé ?";
    private const string Secret = "Kerfantome";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Sans compte, anonymement");
        var (code, followUp, reference) = ("", (Uri?)null, "");
        await bill.Step("La page d’une table reçoit une remontée anonyme", async () =>
        {
            var link = (await stage.Pilot.Say("lien de signalement")).Card("Lien de signalement");
            var page = await PersonalPage.Open(stage.Http, new Uri(Link().Match(link.Words).Value), stage.Stop);
            Check.Says(page.Words, "la page", "Faire remonter une difficulté", "Ne nommez personne");
            await stage.Later(TimeSpan.FromMinutes(1));
            var refused = await page.Fill("Ce qui s’est passé", $"Mme {Secret} est rentrée le samedi").Send();
            Check.Says(refused.Words, "la page", "Rien n’a été gardé", "▇▇▇");
            var sent = await refused.Fill("Ce qui s’est passé", Fact).Send();
            Check.Says(sent.Words, "l’accusé", "Votre code de suivi");
            (code, reference) = (Code().Match(sent.Words).Value, Reference().Match(sent.Words).Value);
            followUp = new Uri(FollowUp().Match(sent.Words).Value);
            Check.That(stage.FilesWith(code) is [] && stage.FilesWith(Secret) is [], "le code ou le nom refusé se trouve sur le disque");
            return $"{reference} ; le nom refusé n’est nulle part, et le code n’est gardé que par la personne";
        });
        await bill.Step("La pilote pose une question, la personne répond par son code", async () =>
        {
            var card = (await stage.Pilot.Say($"suivi {reference}")).Card("Une personne anonyme");
            (await card.With("Votre question, sans nommer personne", Question).Press("Envoyer la question")).Card("La personne est anonyme");
            var opened = await (await PersonalPage.Open(stage.Http, followUp!, stage.Stop)).Fill("Le code", code).Send();
            Check.Says(opened.Words, "la page de suivi", reference, "Reçue", Question);
            var answered = await opened.Fill("Votre réponse", "Non, seul le standard était connu.").Send("Répondre");
            Check.Says(answered.Words, "la page de suivi", "Merci, votre réponse est transmise");
            await stage.Quiet();
            (await stage.Pilot.Say($"suivi {reference}")).Card("seul le standard était connu");
            return "aller et retour, sans que personne sache qui";
        });
    }

    [GeneratedRegex(@"http://\S+/signaler/\S+", RegexOptions.None, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"http://\S+/suivi/[a-z0-9-]+", RegexOptions.None, 1_000)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"20\d\d(-[0-9A-Z]{5}){4}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"REM-\d{4}-\d{4}", RegexOptions.None, 1_000)]
    private static partial Regex Reference();
}
