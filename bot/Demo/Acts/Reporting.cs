using static ConcertationBot.Demo.Acts.Convening;

namespace ConcertationBot.Demo.Acts;

/// <summary>Partners and a member report what goes wrong, in their own words; what names someone is never kept.</summary>
internal static class Reporting
{
    public const string Discharge = "REM-2027-0001";
    public const string Allowance = "REM-2027-0002";
    public const string Transport = "REM-2027-0003";

    /// <summary>Words of a report that was accepted, as they are stored.</summary>
    public const string Accepted = "sortie vendredi soir sans ordonnance";

    private const string Happened = "Ce qui s’est passé";

    /// <summary>What nobody may find anywhere afterwards. Numbers that belong to nobody.</summary>
    private static readonly (string Text, string Secret, string Kind)[] Personal =
    [
        ("signaler : rappeler sa fille au 06 39 98 12 34, sortie sans aide à domicile", "06 39 98 12 34", "un numéro de téléphone"),
        ("signaler : le dossier 2 55 08 14 168 025 38 est perdu depuis mars", "2 55 08 14 168 025 38", "un numéro de sécurité sociale"),
        ("signaler : une personne née le 03/02/1941 attend un lit depuis lundi", "03/02/1941", "une date de naissance"),
        ("signaler : personne ne répond à jeanne.imaginaire@courriel.example", "jeanne.imaginaire@courriel.example", "une adresse de courriel"),
    ];

    public static async Task Play(DemoStage stage, Playbill bill)
    {
        await bill.Act("Signaler");
        await stage.Later(TimeSpan.FromDays(1));
        await bill.Step("Une infirmière raconte ce qui s’est passé", async () =>
        {
            var draft = (await stage.Partners[0].Say($"encore une {Accepted}")).Card("Signaler une difficulté");
            Check.That(
                Plain.Same(draft.Field("Quand"), "vendredi soir") && Plain.Has(draft.Field(Happened), Accepted),
                $"le brouillon n’est pas rempli : {draft.Field("Quand")} / {draft.Field(Happened)}");
            Check.That(draft.Field("Fréquence") == "Often", "« encore » ne dit pas que c’est fréquent");
            Check.That(draft.Field("Axe de la feuille de route proposé") == "t3", "l’axe T3 n’est pas proposé");
            var sent = (await draft.Press("Envoyer")).Card(Discharge);
            Check.Says(sent.Words, "l’accusé", "Merci, votre remontée est enregistrée", "Favoriser l’articulation entre dispositifs");
            (await draft.Press("Envoyer")).Card(Discharge);
            return $"le brouillon est rempli (quand, fréquence, axe T3) ; envoyée deux fois, une seule remontée : {Discharge}";
        });
        await bill.Step("Un assistant social et un membre signalent aussi", async () =>
        {
            var draft = (await stage.Partners[1].Say("dossier APA déposé en mars tjrs rien")).Card("Signaler une difficulté");
            Check.That(Plain.Same(draft.Field("Quand"), "en mars") && Plain.Same(draft.Field("Structures concernées"), "APA"), "mars et l’APA ne sont pas reconnus");
            (await draft.Press("Envoyer")).Card(Allowance);
            var member = stage.Members("TCT").Chat[1];
            var other = (await member.Say("signaler : plus aucun taxi conventionné le samedi à Kervelen")).Card("Signaler une difficulté");
            Check.That(
                other.Field("Commune") == "Kervelen" && !Plain.Has(other.Field(Happened), "signaler"),
                $"la commune ou le mot de commande : {other.Field("Commune")} / {other.Field(Happened)}");
            (await other.Press("Envoyer")).Card(Transport);
            return $"{Allowance} et {Transport}, sans trou dans les numéros";
        });
        await Refuse(stage, bill);
        await Follow(stage, bill);
    }

    private static async Task Refuse(DemoStage stage, Playbill bill)
    {
        await bill.Step("Un message qui désigne quelqu’un est refusé", async () =>
        {
            foreach (var (text, secret, kind) in Personal)
            {
                var form = (await stage.Partners[0].Say(text)).Card($"Votre message contient {kind}", "je ne l’ai pas gardé");
                Check.That(Neutral(form, secret), $"le formulaire reprend « {secret} »");
                var again = (await form.With(Happened, text).Press("Envoyer")).Card("Pas encore envoyé", "Rien n’a été gardé", $"retirez {kind}");
                Check.That(Neutral(again, secret), "le formulaire ne propose pas de mots neutres");
            }

            (await stage.Partners[0].Say("mes remontées")).Card(Discharge);
            return "téléphone, numéro de sécurité sociale, date de naissance, courriel : refusés dans le message comme dans le formulaire, qui propose des mots neutres";
        });
        await bill.Step("Rien n’en reste sur le disque", () => Task.FromResult(NothingKept(stage)));
    }

    private static bool Neutral(CardInHand form, string secret) =>
        form.Field(Happened).Length > 0 && !form.Field(Happened).Contains(secret, StringComparison.Ordinal);

    /// <summary>Reads every file: the words that were accepted are there, those that were refused aren't.</summary>
    internal static string NothingKept(DemoStage stage)
    {
        Check.That(
            stage.FilesWith(Accepted).Any(f => f.StartsWith(Concertation.Storage.Sqlite.SqliteFile.FileName, StringComparison.Ordinal)),
            "la remontée acceptée ne se retrouve pas dans la base : cette vérification ne prouve rien");
        foreach (var (text, secret, _) in Personal)
        {
            foreach (var words in new[] { text, secret, secret.Replace(" ", "", StringComparison.Ordinal) })
            {
                Check.That(stage.FilesWith(words) is [], $"« {words} » se trouve dans {string.Join(", ", stage.FilesWith(words))}");
            }
        }

        Check.That(!stage.FilesWith(Accepted).Contains(DemoLog.FileName, StringComparer.Ordinal), "le journal répète ce que les personnes écrivent");
        Check.That(
            !stage.FilesWith("/lien/").Any(f => !f.EndsWith(".eml", StringComparison.Ordinal)), "un lien personnel se trouve hors des courriels");
        return "tous les fichiers relus octet par octet (base, courriels, journal) : aucune de ces données n’y est, et aucun lien personnel hors des courriels";
    }

    private static Task<bool> Follow(DemoStage stage, Playbill bill) => bill.Step("Chacun suit sa remontée, et la sienne seulement", async () =>
    {
        (await stage.Partners[0].Say($"suivi {Discharge}")).Card("Reçue", Accepted);
        (await stage.Partners[0].Say("où en est ma remontée de septembre ?")).Card(Discharge, "attend d’être lue");
        (await stage.Partners[0].Say("mes remontées")).Card("Vos remontées", Discharge);
        (await stage.Partners[1].Say($"suivi {Discharge}")).Says("Je ne trouve pas de remontée de votre part");
        (await stage.Partners[1].Say("suivi REM-2027-0999")).Says("Je ne trouve pas de remontée de votre part");
        return "par sa référence ou par son mois ; celle d’un autre est introuvable, comme celle qui n’existe pas";
    });
}
