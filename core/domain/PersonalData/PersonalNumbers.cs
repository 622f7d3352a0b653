namespace Concertation.Domain.PersonalData;

/// <summary>Social security numbers, telephone numbers and mail addresses.</summary>
internal static class PersonalNumbers
{
    private const int NirDigits = 13;
    private const int LeastSpelled = 6;
    private const int LongestLocalPart = 64;
    private const int LongestHost = 253;

    public static void Find(FoldedText text, WordRun words, List<PersonalDataFinding> found)
    {
        Digits(text, found, NobodysNumbers(text, words));
        Spelled(text, words, found);
    }

    private static void Digits(FoldedText text, List<PersonalDataFinding> found, HashSet<int> nobodys)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var kind = PersonalDataKind.Nir;
            var end = -1;
            if (text[at] == '@')
            {
                var (from, to) = Mail(text, at);
                if (to > 0)
                {
                    found.Add(text.Finding(PersonalDataKind.Mail, from, to));
                    at = to - 1;
                }

                continue;
            }

            if ((text.IsDigit(at) || (text[at] == 'o' && text.IsDigit(at + 1))) && !text.IsDigit(at - 1) && !text.IsLetter(at - 1)
                && !nobodys.Contains(at))
            {
                end = Nir(text, at);
                if (end < 0)
                {
                    kind = PersonalDataKind.Phone;
                    end = FrenchPhone(text, at);
                }
            }
            else if (text[at] == '+' && text.IsDigit(at + 1))
            {
                kind = PersonalDataKind.Phone;
                end = ForeignPhone(text, at + 1);
            }

            if (end > 0)
            {
                found.Add(text.Finding(kind, at, end));
                at = end - 1;
            }
        }
    }

    // « CIP 3400935955838 », « chambres 01 02 03 04 05 »: the first number behind a label of that kind.
    private static HashSet<int> NobodysNumbers(FoldedText text, WordRun words)
    {
        var nobodys = new HashSet<int>();
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (Lexicon.NumberLabels.Contains(words.Plain(at)))
            {
                // « CIP n° 34… »; in « lit fermé, voir 06 … » the label has no number.
                var number = words.Near(at, ":°") && words.Plain(at + 1) is "n" or "no" or "num" or "numero" or "numeros" ? at + 2 : at + 1;
                for (var next = number; next < words.Count && next < number + 2 && char.IsAsciiDigit(words.Plain(next)[0]); next++)
                {
                    nobodys.Add(words[next].From);
                }
            }
        }

        return nobodys;
    }

    // « zéro six douze trente-quatre … »
    private static void Spelled(FoldedText text, WordRun words, List<PersonalDataFinding> found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words.Plain(at) is not "zero")
            {
                continue;
            }

            var end = at + 1;
            while (end < words.Count && end - at < 20 && Lexicon.NumberWords.Contains(words.Plain(end)) && words.Near(end - 1, "-,."))
            {
                end++;
            }

            if (end - at >= LeastSpelled)
            {
                found.Add(text.Finding(PersonalDataKind.Phone, words[at].From, words[end - 1].To));
                at = end;
            }
        }
    }

    /// <summary>
    /// Sex, year, month, département (2A and 2B too), commune, order, and perhaps the key: 97 less the number modulo 97.
    /// With a wrong key, digits in one block are something else; grouped as people write a NIR they remain one.
    /// </summary>
    private static int Nir(FoldedText text, int at)
    {
        if (text[at] is not ('1' or '2' or '3' or '4' or '7' or '8'))
        {
            return -1;
        }

        Span<char> digits = stackalloc char[NirDigits];
        var next = at;
        for (var i = 0; i < NirDigits; i++)
        {
            next = i == 0 ? at : Next(text, next);
            var corsica = i == 6 && digits[5] == '2' && text[next] is 'a' or 'b';
            if (!text.IsDigit(next) && !corsica)
            {
                return -1;
            }

            digits[i] = text[next];
            next++;
        }

        if (!IsPlausible(digits))
        {
            return -1;
        }

        var key = Next(text, next);
        var hasKey = text.IsDigit(key) && text.IsDigit(key + 1) && !text.IsDigit(key + 2);
        if (hasKey && Key(digits) == (text[key] - '0') * 10 + text[key + 1] - '0')
        {
            return key + 2;
        }

        // A key that is wrong, behind groups that are a NIR's, goes with it.
        return text.IsDigit(next) || text.IsLetter(next) ? -1 : hasKey ? key + 2 : next;
    }

    private static bool IsPlausible(ReadOnlySpan<char> digits)
    {
        var month = (digits[3] - '0') * 10 + digits[4] - '0';
        return (month is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50) && !(digits[5] == '0' && digits[6] == '0');
    }

    // Corsica counts as 19 (2A) and 18 (2B).
    private static int Key(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        for (var i = 0; i < NirDigits; i++)
        {
            number = number * 10 + digits[i] switch
            {
                'a' => 9,
                'b' => 8,
                '2' when i == 5 && !char.IsAsciiDigit(digits[6]) => 1,
                var digit => digit - '0',
            };
        }

        return (int)(97 - number % 97);
    }

    // 0X and eight digits, or 0033; in one block or in groups. « 01/02/2026 03 » is a date, not a number to call.
    private static int FrenchPhone(FoldedText text, int at)
    {
        if (text[at] is not ('0' or 'o'))
        {
            return -1;
        }

        if (text.StartsWith(at, "00") && text[Next(text, at + 2)] is >= '1' and <= '9')
        {
            return ForeignPhone(text, Next(text, at + 2));
        }

        var end = Digits(text, at, 10, out var groups);
        return end < 0 || text[at + 1] == '0' || (groups is [2, 2, 4, ..] && text[at + 2] is '/' or '-' or '.')
            || text.IsDigit(end) || text.IsLetter(end) || (text[end] == '-' && text.IsLetter(end + 1))
            ? -1
            : end;
    }

    // After + or 00: the country and the number, « (0) » left out; nine to fifteen digits.
    private static int ForeignPhone(FoldedText text, int at)
    {
        var end = at;
        var digits = 0;
        while (digits < 16)
        {
            var next = digits == 0 ? end : Next(text, end);
            if (digits is 2 or 3 && text[next] == ')')
            {
                end = next + 1;
                continue;
            }

            if (text.StartsWith(next, "(0)"))
            {
                end = next + 3;
                continue;
            }

            if (!text.IsDigit(next))
            {
                break;
            }

            digits++;
            end = next + 1;
        }

        return digits is >= 9 and <= 15 ? end : -1;
    }

    private static int Digits(FoldedText text, int at, int count, out List<int> groups)
    {
        groups = [0];
        var end = at;
        for (var i = 0; i < count; i++)
        {
            var next = i == 0 ? end : Next(text, end);
            // A letter among digits is a digit in disguise: « O6 39 98 7l 22 ».
            var disguised = text[next] is 'o' or 'l' or 'i' && (text.IsDigit(next + 1) || text.IsDigit(next - 1));
            if (!text.IsDigit(next) && !disguised)
            {
                return -1;
            }

            if (next > end)
            {
                groups.Add(0);
            }

            groups[^1]++;
            end = next + 1;
        }

        return end;
    }

    // Past what people put between digits: a point, a hyphen, a slash, at most two spaces.
    private static int Next(FoldedText text, int at)
    {
        var next = at;
        while (next - at < 3 && text[next] is ' ' or '.' or '-' or '/' or '_')
        {
            next++;
        }

        // « 06 30 14 00 / 13 30 21 00 » are hours.
        return next - at == 3 && text[at + 1] == '/' ? at : next;
    }

    private static (int From, int To) Mail(FoldedText text, int sign)
    {
        var from = sign;
        while (sign - from < LongestLocalPart && IsLocal(text, from - 1))
        {
            from--;
        }

        var to = sign + 1;
        var point = -1;
        while (to - sign < LongestHost && (text.IsLetter(to) || text.IsDigit(to) || text[to] is '-' or '.'))
        {
            point = text[to] == '.' && text.IsLetter(to + 1) ? to : point;
            to++;
        }

        while (to > sign && text[to - 1] is '.' or '-')
        {
            to--;
        }

        return from < sign && point > sign + 1 ? (from, to) : (0, -1);
    }

    private static bool IsLocal(FoldedText text, int at) =>
        text.IsLetter(at) || text.IsDigit(at) || text[at] is '.' or '_' or '-' or '+' or '%';
}
