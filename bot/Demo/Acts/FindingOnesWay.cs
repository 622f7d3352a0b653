namespace ConcertationBot.Demo.Acts;

/// <summary>What each can ask for at any time.</summary>
internal static class FindingOnesWay
{
    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Se repérer");
        var member = stage.Members("TCT").Chat[1];
        var partner = stage.Partners[0];
        await bill.Step("« aide »", async () =>
        {
            var forPilot = (await stage.Pilot.Say("aide")).Card("Vous pilotez la concertation");
            var forMember = (await member.Say("aide")).Card("Vous siégez à une table");
            var forPartner = (await partner.Say("aide")).Card("Signalez ici ce qui bloque");
            Check.That(forPilot.Offers("Convoquer une séance") && !forMember.Offers("Convoquer une séance"), "l’aide ne dépend pas de qui demande");
            Check.That(forPartner.Offers("Signaler une difficulté") && !forPartner.Offers("Voir les votes"), "l’aide d’un partenaire propose ce qu’il ne peut pas");
            return "chacun lit ce qu’il peut faire ici : la pilote, un membre, une partenaire";
        });
        await bill.Step("« votes », « décisions »", async () =>
        {
            Check.Says(
                (await member.Say("votes")).Words, "« votes »", Adopting.Prescription.Title, "Adoptée", Rejecting.OneNumber.Title, "Rejetée", "Retiré", "Quorum non atteint");
            var read = (await member.Say("décisions")).Card("TCT 2027-001", "TCT 2027-002", "TCT 2027-003", "TCT 2027-004", "7 voix pour, 1 contre");
            Check.SaysNot(read.Words, "le registre d’un membre", "Carence", "TCS 2027");
            (await stage.Pilot.Say("décisions")).Card("TCT 2027-004", "TCS 2027-001", "Carence le lundi 25 octobre 2027", CallingAgain.WaitingList.Title);
            (await partner.Say("décisions")).Says("réservé aux membres");
            return "un membre lit les quatre décisions de sa table ; la pilote, celles des deux tables et la carence ; une partenaire est renvoyée à la feuille de route";
        });
        await bill.Step("« feuille de route », « séances », « mes remontées »", async () =>
        {
            (await partner.Say("feuille de route")).Card("Feuille de route 2027", "TCT 2027-001", "TCT 2027-003", "TCT 2027-004", "TCS 2027-001");
            (await member.Say("séances")).Card("Séances à venir", "Aucune séance à venir");
            (await partner.Say("mes remontées")).Card(Reporting.Discharge, "Décidée");
            (await member.Say("mes remontées")).Card(Reporting.Transport, "Close sans suite");
            return "chacun retrouve l’année, ce qui vient et ses propres remontées";
        });
        await bill.Step("Un message que le bot ne comprend pas", async () =>
        {
            var asked = (await member.Say("patati patata")).Card("Je ne suis pas sûr d’avoir compris", "patati patata");
            Check.That(asked.Buttons.Count is 2 or 3, $"{Plain.Number(asked.Buttons.Count)} boutons : {string.Join(" / ", asked.Buttons)}");
            var went = await asked.Press(asked.Buttons[0]);
            Check.That(went.Words.Length > 0, "le bouton ne mène à rien");
            return $"il propose {string.Join(" ou ", asked.Buttons.Select(b => $"« {b} »"))} ; presser un bouton y mène";
        });
    }
}
