namespace ConcertationBot.Language;

/// <summary>
/// Reads what a message wants. Points come from <see cref="CueTable"/> and, for told difficulties, from
/// <see cref="ToldFailure"/>; the surroundings only tip the scales. Pure: same text, same context, same reading.
/// </summary>
public static class IntentReader
{
    private const double Full = 10;
    private const double Enough = 5;
    private const double Lead = 1;

    // A command at the head of a message is a command, however sad the reason it gives.
    private const int CommandDecides = 8;
    private const double ReasonAtMost = 4;

    // « faut relancer qui »: a question, whatever its verb.
    private const int WhomToRemind = 14;

    private static readonly IntentKind[] Otherwise = [IntentKind.Help, IntentKind.Report, IntentKind.Sessions];

    private static readonly KnownWords Known = new(
        CueTable.Cues.SelectMany(cue => cue.Words).Concat(ToldFailure.Words).Concat(Polite.Words).Concat(TableReader.Words));

    /// <summary>
    /// The reading of a message. <paramref name="chosen"/>: the intent that the writer picked among those offered; the
    /// slots are then read for it.
    /// </summary>
    public static Reading Read(string text, ReadingContext context, IntentKind? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var message = Prepare(FrenchText.Read(text), context, out var table);
        var points = Points(message, context, out var commands);
        var guesses = Ranked(points, chosen);
        var sure = chosen is not null
            || (points[guesses[0].Kind] >= Enough && points[guesses[0].Kind] - points[guesses[1].Kind] >= Lead);
        var command = commands.TryGetValue(guesses[0].Kind, out var words) ? words : ((int, int)?)null;
        return new Reading(guesses, sure, SlotReader.Read(message, context, table, guesses[0].Kind, command));
    }

    private static Message Prepare(FrenchText text, ReadingContext context, out TableMention? table)
    {
        var message = new Message(text, Known);
        table = TableReader.Read(text, context.Tables);
        if (table is not null)
        {
            message.Give(table.Span, WordRole.Table);
        }

        foreach (var span in FrenchDates.Read(text, context.Now, context.Zone).Spans)
        {
            message.Give(span, WordRole.Date);
        }

        if (ReferenceReader.Read(text, context.Now.Year) is { } reference)
        {
            message.Give(reference.Span, WordRole.Reference);
        }

        if (ClusterReader.Read(text, context.Now.Year) is { } cluster)
        {
            message.Give(cluster.Span, WordRole.Cluster);
        }

        return message;
    }

    private static Dictionary<IntentKind, double> Points(
        Message message, ReadingContext context, out Dictionary<IntentKind, (int From, int To)> commands)
    {
        var points = Enum.GetValues<IntentKind>().ToDictionary(kind => kind, _ => 0d);
        commands = [];
        var headed = false;
        foreach (var kind in CueTable.Cues.GroupBy(cue => cue.Kind))
        {
            var best = 0;
            var sum = 0;
            foreach (var cue in kind)
            {
                if (cue.Find(message) is not { } found)
                {
                    continue;
                }

                sum += cue.Points;
                headed |= cue.Heads && cue.Points >= CommandDecides && kind.Key is not (IntentKind.Report or IntentKind.Directory);
                if (cue.Points > best)
                {
                    best = cue.Points;
                    commands[kind.Key] = found;
                }
            }

            points[kind.Key] = best + Math.Min(2, 0.25 * (sum - best));
        }

        var told = ToldFailure.Points(message);
        points[IntentKind.Report] += headed ? Math.Min(told, ReasonAtMost) : Math.Min(told, Full);
        Weigh(points, message, context);
        return points;
    }

    private static void Weigh(Dictionary<IntentKind, double> points, Message message, ReadingContext context)
    {
        if (message.OnlyPolite)
        {
            points[IntentKind.Help] = Math.Max(points[IntentKind.Help], message.Words.Count == 0 ? 8 : 6);
        }

        // « je ne peux pas venir mais ma collègue viendra à ma place »: whoever is represented is away.
        if (points[IntentKind.ReplyRepresented] >= CommandDecides)
        {
            points[IntentKind.ReplyAbsent] = Math.Min(points[IntentKind.ReplyAbsent], points[IntentKind.ReplyRepresented] - 2);
        }

        // « relance ceux qui n'ont pas répondu »: who that is will be seen before anything is sent.
        if (points[IntentKind.Remind] >= CommandDecides && points[IntentKind.WhoHasNotReplied] < WhomToRemind)
        {
            points[IntentKind.WhoHasNotReplied] = Math.Min(points[IntentKind.WhoHasNotReplied], points[IntentKind.Remind] - 2);
        }

        // « qui s'occupe des dossiers APA ? le mien est bloqué depuis 4 mois »: what failed weighs more than whom to ask.
        if (points[IntentKind.Report] >= Enough)
        {
            points[IntentKind.Directory] = Math.Min(points[IntentKind.Directory], points[IntentKind.Report] - 2);
        }

        // « planifier l'année de la TCT » names no day to meet on.
        if (points[IntentKind.PlanYear] >= CommandDecides)
        {
            points[IntentKind.Convene] = Math.Min(points[IntentKind.Convene], points[IntentKind.PlanYear] - 2);
            points[IntentKind.Sessions] = Math.Min(points[IntentKind.Sessions], points[IntentKind.PlanYear] - 2);
        }

        // « TCT plénière mardi 14h »: a meeting and its moment, without a verb.
        var when = FrenchDates.Read(message.Text, context.Now, context.Zone);
        if (points[IntentKind.Convene] > 0 && when.Date is not null)
        {
            points[IntentKind.Convene] += when.Start is null ? 2 : 4;
        }

        if (points[IntentKind.MoveSession] > 0 && when.Dates.Count > 1)
        {
            points[IntentKind.MoveSession] += 2;
        }

        Tip(points, context.AwaitsReply ? 1 : 0, IntentKind.ReplyPresent, IntentKind.ReplyAbsent, IntentKind.ReplyRepresented);
        Tip(points, context.Writer.HasFlag(Writer.Pilote) ? 0.5 : 0, IntentKind.Convene, IntentKind.MoveSession,
            IntentKind.CancelSession, IntentKind.CloseBallot, IntentKind.WhoHasNotReplied, IntentKind.Remind, IntentKind.PlanYear, IntentKind.Qualify,
            IntentKind.GroupReports, IntentKind.SeparateReport, IntentKind.Clusters, IntentKind.ClusterOnAgenda);
        Tip(points, context.Writer == Writer.Partner ? 0.5 : 0, IntentKind.Report, IntentKind.MyReports);
    }

    private static void Tip(Dictionary<IntentKind, double> points, double by, params ReadOnlySpan<IntentKind> kinds)
    {
        foreach (var kind in kinds)
        {
            points[kind] += points[kind] > 0 ? by : 0;
        }
    }

    private static List<Guess> Ranked(Dictionary<IntentKind, double> points, IntentKind? chosen)
    {
        var ranked = points.Where(one => one.Value > 0 || one.Key == chosen)
            .OrderByDescending(one => one.Key == chosen)
            .ThenByDescending(one => one.Value)
            .ThenBy(one => one.Key)
            .Select(one => new Guess(one.Key, Math.Round(Math.Min(1, one.Value / Full), 2)))
            .ToList();
        foreach (var kind in Otherwise)
        {
            if (ranked.Count < Otherwise.Length && ranked.All(guess => guess.Kind != kind))
            {
                ranked.Add(new Guess(kind, 0));
            }
        }

        return ranked;
    }
}
