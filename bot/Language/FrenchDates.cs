namespace ConcertationBot.Language;

/// <summary>Which way an incomplete date points: sessions lie ahead, told difficulties lie behind.</summary>
public enum Lean
{
    Ahead,
    Back,
}

/// <summary>What a reader should show beside a date before trusting it.</summary>
[Flags]
public enum DateDoubts
{
    None = 0,

    /// <summary>This year's day is over, so next year's was taken.</summary>
    RolledOver = 1,

    /// <summary>The weekday written isn't that date's; the date was kept.</summary>
    WeekdayDisagrees = 2,

    /// <summary>Only the number was written, « le 14 »: the month is the nearest one, unless something known says better.</summary>
    MonthUnwritten = 4,
}

/// <summary>Why something that looks like a date or a time couldn't be one.</summary>
public enum WhyNot
{
    /// <summary>31/02, 14/13, le 32.</summary>
    NoSuchDay,

    /// <summary>25h, 9h75.</summary>
    NoSuchTime,
}

public enum DayPart
{
    Morning,
    Afternoon,
    Evening,
}

public sealed record DateFound(DateOnly Date, Span Span, DateDoubts Doubts);

public sealed record TimeFound(TimeOnly Time, Span Span);

/// <summary>A length of time; <see cref="FromRange"/> when it comes from « de 9h30 à 11h30 ».</summary>
public sealed record DurationFound(TimeSpan Duration, Span Span, bool FromRange);

/// <summary>« en mars », « de juin 2026 »: the year is the one the lean points to when none is written.</summary>
public sealed record MonthFound(int Month, int Year, Span Span);

public sealed record NotUnderstood(string Written, Span Span, WhyNot Reason);

/// <summary>All that a message says about when, in the order it says it.</summary>
public sealed record WhenFound(
    IReadOnlyList<DateFound> Dates,
    IReadOnlyList<TimeFound> Times,
    IReadOnlyList<DurationFound> Durations,
    IReadOnlyList<MonthFound> Months,
    DayPart? Part,
    IReadOnlyList<NotUnderstood> Refused)
{
    public static WhenFound Nothing { get; } = new([], [], [], [], null, []);

    public DateOnly? Date => Dates.Count > 0 ? Dates[0].Date : null;

    public TimeOnly? Start => Times.Count > 0 ? Times[0].Time : null;

    public TimeSpan? Duration => Durations.Count > 0 ? Durations[0].Duration : null;

    public DateDoubts Doubts => Dates.Aggregate(DateDoubts.None, (all, date) => all | date.Doubts);

    /// <summary>Everything read, so that the rest of the message can be told apart.</summary>
    public IEnumerable<Span> Spans =>
        Dates.Select(found => found.Span)
            .Concat(Times.Select(found => found.Span))
            .Concat(Durations.Select(found => found.Span));
}

/// <summary>
/// Reads dates, times and durations anywhere in a French sentence.
/// <list type="bullet">
/// <item>Ahead: a day without a year is its next occurrence, today included; a weekday is the next one, never today;
/// « mardi prochain » is the first to come; « dans 15 jours » counts fifteen days.</item>
/// <item>Back: the same with the most recent occurrence.</item>
/// <item>« 2h » is a duration after a comma, « pendant », « durée », or beside another time; « à 2h » is a time.</item>
/// </list>
/// </summary>
public static class FrenchDates
{
    public static WhenFound Read(string text, DateTimeOffset now, TimeZoneInfo zone, Lean lean = Lean.Ahead) =>
        Read(FrenchText.Read(text), now, zone, lean);

    public static WhenFound Read(FrenchText text, DateTimeOffset now, TimeZoneInfo zone, Lean lean = Lean.Ahead)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        var here = TimeZoneInfo.ConvertTime(now, zone);
        var tape = new TokenTape(text);
        var refused = new List<NotUnderstood>();
        var clock = ClockReader.Read(tape, text, refused);
        var days = new DayReader(tape, text, DateOnly.FromDateTime(here.DateTime), lean, refused);
        days.Read();

        // « dans 2 h » is a moment, not a length.
        var times = clock.Times;
        if (clock.FromNow is { } fromNow && times.Count == 0)
        {
            var then = TimeZoneInfo.ConvertTime(now + fromNow.Duration, zone);
            times = [new TimeFound(new TimeOnly(then.Hour, then.Minute), fromNow.Span)];
            days.Dates.Insert(0, new DateFound(DateOnly.FromDateTime(then.DateTime), fromNow.Span, DateDoubts.None));
        }

        return new WhenFound(
            days.Dates, times, clock.Durations, days.Months, days.Part ?? clock.Part,
            [.. refused.OrderBy(one => one.Span.Start)]);
    }
}
