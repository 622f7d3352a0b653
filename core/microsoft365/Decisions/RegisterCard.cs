using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Decisions;

/// <summary>A table's register as this person may read it.</summary>
/// <param name="Carences">For those who convene; empty for the others.</param>
public sealed record TableRegister(Table Table, IReadOnlyList<Decision> Decisions, IReadOnlyList<Carence> Carences)
{
    /// <summary>All that this person may read of it, looked for or not.</summary>
    public IReadOnlyList<Decision> Known { get; init; } = Decisions;

    /// <summary>How those stand that another table validates.</summary>
    public IReadOnlyDictionary<BallotId, EscalationStanding> Standings { get; init; } = new Dictionary<BallotId, EscalationStanding>();
}

/// <summary>« décisions »: the register, newest first, table by table.</summary>
public static class RegisterCard
{
    public const string ListVerb = "decisions.list";
    public const string ShowVerb = "decisions.show";

    private const int MostOfAll = 6;
    private const int MostOfOne = 15;

    /// <param name="registers">What is to be shown of each: already what was looked for.</param>
    /// <param name="from">How many of one table's newest decisions were shown already.</param>
    /// <param name="search">Null offers no search.</param>
    public static AdaptiveCard Of(
        TerritoryId territory, IReadOnlyList<TableRegister> registers, TimeZoneInfo zone, int from = 0, RegisterSearch? search = null)
    {
        var found = registers.Sum(r => r.Decisions.Count);
        return CardTrim.AsManyAsFit(registers.Count == 1 ? MostOfOne : MostOfAll, most => Card(
            "Suivi des décisions",
            [
                Heading(registers.Count == 1 ? registers[0].Table.Name : null, "Suivi des décisions"),
                search is { Query.IsEverything: false }
                    ? PeopleText(DecisionTexts.Found(found, search.Said))
                    : found == 0 ? PeopleText(DecisionTexts.NoneYet) : null,
                .. registers.SelectMany(r => Of(territory, r, from, most, registers.Count > 1, zone)),
                registers switch
                {
                    [var only] when only.Decisions.Count > from + most =>
                        Buttons(Page("Décisions plus anciennes", territory, only.Table, from + most, search)),
                    [_] => null,
                    _ => OneTable(territory, registers, search),
                },
                .. search?.Fields(territory) ?? [],
            ]));
    }

    private static IEnumerable<CardElement?> Of(
        TerritoryId territory, TableRegister register, int from, int most, bool named, TimeZoneInfo zone)
    {
        if (register.Decisions.Count + register.Carences.Count == 0)
        {
            yield break;
        }

        yield return named ? Line(Strong(register.Table.Name)) with { Separator = true, Spacing = Spacing.Medium } : null;
        foreach (var decision in register.Decisions.Skip(from).Take(most))
        {
            yield return Line(
                Strong(DecisionTexts.Number(decision)), Run($" — {DecisionTexts.Name(decision)}"));
            var stands = register.Standings.TryGetValue(decision.Ballot, out var standing) ? $" — {French.Small(EscalationTexts.Stands(standing, zone))}" : "";
            var rounds = DecisionTexts.RoundsOf(decision, Rounds.Of(decision, register.Known)) is { } round ? $" — {round}" : "";
            yield return Faint($"{DecisionTexts.Sum(decision.Outcome)} — le {French.Day(decision.At, zone)}{stands}{rounds}") with
            {
                Spacing = Spacing.None,
            };
            yield return Buttons(Read("Lire", territory, decision.Table, decision.Number));
        }

        if (register.Decisions.Count > from + most)
        {
            yield return Faint($"… et {French.Count(register.Decisions.Count - from - most, "décision plus ancienne", "décisions plus anciennes")}.");
        }

        foreach (var carence in from > 0 ? [] : register.Carences.Take(3))
        {
            yield return Faint($"Carence le {French.Day(carence.At, zone)} : {carence.Title} (non numérotée)");
        }
    }

    private static CardElement? OneTable(TerritoryId territory, IReadOnlyList<TableRegister> registers, RegisterSearch? search) => Buttons(
        registers.Where(r => r.Decisions.Count > 0).Take(6).Select(r => (CardAction?)Page(r.Table.Short, territory, r.Table, 0, search)));

    private static CardButton Page(string title, TerritoryId territory, Table table, int from, RegisterSearch? search)
    {
        var data = new JsonObject
        {
            ["territory"] = territory.Value, [RegisterSearch.TableInput] = table.Id.Value,
            ["from"] = from.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return new CardButton(title, ListVerb, search?.Into(data) ?? data) { WithInputs = false };
    }

    /// <summary>The button that opens one decision.</summary>
    internal static CardButton Read(string title, TerritoryId territory, TableId table, DecisionNumber number) => new(
        title, ShowVerb, new JsonObject
        {
            ["territory"] = territory.Value, ["table"] = table.Value,
            ["year"] = number.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["number"] = number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        })
    { WithInputs = false };
}
