using Concertation.Domain.Decisions;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Decisions;

namespace ConcertationBot.Decisions;

/// <summary>What the commands about the register say.</summary>
internal static class VerifyTexts
{
    public const string NoHeads =
        "Aucun relevé signé : la chaîne prouve l’ordre et les textes, pas que le registre entier n’a pas été réécrit.";

    public static string HeadsDemanded(string folder) =>
        $"RUPTURE — aucun relevé signé dans « {folder} », alors que --signed en exige. Le bot en signe un par jour ; donnez dans Register:HeadsFolder le dossier où ils sont gardés.";

    public const string NoKey =
        "Il y a des relevés signés, mais aucune clé publique pour les vérifier : donnez-la dans Register:PublicKeyFile.";

    public static string NoData(string folder) =>
        $"Le dossier « {folder} » ne contient pas de données. Donnez dans Storage__Folder celui du bot à vérifier.";

    public static string NoSuchTable(string table) => $"Aucune table « {table} » dans ce stockage.";

    public static string Outage(string reason) => $"Le stockage n’a pas répondu jusqu’au bout : {reason}";

    public static string NotWritten(string file, string reason) => $"Le fichier « {file} » ne peut pas être écrit : {reason}";

    public static string Unreadable(string what) => $"RUPTURE — les données ne se lisent plus : {what}";

    /// <summary>« TCT (kervelen) : 3 décisions, 1 carence ; chaîne intacte, 4 résultats recomptés. »</summary>
    public static string Intact(RegisterCheck check) => check.Decisions + check.Carences == 0
        ? $"{check.Short} ({check.Territory}) : aucune décision."
        : $"{check.Short} ({check.Territory}) : {French.Count(check.Decisions, "décision", "décisions")}"
        + (check.Carences > 0 ? $", {French.Count(check.Carences, "carence", "carences")}" : "")
        + $" ; chaîne intacte, {French.Count(check.Recounted, "résultat recompté", "résultats recomptés")} d’après les voix gardées"
        + (check.Opened > 0 ? $", {French.Count(check.Opened, "vote secret rouvert avec sa clé", "votes secrets rouverts avec leurs clés")}." : ".");

    public static string HeadsFit(int heads, string key) =>
        $"{French.Count(heads, "relevé signé", "relevés signés")}, tous vérifiés. Empreinte de la clé : {key}";

    public static string Whole(int decisions) => $"Tout concorde : {French.Count(decisions, "décision vérifiée", "décisions vérifiées")}.";

    public static string Broken(RegisterCheck check, RegisterBreak found) =>
        $"RUPTURE — {check.Short} ({check.Territory}) : {What(check, found)}";

    public static string HeadUnreadable(string file) => $"RUPTURE — le relevé signé {file} ne se lit plus.";

    public static string HeadNotSigned(string day) => $"RUPTURE — le relevé du {day} n’est pas signé par la clé du registre.";

    public static string HeadDiffers(string day, RegisterHeadLineName line) =>
        $"RUPTURE — {line.Short} ({line.Territory}) : le relevé signé du {day} donne {French.Count(line.Decisions, "décision", "décisions")} jusqu’à l’empreinte {line.Hash[..12]}…, que le registre n’a plus à cette place. Des décisions ont été réécrites ou retirées depuis.";

    public static string HeadCarence(string day, RegisterHeadLineName line, string ballot) =>
        $"RUPTURE — {line.Short} ({line.Territory}) : le relevé signé du {day} nomme la carence du vote {ballot}, que le registre n’a plus, ou plus telle quelle.";

    public static string HeadsOfAnother(string folder) =>
        $"RUPTURE — aucun des relevés signés du dossier « {folder} » n’est celui des décisions de ce stockage. Ce sont peut-être ceux d’un autre registre, resté là quand ses données ont été effacées : déplacez alors ce dossier, ou donnez le bon dans Register:HeadsFolder. Sinon, le registre entier a été réécrit.";

    private static string What(RegisterCheck check, RegisterBreak found)
    {
        string Number(DecisionNumber number) => DecisionTexts.Number(check.Short, number);
        return found switch
        {
            RegisterBreak.Damaged { Number: { } number, Row: var row } =>
                $"{Number(number)} : {Row(row)} de son vote n’est plus comme elle a été écrite.",
            RegisterBreak.Damaged { Ballot: { } ballot, Row: var row } => $"vote {ballot} : {Row(row)} n’est plus comme elle a été écrite.",
            RegisterBreak.Damaged { Row: var row } => $"{RegisterRow(check, row)} n’est plus comme elle a été écrite.",
            RegisterBreak.Altered altered => $"{Number(altered.Number)} : le texte de la décision n’est plus celui qui a été scellé.",
            RegisterBreak.OutOfChain broken =>
                $"{Number(broken.Number)} : la chaîne est rompue ici ; une décision manque, s’ajoute ou a changé de place.",
            RegisterBreak.Missing { Last: { } last } => $"des décisions manquent après {Number(last)}.",
            RegisterBreak.Missing => "toutes les décisions manquent.",
            RegisterBreak.NotRecorded lost => $"le vote {lost.Ballot} a été compté, mais n’a donné ni décision ni carence.",
            RegisterBreak.NoBallot gone => $"{Number(gone.Number)} : son vote n’est plus là.",
            RegisterBreak.BallotDiffers differs => $"{Number(differs.Number)} : la décision ne dit pas ce qui avait été mis au vote.",
            RegisterBreak.ElectorateDiffers seats => $"{Number(seats.Number)} : les sièges appelés à voter ne sont plus ceux qui ont été scellés.",
            RegisterBreak.VotesDiffer { Seat: { } seat, Number: var number } =>
                $"{Number(number)} : les voix ne sont plus celles qui ont été scellées ; voyez celle du siège {seat}.",
            RegisterBreak.VotesDiffer votes => $"{Number(votes.Number)} : les voix ne sont plus celles qui ont été scellées.",
            RegisterBreak.StandingVoteDiffers odd => $"vote « {odd.Title} » : la voix du siège {odd.Seat} n’est pas la dernière qu’il a donnée.",
            RegisterBreak.OutcomeDiffers outcome => $"{Number(outcome.Number)} : les voix gardées, recomptées, donnent un autre résultat.",
            RegisterBreak.CarenceDiffers carence => $"carence « {carence.Title} » : les voix gardées, recomptées, donnent un autre résultat.",
            RegisterBreak.RowDiffers beside => $"vote « {beside.Title} » : {Row(beside.Row)} ne s’accorde pas avec les voix gardées.",
            RegisterBreak.AnswersDiffer secret =>
                $"vote secret « {secret.Title} » : ses réponses scellées, ouvertes avec leur clé, ne s’accordent pas avec les sièges qui ont répondu ou avec le résultat.",
            RegisterBreak.NotListed list => $"le vote « {list.Title} » manque dans la liste des votes.",
            RegisterBreak.EscalationDiffers submitted => Submitted(submitted),
            _ => throw new ArgumentOutOfRangeException(nameof(found), found, "no such break"),
        };
    }

    private static string Submitted(RegisterBreak.EscalationDiffers found)
    {
        var which = found.Number is { } number ? DecisionTexts.Number(found.TableShort, number) : $"une décision de la {found.TableShort}";
        return found.Part switch
        {
            EscalationPart.Decision => $"{which} : ce qui a été soumis à l’autre table n’est pas ce que dit le registre.",
            EscalationPart.Steps => $"{which} : les étapes de sa soumission à l’autre table ne peuvent pas se suivre ainsi.",
            EscalationPart.Ruling => $"{which} : la décision qui y aurait répondu n’est pas au registre de l’autre table.",
            EscalationPart.Standing => $"{which} : la suite affichée près d’elle n’est pas celle de sa soumission à l’autre table.",
            EscalationPart.Missing => $"{which} : elle devait être soumise à l’autre table, et rien ne le montre.",
            _ => throw new ArgumentOutOfRangeException(nameof(found), found.Part, "no such part"),
        };
    }

    private static string RegisterRow(RegisterCheck check, DamagedRow row) =>
        row.Key.Split('|') switch
        {
            ["decision", var number] => $"la décision {check.Short} {number}",
            ["recent", _, var ballot] => $"la ligne du vote {ballot} dans la liste des votes",
            ["escalation", _] => $"la ligne {row.Key} des décisions soumises",
            _ => $"la ligne {row.Key} du registre",
        };

    private static string Row(DamagedRow row) => row.Key.Split('|') switch
    {
        ["vote", var seat] => $"la voix du siège {seat}",
        ["cast", var seat, ..] => $"une réponse gardée du siège {seat}",
        ["seat", var seat] => $"la ligne du siège {seat}",
        _ => $"la ligne {row.Key}",
    };
}

/// <summary>A line of a signed head, with the table as people call it.</summary>
internal sealed record RegisterHeadLineName(string Territory, string Short, int Decisions, string Hash);
