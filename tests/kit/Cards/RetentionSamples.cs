using Concertation.Domain.Retention;
using Concertation.Microsoft365.Retention;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>Rules and proofs, and a person's own data.</summary>
internal static class RetentionSamples
{
    private static readonly IReadOnlyList<HoldingCount> Held = [.. Enum.GetValues<HoldingKind>().Select(k => new HoldingCount(k, 1_000, (int)k * 70))];

    private static readonly PurgeProof Proof = new(
        Roster.Territory.Id, DateOnly.FromDateTime(Now.Date), Now, Now,
        [.. Enum.GetValues<RecordKind>().Select(k => new ProofLine(k, 24, 12_000, Now.AddYears(-3), Now.AddYears(-2)))]);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("retention.rules", () => RetentionCards.Rules(Roster.Territory, [.. Enumerable.Repeat(Proof, 30)])),
        new("retention.no-proof", () => RetentionCards.Rules(Roster.Territory, [])),
        new("retention.nothing-purged", () => RetentionCards.Rules(Roster.Territory, [Proof with { Lines = [] }])),
        new("retention.export", () => RetentionCards.Export(Roster.Territory, Held, new Uri("https://concertation.example/lien/x"))),
        new("retention.export-nothing", () => RetentionCards.Export(Roster.Territory, [], new Uri("https://concertation.example/lien/x"))),
        new("retention.ask", () => RetentionCards.Ask(Roster.Territory, Held)),
        new("retention.ask-nothing", () => RetentionCards.Ask(Roster.Territory, [])),
        new("retention.erased", () => RetentionCards.Erased(Roster.Territory, Held)),
        new("retention.kept", () => RetentionCards.Kept(Roster.Territory)),
    ];
}
