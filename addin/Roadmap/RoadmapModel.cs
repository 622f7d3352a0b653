using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace ConcertationBot.AddIn.Roadmap;

/// <summary>What the roadmap page shows.</summary>
/// <param name="Refresh">Where the page asks for its body again.</param>
public sealed record RoadmapModel(Territory Territory, TimeZoneInfo Zone, RoadmapView View, string Refresh)
{
    public int Year => View.Plan.Year;

    /// <summary>The axes of a part, as the roadmap prints them: 1 mechanisms, 2 themes.</summary>
    public IReadOnlyList<Axis> Part(int part) => [.. View.Plan.Axes.Where(a => a.Part == part)];

    public IReadOnlyList<DecisionOnAxis> DecisionsOf(Axis axis) => [.. View.Decisions.Where(d => d.Axis == axis.Id)];

    public IReadOnlyList<ReportOnAxis> ReportsOf(Axis axis) => [.. View.Reports.Where(r => r.Axis == axis.Id)];

    public IReadOnlyList<ActionOnAxis> EntrustedOn(Axis axis) => [.. View.Actions.Where(a => a.Axis == axis.Id)];

    /// <summary>Changes whenever anything on the page does: a browser that has this version needn't swap its body.</summary>
    public string Version { get; } = VersionOf(View);

    private static string VersionOf(RoadmapView view)
    {
        var shown = string.Join(
            '\n',
            view.Plan.Axes.Select(a => $"{a}{string.Join(',', a.Done)}{string.Join(',', a.ToDo)}{string.Join(',', a.Vigilance)}")
                .Concat(view.Decisions.Select(d => d.ToString()))
                .Concat(view.Reports.Select(r => r.ToString()))
                .Concat(view.Reviews.Select(r => r.ToString()))
                .Concat(view.Actions.Select(a => a.ToString())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)).AsSpan(0, 8));
    }
}

/// <summary>The page's words: statuses, dates, numbers.</summary>
public static class RoadmapWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>What became of a decision, and its effect in its carrier's words.</summary>
    public static string Became(ReviewOnAxis review)
    {
        var state = review.State switch
        {
            ReviewState.Applied => "Appliquée",
            ReviewState.Partly => "Appliquée en partie",
            _ => "Non appliquée",
        };
        return review.Effect is { } effect ? $"{state} : {effect}" : state;
    }

    public static string Of(AxisStatus status) => status switch
    {
        AxisStatus.ToLaunch => "À lancer",
        AxisStatus.InProgress => "En cours",
        AxisStatus.Done => "Réalisé",
        AxisStatus.Postponed => "Reporté",
        AxisStatus.Abandoned => "Abandonné",
        AxisStatus.CarriedElsewhere => "Porté ailleurs",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    public static string Of(Concertation.Domain.Dysfunctions.DysfunctionStatus status) => status switch
    {
        Concertation.Domain.Dysfunctions.DysfunctionStatus.Received => "reçue",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.Qualified => "qualifiée",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.Clustered => "regroupée",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.OnAgenda => "à l’ordre du jour",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.Decided => "décidée",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.BeingResolved => "en cours de résolution",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.Resolved => "résolue",
        Concertation.Domain.Dysfunctions.DysfunctionStatus.ClosedWithoutAction => "close sans suite",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    /// <summary>« Validée par la TCS le 14 octobre 2027 »; null where no other table validates it.</summary>
    public static string? Submitted(DecisionOnAxis decision, TimeZoneInfo zone) => decision.Submitted switch
    {
        EscalationState.Waiting or EscalationState.OnAgenda => $"Soumise à la {decision.SubmittedTo}, en attente de sa réponse",
        EscalationState.Validated => $"Validée par la {decision.SubmittedTo} le {Day(decision.SubmittedAt!.Value, zone)}",
        EscalationState.Refused => $"Refusée par la {decision.SubmittedTo} le {Day(decision.SubmittedAt!.Value, zone)}",
        EscalationState.Returned => $"Renvoyée avec des questions par la {decision.SubmittedTo} le {Day(decision.SubmittedAt!.Value, zone)}",
        _ => null,
    };

    /// <summary>« Rédiger la fiche de liaison (CCAS, TCT) ».</summary>
    public static AxisAction Of(ActionOnAxis action) => new(
        $"{action.What} ({(action.Who is { } who ? $"{who}, " : "")}{action.Instance})", action.Due);

    /// <summary>What a line of part 1 is: a MAIA has three mechanisms, a DAC its missions (code de la santé publique, L6327-2).</summary>
    public static string FirstPart(Vocabulary vocabulary) => vocabulary == Vocabulary.Dac ? "Mission" : "Mécanisme";

    /// <summary>The chip's class.</summary>
    public static string ClassOf(AxisStatus status) => status switch
    {
        AxisStatus.InProgress => "going",
        AxisStatus.Done => "done",
        AxisStatus.Postponed => "late",
        _ => "quiet",
    };

    /// <summary>« TCT 2027-003 ».</summary>
    public static string NumberOf(DecisionOnAxis decision) => NumberOf(decision.Instance, decision.Number);

    /// <summary>« 14 octobre 2027 ».</summary>
    public static string Day(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.Day == 1 ? "1er " + local.ToString("MMMM yyyy", French) : local.ToString("d MMMM yyyy", French);
    }

    /// <summary>A month "2027-10" as « octobre 2027 », a day "2027-01-31" as « 31 janvier 2027 »; anything else as it is.</summary>
    public static string When(string when) =>
        DateOnly.TryParseExact(when, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", French)
            : DateOnly.TryParseExact(when, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                ? month.ToString("MMMM yyyy", French)
                : when;

    /// <summary>« 2 décisions »; French puts zero in the singular.</summary>
    public static string Count(int number, string singular, string plural) =>
        $"{number.ToString(French)}\u00a0{(number < 2 ? singular : plural)}";

    private static string NumberOf(string instance, DecisionNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"{instance} {number.Year:D4}-{number.Number:D3}");
}
