using System.Globalization;
using System.Text;

namespace Concertation.Domain.PersonalData;

/// <summary>The same text with neutral words where something identifies: « la personne », « le médecin traitant », « sa fille ».</summary>
public static class NeutralWording
{
    // What is put in place may bring two pieces together that identify; a second look is the last.
    private const int Passes = 3;

    /// <summary>Null when nothing identifies, or when the text can't be mended without its writer.</summary>
    public static string? Of(string text)
    {
        var mended = text;
        for (var pass = 0; pass < Passes; pass++)
        {
            if (PersonalDataGuard.Find(mended) is not { Count: > 0 } found)
            {
                return pass == 0 ? null : Forwards(mended);
            }

            mended = Replace(mended, found);
        }

        return PersonalDataGuard.Find(mended).Count == 0 ? Forwards(mended) : null;
    }

    // Words put in place of what was written backwards would be shown backwards.
    private static string Forwards(string text) => string.Concat(text.Where(c => c is not ('\u202E' or '\u202C')));

    private static string Replace(string text, IReadOnlyList<PersonalDataFinding> found)
    {
        var mended = new StringBuilder(text.Length);
        var kept = 0;
        foreach (var finding in found)
        {
            var (from, words) = InPlaceOf(text, finding);
            mended.Append(text, kept, Math.Max(0, from - kept)).Append(words);
            kept = finding.Start + finding.Length;
            // « sa fille, Anne, devait venir »: the second comma goes with the name.
            kept += kept < text.Length && text[kept] == ',' && text.AsSpan(finding.Start, finding.Length).Contains(',') ? 1 : 0;
        }

        return mended.Append(text, kept, text.Length - kept).ToString();
    }

    private static (int From, string Words) InPlaceOf(string text, PersonalDataFinding finding)
    {
        var words = finding.Kind switch
        {
            PersonalDataKind.Nir => Neutral("nir"),
            PersonalDataKind.Phone => Neutral("phone"),
            PersonalDataKind.Mail => Neutral("mail"),
            PersonalDataKind.BirthDate => Neutral("birth"),
            PersonalDataKind.Address => Neutral("address"),
            PersonalDataKind.FileNumber => Neutral("file"),
            PersonalDataKind.Iban => Neutral("iban"),
            _ => null,
        };
        if (words is not null)
        {
            return (finding.Start, words);
        }

        return finding.Kind == PersonalDataKind.Combination ? Coarser(text, finding) : (finding.Start, Somebody(text, finding));
    }

    private static string Somebody(string text, PersonalDataFinding finding)
    {
        var written = text.Substring(finding.Start, finding.Length);
        var folded = new WordRun(new FoldedText(written));
        var first = folded.Count == 0 ? "" : folded.Plain(0);
        if (Lexicon.Roles.Contains(first) && folded.Count > 1)
        {
            // « sa fille, Anne » stays « sa fille ».
            return written[..folded[0].To];
        }

        if (first is "nee" or "ne" && folded.Count > 1)
        {
            return "";
        }

        var before = LastWord(text, finding.Start);
        var bound = before is "du" or "le" or "au" or "un" or "ce" or "notre" or "son" or "leur" or "votre" or "la" or "sa" or "cette" or "une" or "ma" or "mon";
        if (folded.Count > 1 && folded.Plain(0) is "dr" or "drs" or "docteur" or "docteure" or "docteurs" or "pr" or "professeur" or "professeure")
        {
            return bound ? Neutral("doctor-alone") : Cased(Neutral("doctor"), text, finding.Start);
        }

        if (Heads(text, finding.Start))
        {
            return Neutral("name-removed");
        }

        var couple = folded.Count > 3 && folded.Plain(1) is "et" && NameEvidence.IsTitle(folded.Plain(2));
        return bound && !couple ? Neutral("person-alone")
            : Cased(Neutral(couple ? "couple" : before is "avec" or "par" ? "someone" : "person"), text, finding.Start);
    }

    // A signature, « De : », a mention.
    private static bool Heads(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        return before.Length > 0 && before[^1] is '\n' or '@' or '#'
            || (before.Length > 1 && before[^1] is ':' or ','
                && Lexicon.Closings.Contains(LastWord(text, before.Length - 1)) | LastWord(text, before.Length - 1) is "de" or "a" or "cc");
    }

    private static (int From, string Words) Coarser(string text, PersonalDataFinding finding)
    {
        var written = text.Substring(finding.Start, finding.Length);
        var digits = new string([.. written.TakeWhile(char.IsAsciiDigit)]);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var age))
        {
            return (finding.Start, age < 18 ? Neutral("minor") : Neutral("age").Replace("{0}", $"{age / 10 * 10}", StringComparison.Ordinal));
        }

        if (char.IsLower(written[0]) && written.EndsWith("ans", StringComparison.Ordinal))
        {
            return (finding.Start, Neutral("age").Replace("{0}", "18", StringComparison.Ordinal));
        }

        var before = LastWord(text, finding.Start);
        var from = text.AsSpan(0, finding.Start).TrimEnd(" '’").Length - before.Length;
        return before switch
        {
            "a" or "sur" or "en" or "vers" => (from, Cased(Neutral("commune-in"), text, from)),
            "de" or "d" => (from, Neutral("commune-of")),
            _ => (finding.Start, Cased(Neutral("commune"), text, finding.Start)),
        };
    }

    /// <summary>The word that ends before <paramref name="at"/>, in small letters without accents.</summary>
    private static string LastWord(string text, int at)
    {
        var from = Math.Max(0, at - 20);
        var run = new WordRun(new FoldedText(text[from..at]));
        return run.Count > 0 && text[from..at].TrimEnd(' ', '\'', '’') is { Length: > 0 } end
            && char.IsLetter(end[^1]) ? run.Plain(run.Count - 1) : "";
    }

    private static string Cased(string words, string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' || text.AsSpan(before.Length, at - before.Length).Contains('\n')
            ? char.ToUpperInvariant(words[0]) + words[1..]
            : words;
    }

    private static string Neutral(string key) => Lexicon.Neutral[key];
}
