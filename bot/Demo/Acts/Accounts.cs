using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;

namespace ConcertationBot.Demo.Acts;

/// <summary>The accounts at the end: registers, messages, what is kept, who played.</summary>
internal static class Accounts
{
    private const int FewestPeople = 14;

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Les comptes");
        await bill.Step("Les registres sont entiers", async () =>
        {
            var decisions = await stage.Decisions("TCT");
            Check.Same(Enumerable.Range(1, 13).Select(Plain.Number), decisions.Select(d => Plain.Number(d.Number.Number)), "les numéros de la TCT");
            Check.That(RegisterChain.Verify(decisions) is ChainCheck.Intact { }, "la chaîne du registre de la TCT est rompue");
            Check.That(RegisterChain.Verify(await stage.Decisions("TCS")) is ChainCheck.Intact { }, "la chaîne du registre de la TCS est rompue");
            return "TCT 1 à 13 sans trou, TCS 1, et la chaîne de chaque registre est intacte";
        });
        await bill.Step("Chaque message est arrivé", async () =>
        {
            var notices = await stage.Notices();
            var stray = notices.Where(n => n.State is not (NoticeState.Delivered or NoticeState.Dropped)).ToList();
            Check.That(stray.Count == 0, $"{Plain.Number(stray.Count)} messages ne sont pas arrivés : {string.Join(", ", stray.Select(n => $"{n.Id} {n.State}"))}");
            var (chat, mail) = (notices.Count(n => n.Road == Road.Chat), notices.Count(n => n.Road == Road.Mail));
            Check.That(mail == stage.Mail.All().Count, $"{Plain.Number(mail)} courriels comptés, {Plain.Number(stage.Mail.All().Count)} écrits");
            Check.That(stage.Log.Errors is [], $"le journal du bot note : {string.Join(" / ", stage.Log.Errors)}");
            return $"{Plain.Number(chat)} par la conversation, {Plain.Number(mail)} par courriel, aucun perdu ; aucune erreur au journal";
        });
        await bill.Step("Toujours aucune donnée personnelle sur le disque", () => Task.FromResult(Reporting.NothingKept(stage)));
        await bill.Step("Assez de monde a joué", () =>
        {
            var cast = stage.Cast;
            Check.That(cast.Count >= FewestPeople, $"{Plain.Number(cast.Count)} personnes seulement");
            return Task.FromResult(
                $"{Plain.Number(cast.Count)} personnes, dont {Plain.Number(cast.Count(p => !p.HasAccount))} sans compte, par leur courriel seul");
        });
    }
}
