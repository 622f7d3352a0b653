using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>Too few answer before the ballot closes by itself: a carence, then a second convocation that needs no quorum.</summary>
internal static class CallingAgain
{
    public static readonly Motion WaitingList = new(
        Convening.Respite, "T4", "Une liste d’attente partagée",
        "Les établissements tiennent une liste d’attente commune pour l’hébergement temporaire, à capacité constante.");

    private static readonly Motion Again = WaitingList with { Subject = $"04/11/2027 — {Convening.Respite}" };

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Voter : sans quorum, puis une seconde convocation");
        await MissQuorum(stage, bill);
        await bill.Step("La pilote convoque une seconde fois", async () =>
        {
            var form = (await (await stage.Pilot.Card("Carence", WaitingList.Title)).Press("Convoquer à nouveau")).Card("Seconde convocation");
            var look = (await form.With("Jour", "2027-11-04").With("Début", "10:00").Press("Vérifier avant d’envoyer"))
                .Card("Vérifier la convocation", "14 sièges appelés", Convening.Respite, "aucun quorum n’est demandé");
            (await look.Press("Envoyer les convocations")).Card("Séance convoquée");
            await stage.Quiet();
            foreach (var called in stage.Holders("TCT"))
            {
                var heard = called.HasAccount
                    ? (await called.Card("Convocation", "4 novembre 2027", "aucun quorum n’est demandé")).Words
                    : (await called.Letter("Seconde convocation", "4 novembre 2027")).Text;
                Check.Says(heard, $"la convocation de {called.Name}", Convening.Respite);
            }

            return "même ordre du jour, sans quorum ; les 14 sièges sont convoqués pour le 4 novembre";
        });
        await AdoptWithout(stage, bill);
    }

    private static async Task MissQuorum(DemoStage stage, Playbill bill)
    {
        var (chat, mail) = stage.Members("TCT");
        await bill.Step("Un vote se clôt de lui-même à son heure", async () =>
        {
            var form = await stage.Pilot.Proposes("proposer une liste d’attente commune", WaitingList);
            form = (await form.With("Clôture du vote le", "2027-10-20").Press("Mettre au vote")).Card("La clôture doit être dans l’avenir");
            Check.That(form.Field("Ce qui est mis au vote") == WaitingList.Text, "ce qui était saisi est perdu");
            (await form.With("Clôture du vote le", "2027-10-25").With("à", "12:00").Press("Mettre au vote"))
                .Card("Il dure jusqu’au lundi 25 octobre 2027 à 12 h");
            await chat[0].Votes(WaitingList, For);
            await chat[1].Votes(WaitingList, Against);
            await mail[0].Votes(WaitingList, For);
            await stage.LaterAt(new DateTime(2027, 10, 25, 12, 0, 1, DateTimeKind.Unspecified));
            (await (await chat[2].BallotOn(WaitingList)).Press(For)).Says("Ce vote est clos depuis le lundi 25 octobre 2027 à 12 h");
            return "le 25 octobre à 12 h, sans que personne n’y touche ; une seconde plus tard, un vote est refusé";
        });
        await bill.Step("Le quorum manque : rien n’est décidé", async () =>
        {
            const string Sum = "Quorum non atteint : 2 voix pour, 1 contre, 0 abstention";
            const string Grounds = "Quorum : 3 sièges ont répondu sur 14 (7 nécessaires). Rien n’est décidé.";
            await WaitingList.TellsOutcome([.. stage.Holders("TCT"), stage.Pilot], Sum, Grounds);
            Check.That((await stage.Pilot.Card("Carence", Sum, Grounds)).Offers("Convoquer à nouveau"), "la seconde convocation n’est pas proposée à la pilote");
            Check.That(!(await chat[2].Card(WaitingList.Title, Sum)).Offers("Convoquer à nouveau"), "la seconde convocation est proposée à un membre");
            Check.That((await stage.Decisions("TCT")).Count == 2, "une carence a pris un numéro");
            Check.SaysNot((await RoadmapTab.Open(stage)).Row("T4"), "l’axe T4", WaitingList.Title);
            return "3 réponses sur 14, 7 nécessaires : dit à tous, sans numéro ; la seconde convocation est proposée à la pilote, à elle seule";
        });
    }

    private static Task<bool> AdoptWithout(DemoStage stage, Playbill bill) => bill.Step("La seconde fois, 4 réponses suffisent", async () =>
    {
        var (chat, mail) = stage.Members("TCT");
        await stage.LaterAt(new DateTime(2027, 11, 4, 10, 30, 0, DateTimeKind.Unspecified));
        var opened = await stage.Pilot.PutsToVote(Again);
        Check.Says(opened.Words, "la carte", "seconde convocation, sans quorum");
        await stage.Quiet();
        foreach (var (voter, choice) in new[] { (chat[0], For), (chat[2], For), (chat[4], Against), (mail[5], For) })
        {
            await voter.Votes(Again, choice);
        }

        var page = await RoadmapTab.Open(stage);
        await opened.Press("Clore maintenant");
        await page.Shows("T4", TimeSpan.FromSeconds(5), "TCT 2027-003", "4 novembre 2027", Again.Title);
        await stage.Quiet();
        await Again.TellsOutcome(
            [.. stage.Holders("TCT"), stage.Pilot], "TCT 2027-003",
            "Adoptée : 3 voix pour, 1 contre, 0 abstention", "Seconde convocation, sans quorum : 4 sièges ont répondu sur 14.");
        return "adoptée par 3 voix contre 1, décision TCT 2027-003, sur l’axe T4 en moins de 5 s";
    });
}
