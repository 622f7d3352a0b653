using static ConcertationBot.Demo.Acts.ChoosingADate;
using static ConcertationBot.Demo.Acts.Convening;

namespace ConcertationBot.Demo.Acts;

/// <summary>The agenda is prepared with what members suggest, sent out, read, changed and sent out again, with a document.</summary>
internal static class PreparingTheAgenda
{
    public const string Budget = "Budget de la cellule de sortie";
    public const string Transport = "Les transports du soir";

    private const string Wanted = "J’ai pris connaissance";
    private const string Which = "Un point à modifier, déplacer ou retirer";
    private const string Pdf = "Bilan des sorties.pdf";

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Préparer l’ordre du jour");
        await stage.LaterAt(new DateTime(2027, 11, 19, 9, 0, 0, DateTimeKind.Unspecified));
        await bill.Step("La pilote ajoute un point à huis clos", async () =>
        {
            var agenda = (await stage.Pilot.Say("ordre du jour")).Card("Ordre du jour", "Pas encore diffusé", $"2. {Cell}");
            var form = (await agenda.Press("Ajouter un point")).Card("Ajouter un point");
            (await form.With("Intitulé", "Le cas de Mme Zorglub, née le 12/03/1938").Press("Ajouter")).Says("à corriger");
            (await form.With("Intitulé", Budget).With("Nature", "Information").With("Minutes", "15").With("Présenté par (facultatif)", "Klervi Parenthèse, ARS")
                .With("Huis clos : réservé aux sièges appelés", "true").Press("Ajouter")).Card($"4. {Budget}", "information, 15 min, huis clos");
            return "présenté par l’ARS ; un intitulé qui désigne une personne est refusé, rien n’en est gardé";
        });
        await bill.Step("Elle rattache un point à un axe de la feuille de route", async () =>
        {
            var agenda = (await stage.Pilot.Say("ordre du jour")).Card("Pas encore diffusé");
            var form = (await agenda.With(Which, Cell).Press("Modifier ce point")).Card("Modifier le point");
            (await form.With("Axe de la feuille de route", "T3").Press("Enregistrer")).Card($"2. {Cell}", "décision, 30 min · axe T3");
            return "ce qui s’y décidera ira de lui-même sur l’axe T3";
        });
        await bill.Step("Un membre suggère un point, la pilote l’inscrit", async () =>
        {
            var member = stage.Members("TCT").Chat[5];
            (await member.Say("mets les transports du soir à l’odj, 20 min")).Says($"« {Transport} » est suggéré pour la TCT");
            var asked = await stage.Pilot.Card("Suggestion pour l’ordre du jour", Transport, member.Name);
            (await asked.Press("Inscrire")).Says("la personne qui l’a suggéré en est informée");
            await member.Card("Votre suggestion", "est inscrit à l’ordre du jour");
            return $"{member.Name} l’a demandé en une phrase et apprend la réponse";
        });
        await Circulate(stage, bill);
        await Join(stage, bill);
    }

    private static async Task Circulate(DemoStage stage, Playbill bill)
    {
        var (chat, mail) = stage.Members("TCT");
        await bill.Step("L’ordre du jour est diffusé, et des membres en prennent connaissance", async () =>
        {
            await stage.LaterAt(new DateTime(2027, 11, 19, 10, 0, 0, DateTimeKind.Unspecified));
            var sent = (await (await stage.Pilot.Say("ordre du jour")).Card($"5. {Transport}").Press("Diffuser la version 1")).Card("Version 1 diffusée : 14 envois partent");
            await stage.Quiet();
            (await (await chat[0].Card("Ordre du jour, version 1", Budget)).Press(Wanted)).Says($"{chat[0].Name} en a pris connaissance");
            var letter = await mail[0].Letter("Ordre du jour (version 1)", Transport);
            await mail[0].Open(letter);
            (await sent.Press("Qui en a pris connaissance ?")).Says("14 envois arrivés · 1 lecture déclarée");
            Check.Says((await (await mail[0].Open(letter)).Send(Wanted)).Words, "la page", "en a pris connaissance");
            (await sent.Press("Qui en a pris connaissance ?")).Says("14 envois arrivés · 2 lectures déclarées", "reçu par courriel");
            return "version 1 à 14 personnes ; « j’ai pris connaissance » par la carte et par le lien, l’ouvrir ne suffit pas";
        });
        await bill.Step("Il change : une version 2 part", async () =>
        {
            await stage.LaterAt(new DateTime(2027, 11, 22, 9, 0, 0, DateTimeKind.Unspecified));
            var agenda = (await stage.Pilot.Say("ordre du jour")).Card("Version 1 diffusée");
            var form = (await agenda.With(Which, DayCare).Press("Modifier ce point")).Card("Modifier le point");
            (await form.With("Minutes", "25").Press("Enregistrer")).Card("Modifié depuis la version 1", "discussion, 25 min");
            var changed = (await stage.Pilot.Say("ordre du jour")).Card("Modifié depuis la version 1");
            var second = (await changed.Press("Diffuser la version 2")).Card("Version 2 diffusée : 14 envois partent");
            await chat[0].Card("Ordre du jour, version 2", "25 min");
            (await second.Press("Qui en a pris connaissance ?")).Says("Qui a pris connaissance de la version 2", "0 lecture déclarée");
            var word = await second.Open("Fichier Word");
            Check.Says(WordFile.Words(word), "le fichier Word", "Version 2, diffusée le lundi 22 novembre 2027", Cell, Budget, "huis clos", Transport);
            await stage.Keep("ordre-du-jour.docx", word);
            return "un point dure plus longtemps ; chaque version garde ses lecteurs, et se lit en fichier Word";
        });
    }

    private static Task<bool> Join(DemoStage stage, Playbill bill) => bill.Step("La pilote joint un document à un point", async () =>
    {
        var bytes = PdfFile.OnePage();
        var asked = (await stage.Pilot.Attach(Pdf, bytes)).Card("Joindre à l’ordre du jour", Pdf);
        var done = (await asked.With("Point de l’ordre du jour", Cell).Press("Joindre")).Card("Document joint", Pdf);
        Check.That((await done.Open("Ouvrir")).AsSpan().SequenceEqual(bytes), "le document lu n’est pas celui qui a été joint");
        (await stage.Members("TCT").Chat[1].Attach(Pdf, bytes)).Says("Confiez le vôtre à la personne qui pilote");
        return "le fichier envoyé dans la conversation se lit par un lien personnel, au point près ; un membre apprend à qui le confier";
    });
}
