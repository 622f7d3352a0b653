using Concertation.Domain;
using Concertation.Domain.Tables;

namespace Concertation.Storage.Tests.Histories;

/// <summary>A territory of one table, drawn from the seed: 3 to 6 seats of weights 1 to 3, held by hN, each second one with a substitute dN.</summary>
/// <param name="even">All weigh 1, as a secret ballot needs it.</param>
internal sealed class SmallTable(TerritoryId territory, Random random, bool even = false)
{
    public static readonly TableId Table = new("tct");

    private readonly int[] weights = [.. Enumerable.Range(0, random.Next(3, 7)).Select(_ => even ? 1 : random.Next(1, 4))];

    public TerritoryId Territory => territory;

    public int Seats => weights.Length;

    public Actor Pilot { get; } = new(territory, new("pilote"), "La pilote", "ep", Way.Chat, new(new("pilote"), "La pilote", "p@x.example", "ep"));

    /// <summary>Whoever holds the seat at first.</summary>
    public Actor Holder(int seat) => new(
        territory, new($"h{seat}"), $"Personne h{seat}", $"e-h{seat}", Way.Chat, Person($"h{seat}"));

    public int WeightOf(int seat) => weights[seat];

    public static bool HasSubstitute(int seat) => seat % 2 == 0;

    /// <param name="without">The seat whose holder was replaced by the newcomer; null: nobody was.</param>
    public TerritoryRecord Record(int? without = null)
    {
        var seats = Enumerable.Range(0, Seats).ToList();
        var table = new Table(
            Table, "Table tactique", "TCT", TableKind.Tactical, [new("a"), new("b")],
            [.. seats.Select(i => new Seat(new($"s{i}"), new($"st{i}"), new(i % 2 == 0 ? "a" : "b"), Voice.Deliberative, weights[i], false))],
            [], TableRules.Usual);
        return new TerritoryRecord(
            new(territory, "Pays", "Europe/Paris", Vocabulary.Maia, "tenant", Pilot.Id, []),
            [.. seats.Select(i => new Structure(new($"st{i}"), $"Structure {i}"))],
            [new(new("a"), "Sanitaire"), new(new("b"), "Social")],
            [Pilot.Person!, Person("n"), .. seats.Select(i => Person($"h{i}")), .. seats.Select(i => Person($"d{i}"))], [table],
            [.. seats.Select(i => new Mandate(
                new($"s{i}"), i == without ? Person("n") : Person($"h{i}"), HasSubstitute(i) ? Person($"d{i}") : null, new(2026, 1, 1), null, null))],
            []);
    }

    /// <summary>Person hN has the account e-hN.</summary>
    private static Person Person(string id) => new(new(id), $"Personne {id}", $"{id}@x.example", $"e-{id}");
}
