using Concertation.Microsoft365.Calendar;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The card with one's own calendar addresses.</summary>
internal static class FeedSamples
{
    private static readonly string Address =
        $"https://concertation.example/agenda/{Roster.Territory.Id}_{new string('s', 43)}.ics";

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("calendar.links", () => FeedCard.Of(Roster.Territory, [Line(Tct.Name)])),
        new("calendar.renewed", () => FeedCard.Of(Roster.Territory, [Line(Typed("Table de concertation")), Line(Tct.Name)], Tct.Id)),
        new("calendar.refused", () => CalendarRefusedCard.Of(SessionSamples.Coming, Tct, Roster.Zone, known: false, "ErrorAccessDenied")),
        new("calendar.refused-unknown", () => CalendarRefusedCard.Of(SessionSamples.Coming, Tct, Roster.Zone, known: true, Typed("ErrorUnknown"))),
        new("calendar.many", () => FeedCard.Of(Roster.Territory, [.. Enumerable.Range(1, 12).Select(n => Line(Typed($"Groupe de travail {n}")))])),
    ];

    private static FeedLine Line(string name) => new(Tct with { Name = name }, Address);
}
