using System.Globalization;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Decisions;

/// <summary>What somebody looks for in registers; everything given must hold.</summary>
/// <param name="Words">Each is found somewhere in the decision, whatever its case, accents and plural.</param>
/// <param name="Year">Of the number.</param>
public sealed record RegisterQuery(IReadOnlyList<string> Words, TableId? Table = null, AxisId? Axis = null, int? Year = null)
{
    private const int ShortestPlural = 4;
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    public static RegisterQuery Everything { get; } = new([]);

    public bool IsEverything => Words.Count == 0 && Table is null && Axis is null && Year is null;

    public bool Finds(Decision decision) =>
        (Table is null || decision.Table == Table) && (Axis is null || decision.Axis == Axis) && (Year is null || decision.Number.Year == Year)
        && (Words.Count == 0 || HasAll(Said(decision)));

    private bool HasAll(string said) => Words.All(word =>
        French.IndexOf(said, Singular(word), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private static string Singular(string word) =>
        word.Length >= ShortestPlural && word[^1] is 's' or 'x' or 'S' or 'X' ? word[..^1] : word;

    private static string Said(Decision decision) => string.Join('\n', new[]
    {
        decision.Title, decision.Text, decision.TableShort, decision.Outcome.Reserves, decision.Grounds?.Instance, decision.Grounds?.Item,
        decision.Grounds?.Axis, decision.Grounds?.LegalBasis, decision.Grounds?.Changes, decision.Grounds?.Carrier?.Structure,
    }.Concat(decision.Grounds?.Attachments.Select(a => a.Name) ?? []).Concat(decision.Outcome.Options?.Select(o => o.Option) ?? []));
}
