namespace Concertation.Domain.PersonalData;

/// <summary>Bank accounts (IBAN, ISO 13616) and the numbers of files, patients and beneficiaries, which their label announces.</summary>
internal static class AccountNumbers
{
    private const int LabelReach = 5;
    private const int LeastDigits = 4;

    public static void Find(FoldedText text, WordRun words, List<PersonalDataFinding> found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var iban = Iban(text, words[at].From);
            if (iban > 0)
            {
                found.Add(text.Finding(PersonalDataKind.Iban, words[at].From, iban));
                continue;
            }

            if (words.Plain(at).StartsWith("mdph", StringComparison.Ordinal) && words.Plain(at).Length > 5
                && text.IsDigit(words[at].From + 4))
            {
                found.Add(text.Finding(PersonalDataKind.FileNumber, words[at].From, End(text, words[at].From + 4, out _)));
                continue;
            }

            if (Lexicon.FileLabels.Contains(words.Plain(at)) && Number(text, words, at) is var (from, to) && to > 0)
            {
                found.Add(text.Finding(PersonalDataKind.FileNumber, from, to));
            }
        }
    }

    // Two letters, two digits, then 11 to 30 characters whose remainder by 97 is 1; one mistyped in a French one is still an account.
    private static int Iban(FoldedText text, int at)
    {
        if (!text.IsLetter(at) || !text.IsLetter(at + 1) || text.IsLetter(at - 1) || text.IsDigit(at - 1))
        {
            return -1;
        }

        if (!Lexicon.IbanLengths.TryGetValue(text.Slice(at, at + 2), out var length))
        {
            return -1;
        }

        Span<char> read = stackalloc char[length];
        var count = 0;
        for (var next = at; ; next++)
        {
            if (text[next] is ' ' or '-' or '.' && next > at)
            {
                if (!char.IsLetterOrDigit(text[next + 1]))
                {
                    return -1;
                }

                continue;
            }

            if (!char.IsAsciiLetterOrDigit(text[next]) || (count is 2 or 3 && !text.IsDigit(next)))
            {
                return -1;
            }

            read[count++] = text[next];
            if (count == length)
            {
                var whole = !char.IsLetterOrDigit(text[next + 1]);
                return whole && (Remainder(read) == 1 || (read[0] == 'f' && read[1] == 'r')) ? next + 1 : -1;
            }
        }
    }

    private static int Remainder(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'a' + 10) % 97;
        }

        return remainder;
    }

    // « IPP 0045123 », « dossier n° 2024-1187 », « allocataire : 458 712 K »: digits soon after their label.
    private static (int From, int To) Number(FoldedText text, WordRun words, int label)
    {
        var announced = words.Plain(label) is not ("dossier" or "patient" or "assure" or "beneficiaire" or "sejour" or "hospitalisation" or "adherent" or "usager" or "mdph" or "caf" or "identifiant");
        for (var at = label + 1; at < words.Count && at <= label + LabelReach && words.Near(at - 1, ",:.°-#/=(’'"); at++)
        {
            var plain = words.Plain(at);
            announced |= plain is "n" or "no" or "numero" or "num" or "id" || Lexicon.FileLabels.Contains(plain) && at == label + 1
                && plain is not ("dossier" or "patient")
                || text[words[at].From - 1] is '°' or '#' || text[words[at - 1].To] is ':' || text.StartsWith(words[at - 1].To, " :");
            announced |= words.Joined(at - 1, '-') && words.Plain(at - 1).Length <= 4 && words[at - 1].AllCapitals;
            if (!char.IsAsciiDigit(plain[0]) && !(plain.Any(char.IsAsciiDigit) && plain.Length >= 5))
            {
                continue;
            }

            var to = End(text, words[at].From, out var digits);
            return digits >= (announced ? LeastDigits : 6) && !IsDate(text, words[at].From, to) && (digits != 4
                || !IsYear(plain)) ? (words[at].From, to) : (0, -1);
        }

        return (0, -1);
    }

    private static bool IsYear(string plain) => plain.Length == 4
        && plain.StartsWith("19", StringComparison.Ordinal) | plain.StartsWith("20", StringComparison.Ordinal);

    private static bool IsDate(FoldedText text, int from, int to) => to - from is >= 8 and <= 10 && text[from + 2] == '/' ;

    private static int End(FoldedText text, int from, out int digits)
    {
        digits = 0;
        var end = from;
        for (var next = from; next < from + 30; next++)
        {
            if (text.IsDigit(next))
            {
                digits++;
                end = next + 1;
            }
            else if (text.IsLetter(next) && (text.IsDigit(next - 1) || text[next - 1] is '-' or '/') && !text.IsLetter(next + 1))
            {
                end = next + 1;
            }
            else if (!(text[next] is ' ' or '-' or '.' or '/' or '_' && (text.IsDigit(next + 1) || (text.IsLetter(next + 1)
                && !text.IsLetter(next + 2)))) && !text.IsLetter(next))
            {
                break;
            }
        }

        return end;
    }
}
