using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>A restricted session: its papers and votes are for its named seats, its decision for the whole table.</summary>
internal static class Restricting
{
    public const string Item = "Pistes de la feuille de route 2028";

    public static readonly Motion Leads = new(Item, "C1", "Trois pistes pour 2028", "Les trois pistes issues du diagnostic sont retenues pour 2028.");

    private const string Day = "18 novembre 2027";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("La séance restreinte");
        var named = stage.Holders("TCT", restricted: true);
        var others = stage.Holders("TCT").Where(p => named.All(n => n.Id != p.Id)).ToList();
        await Convene(stage, bill, named, others);
        await Hide(stage, bill, named, others);
        await Decide(stage, bill, named, others);
    }

    private static Task<bool> Convene(
        DemoStage stage, Playbill bill, IReadOnlyList<Player> named, List<Player> others) => bill.Step("La pilote convoque la restreinte", async () =>
    {
        var form = (await stage.Pilot.Say("convoque la TCT restreinte le 18/11 à 14h, 1h30, en visio")).Card("Convoquer une séance")
            .With("Point 2", Item).With("Nature", "Décision").With("Minutes", "45");
        var look = (await form.Press("Vérifier avant d’envoyer")).Card("Vérifier la convocation", "Restreinte", "6 sièges appelés, dont 3 par courriel");
        (await look.Press("Envoyer les convocations")).Card("6 convocations partent");
        await stage.Quiet();
        foreach (var called in named)
        {
            Check.That(called.HasAccount ? called.CardsWith(Day, Item) == 1 : called.Letters(Day, Item).Count() == 1, $"{called.Name} n’est pas convoqué une fois");
        }

        foreach (var other in others)
        {
            Check.That(other.CardsWith(Day) == 0 && !other.Letters(Day).Any(), $"{other.Name} a reçu l’ordre du jour de la séance restreinte");
        }

        await (await named[0].Card("Convocation", Day)).Press("Présent");
        return "les 6 sièges désignés sont convoqués (3 cartes, 3 courriels), les 8 autres ne reçoivent rien";
    });

    private static Task<bool> Hide(
        DemoStage stage, Playbill bill, IReadOnlyList<Player> named, List<Player> others) => bill.Step("Les autres sièges n’en voient rien", async () =>
    {
        (await named[0].Say("séances")).Card("Séances à venir", Day, "Votre réponse : présence confirmée");
        foreach (var other in others.Where(p => p.HasAccount))
        {
            Check.SaysNot((await other.Say("séances")).Words, $"« séances » de {other.Name}", Day);
            var subjects = (await other.Say("proposer")).Card("Suggérer une proposition").Choices("Table ou point de l’ordre du jour");
            Check.That(!subjects.Any(c => Plain.Has(c.Title, Item)), $"« proposer » montre l’ordre du jour restreint à {other.Name}");
        }

        var peeked = (await (await named[0].Card("Convocation", Day)).SeenBy(others.First(p => p.HasAccount)).Press("Présent")).Says("Vous ne représentez pas ce siège");
        Check.SaysNot(peeked.Words, "le refus", Item);
        return "ni dans « séances », ni dans « proposer », ni avec la carte d’un autre en main";
    });

    private static async Task Decide(DemoStage stage, Playbill bill, IReadOnlyList<Player> named, List<Player> others)
    {
        var spy = others.First(p => p.HasAccount);
        await bill.Step("Seuls les sièges désignés votent", async () =>
        {
            await stage.LaterAt(new DateTime(2027, 11, 18, 14, 20, 0, DateTimeKind.Unspecified));
            Check.Says((await stage.Pilot.PutsToVote(Leads)).Words, "la carte", "0 réponse sur 6 sièges", "quorum : 3 réponses sur 6 sièges");
            await stage.Quiet();
            await Leads.Reaches(named);
            Leads.Spares(others);
            Check.SaysNot((await spy.Say("votes")).Words.Split("Derniers votes")[0], $"« votes » de {spy.Name}", Leads.Title);
            var ballot = (await named[0].BallotOn(Leads)).SeenBy(spy);
            (await ballot.Press(For)).Says("n’est pas (ou plus) le vôtre");
            (await ballot.Forge(For, "seat", stage.SeatOf("TCT", spy).Id.Value)).Says("Ce siège ne prend pas part à ce vote");
            return "3 cartes et 3 courriels ; un membre non désigné ne voit pas le vote et ne peut voter, ni pour un autre siège ni pour le sien";
        });
        await bill.Step("La décision, elle, est pour toute la table", async () =>
        {
            foreach (var (voter, choice) in named.Zip(new[] { For, For, For, Against }))
            {
                await voter.Votes(Leads, choice);
            }

            var page = await RoadmapTab.Open(stage);
            await stage.Pilot.ClosesVote();
            await page.Shows("C1", TimeSpan.FromSeconds(5), "TCT 2027-004", Day, Leads.Title);
            await stage.Quiet();
            await Leads.TellsOutcome(
                [.. named, .. others, stage.Pilot], "TCT 2027-004",
                "Adoptée : 3 voix pour, 1 contre, 0 abstention", "Quorum : 4 sièges ont répondu sur 6 (3 nécessaires).");
            Check.Says((await named[0].Card("TCT 2027-004", Leads.Title)).Words, "le résultat d’un siège désigné", $"Pour ({named[1].Name})");
            foreach (var other in others)
            {
                var heard = other.HasAccount ? (await other.Card("TCT 2027-004", Leads.Title)).Words : (await other.Letter("TCT 2027-004", Leads.Title)).Text;
                Check.SaysNot(heard.Replace($"Bonjour {other.Name}", "", StringComparison.Ordinal), $"le résultat de {other.Name}", named.Select(p => p.Name));
            }

            return "TCT 2027-004 est dite aux 14 sièges ; qui a voté quoi, aux 6 sièges désignés seulement";
        });
    }
}
