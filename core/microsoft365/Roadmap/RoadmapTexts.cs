using System.Globalization;
using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;

namespace Concertation.Microsoft365.Roadmap;

/// <summary>How the roadmap is spoken of.</summary>
public static class RoadmapTexts
{
    public static string None(int year) => string.Create(
        CultureInfo.InvariantCulture,
        $"Le territoire n’a pas encore de feuille de route pour {year}. La personne qui pilote la concertation peut l’ajouter au fichier du territoire.");

    public static string Title(int year) => string.Create(CultureInfo.InvariantCulture, $"Feuille de route {year}");

    /// <summary>A MAIA has three mechanisms, a DAC its missions (code de la santé publique, L6327-2).</summary>
    public static string PartName(int part, Vocabulary vocabulary) => part != 1 ? "Thématiques parcours"
        : vocabulary == Vocabulary.Dac ? "Missions" : "Mécanismes";

    public static CardStatus Status(AxisStatus status) => status switch
    {
        AxisStatus.ToLaunch => new("À lancer"),
        AxisStatus.InProgress => new("En cours", TextColor.Accent),
        AxisStatus.Done => new("Réalisé", TextColor.Good),
        AxisStatus.Postponed => new("Reporté", TextColor.Warning),
        AxisStatus.Abandoned => new("Abandonné"),
        AxisStatus.CarriedElsewhere => new("Porté ailleurs"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    /// <summary>« TCT 2027-003 ».</summary>
    public static string NumberOf(string instance, DecisionNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"{instance} {number.Year:D4}-{number.Number:D3}");

    /// <summary>« 40 % · 2 décisions · 1 remontée »; what there is none of isn't said.</summary>
    public static string Standing(Axis axis, int decisions, int reports) => string.Join(
        " · ",
        new[]
        {
            $"{axis.Progress.ToString(CultureInfo.InvariantCulture)} %",
            decisions == 0 ? null : French.Count(decisions, "décision", "décisions"),
            reports == 0 ? null : French.Count(reports, "remontée", "remontées"),
            axis.Status == AxisStatus.CarriedElsewhere && axis.Carrier is { } carrier ? $"par {carrier}" : null,
        }.OfType<string>());
}
