using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Documents.Territories;

/// <summary>The closed lists of words a territory file may use, as docs/territory-file.schema.json prints them.</summary>
internal static class TerritoryFileWords
{
    public static readonly Dictionary<string, Vocabulary> Vocabularies = new(StringComparer.Ordinal)
    {
        ["MAIA"] = Vocabulary.Maia, ["DAC"] = Vocabulary.Dac,
    };

    public static readonly Dictionary<string, TableKind> Kinds = new(StringComparer.Ordinal)
    {
        ["tactical"] = TableKind.Tactical, ["strategic"] = TableKind.Strategic,
        ["steeringCommittee"] = TableKind.SteeringCommittee, ["workingGroup"] = TableKind.WorkingGroup,
        ["localCoordination"] = TableKind.LocalCoordination, ["caseReview"] = TableKind.CaseReview,
    };

    public static readonly Dictionary<string, Voice> Voices = new(StringComparer.Ordinal)
    {
        ["deliberative"] = Voice.Deliberative, ["consultative"] = Voice.Consultative,
    };

    public static readonly Dictionary<string, Majority> Majorities = new(StringComparer.Ordinal)
    {
        ["simple"] = Majority.Simple, ["absolute"] = Majority.Absolute, ["twoThirds"] = Majority.TwoThirds,
        ["threeQuarters"] = Majority.ThreeQuarters, ["fourFifths"] = Majority.FourFifths,
        ["unanimity"] = Majority.Unanimity,
    };

    public static readonly Dictionary<string, TieRule> Ties = new(StringComparer.Ordinal)
    {
        ["rejected"] = TieRule.Rejected, ["chairDecides"] = TieRule.ChairDecides,
    };

    public static readonly Dictionary<string, AxisStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["toLaunch"] = AxisStatus.ToLaunch, ["inProgress"] = AxisStatus.InProgress, ["done"] = AxisStatus.Done,
        ["postponed"] = AxisStatus.Postponed, ["abandoned"] = AxisStatus.Abandoned,
        ["carriedElsewhere"] = AxisStatus.CarriedElsewhere,
    };
}
