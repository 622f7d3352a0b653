using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A report with what its cards need to name: the axis it is tied to and the session that will speak of it.</summary>
public sealed record ReportShown(Dysfunction Report, Roster Roster, Axis? Axis, Session? Session)
{
    public string Reference => Report.Reference.Value;

    /// <summary>« TCT du 14/10/2027 »; null while no session is to speak of it.</summary>
    public string? SessionName =>
        Session is null ? null : $"{Roster.TableOf(Session.Table)?.Short ?? "Séance"} du {French.ShortDay(Session.Start, Roster.Zone)}";

    public string? AxisName => Axis is null ? null : $"{Axis.Id.Value.ToUpperInvariant()} · {Axis.Title}";
}

/// <summary>Parts that several cards about a report share.</summary>
internal static class DysfunctionPieces
{
    public static JsonObject Data(ReportShown shown) => new()
    {
        ["territory"] = shown.Roster.Territory.Id.Value,
        ["report"] = shown.Reference,
    };

    /// <summary>What was reported, as facts.</summary>
    public static CardElement? Told(ReportShown shown) => Facts(
        ("Quand", shown.Report.When),
        ("Commune", shown.Report.Commune),
        ("Structures", shown.Report.Structures),
        ("Conséquence", shown.Report.Consequence),
        ("Déjà tenté", shown.Report.Tried),
        ("Fréquence", shown.Report.Frequency is { } f ? DysfunctionTexts.FrequencyName(f) : null),
        ("Gravité", shown.Report.Gravity is { } g ? DysfunctionTexts.GravityName(g) : null),
        ("Famille", shown.Report.Family is { } family ? DysfunctionTexts.FamilyName(family) : null),
        ("Axe", shown.AxisName),
        ("Séance", shown.Report.Status == DysfunctionStatus.OnAgenda ? shown.SessionName : null));

    /// <summary>A decision taken on the report: what the reporter waited for.</summary>
    public static IEnumerable<CardElement> Decision(DecisionOnReport decision, TimeZoneInfo zone)
    {
        yield return Notice(
            decision.Adopted ? NoticeKind.Good : NoticeKind.Neutral,
            decision.Adopted ? "Décision adoptée" : "Proposition non adoptée",
            $"{FollowUpTexts.NumberOf(decision)}, {French.Day(decision.At, zone)}");
        if (decision.Text is null)
        {
            yield return Faint(FollowUpTexts.InCamera);
            yield break;
        }

        yield return Quote(decision.Text, decision.Title);
    }
}
