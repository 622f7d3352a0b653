using Concertation.Domain.Sessions;

namespace ConcertationBot.Language;

/// <summary>Fills the slots once the intent is known: what lies ahead for a session lies behind for a report.</summary>
internal static class SlotReader
{
    // Left alone at an edge of the rest, these say nothing.
    private static readonly HashSet<string> Glue = new(StringComparer.Ordinal)
    {
        "le", "la", "les", "l", "a", "au", "aux", "de", "du", "d", "des", "en", "et", "pour", "un", "une", "qu", "que", "on",
        "avec", "dans", "je", "j", "se", "nous", "ce", "cette", "prochaine", "seance", "reunion", "table", "qui", "y", "c",
        "est", "duree", "pendant", "format", "visio", "teams", "zoom", "distanciel", "svp", "stp", "merci", "matin", "soir",
        "ok", "oui", "membres", "partir", "visioconference", "h", "ligne", "distance",
    };

    public static Slots Read(
        Message message, ReadingContext context, TableMention? table, IntentKind kind, (int From, int To)? command)
    {
        var text = message.Text;
        var back = kind is IntentKind.Report or IntentKind.MyReports or IntentKind.FollowUp or IntentKind.Decisions;
        var when = FrenchDates.Read(text, context.Now, context.Zone, back ? Lean.Back : Lean.Ahead);
        var year = TimeZoneInfo.ConvertTime(context.Now, context.Zone).Year;
        var reference = ReferenceReader.Read(text, year);
        var known = when.Spans.ToList();
        if (table is not null)
        {
            known.Add(table.Span);
        }

        var place = kind is IntentKind.Convene or IntentKind.MoveSession ? PlaceReader.Read(text, known) : null;
        var body = Body(message, kind, command);
        if (place is { } placed)
        {
            known.Add(placed.Span);
        }

        return new Slots(when)
        {
            Table = table,
            Format = Format(message),
            Place = place?.Name,
            Online = PlaceReader.IsOnline(text),
            Substitute = kind is IntentKind.ReplyRepresented ? SubstituteReader.Read(text, known) : null,
            Reference = reference?.Reference,
            Cluster = ClusterReader.Read(text, year)?.Reference,
            Month = when.Months.Count > 0 ? when.Months[0] : null,
            Body = body,
            Rest = kind is IntentKind.Convene or IntentKind.MoveSession or IntentKind.CancelSession ? Rest(message, known, command) : "",
        };
    }

    private static SessionFormat? Format(Message message)
    {
        for (var at = 0; at < message.Words.Count; at++)
        {
            if (message.Means(at, "pleniere"))
            {
                return SessionFormat.Plenary;
            }

            if (message.Means(at, "restreinte") || message.Words[at].Plain is "restreint" or "restreints")
            {
                return SessionFormat.Restricted;
            }
        }

        return null;
    }

    // A report or a proposal keeps its own words: all of them when told, those after the command otherwise.
    private static string Body(Message message, IntentKind kind, (int From, int To)? command)
    {
        if (kind is not (IntentKind.Report or IntentKind.Propose or IntentKind.SuggestItem) || message.Words.Count == 0)
        {
            return "";
        }

        // « mets … à l’odj »: the command stands on both sides of what is asked.
        var from = kind is IntentKind.SuggestItem && command is { } around ? around.From + 1 : command?.To ?? Polite.Opening(message, 0);
        while (command is not null && from < message.Words.Count && message.Words[from].Plain is "de" or "d" or "que" or "qu")
        {
            from++;
        }

        if (from >= message.Words.Count)
        {
            return "";
        }

        var start = message.Words[from].Span.Start;
        return message.Text.Original[start..].Trim();
    }

    private static string Rest(Message message, List<Span> known, (int From, int To)? command)
    {
        var kept = new List<Token>();
        for (var at = Polite.Opening(message, 0); at < message.End; at++)
        {
            var word = message.Words[at];
            var used = (command is { } used1 && at >= used1.From && at < used1.To)
                || known.Any(span => span.Touches(word.Span)) || message.Means(at, "pleniere") || message.Means(at, "restreinte");
            if (!used)
            {
                kept.Add(word);
            }
        }

        var start = kept.FindIndex(word => !Glue.Contains(word.Plain));
        var end = kept.FindLastIndex(word => !Glue.Contains(word.Plain));
        return start < 0 ? "" : string.Join(' ', Runs(message.Text, kept[start..(end + 1)]));
    }

    // Neighbours keep what stands between them, so that « l’ordre » stays « l’ordre ».
    private static IEnumerable<string> Runs(FrenchText text, List<Token> kept)
    {
        var run = kept[0].Span;
        foreach (var word in kept.Skip(1))
        {
            if (word.Span.Start - run.End <= 3)
            {
                run = run.With(word.Span);
                continue;
            }

            yield return text.Written(run);
            run = word.Span;
        }

        yield return text.Written(run);
    }
}
