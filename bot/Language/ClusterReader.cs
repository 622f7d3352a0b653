using Concertation.Domain.Dysfunctions;

namespace ConcertationBot.Language;

/// <summary>Reads a cluster's reference however it is typed: « GRP-2026-0003 », « grp 3 », « groupe n° 3 ».</summary>
internal static class ClusterReader
{
    public static (ClusterRef Reference, Span Span)? Read(FrenchText text, int thisYear)
    {
        var tape = new TokenTape(text);
        for (var at = 0; at < tape.Count; at++)
        {
            if (!tape.IsAny(at, "grp", "groupe", "groupes", "regroupement"))
            {
                continue;
            }

            var next = at + 1;
            while (tape.IsAny(next, "-", "n", "no", "°", "º", "numero", "#", ":"))
            {
                next++;
            }

            var (number, year, end) = (tape.Number(next), thisYear, next + 1);
            if (tape.Digits(next) == 4 && number is >= 2000 and < 2100 && tape.IsAny(next + 1, "-", "/") && tape.Number(next + 2) > 0)
            {
                (year, number, end) = (number, tape.Number(next + 2), next + 3);
            }

            if (number > 0 && tape.Digits(end - 1) <= 6)
            {
                return (ClusterRef.Of(year, number), tape.Span(at, end));
            }
        }

        return null;
    }
}
