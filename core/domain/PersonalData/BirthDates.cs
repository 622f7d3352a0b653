using System.Collections.Frozen;

namespace Concertation.Domain.PersonalData;

/// <summary>« né le 12/03/1941 », « DDN 12.03.41 », « née à Guingamp en mars 1941 », « 12/03/1941 » alone.</summary>
internal static class BirthDates
{
    // How far after « née » its date may stand: a place, a name at birth.
    private const int Reach = 60;
    private const int NearBirth = 12;

    private static readonly FrozenSet<string> Months = FrozenSet.Create(
        StringComparer.Ordinal, "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
        "novembre", "decembre");

    // « ne » without its accent is usually a negation: only before these can it be a birth.
    private static readonly string[] AfterBareNe = [" le ", " en ", " vers ", " a ", "(e) ", "e le ", "e en ", " : "];

    private static readonly string[] Labels = ["ddn", "d.d.n", "date de naissance", "date naissance", "naissance le", "naissance :", "naissance:"];

    private static readonly string[] Laws = ["loi du ", "decret du ", "arrete du ", "circulaire du ", "ordonnance du ", "depuis le ", "ouvert le ", "ouverte le ", "fonde le ", "fondee le ", "cree le ", "creee le ", "convention du ", "protocole du "];

    public static void Find(FoldedText text, List<PersonalDataFinding> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text.IsLetter(at - 1) || text.IsDigit(at - 1))
            {
                continue;
            }

            var end = text[at] switch
            {
                'n' or 'd' => Announced(text, at),
                >= '0' and <= '9' => LongAgo(text, at),
                _ => -1,
            };
            if (end > 0)
            {
                found.Add(text.Finding(PersonalDataKind.BirthDate, at, end));
                at = end - 1;
            }
        }
    }

    private static int Announced(FoldedText text, int at)
    {
        foreach (var label in Labels)
        {
            if (text.StartsWith(at, label))
            {
                return DateWithin(text, at + label.Length, bareDigits: true);
            }
        }

        if (!text.StartsWith(at, "ne"))
        {
            return -1;
        }

        if (text.HasAccent(at + 1))
        {
            // « nées » and « nés » are said of difficulties too.
            var end = at + 2 + (text[at + 2] == 'e' ? 1 : 0);
            return text.IsLetter(end) && !text.StartsWith(end, "(e") ? -1 : DateWithin(text, end, bareDigits: false);
        }

        foreach (var after in AfterBareNe)
        {
            if (text.StartsWith(at + 2, after))
            {
                return DateWithin(text, at + 2, bareDigits: false);
            }
        }

        return text.StartsWith(at, "nee ") ? DateWithin(text, at + 3, bareDigits: false) : -1;
    }

    // The end of the first date or year in reach, in the same sentence.
    private static int DateWithin(FoldedText text, int from, bool bareDigits)
    {
        for (var at = from; at < from + Reach && text[at] is not ('\n' or '!' or '?' or ';'); at++)
        {
            if (text[at] == '.' && text[at + 1] == ' ' && text.IsUpper(at + 2))
            {
                return -1;
            }

            if (text[at] is 'm' or 'd' && (text.StartsWith(at, "mille neuf cent") || text.StartsWith(at, "dix-neuf cent")
                || text.StartsWith(at, "deux mille")))
            {
                return at + "deux mille".Length;
            }

            if (!text.IsDigit(at) || text.IsDigit(at - 1))
            {
                continue;
            }

            var numeric = Numeric(text, at, out var year);
            var end = numeric > 0 ? numeric : Spelled(text, at, out year);
            // Far from « née », a day without its year is another event.
            end = year == 0 && at - from > NearBirth ? -1 : end;
            var length = Run(text, at) - at;
            end = end > 0 ? end : length == 4 && IsYear(text, at) ? at + 4 : -1;
            end = end > 0 ? end : bareDigits && length is 6 or 8 ? at + length : -1;
            if (end > 0)
            {
                return end;
            }
        }

        return -1;
    }

    // A whole date of the last century says a birth even without a word, unless it is a law's.
    private static int LongAgo(FoldedText text, int at)
    {
        var end = Numeric(text, at, out var year);
        end = end > 0 ? end : Spelled(text, at, out year);
        return end > 0 && year is >= 1900 and < 1990 && !Laws.Any(law => text.StartsWith(at - law.Length, law)) ? end : -1;
    }

    // 12/03/1941, 12.03.41, 12 03 1941, 1941-03-12; also 12/03 alone, with a year of 0.
    private static int Numeric(FoldedText text, int at, out int year)
    {
        year = 0;
        var first = Run(text, at);
        var second = Part(text, first, out var secondLength);
        if (second < 0 || secondLength > 2 || first - at is not (1 or 2 or 4))
        {
            return -1;
        }

        var third = Part(text, second, out var thirdLength);
        if (first - at == 4)
        {
            year = Value(text, at, first);
            return third > 0 && thirdLength <= 2 && IsYear(text, at) ? third : -1;
        }

        if (Value(text, at, first) > 31 || Value(text, second - secondLength, second) is 0 or > 12)
        {
            return -1;
        }

        if (third > 0 && thirdLength is 2 or 4 && Part(text, third, out _) < 0)
        {
            year = Value(text, third - thirdLength, third);
            return third;
        }

        return third < 0 && text[first] == '/' ? second : -1;
    }

    // 12 mars 1941, 1er mars, mars 1941 is caught by its year.
    private static int Spelled(FoldedText text, int at, out int year)
    {
        year = 0;
        var end = Run(text, at);
        end += text.StartsWith(end, "er") ? 2 : 0;
        if (end - at > 4 || text[end] != ' ')
        {
            return -1;
        }

        var month = end + 1;
        var monthEnd = month;
        while (text.IsLetter(monthEnd) && monthEnd - month < 10)
        {
            monthEnd++;
        }

        if (!Months.Contains(text.Slice(month, monthEnd)))
        {
            return -1;
        }

        if (text[monthEnd] != ' ' || !IsYear(text, monthEnd + 1))
        {
            return monthEnd;
        }

        year = Value(text, monthEnd + 1, monthEnd + 5);
        return monthEnd + 5;
    }

    // The number after one mark (or a space) and how long it is; -1 when there is none.
    private static int Part(FoldedText text, int at, out int length)
    {
        length = 0;
        if (text[at] is not ('/' or '.' or '-' or ' ') || !text.IsDigit(at + 1))
        {
            return -1;
        }

        var end = Run(text, at + 1);
        length = end - at - 1;
        return end;
    }

    private static int Run(FoldedText text, int at)
    {
        var end = at;
        while (text.IsDigit(end) && end - at < 10)
        {
            end++;
        }

        return end;
    }

    private static bool IsYear(FoldedText text, int at) =>
        (text.StartsWith(at, "19") || text.StartsWith(at, "20")) && text.IsDigit(at + 2) && text.IsDigit(at + 3) && !text.IsDigit(at + 4);

    private static int Value(FoldedText text, int from, int to)
    {
        var value = 0;
        for (var at = from; at < to && at < from + 4; at++)
        {
            value = value * 10 + text[at] - '0';
        }

        return value;
    }
}
