namespace Concertation.Storage.Decisions;

/// <summary>Where a table's register stands: the last number of each year and the hash of its newest decision.</summary>
internal sealed record RegisterHead(Dictionary<int, int> LastNumbers, string LastHash);

/// <summary>Which decision a ballot gave.</summary>
internal sealed record DecisionFor(int Year, int Number);
