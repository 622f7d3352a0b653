using Concertation.Domain.Dysfunctions;

namespace ConcertationBot.Language;

/// <summary>Reads a report's reference however it is typed: « REM-2026-0042 », « rem 2026 42 », « remontée n° 42 ».</summary>
internal static class ReferenceReader
{
    public static (DysfunctionRef Reference, Span Span)? Read(FrenchText text, int thisYear)
    {
        var tape = new TokenTape(text);
        for (var at = 0; at < tape.Count; at++)
        {
            var next = Named(tape, at);
            if (next < 0)
            {
                continue;
            }

            var (reference, end) = Numbered(tape, next, thisYear, bare: tape.Is(at, "rem") || next > at + 1);
            if (reference is { } found)
            {
                return (found, tape.Span(at, end));
            }
        }

        return null;
    }

    // Past « rem », « remontée », « signalement », « n° » and the marks between; -1 when nothing is named here.
    private static int Named(TokenTape tape, int at)
    {
        if (tape.Digits(at) == 4 && tape.Is(at + 1, "-") && tape.Digits(at + 2) == 4 && tape.Glued(at + 2)
            && !tape.Is(at - 1, "-"))
        {
            return at;
        }

        if (!tape.IsAny(at, "rem", "remontee", "signalement"))
        {
            return -1;
        }

        var next = at + 1;
        while (tape.IsAny(next, "-", "n", "no", "°", "º", "numero", "#", ".", "_", "rem", ":"))
        {
            next++;
        }

        return next;
    }

    private static (DysfunctionRef?, int) Numbered(TokenTape tape, int at, int thisYear, bool bare)
    {
        var first = tape.Number(at);
        if (first < 0 || tape.Digits(at) > 6)
        {
            return (null, at);
        }

        var second = tape.IsAny(at + 1, "-", "/", "_", ".") ? at + 2 : at + 1;
        if (tape.Digits(at) == 4 && first is >= 2000 and < 2100)
        {
            return tape.Number(second) is > 0 and < 1_000_000
                ? (DysfunctionRef.Of(first, tape.Number(second)), second + 1)
                : (null, at);
        }

        return bare && first > 0 ? (DysfunctionRef.Of(thisYear, first), at + 1) : (null, at);
    }
}
