namespace ConcertationBot.Demo.Acts;

/// <summary>The pilote convenes a plenary in a sentence, mends the form, and everyone called is told.</summary>
internal static class Convening
{
    public const string Diagnosis = "Point d’étape du diagnostic partagé";
    public const string Discharges = "Sorties d’hospitalisation du vendredi soir";
    public const string Respite = "Hébergement temporaire : une liste d’attente commune";
    private const string Place = "Salle du conseil, mairie de Kervelen";
    private const string Past = "2027-01-04";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Convoquer");
        CardInHand? form = null, confirm = null;
        await bill.Step("La pilote convoque en une phrase", async () =>
        {
            form = (await stage.Pilot.Say("convoque la TCT plénière le 14/10 9h30, 2h")).Card("Convoquer une séance");
            Check.That(
                form.Field("Jour") == "2027-10-14" && form.Field("Début") == "09:30" && Plain.Same(form.Field("Durée"), "2 h"),
                $"la phrase n’a pas rempli le formulaire : {form.Field("Jour")} {form.Field("Début")} {form.Field("Durée")}");
            Check.That(form.Choices("Table").Any(c => c.Value == form.Field("Table") && Plain.Has(c.Title, "TCT")), "la table n’est pas choisie");
            return "le formulaire revient rempli : TCT, plénière, 14/10/2027, 9 h 30, 2 h";
        });
        await bill.Step("Elle se trompe de date et de durée", async () =>
        {
            var wrong = Agenda(Needed(form)).With("Jour", Past).With("Durée", "0").With("Lieu", Place);
            form = (await wrong.Press("Vérifier avant d’envoyer")).Card("déjà passé", "au moins une minute");
            Check.That(
                form.Field("Jour") == Past && form.Field("Lieu") == Place && form.Field("Point 3") == Discharges,
                "ce qui était saisi est perdu");
            return "deux points à corriger, dits dans le formulaire ; rien de ce qui était saisi n’est perdu";
        });
        await bill.Step("Une personne qui ne pilote pas veut convoquer", async () =>
        {
            var member = stage.Holders("TCT").First(p => p.HasAccount);
            (await member.Say("convoque la TCT le 14/10 à 9h30")).Says("revient à la personne qui pilote", stage.Pilot.Name);
            return $"{member.Name} apprend qui convoque et comment suggérer un point";
        });
        await bill.Step("Elle corrige et confirme", async () =>
        {
            confirm = (await Needed(form).With("Jour", "2027-10-14").With("Durée", "2 h").Press("Vérifier avant d’envoyer"))
                .Card("Vérifier la convocation", "14 sièges", "7 par courriel", Discharges);
            (await confirm.Press("Envoyer les convocations")).Card("Séance convoquée", "14 sans réponse");
            await confirm.Press("Envoyer les convocations");
            return "la séance est convoquée ; presser deux fois n’en convoque pas deux";
        });
        await Told(stage, bill);
    }

    private static Task<bool> Told(DemoStage stage, Playbill bill) => bill.Step("Chaque siège est prévenu", async () =>
    {
        await stage.Quiet();
        var holders = stage.Holders("TCT");
        foreach (var called in holders.Where(p => p.HasAccount))
        {
            var card = await called.Card("Convocation", "14 octobre 2027", Discharges);
            Check.That(card.Offers("Présent") && card.Offers("Absent"), $"la carte de {called.Name} n’a pas ses boutons");
            Check.That(called.CardsWith("Convocation", "14 octobre 2027") == 1, $"{called.Name} a reçu deux cartes");
        }

        foreach (var called in holders.Where(p => !p.HasAccount))
        {
            var letter = await called.Letter("Convocation", "14 octobre 2027");
            Check.Says(letter.Calendar ?? "", "l’invitation", "BEGIN:VEVENT", "METHOD:REQUEST", "20271014T093000");
            Check.That(letter.CalendarMethod == "REQUEST" && letter.HasLink, $"le courriel de {called.Name} est incomplet");
            Check.That(called.Letters("Convocation").Count() == 1, $"{called.Name} a reçu deux courriels");
        }

        return "7 cartes avec leurs boutons, 7 courriels avec leur invitation d’agenda et leur lien personnel, un seul chacun";
    });

    private static CardInHand Agenda(CardInHand form) => form
        .With("Point 2", Diagnosis).With("Nature", "Information").With("Minutes", "20")
        .With("Point 3", Discharges).With("Nature", "Décision", 1).With("Minutes", "40", 1)
        .With("Point 4", Respite).With("Nature", "Décision", 2).With("Minutes", "30", 2);

    internal static T Needed<T>(T? earlier)
        where T : class =>
        earlier ?? throw new StepFailedException("une étape précédente n’a pas abouti");
}
