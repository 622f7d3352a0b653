namespace ConcertationBot.Language;

/// <summary>
/// « 9h30 », « 9:30 », « midi et demi », « une heure et demie », « 90 min » as minutes, with the tokens it takes.
/// <see cref="Fixed"/> when it can only be a time of day.
/// </summary>
internal sealed record ClockExpression(
    int Minutes, int MinutePart, int From, int To, Span Span, bool OnlyMinutes, bool Fixed, DayPart? Part)
{
    public static ClockExpression? Read(TokenTape tape, int at)
    {
        if (tape.Taken(at) || tape.IsAny(at - 1, "/", "."))
        {
            return null;
        }

        return ReadNoon(tape, at) ?? ReadColon(tape, at) ?? ReadFraction(tape, at) ?? ReadHours(tape, at)
            ?? ReadMinutes(tape, at);
    }

    private static ClockExpression Found(
        TokenTape tape, int from, int to, int hours, int minutes, bool onlyMinutes = false, bool isTime = false)
    {
        var part = PartAfter(tape, to, out var end);
        if (part is not null)
        {
            hours += part != DayPart.Morning && hours is > 0 and < 12 ? 12 : 0;
            to = end;
        }

        return new ClockExpression(
            hours * 60 + minutes, minutes, from, to, tape.Span(from, to), onlyMinutes, isTime || part is not null, part);
    }

    // « 2h de l'après-midi », « 9h du matin ».
    private static DayPart? PartAfter(TokenTape tape, int at, out int end)
    {
        if (tape.Follows(at, out end, "du", "matin"))
        {
            return DayPart.Morning;
        }

        if (tape.Follows(at, out end, "du", "soir"))
        {
            return DayPart.Evening;
        }

        return tape.Follows(at, out end, "de", "l", "apres", "midi") || tape.Follows(at, out end, "de", "l", "aprem")
            ? DayPart.Afternoon
            : null;
    }

    private static ClockExpression? ReadNoon(TokenTape tape, int at)
    {
        var hour = tape.Is(at, "midi") ? 12 : tape.Is(at, "minuit") ? 0 : -1;

        // « après-midi » is a part of the day; « entre midi et deux » is nobody's exact time, noon is near enough.
        if (hour < 0 || (tape.Is(at - 1, "-") && tape.Is(at - 2, "apres")) || tape.Is(at - 1, "apres"))
        {
            return null;
        }

        if (Half(tape, at + 1, out var minutes, out var end))
        {
            return Found(tape, at, end, hour, minutes, isTime: true);
        }

        var (value, taken) = CalendarWords.Number(tape, at + 1);
        return value is > 0 and < 60 && !tape.IsAny(at + 1 + taken, "h", "/", "heures", "-")
            ? Found(tape, at, at + 1 + taken, hour, value, isTime: true)
            : Found(tape, at, at + 1, hour, 0, isTime: true);
    }

    private static ClockExpression? ReadColon(TokenTape tape, int at) =>
        tape.Digits(at) is 1 or 2 && tape.Is(at + 1, ":") && tape.Glued(at + 1) && tape.Digits(at + 2) == 2
            && tape.Glued(at + 2) && tape.Number(at) < 25
            ? Found(tape, at, at + 3, tape.Number(at), tape.Number(at + 2), isTime: true)
            : null;

    // « une demi-heure », « 1/2 heure », « trois quarts d'heure », « un quart d'heure ».
    private static ClockExpression? ReadFraction(TokenTape tape, int at)
    {
        if (tape.Follows(at, out var end, "demi", "heure") || tape.Follows(at, out end, "une", "demi", "heure")
            || tape.Follows(at, out end, "1", "/", "2", "heure") || tape.Follows(at, out end, "1", "/", "2", "h"))
        {
            return Found(tape, at, end, 0, 30, onlyMinutes: true);
        }

        if (tape.Follows(at, out end, "trois", "quarts", "d", "heure") || tape.Follows(at, out end, "3", "/", "4", "d", "heure"))
        {
            return Found(tape, at, end, 0, 45, onlyMinutes: true);
        }

        return tape.Follows(at, out end, "un", "quart", "d", "heure") ? Found(tape, at, end, 0, 15, onlyMinutes: true) : null;
    }

    private static ClockExpression? ReadHours(TokenTape tape, int at)
    {
        var (hours, taken) = CalendarWords.Number(tape, at);
        var h = at + taken;
        if (hours is < 0 or > 99 || !tape.IsAny(h, "h", "heure", "heures", "hr", "hrs"))
        {
            return null;
        }

        var end = h + 1;
        if (Half(tape, end, out var part, out var afterHalf))
        {
            return Found(tape, at, afterHalf, part < 0 ? hours - 1 : hours, part < 0 ? 60 + part : part);
        }

        var (minutes, more) = CalendarWords.Number(tape, end);
        var spaced = !tape.Glued(h) && tape.Digits(end) is 2 or 0 || !tape.IsWord(end + more);
        if (minutes >= 0 && tape.Digits(end) is 0 or 2 && (tape.Glued(end) || (spaced && !tape.IsAny(end + more, "/", "."))))
        {
            end += more;
            end += tape.IsAny(end, "min", "mn", "minutes") ? 1 : 0;
            return Found(tape, at, end, hours, minutes);
        }

        return Found(tape, at, end, hours, 0);
    }

    private static ClockExpression? ReadMinutes(TokenTape tape, int at)
    {
        var (minutes, taken) = CalendarWords.Number(tape, at);
        return minutes is >= 0 and < 1000 && tape.IsAny(at + taken, "min", "mn", "mns", "mins", "minute", "minutes")
            ? Found(tape, at, at + taken + 1, minutes / 60, minutes % 60, onlyMinutes: true)
            : null;
    }

    // « et demie », « et quart », « moins le quart ».
    private static bool Half(TokenTape tape, int at, out int minutes, out int end)
    {
        minutes = 0;
        if (tape.Follows(at, out end, "et", "demie") || tape.Follows(at, out end, "et", "demi") || tape.Follows(at, out end, "1", "/", "2"))
        {
            minutes = 30;
        }
        else if (tape.Follows(at, out end, "et", "quart"))
        {
            minutes = 15;
        }
        else if (tape.Follows(at, out end, "moins", "le", "quart") || tape.Follows(at, out end, "moins", "quart"))
        {
            minutes = -15;
        }

        return minutes != 0;
    }
}
