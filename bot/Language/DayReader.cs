namespace ConcertationBot.Language;

/// <summary>Reads the days and months of a message, in the order it says them.</summary>
internal sealed class DayReader(
    TokenTape tape, FrenchText text, DateOnly today, Lean lean, List<NotUnderstood> refused)
{
    // After « le 3 », these say that it isn't a day.
    private static readonly HashSet<string> NotAfterDay = new(StringComparer.Ordinal)
    {
        "rue", "avenue", "place", "boulevard", "bd", "bis", "allee", "impasse", "route", "quai", "etage", "trimestre",
        "semestre", "recours", "secours", "h", "heures", "eme", "e", "ieme", "ere", "jours", "semaines", "mois", "fois",
        "ans", "patients", "personnes", "points", "min", "minutes", "etablissements", "structures", "refus", "dossiers",
    };

    // « appeler le 15 »: an emergency number, not a day.
    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "appeler", "appele", "appelle", "appelles", "appelons", "appel", "appellent", "contacter", "contacte", "samu", "via",
        "composer", "departement",
    };

    public List<DateFound> Dates { get; } = [];

    public List<MonthFound> Months { get; } = [];

    public DayPart? Part { get; private set; }

    private delegate int Reader(int at);

    public void Read()
    {
        Reader[] readers = [ReadNamed, ReadAhead, ReadAgo, ReadWeekday, ReadFull, ReadDayOnly, ReadMonth, ReadPart];
        for (var at = 0; at < tape.Count; at++)
        {
            foreach (var reader in readers)
            {
                var end = tape.Taken(at) ? at : reader(at);
                if (end > at)
                {
                    tape.Take(at, end);
                    at = end - 1;
                    break;
                }
            }
        }
    }

    private int Add(int from, int to, DateOnly date, DateDoubts doubts = DateDoubts.None)
    {
        Dates.Add(new DateFound(date, tape.Span(from, to), doubts));
        return to;
    }

    private int Refuse(int from, int to)
    {
        refused.Add(new NotUnderstood(text.Written(tape.Span(from, to)), tape.Span(from, to), WhyNot.NoSuchDay));
        return to;
    }

    // « demain », « après-demain », « aujourd'hui », « ce soir », « hier », « avant-hier ».
    private int ReadNamed(int at)
    {
        if (tape.Follows(at, out var end, "aujourd", "hui") || tape.Is(at, "ajd") || tape.Is(at, "auj"))
        {
            return Add(at, Math.Max(end, at + 1), today);
        }

        if (tape.Follows(at, out end, "apres", "demain"))
        {
            return Add(at, end, today.AddDays(2));
        }

        if (tape.Follows(at, out end, "avant", "hier"))
        {
            return Add(at, end, today.AddDays(-2));
        }

        if (tape.IsAny(at, "ce", "cet") && CalendarWords.Part(tape, at + 1, out end) is { } part)
        {
            Part ??= part;
            return Add(at, end, today);
        }

        return tape.Is(at, "demain") ? Add(at, at + 1, today.AddDays(1))
            : tape.Is(at, "hier") ? Add(at, at + 1, today.AddDays(-1))
            : at;
    }

    // « dans 15 jours », « dans deux semaines », « d'ici un mois », « dans une quinzaine ».
    private int ReadAhead(int at)
    {
        var start = tape.Is(at, "dans") ? at + 1 : tape.Follows(at, out var ici, "d", "ici") ? ici : -1;
        return start < 0 ? at : Counted(at, start, 1);
    }

    // « il y a trois semaines ».
    private int ReadAgo(int at) =>
        tape.Follows(at, out var start, "il", "y", "a") || tape.Follows(at, out start, "y", "a") ? Counted(at, start, -1) : at;

    private int Counted(int from, int at, int sign)
    {
        if (tape.Follows(at, out var end, "une", "quinzaine") || tape.Follows(at, out end, "quinze", "jours"))
        {
            end += tape.Follows(end, out var after, "de", "jours") ? after - end : 0;
            return Add(from, end, today.AddDays(15 * sign));
        }

        var (count, taken) = CalendarWords.Number(tape, at);
        var unit = tape.Plain(at + taken);
        if (count is < 0 or > 400)
        {
            return from;
        }

        return unit switch
        {
            "jour" or "jours" or "j" => Add(from, at + taken + 1, today.AddDays(count * sign)),
            "semaine" or "semaines" or "sem" => Add(from, at + taken + 1, today.AddDays(7 * count * sign)),
            "mois" => Add(from, at + taken + 1, today.AddMonths(count * sign)),
            _ => from,
        };
    }

    // « mardi », « mardi prochain », « mardi en huit », « mardi 14 octobre », « ven. 16/10 », « vendredi dernier ».
    private int ReadWeekday(int at)
    {
        var day = CalendarWords.Day(tape.Plain(at)) ?? (tape.Digits(ShortDayEnd(at)) is 1 or 2 ? CalendarWords.ShortDay(tape.Plain(at)) : null);
        if (day is null || tape.IsAny(at - 1, "les", "chaque", "tous") || (tape.Is(at - 1, "le") && tape.Is(at - 2, "tous")))
        {
            return at;
        }

        var next = ShortDayEnd(at);
        next += tape.IsAny(next, "le", ",") && (tape.Digits(next + 1) > 0 || tape.Is(next + 1, "le")) ? 1 : 0;
        next += tape.Is(next, "le") ? 1 : 0;
        var before = Dates.Count;
        var end = ReadFull(next);
        end = end > next ? end : ReadBareDay(next, next);
        if (end > next)
        {
            if (Dates.Count > before)
            {
                var full = Dates[^1];
                var doubts = full.Date.DayOfWeek == day ? full.Doubts : full.Doubts | DateDoubts.WeekdayDisagrees;
                Dates[^1] = new DateFound(full.Date, tape.Span(at, end), doubts);
            }

            return end;
        }

        return ReadWeekdayAlone(at, at + 1, day.Value);
    }

    private int ShortDayEnd(int at) => tape.Is(at + 1, ".") ? at + 2 : at + 1;

    private int ReadWeekdayAlone(int at, int end, DayOfWeek day)
    {
        var ahead = ((int)day - (int)today.DayOfWeek + 6) % 7 + 1;
        var behind = ((int)today.DayOfWeek - (int)day + 6) % 7 + 1;
        if (tape.IsAny(end, "dernier", "passe"))
        {
            return Add(at, end + 1, today.AddDays(-behind));
        }

        if (tape.Follows(end, out var after, "en", "huit"))
        {
            return Add(at, after, today.AddDays(ahead + 7));
        }

        if (tape.Follows(end, out after, "en", "quinze"))
        {
            return Add(at, after, today.AddDays(ahead + 14));
        }

        if (tape.Follows(end, out after, "de", "la", "semaine", "prochaine") || tape.Follows(end, out after, "la", "semaine", "prochaine")
            || tape.Follows(end, out after, "semaine", "prochaine"))
        {
            var monday = today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7);
            return Add(at, after, monday.AddDays(((int)day + 6) % 7));
        }

        if (tape.IsAny(end, "prochain", "prochaine", "pro"))
        {
            return Add(at, end + 1, today.AddDays(ahead));
        }

        return Add(at, end, lean == Lean.Ahead ? today.AddDays(ahead) : today.AddDays(-behind));
    }

    private int ReadFull(int at) =>
        DateExpression.Read(tape, at) is { } full ? Place(at, full.To, full.Day, full.Month, full.Year) : at;

    private int Place(int from, int to, int day, int month, int year)
    {
        var placed = DayOf.Year(day, month, year, today, lean);
        return placed is { } found ? Add(from, to, found.Date, found.Doubts) : Refuse(from, to);
    }

    // « le 14 », « du 14 », « au 21 », « pour le 14 », « celle du 1er ».
    private int ReadDayOnly(int at)
    {
        var called = tape.IsAny(at - 1, "dans") || Calls.Contains(tape.Plain(at - 1)) || Calls.Contains(tape.Plain(at - 2));
        if (called || !tape.IsAny(at, "le", "du", "au", "les") || tape.Taken(at + 1))
        {
            return at;
        }

        var full = ReadFull(at + 1);
        return full > at + 1 ? Widen(at, full) : ReadBareDay(at, at + 1);
    }

    private int Widen(int at, int end)
    {
        if (Dates.Count > 0 && Dates[^1].Span.End == tape.Span(at, end).End)
        {
            Dates[^1] = Dates[^1] with { Span = tape.Span(at, end) };
        }

        return end;
    }

    private int ReadBareDay(int from, int at)
    {
        var (day, taken) = DateExpression.DayNumber(tape, at);
        var end = at + taken;
        if (day == 0 || tape.Taken(at) || NotAfterDay.Contains(tape.Plain(end)) || tape.IsAny(end, "%", "°")
            || (tape.Glued(end) && tape.IsAny(end, "/", "-", ".") && tape.Digits(end + 1) > 0)
            || (tape.Digits(at) == 0 && day < 2) || tape.Digits(end) > 1)
        {
            return from;
        }

        if (day > 31)
        {
            return Refuse(from, end);
        }

        // « du 14 au 21/10 », « les 14 et 15 octobre »: the month stands with the second.
        if (tape.IsAny(end, "au", "et", "ou", "-") && MonthOfNext(end + 1) is { Month: > 0 } next)
        {
            var month = day <= next.Day ? next.Month : next.Month == 1 ? 12 : next.Month - 1;
            return Place(from, end, day, month, next.Year);
        }

        return Add(from, end, DayOf.Month(day, today, lean), DateDoubts.MonthUnwritten);
    }

    private (int Day, int Month, int Year) MonthOfNext(int at)
    {
        at += tape.IsAny(at, "le", "du") ? 1 : 0;
        var (day, taken) = DateExpression.DayNumber(tape, at);
        if (day == 0)
        {
            return default;
        }

        var numeric = tape.IsAny(at + 1, "/", "-") && tape.Glued(at + 2) && tape.Digits(at + 2) is 1 or 2;
        return numeric
            ? (day, tape.Number(at + 2), tape.IsAny(at + 3, "/", "-") && tape.Digits(at + 4) == 4 ? tape.Number(at + 4) : 0)
            : (day, CalendarWords.Month(tape.Plain(at + taken), fuzzy: true), 0);
    }

    // « en mars », « de juin 2026 »: a month alone.
    private int ReadMonth(int at)
    {
        var month = tape.IsWord(at) && tape.Plain(at).Length > 2 ? CalendarWords.Month(tape.Plain(at), fuzzy: false) : 0;
        var said = tape.IsAny(at - 1, "en", "de", "d", "debut", "fin", "mi", "depuis", "courant", "-", "du", "pour", "au")
            || tape.Plain(at).Length > 4;
        if (month == 0 || !said || tape.Is(at, "sept"))
        {
            return at;
        }

        var written = tape.Digits(at + 1) == 4 ? tape.Number(at + 1) : 0;
        var year = written > 0 ? written
            : lean == Lean.Ahead ? today.Year + (month < today.Month ? 1 : 0)
            : today.Year - (month > today.Month ? 1 : 0);
        var end = written > 0 ? at + 2 : at + 1;
        Months.Add(new MonthFound(month, year, tape.Span(at, end)));
        return end;
    }

    // « mardi matin », « l'après-midi », « vendredi soir ».
    private int ReadPart(int at)
    {
        if (CalendarWords.Part(tape, at, out var end) is not { } part)
        {
            return at;
        }

        Part ??= part;
        return end;
    }
}
