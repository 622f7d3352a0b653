namespace ConcertationBot.Demo.Acts;

/// <summary>Before anything: the territory is there, once.</summary>
internal static class Importing
{
    public static async Task<bool> Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Le territoire");
        return await bill.Step("Le territoire inventé est importé", async () =>
        {
            var changes = await stage.Import();
            Check.That(changes.Count > 0, "rien n’a été importé");
            Check.That(await stage.Import() is [], "l’importer deux fois change quelque chose");
            var tct = stage.Table("TCT");
            var byMail = stage.Holders("TCT").Count(p => !p.HasAccount);
            Check.That(tct.Seats.Count == 14 && tct.Colleges.Count == 7 && byMail == 7, "la TCT n’a pas ses 14 sièges en 7 collèges");
            Check.That(stage.Holders("TCT", restricted: true).Count == 6, "la liste restreinte n’a pas 6 sièges");
            Check.Says((await RoadmapTab.Open(stage)).Row("T3"), "la feuille de route", "Favoriser l’articulation entre dispositifs");
            return $"{stage.Roster.Territory.Name}, {Plain.Number(stage.Roster.Tables.Count)} tables, TCT de 14 sièges en 7 collèges dont 7 sans compte ; une seconde fois, rien ne change";
        });
    }
}
