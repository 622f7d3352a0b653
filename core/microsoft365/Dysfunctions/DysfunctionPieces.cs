using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A report with what its cards need to name: the axis it is tied to and the session that will speak of it.</summary>
/// <param name="Standing">How its last decision stands with the table that validates it; null where none does.</param>
public sealed record ReportShown(Dysfunction Report, Roster Roster, Axis? Axis, Session? Session, EscalationStanding? Standing = null)
{
    public string Reference => Report.Reference.Value;

    /// <summary>« TCT du 14/10/2027 »; null while no session is to speak of it.</summary>
    public string? SessionName =>
        Session is null ? null : $"{Roster.TableOf(Session.Table)?.Short ?? "Séance"} du {French.ShortDay(Session.Start, Roster.Zone)}";

    public string? AxisName => Axis is null ? null : $"{Axis.Id.Value.ToUpperInvariant()} · {Axis.Title}";
}

/// <summary>Parts that several cards about a report share.</summary>
public static class DysfunctionPieces
{
    private const int MostExchanges = 4;

    public static JsonObject Data(ReportShown shown) => new()
    {
        ["territory"] = shown.Roster.Territory.Id.Value,
        ["report"] = shown.Reference,
    };

    /// <summary>What was reported, as facts.</summary>
    public static CardElement? Told(ReportShown shown) => Facts([.. FactsOf(shown).Select(f => (f.Label, (string?)f.Value))]);

    /// <summary>The same, for cards and pages.</summary>
    public static IEnumerable<(string Label, string Value)> FactsOf(ReportShown shown) => new (string Label, string? Value)[]
    {
        ("Quand", shown.Report.When),
        ("Commune", shown.Report.Commune),
        ("Structures", shown.Report.Structures),
        ("Étape du parcours", shown.Report.Step is { } step ? DysfunctionTexts.StepName(step) : null),
        ("Conséquence", shown.Report.Consequence),
        ("Déjà tenté", shown.Report.Tried),
        ("Fréquence", shown.Report.Frequency is { } f ? DysfunctionTexts.FrequencyName(f) : null),
        ("Gravité", shown.Report.Gravity is { } g ? DysfunctionTexts.GravityName(g) : null),
        ("Famille", shown.Report.Family is { } family ? DysfunctionTexts.FamilyName(family) : null),
        ("Axe", shown.AxisName),
        ("Séance", shown.Report.Status == DysfunctionStatus.OnAgenda ? shown.SessionName : null),
    }.Where(f => f.Value is not null).Select(f => (f.Label, f.Value!));

    /// <summary>Questions and answers, the last ones.</summary>
    public static IEnumerable<CardElement> Exchanges(ReportShown shown)
    {
        if (shown.Report.Exchanges is not { Count: > 0 } said)
        {
            yield break;
        }

        yield return Section("Questions et réponses");
        foreach (var one in said.TakeLast(MostExchanges))
        {
            yield return Quote(one.Text, $"{ExchangeTexts.Speaker(one)}, {French.ShortDay(one.At, shown.Roster.Zone)}");
        }
    }

    /// <summary>A decision taken on the report: what the reporter waited for.</summary>
    /// <param name="standing">How it stands with the table that validates it; null where none does.</param>
    public static IEnumerable<CardElement> Decision(DecisionOnReport decision, EscalationStanding? standing, TimeZoneInfo zone)
    {
        yield return Notice(
            !decision.Adopted ? NoticeKind.Neutral : standing is null ? NoticeKind.Good : EscalationTexts.Tone(standing.State),
            !decision.Adopted ? "Proposition non adoptée"
                : standing is null ? "Décision adoptée" : $"Décision adoptée par la {decision.Instance}, {EscalationTexts.Fate(standing)}",
            $"{FollowUpTexts.NumberOf(decision)}, {French.Day(decision.At, zone)}{(standing is null ? "" : $". {EscalationTexts.Whole(standing, zone)}")}");
        if (decision.Text is null)
        {
            yield return Faint(FollowUpTexts.InCamera);
            yield break;
        }

        yield return Quote(decision.Text, decision.Title);
    }
}
