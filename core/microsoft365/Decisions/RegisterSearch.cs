using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What can be looked for in the registers somebody may read, and what is.</summary>
/// <param name="Axes">Code and title of each that a decision is tied to.</param>
public sealed record RegisterSearch(
    RegisterQuery Query, IReadOnlyList<Table> Tables, IReadOnlyList<(string Id, string Words)> Axes, IReadOnlyList<int> Years)
{
    public const string WordsInput = "words";
    public const string TableInput = "table";
    public const string AxisInput = "axis";
    public const string YearInput = "year";

    /// <summary>The value of « toutes ».</summary>
    public const string Any = "-";

    private const string Block = "search";

    /// <summary>« hospitalisation », axe T3, 2026.</summary>
    public string Said => string.Join(", ", new[]
    {
        Query.Words.Count > 0 ? $"« {string.Join(' ', Query.Words)} »" : null,
        Query.Axis is { } axis ? $"axe {axis.Value.ToUpperInvariant()}" : null,
        Query.Table is { } table ? Tables.FirstOrDefault(t => t.Id == table)?.Short : null,
        Query.Year?.ToString(CultureInfo.InvariantCulture),
    }.OfType<string>());

    /// <summary>What is looked for goes with each button that leads on.</summary>
    public JsonObject Into(JsonObject data)
    {
        if (Query.Words.Count > 0)
        {
            data[WordsInput] = string.Join(' ', Query.Words);
        }

        if (Query.Axis is { } axis)
        {
            data[AxisInput] = axis.Value;
        }

        if (Query.Year is { } year)
        {
            data[YearInput] = year.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }

    /// <summary>The fields, folded behind a button until something is looked for.</summary>
    internal IEnumerable<CardElement?> Fields(TerritoryId territory)
    {
        var fields = Folded(
            Block,
            new TextInput(WordsInput) { Label = "Mot", MaxLength = 80, Value = string.Join(' ', Query.Words), Placeholder = "hospitalisation" },
            Axes.Count == 0 ? null : Choice(AxisInput, "Axe", "Tous les axes", Axes, Query.Axis?.Value),
            Tables.Count < 2 ? null : Choice(TableInput, "Table", "Toutes les tables", Tables.Select(t => (t.Id.Value, t.Name)), Query.Table?.Value),
            Years.Count < 2 && Query.Year is null ? null : Choice(
                YearInput, "Année", "Toutes les années",
                Years.Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => (y, y)), Query.Year?.ToString(CultureInfo.InvariantCulture)),
            Buttons(new CardButton("Chercher", RegisterCard.ListVerb, new JsonObject { ["territory"] = territory.Value }, ActionStyle.Positive)));
        if (Query.IsEverything)
        {
            yield return Buttons(Unfold("Chercher une décision", Block));
            yield return fields;
        }
        else
        {
            yield return fields with { IsVisible = null };
        }
    }

    private static ChoiceSetInput Choice(
        string id, string label, string all, IEnumerable<(string Id, string Words)> offered, string? value)
    {
        var choices = offered.Select(o => new Choice(PeoplesWords.AsLabel(o.Words), o.Id)).Prepend(new Choice(all, Any)).ToList();
        return new ChoiceSetInput(id, choices) { Label = label, Value = choices.Any(c => c.Value == value) ? value : Any };
    }
}
