namespace ConcertationBot.Language;

/// <summary>Reads times of day and durations; which of the two « 2h » is depends on what stands around it.</summary>
internal static class ClockReader
{
    private const int LongestPlainDuration = 4 * 60 + 30;

    private static readonly HashSet<string> BeforeDuration = new(StringComparer.Ordinal)
    {
        "pendant", "durant", "duree", "dure", "durera", "durer", "prevoir", "prevois", "prevoyez", "compter", "comptez",
        "depuis", "sous", "les", "attendu", "attente", "sur", "bloquer", "bloque",
    };

    private static readonly HashSet<string> BeforeTime = new(StringComparer.Ordinal)
    {
        "a", "vers", "des", "partir", "debut", "rdv", "heure", "horaire", "horaires", "avant", "apres",
    };

    private static readonly HashSet<string> WhatLasts = new(StringComparer.Ordinal)
    {
        "reunion", "seance", "creneau", "duree", "visio", "rencontre", "tct", "tcs", "copil", "table", "pleniere",
        "restreinte", "plus", "moins", "max", "maximum", "minimum", "pres",
    };

    private static readonly HashSet<string> AfterDuration = new(StringComparer.Ordinal)
    {
        "max", "maxi", "maximum", "chrono", "environ", "minimum", "mini", "plus", "avant",
    };

    internal sealed record Clock(
        IReadOnlyList<TimeFound> Times, IReadOnlyList<DurationFound> Durations, DurationFound? FromNow, DayPart? Part);

    public static Clock Read(TokenTape tape, FrenchText text, List<NotUnderstood> refused)
    {
        var times = new List<TimeFound>();
        var durations = new List<DurationFound>();
        DurationFound? fromNow = null;
        DayPart? part = null;
        var plain = new List<ClockExpression>();
        for (var at = 0; at < tape.Count; at++)
        {
            if (ReadRange(tape, at) is { } range)
            {
                tape.Take(at, range.To);
                times.Add(new TimeFound(Time(range.Start), range.Span));
                durations.Add(new DurationFound(TimeSpan.FromMinutes(range.End - range.Start), range.Span, FromRange: true));
                at = range.To - 1;
                continue;
            }

            if (ClockExpression.Read(tape, at) is not { } found)
            {
                continue;
            }

            tape.Take(at, found.To);
            part ??= found.Part;
            switch (Sort(tape, found))
            {
                case Sorted.Refused:
                    refused.Add(new NotUnderstood(text.Written(found.Span), found.Span, WhyNot.NoSuchTime));
                    break;
                case Sorted.Time:
                    times.Add(new TimeFound(Time(found.Minutes), found.Span));
                    break;
                case Sorted.Duration:
                    durations.Add(new DurationFound(TimeSpan.FromMinutes(found.Minutes), found.Span, FromRange: false));
                    break;
                case Sorted.FromNow:
                    fromNow = new DurationFound(TimeSpan.FromMinutes(found.Minutes), found.Span, FromRange: false);
                    break;
                case Sorted.Plain:
                    plain.Add(found);
                    break;
            }

            at = found.To - 1;
        }

        SettlePlain(plain, times, durations);
        times.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        durations.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return new Clock(times, durations, fromNow, part);
    }

    private enum Sorted
    {
        Time,
        Duration,
        FromNow,
        Plain,
        Refused,
        Neither,
    }

    // « 9h30 » with nothing around it that tells: long ones are times, short ones durations.
    private static void SettlePlain(
        List<ClockExpression> plain, List<TimeFound> times, List<DurationFound> durations)
    {
        foreach (var found in plain)
        {
            if (found.Minutes > LongestPlainDuration)
            {
                times.Add(new TimeFound(Time(found.Minutes), found.Span));
            }
            else
            {
                durations.Add(new DurationFound(TimeSpan.FromMinutes(found.Minutes), found.Span, FromRange: false));
            }
        }
    }

    private static Sorted Sort(TokenTape tape, ClockExpression found)
    {
        var before = found.From - 1;
        while (tape.IsAny(before, ":", "(", "=", "un", "une", "total", "de", "d") && before > found.From - 4)
        {
            before--;
        }

        var word = tape.Plain(before);
        var direct = tape.Plain(found.From - 1);
        var fits = found.Minutes < 24 * 60 && found.MinutePart < 60;
        var round = string.Equals(direct, "l", StringComparison.Ordinal) || tape.Is(found.To, "/")
            || tape.Follows(found.To, out _, "sur", "24");
        if (round)
        {
            return Sorted.Neither;
        }

        if (found.MinutePart >= 60 && !found.OnlyMinutes)
        {
            return Sorted.Refused;
        }

        if (found.Fixed || (BeforeTime.Contains(direct) && !IsLength(tape, found)))
        {
            return fits ? Sorted.Time : Sorted.Refused;
        }

        if (string.Equals(direct, "dans", StringComparison.Ordinal))
        {
            return Sorted.FromNow;
        }

        var lasts = found.OnlyMinutes || IsLength(tape, found) || BeforeDuration.Contains(word)
            || (direct is "de" or "d" && WhatLasts.Contains(word))
            || (string.Equals(direct, "pour", StringComparison.Ordinal) && found.Minutes <= LongestPlainDuration);
        return lasts ? Sorted.Duration : fits ? Sorted.Plain : Sorted.Neither;
    }

    // « 2h de réunion », « 3h d'attente », « 2h max ».
    private static bool IsLength(TokenTape tape, ClockExpression found) =>
        AfterDuration.Contains(tape.Plain(found.To))
        || (found.Minutes <= LongestPlainDuration && tape.IsAny(found.To, "de", "d") && tape.IsWord(found.To + 1));

    internal sealed record Range(int Start, int End, int To, Span Span);

    // « de 9h30 à 11h30 », « entre 9h et 11h », « 9h-11h », « 9-11h », « 14h jusqu'à 16h ».
    private static Range? ReadRange(TokenTape tape, int at)
    {
        var from = tape.IsAny(at, "de", "entre") ? at + 1 : at;
        var first = ClockExpression.Read(tape, from);
        var start = first?.Minutes ?? (tape.Digits(from) is 1 or 2 && !tape.IsAny(from - 1, "/", ".") ? tape.Number(from) * 60 : -1);
        var between = first?.To ?? from + 1;
        if (start is < 7 * 60 or >= 24 * 60)
        {
            return null;
        }

        var joined = tape.IsAny(between, "a", "-") || (tape.Is(between, "et") && tape.Is(at, "entre"));
        var after = joined ? between + 1 : tape.Follows(between, out var until, "jusqu", "a") ? until : -1;
        if (after < 0)
        {
            return null;
        }

        var second = ClockExpression.Read(tape, after);
        if (first is null && second is null)
        {
            return null;
        }

        var bare = tape.Digits(after) is 1 or 2 && !tape.IsAny(after + 1, "/", "%") && !tape.IsWord(after + 1);
        var end = second?.Minutes ?? (bare ? tape.Number(after) * 60 : -1);
        var to = second?.To ?? after + 1;
        return end > start && end < 24 * 60 && second is not { OnlyMinutes: true }
            ? new Range(start, end, to, tape.Span(at, to))
            : null;
    }

    private static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);
}
