using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>Where a report stands, said in sentences to whoever made it.</summary>
public static class FollowUpTexts
{
    public const string InCamera = "Ce point a été traité à huis clos : le texte de la décision n’est pas diffusé.";

    /// <summary>« TCT 2027-003 ».</summary>
    public static string NumberOf(DecisionOnReport decision) => string.Create(
        CultureInfo.InvariantCulture, $"{decision.Instance} {decision.Number.Year:D4}-{decision.Number.Number:D3}");

    /// <summary>Where it stands now, with its dates, in a sentence or two.</summary>
    public static string Now(ReportShown shown)
    {
        var report = shown.Report;
        var zone = shown.Roster.Zone;
        var since = French.Day(report.History[^1].At, zone);
        return report.Status switch
        {
            _ when report.WhyReopened is { } why => $"Rouverte le {since} : {why}",
            DysfunctionStatus.Received =>
                $"Reçue le {since}. Elle attend d’être lue par la personne qui pilote la concertation.",
            DysfunctionStatus.Qualified when shown.AxisName is { } axis =>
                $"Qualifiée le {since} et rattachée à l’axe {axis}. Elle n’est pas encore à l’ordre du jour d’une séance.",
            DysfunctionStatus.Qualified =>
                $"Qualifiée le {since}. Elle n’est pas encore à l’ordre du jour d’une séance.",
            DysfunctionStatus.Clustered =>
                $"Regroupée le {since} avec les remontées du même problème : elles seront traitées ensemble.",
            DysfunctionStatus.OnAgenda when shown.Session is { } session =>
                $"À l’ordre du jour : {shown.SessionName}, à {French.Time(session.Start, zone)}. Ce qui y sera décidé vous sera dit ici.",
            DysfunctionStatus.OnAgenda =>
                $"À l’ordre du jour d’une séance depuis le {since}. Ce qui y sera décidé vous sera dit ici.",
            DysfunctionStatus.Decided when report.Decisions is [.., { Adopted: true } decision] && shown.Standing is { } standing =>
                $"La {decision.Instance} a adopté une décision le {French.Day(decision.At, zone)} : {NumberOf(decision)}, {EscalationTexts.Fate(standing)}.",
            DysfunctionStatus.Decided when report.Decisions is [.., { Adopted: true } decision] =>
                $"Une décision a été prise le {French.Day(decision.At, zone)} : {NumberOf(decision)}.",
            DysfunctionStatus.Decided when report.Decisions is [.., var decision] =>
                $"La proposition soumise le {French.Day(decision.At, zone)} n’a pas été adoptée ({NumberOf(decision)}).",
            DysfunctionStatus.Decided => $"Une décision a été prise le {since}.",
            DysfunctionStatus.BeingResolved => $"En cours de résolution depuis le {since}.{Said(report)}",
            DysfunctionStatus.Resolved => $"Résolue le {since}. Merci de l’avoir signalée.{Said(report)}",
            DysfunctionStatus.ClosedWithoutAction when report.Withdrawn => $"Retirée le {since}, à votre demande.",
            DysfunctionStatus.ClosedWithoutAction => $"Close sans suite le {since}.",
            _ => DysfunctionTexts.StatusName(report.Status),
        };
    }

    private static string Said(Dysfunction report) => report.History[^1].Note is { } note ? $" {note}" : "";

    /// <summary>One line a status, oldest first; the same status twice in a row is a correction and isn't told.</summary>
    public static IEnumerable<string> Steps(ReportShown shown) => shown.Report.History
        .Where((change, index) => index == 0 || shown.Report.History[index - 1].Status != change.Status || change.Status == DysfunctionStatus.OnAgenda)
        .Select(change => $"{French.ShortDay(change.At, shown.Roster.Zone)} · {DysfunctionTexts.StatusName(change.Status)}");

    /// <summary>The subject of a message to the reporter.</summary>
    public static string Subject(ReportShown shown) =>
        $"Votre remontée {shown.Reference} : {DysfunctionTexts.StatusName(shown.Report.Status).ToLower(CultureInfo.GetCultureInfo("fr-FR"))}";

    public static string AskedSubject(ReportShown shown) => $"Une question sur votre remontée {shown.Reference}";

    /// <summary>The last question, as plain text.</summary>
    public static string AskedPlain(ReportShown shown) => string.Join(
        "\n",
        $"Bonjour {shown.Report.ReporterName},", "", $"La personne qui pilote la concertation vous pose une question sur votre remontée {shown.Reference} :",
        "", shown.Report.Exchanges![^1].Text);

    public static string WithYourCode(string address) =>
        $"Pour répondre et voir le suivi, ouvrez {address} et donnez votre code.";

    /// <summary>The whole as plain text, for mail.</summary>
    public static string Plain(ReportShown shown)
    {
        var lines = new List<string> { $"Bonjour {shown.Report.ReporterName},", "", $"Votre remontée {shown.Reference} : {Now(shown)}" };
        if (shown.Report is { Status: DysfunctionStatus.ClosedWithoutAction, History: [.., { Note: { } reason }] })
        {
            lines.AddRange(["", $"Raison : {reason}"]);
        }

        if (shown.Report is { Status: DysfunctionStatus.Decided, Decisions: [.., var decision] })
        {
            lines.AddRange(shown.Standing is { } standing ? ["", EscalationTexts.Whole(standing, shown.Roster.Zone)] : []);
            lines.AddRange(["", decision.Text is null ? InCamera : $"{decision.Title}\n\n{decision.Text}"]);
        }

        lines.AddRange(["", "Ce que vous aviez signalé :", shown.Report.Happened, "", "Merci de faire remonter ce qui coince."]);
        return string.Join("\n", lines);
    }
}
