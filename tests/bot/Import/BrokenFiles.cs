using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Import;

/// <summary>
/// The small sample with one thing broken at a time. Schema: whether the JSON Schema can see it too; what only the
/// whole file shows (a reference to nobody, an id given twice) is the importer's alone.
/// </summary>
public sealed record BrokenFile(
    string Name, string Old, string New, int Line, string Path, string Says, bool Schema)
{
    public static string Whole { get; } =
        File.ReadAllText(System.IO.Path.Combine(Repository.Root, "samples", "bassin-de-saint-exemple.json"));

    public string Text => Whole.Contains(Old, StringComparison.Ordinal)
        ? Whole.Replace(Old, New, StringComparison.Ordinal)
        : throw new InvalidOperationException($"{Name}: the sample has no {Old}");

    public override string ToString() => Name;

    private const string Account = "\"c0ffee00-0000-4000-8000-000000000901\"";
    private const string Hospital = "\"from\": \"2026-01-05\" } },\n        { \"id\": \"mairie\"";

    public static IReadOnlyList<BrokenFile> All { get; } =
    [
        new("unknown property", "\"short\"", "\"shrot\"", 29, "tables[0].shrot", "vouliez-vous dire « short »", true),
        new("missing property", "\"short\": \"CT\",", "", 26, "tables[0].short", "« short » manque", true),
        new("missing list", "\"deputies\": []\n  },\n  \"structures\"", "\"deputies\": []\n  },\n  \"structrues\"", 1, "structures", "« structures » manque", true),
        new("wrong type", "\"year\": 2026", "\"year\": \"2026\"", 40, "roadmap.year", "un nombre est attendu ici, pas un texte", true),
        new("text instead of list", "\"deputies\": []", "\"deputies\": \"claude-essai\"", 9, "territory.deputies", "une liste [ … ] est attendu ici", true),
        new("text instead of object", "{ \"id\": \"dac\", \"name\": \"DAC du bassin de Saint-Exemple\" }", "\"dac\"", 12, "structures[0]", "un objet { … } est attendu ici", true),
        new("null where something must be", "\"vocabulary\": \"DAC\"", "\"vocabulary\": null", 7, "territory.vocabulary", "pas null", true),
        new("unknown word", "\"kind\": \"tactical\"", "\"kind\": \"tactique\"", 30, "tables[0].kind", "vouliez-vous dire « tactical »", true),
        new("unknown vocabulary", "\"DAC\"", "\"PTA\"", 7, "territory.vocabulary", "valeurs possibles : MAIA, DAC", true),
        new("id with a capital", "\"id\": \"dac\"", "\"id\": \"Dac\"", 12, "structures[0].id", "« Dac » n’est pas un identifiant", true),
        new("empty name", "\"name\": \"Sanitaire\"", "\"name\": \"  \"", 17, "colleges[0].name", "vide", true),
        new("line break in a name", "\"name\": \"Claude Essai\"", "\"name\": \"Claude\\r\\nBcc: x\"", 21, "people[0].name", "retour à la ligne", true),
        new("name too long", "\"name\": \"Sanitaire\"", $"\"name\": \"{new string('a', 121)}\"", 17, "colleges[0].name", "121 caractères", true),
        new("bad mail", "dominique.modele@hopital.saint-exemple.example", "dominique.modele@hopital", 22, "people[1].mail", "n’est pas une adresse mail", true),
        new("two mails in one", "dominique.modele@hopital.saint-exemple.example", "a@b.example, c@d.example", 22, "people[1].mail", "n’est pas une adresse mail", true),
        new("neither mail nor account", ", \"mail\": \"camille.gabarit@mairie.saint-exemple.example\"", "", 23, "people[2]", "ne pourrait pas être jointe", true),
        new("bad Entra id", Account, "\"c0ffee00\"", 21, "people[0].entraId", "n’est pas un identifiant Entra", true),
        new("bad tenant", "\"vocabulary\"", "\"tenant\": \"contoso.example\", \"vocabulary\"", 7, "territory.tenant", "n’est pas un identifiant Entra", true),
        new("weight of zero", "\"voice\": \"consultative\"", "\"weight\": 0", 35, "tables[0].seats[2].weight", "un nombre entier de 1 à 1000", true),
        new("half a vote", "\"voice\": \"consultative\"", "\"weight\": 1.5", 35, "tables[0].seats[2].weight", "un nombre entier", true),
        new("quorum over 100", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"quorum\": { \"overall\": 101 } },", 30, "tables[0].rules.quorum.overall", "de 0 à 100", true),
        new("misspelt rule", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"balotHours\": 24 },", 30, "tables[0].rules.balotHours", "vouliez-vous dire « ballotHours »", true),
        new("agenda due too early", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"sessions\": { \"agendaDays\": 61 } },", 30, "tables[0].rules.sessions.agendaDays", "de 1 à 60", true),
        new("minutes due on the day", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"sessions\": { \"minutesDays\": 0 } },", 30, "tables[0].rules.sessions.minutesDays", "de 1 à 90", true),
        new("validated before it was sent", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"sessions\": { \"validationDays\": -1 } },", 30, "tables[0].rules.sessions.validationDays", "de 0 à 90", true),
        new("six proxies", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"sessions\": { \"proxiesPerHolder\": 6 } },", 30, "tables[0].rules.sessions.proxiesPerHolder", "de 0 à 5", true),
        new("reminded a month before", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"ballots\": { \"nudgeHours\": 337 } },", 30, "tables[0].rules.ballots.nudgeHours", "de 0 à 336", true),
        new("validated by nobody", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"escalation\": { \"territory\": \"ailleurs\" } },", 30, "tables[0].rules.escalation.table", "manque", true),
        new("misspelt session rule", "\"kind\": \"tactical\",", "\"kind\": \"tactical\", \"rules\": { \"sessions\": { \"agendaDay\": 10 } },", 30, "tables[0].rules.sessions.agendaDay", "vouliez-vous dire « agendaDays »", true),
        new("kept for no month", "\"vocabulary\"", "\"retention\": { \"noticeMonths\": 0 }, \"vocabulary\"", 7, "territory.retention.noticeMonths", "1", true),
        new("text before its author", "\"vocabulary\"", "\"retention\": { \"reportMonths\": 12 }, \"vocabulary\"", 7, "territory.retention.reportMonths", "plus court", false),
        new("quiet from 25 h", "\"vocabulary\"", "\"quietHours\": { \"from\": \"25:00\" }, \"vocabulary\"", 7, "territory.quietHours.from", "n’est pas une heure", true),
        new("quiet until 8", "\"vocabulary\"", "\"quietHours\": { \"until\": \"8h\" }, \"vocabulary\"", 7, "territory.quietHours.until", "n’est pas une heure", true),
        new("no date", Hospital, Hospital.Replace("2026-01-05", "05/01/2026", StringComparison.Ordinal), 33, "tables[0].seats[0].mandate.from", "n’est pas une date", true),
        new("30 February", Hospital, Hospital.Replace("2026-01-05", "2026-02-30", StringComparison.Ordinal), 33, "tables[0].seats[0].mandate.from", "n’est pas une date", false),
        new("mandate of tomorrow", Hospital, Hospital.Replace("2026-01-05", "2026-11-24", StringComparison.Ordinal), 33, "tables[0].seats[0].mandate.from", "ne commence que le 24/11/2026", false),
        new("month of a plan", "\"title\": \"Préparer", "\"todo\": [{ \"text\": \"x\", \"when\": \"2026-13\" }], \"title\": \"Préparer", 42, "roadmap.axes[0].todo[0].when", "n’est ni un mois", true),
        new("part 3", "\"part\": 1", "\"part\": 3", 42, "roadmap.axes[0].part", "de 1 à 2", true),
        new("axis code with a space", "\"A1\"", "\"A 1\"", 42, "roadmap.axes[0].code", "n’est pas un code d’axe", true),
        new("zone of nowhere", "Europe/Paris", "Europe/Brest", 6, "territory.timeZone", "n’est pas un fuseau horaire", false),
        new("zone of Windows", "Europe/Paris", "Romance Standard Time", 6, "territory.timeZone", "n’est pas un fuseau horaire", false),
        new("unknown pilot", "\"pilot\": \"claude-essai\"", "\"pilot\": \"claude-essay\"", 8, "territory.pilot", "vouliez-vous dire « claude-essai »", false),
        new("unknown deputy", "\"deputies\": []", "\"deputies\": [\"personne\"]", 9, "territory.deputies[0]", "la personne « personne » n’existe pas", false),
        new("pilot as deputy", "\"deputies\": []", "\"deputies\": [\"claude-essai\"]", 9, "territory.deputies", "ne peut pas être aussi", false),
        new("unknown college", "\"college\": \"sanitaire\", \"voice\"", "\"college\": \"sanitair\", \"voice\"", 35, "tables[0].seats[2].college", "le collège « sanitair » n’existe pas ; vouliez-vous dire « sanitaire » ? collèges connus : collectivites, sanitaire", false),
        new("unknown structure", "\"structure\": \"mairie\"", "\"structure\": \"marie\"", 34, "tables[0].seats[1].structure", "la structure « marie » n’existe pas", false),
        new("unknown holder", "\"holder\": \"camille-gabarit\"", "\"holder\": \"camille\"", 34, "tables[0].seats[1].mandate.holder", "la personne « camille » n’existe pas", false),
        new("college of another table", "\"colleges\": [\"sanitaire\", \"collectivites\"]", "\"colleges\": [\"sanitaire\"]", 34, "tables[0].seats[1].college", "n’est pas de cette table", false),
        new("college twice", "\"colleges\": [\"sanitaire\", \"collectivites\"]", "\"colleges\": [\"sanitaire\", \"collectivites\", \"sanitaire\"]", 31, "tables[0].colleges[2]", "déjà", true),
        new("substitute is holder", "\"holder\": \"camille-gabarit\"", "\"holder\": \"camille-gabarit\", \"substitute\": \"camille-gabarit\"", 34, "tables[0].seats[1].mandate.substitute", "le titulaire lui-même", false),
        new("structure id twice", "\"id\": \"hopital\", \"name\"", "\"id\": \"dac\", \"name\"", 13, "structures[1].id", "déjà pris ligne 12", false),
        new("seat id twice", "{ \"id\": \"vacant\"", "{ \"id\": \"mairie\"", 35, "tables[0].seats[2].id", "déjà pris ligne 34", false),
        new("mail twice", "camille.gabarit@mairie.saint-exemple.example", "Claude.Essai@dac.saint-exemple.example", 23, "people[2].mail", "déjà ligne 21", false),
        new("account twice", "\"dominique.modele@hopital.saint-exemple.example\"", "null, \"entraId\": \"C0FFEE00-0000-4000-8000-000000000901\"", 22, "people[1].entraId", "déjà ligne 21", false),
        new("restricted list without a vote", "\"voice\": \"consultative\"", "\"voice\": \"consultative\", \"restricted\": true", 32, "tables[0].seats", "ne pourrait rien décider", false),
        new("restricted as text", "\"voice\": \"consultative\"", "\"restricted\": \"oui\"", 35, "tables[0].seats[2].restricted", "true ou false est attendu ici", true),
        new("axis code twice", "\"axes\": [\n", "\"axes\": [\n{ \"code\": \"a1\", \"part\": 1, \"heading\": \"x\", \"finding\": \"x\", \"title\": \"x\" },\n", 43, "roadmap.axes[1].code", "déjà pris ligne 42", false),
    ];
}
