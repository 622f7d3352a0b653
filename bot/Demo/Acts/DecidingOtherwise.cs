using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>The other ways to decide: by consent in two rounds, under reserve, in secret, by proxy.</summary>
internal static class DecidingOtherwise
{
    private const string OutOfSession = "TCT, hors séance";
    private const string Consents = "Je consens";
    private const string Objects = "Objection";
    private const string Objection = "Rien n’est prévu le week-end";
    private const string Amended = "Le week-end est prévu.";

    private static readonly Motion Form = new(
        OutOfSession, "T3", "Une fiche de liaison", "Une fiche de liaison accompagne chaque sortie, du lundi au vendredi.");

    private static readonly Motion Reserved = new(
        OutOfSession, "T3", "Une astreinte partagée le samedi", "Une astreinte du samedi est partagée entre l’hôpital et les services à domicile.");

    private static readonly Motion Hidden = new(
        OutOfSession, null, "Le lieu des prochaines séances", "Les séances de 2028 se tiennent à la maison des associations.");

    private static readonly Motion ByProxy = new(
        OutOfSession, null, "Un annuaire commun", "Un annuaire commun des professionnels est tenu par le CLIC.");

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("D’autres façons de décider");
        await stage.Pilot.Say("fin de séance");
        await stage.LaterAt(new DateTime(2027, 12, 22, 10, 0, 0, DateTimeKind.Unspecified));
        await Consent(stage, bill);
        await Reserve(stage, bill);
        await Secret(stage, bill);
        await Proxy(stage, bill);
    }

    private static async Task Consent(DemoStage stage, Playbill bill)
    {
        var (chat, _) = stage.Members("TCT");
        await bill.Step("Un tour de consentement bute sur une objection", async () =>
        {
            await stage.Pilot.PutsToVote(Form, ("Façon de décider", "Consentement"));
            var ballot = await chat[0].BallotOn(Form);
            (await ballot.Press(Objects)).Says("Une objection se motive");
            await chat[0].Votes(Form, Objects, Objection);
            foreach (var voter in chat.Skip(1))
            {
                await voter.Votes(Form, Consents);
            }

            await stage.Pilot.ClosesVote();
            await stage.Quiet();
            await Form.TellsOutcome(stage.Holders("TCT"), "TCT 2027-006", "Rejetée : 6 voix de consentement, 1 voix d’objection", Objection);
            return "une objection sans motif est refusée ; motivée, elle arrête la proposition : TCT 2027-006, rejetée, le motif dit à tous";
        });
        await bill.Step("La proposition reformulée est adoptée au deuxième tour", async () =>
        {
            var form = (await (await stage.Pilot.Card("TCT 2027-006", Form.Title)).Press("Ouvrir un nouveau tour")).Card("ouvrir un nouveau tour", Objection);
            form = form.With("Ce qui change, pour ceux qui ont déjà répondu", Amended);
            (await form.Press("Ouvrir le nouveau tour")).Says("La proposition est restée la même");
            (await form.With("La proposition reformulée", "Une fiche de liaison accompagne chaque sortie, y compris le week-end.").Press("Ouvrir le nouveau tour"))
                .Says("Le nouveau tour est ouvert");
            await stage.Quiet();
            foreach (var voter in chat)
            {
                var ballot = await voter.Card("Pour le siège", "Deuxième tour", $"Ce qui change : {Amended}");
                (await ballot.Press(Consents)).Card($"Réponse du siège : {Consents}");
            }

            await stage.Pilot.ClosesVote();
            await stage.Quiet();
            await Form.TellsOutcome(stage.Holders("TCT"), "TCT 2027-007", "Adoptée : 7 voix de consentement, aucune objection");
            await chat[0].Card("TCT 2027-007", "deuxième tour, après TCT 2027-006");
            return "le même texte ne rouvre pas de tour ; reformulé, il est adopté sans objection : TCT 2027-007, qui cite TCT 2027-006";
        });
    }

    private static Task<bool> Reserve(DemoStage stage, Playbill bill) => bill.Step("Un siège vote favorable sous réserve de son conseil", async () =>
    {
        var (chat, _) = stage.Members("TCT");
        await stage.Pilot.PutsToVote(Reserved);
        const string Why = "Après l’avis de notre conseil d’administration";
        var ballot = (await chat[5].BallotOn(Reserved)).With("Motif (facultatif)", Why).With("Réponse de ma gouvernance le", "2028-01-21");
        (await ballot.Press("Favorable sous réserve")).Card("Réponse du siège : Favorable sous réserve", "21/01/2028");
        foreach (var voter in chat.Where(v => v.Id != chat[5].Id))
        {
            await voter.Votes(Reserved, For);
        }

        await stage.Pilot.ClosesVote();
        await stage.Quiet();
        await Reserved.TellsOutcome(stage.Holders("TCT"), "TCT 2027-008", "Adoptée : 7 voix pour (dont 1 siège sous réserve), 0 contre");
        var structure = stage.Roster.StructureName(stage.SeatOf("TCT", chat[5]).Structure);
        (await stage.Pilot.Say("décision TCT 2027-008")).Card("Favorable sous réserve", structure, "réponse le 21/01/2028", Why);
        return $"TCT 2027-008 est adoptée et dit quel siège est sous réserve, pourquoi et jusqu’à quand : {structure}, réponse le 21/01/2028";
    });

    private static Task<bool> Secret(DemoStage stage, Playbill bill) => bill.Step("Un vote secret ne montre que qui a pris part", async () =>
    {
        var (chat, mail) = stage.Members("TCT");
        await stage.Pilot.PutsToVote(Hidden, ("Réponses", "Secret"));
        var first = await chat[0].BallotOn(Hidden);
        string[] choices = [For, Against, For, Abstain, For, Against];
        foreach (var (voter, choice) in chat.Zip(choices))
        {
            var voted = (await (await voter.BallotOn(Hidden)).Press(choice)).Card("Le siège a répondu");
            Check.SaysNot(voted.Words, $"la carte de {voter.Name}", "Réponse du siège");
            Check.That(!voted.Offers(For), "la carte propose de répondre encore");
        }

        (await first.Press(Against)).Card("La première réponse est définitive");
        var page = await mail[0].Open(await mail[0].Letter("À vous de voter", Hidden.Title));
        Check.SaysNot((await page.Fill(For).Send()).Words, "la page", $"Votre réponse : {For}");
        await stage.Pilot.ClosesVote();
        await stage.Quiet();
        await Hidden.TellsOutcome(stage.Holders("TCT"), "TCT 2027-009", "Adoptée : 4 voix pour, 2 contre, 1 abstention");
        var outcome = await chat[3].Card("TCT 2027-009", Hidden.Title);
        Check.Says(outcome.Words, "le résultat", $"A pris part ({chat[0].Name})");
        Check.SaysNot(outcome.Words, "le résultat", "Pour (", "Contre (", "Abstention (");
        return "un second clic est refusé ; ni carte ni page ne montrent la réponse ; à la clôture, le décompte et les sièges qui ont pris part, jamais qui a répondu quoi";
    });

    private static Task<bool> Proxy(DemoStage stage, Playbill bill) => bill.Step("Un siège vote par pouvoir", async () =>
    {
        var (chat, _) = stage.Members("TCT");
        var (giver, holder) = (chat[2], chat[4]);
        var (from, to) = (stage.Roster.StructureName(stage.SeatOf("TCT", giver).Structure), stage.Roster.StructureName(stage.SeatOf("TCT", holder).Structure));
        await stage.Pilot.PutsToVote(ByProxy);
        var own = await giver.BallotOn(ByProxy);
        (await giver.Say($"procuration à {holder.Name} pour ce vote")).Says($"{to} a pouvoir pour {from}");
        (await own.Press(Against)).Says("reprenez d’abord le pouvoir");
        await stage.Quiet();
        (await (await holder.Card("Vous votez par pouvoir", from, ByProxy.Title)).Press(Against)).Card($"Réponse du siège : {Against}");
        (await giver.Say("je reprends mon pouvoir pour ce vote")).Says("Le pouvoir a servi");
        foreach (var voter in chat.Where(v => v.Id != giver.Id))
        {
            var ballot = await voter.Card("Pour le siège", "Participation", ByProxy.Title, stage.Roster.StructureName(stage.SeatOf("TCT", voter).Structure));
            (await ballot.Press(For)).Card($"Réponse du siège : {For}");
        }

        await stage.Pilot.ClosesVote();
        await stage.Quiet();
        await ByProxy.TellsOutcome(stage.Holders("TCT"), "TCT 2027-010", "Adoptée : 6 voix pour, 1 contre");
        Check.Says((await chat[0].Card("TCT 2027-010", ByProxy.Title)).Words, "le résultat", $"Contre ({holder.Name}, par pouvoir donné à {to})");
        return $"{from} donne pouvoir à {to}, qui vote pour les deux sièges ; le résultat dit pour qui, et un pouvoir qui a servi ne se reprend plus";
    });
}
