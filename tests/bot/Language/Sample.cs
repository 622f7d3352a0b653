using Concertation.Domain.Tables;
using ConcertationBot.Language;

namespace ConcertationBot.Tests.Language;

/// <summary>A territory's tables on Monday 5 October 2026, 10:00 in Paris.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static ReadingContext Context { get; } = new(
        Now,
        Paris,
        [
            Table("tct", "TCT", "Table de concertation tactique", TableKind.Tactical),
            Table("tcs", "TCS", "Table de concertation stratégique", TableKind.Strategic),
            Table("coord", "Coordination", "Coordination territoriale", TableKind.LocalCoordination),
        ]);

    public static Reading Read(string text) => IntentReader.Read(text, Context);

    public static Table Table(string id, string shortName, string name, TableKind kind) =>
        new(new TableId(id), name, shortName, kind, [], [], [], TableRules.Usual);
}
