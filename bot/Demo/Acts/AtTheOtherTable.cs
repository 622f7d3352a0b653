using static ConcertationBot.Demo.Voting;

namespace ConcertationBot.Demo.Acts;

/// <summary>The strategic table: a co-convener of its own, a seat with a consultative voice, numbers of its own.</summary>
internal static class AtTheOtherTable
{
    private static readonly Motion Funding = new("TCS, hors séance", "K1", "Un troisième poste", "Un troisième poste de gestion de cas est demandé pour 2028.");

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("La table stratégique");
        var convener = stage.Of(stage.Table("TCS").CoConveners[0]);
        var all = stage.Holders("TCS");
        var listening = stage.Table("TCS").Seats.Where(s => s.Voice == Concertation.Domain.Tables.Voice.Consultative)
            .Select(s => stage.Of(stage.Roster.Mandates[s.Id].Holder.Id)).Single();
        await bill.Step("La co-animatrice met au vote, la voix consultative est demandée à part", async () =>
        {
            Check.Says((await convener.PutsToVote(Funding)).Words, "la carte", "0 réponse sur 7 sièges", "quorum : 4 réponses sur 7 sièges");
            await stage.Quiet();
            await Funding.Reaches(all);
            Funding.Spares(stage.Members("TCT").Chat);
            return $"{convener.Name} anime cette table ; 7 sièges votent, {listening.Name} a une voix consultative";
        });
        await bill.Step("Sa décision a sa propre numérotation", async () =>
        {
            var (chat, mail) = stage.Members("TCS");
            foreach (var voter in chat.Take(3).Append(mail[1]))
            {
                await voter.Votes(Funding, For);
            }

            await listening.Votes(Funding, Against);
            (await convener.ClosesVote()).Card("Le vote est clos");
            await stage.Quiet();
            await Funding.TellsOutcome(
                [.. all, stage.Pilot], "TCS 2027-001",
                "Adoptée : 4 voix pour, 0 contre, 0 abstention", "Quorum : 4 sièges ont répondu sur 7 (4 nécessaires).",
                "Voix consultatives : 0 favorable, 1 défavorable, 0 abstention, sur 1 siège.");
            Check.Says((await RoadmapTab.Open(stage)).Row("K1"), "l’axe K1", "TCS 2027-001", Funding.Title);
            return $"la voix de {listening.Name}, contre, est comptée à part ; TCS 2027-001, dite aux 8 sièges et à la pilote, sur l’axe K1";
        });
    }
}
