using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Tables;

/// <summary>Who is named for a seat. From: null when not said.</summary>
public sealed record NamedMandate(
    SeatId Seat, PersonId Holder, PersonId? Substitute, DateOnly? From, string? MayCommit);

/// <summary>What a territory file says, checked: every id it names is in it.</summary>
/// <param name="Plan">The roadmap of one year; null when the file has none.</param>
public sealed record TerritoryContent(
    Territory Territory, IReadOnlyList<Structure> Structures, IReadOnlyList<College> Colleges,
    IReadOnlyList<Person> People, IReadOnlyList<Table> Tables, IReadOnlyList<NamedMandate> Mandates, YearPlan? Plan);
