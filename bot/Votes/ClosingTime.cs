using System.Globalization;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>The closing time out of a form's two fields, in the territory's zone.</summary>
internal static class ClosingTime
{
    /// <summary>Null when no day was given: the table's usual duration holds. A day alone closes at 18 h.</summary>
    public static DateTimeOffset? Of(CardClick click, TimeZoneInfo zone) =>
        DayOf(click) is { } day ? UsualClosing.On(day, TimeOf(click), zone) : null;

    /// <summary>Something was typed that is no day, no hour, or an hour without its day.</summary>
    public static bool IsUnclear(CardClick click) =>
        (click.Text(ProposeCard.ClosingDay) is not null && DayOf(click) is null)
        || (click.Text(ProposeCard.ClosingTime) is not null && (DayOf(click) is null || TimeOf(click) is null));

    public static DateOnly? DayOf(CardClick click) =>
        DateOnly.TryParseExact(
            click.Text(ProposeCard.ClosingDay), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public static TimeOnly? TimeOf(CardClick click) =>
        TimeOnly.TryParseExact(
            click.Text(ProposeCard.ClosingTime), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
