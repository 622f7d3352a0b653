using Concertation.Domain;
using Concertation.Domain.Tables;

namespace Concertation.Documents.Territories;

/// <summary>Tables, their seats and who sits, in a territory file.</summary>
internal static class TerritoryFileTables
{
    private const int NameLength = 120;

    public static (IReadOnlyList<Table> Tables, IReadOnlyList<NamedMandate> Mandates) Read(
        ObjectReading root, TerritoryFileIds known, FileErrors errors, DateOnly today)
    {
        var mandates = new List<NamedMandate>();
        var seatLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var tables = TerritoryFileReader.Items(
            root, "tables", 100, errors, item => Table(item, known, errors, mandates, seatLines, today), t => t.Id.Value);
        Once(tables, "name", "le nom", t => t.Name, errors);
        Once(tables, "short", "le nom court", t => t.Short, errors);
        return ([.. tables.Select(t => t.Value)], mandates);
    }

    private static Table Table(
        ObjectReading item, TerritoryFileIds known, FileErrors errors, List<NamedMandate> mandates,
        Dictionary<string, int> seatLines, DateOnly today)
    {
        var id = item.Id<TableId>("id");
        var name = item.Text("name", NameLength);
        var shortName = item.Text("short", 20);
        var kind = item.Choice("kind", TerritoryFileWords.Kinds);
        var rules = item.Inner("rules") is { } given ? Rules(given) : TableRules.Usual;
        var colleges = item.References<CollegeId>("colleges", known.Colleges, required: true);
        var conveners = item.References<PersonId>("coConveners", known.People);

        var seats = new List<Seat>();
        foreach (var place in item.List("seats", 500, required: true))
        {
            if (ObjectReading.Of(place, errors) is { } seat)
            {
                seats.Add(Seat(seat, known, colleges, mandates, seatLines, today));
                seat.Close();
            }
        }

        if (seats.Exists(s => s.Restricted) && !seats.Exists(s => s.Restricted && s.Voice == Voice.Deliberative))
        {
            item.Wrong("seats", TerritoryFileTexts.RestrictedWithoutVoice);
        }

        return new Table(id, name, shortName, kind, colleges, seats, conveners, rules);
    }

    private static TableRules Rules(ObjectReading given)
    {
        var usual = TableRules.Usual;
        var quorum = usual.Quorum;
        if (given.Inner("quorum") is { } asked)
        {
            quorum = new Quorum(
                asked.Whole("overall", 0, 100, usual.Quorum.Overall),
                asked.Whole("perCollege", 0, 100, usual.Quorum.PerCollege));
            asked.Close();
        }

        var rules = new TableRules(
            quorum,
            given.Choice<Majority>("majority", TerritoryFileWords.Majorities, usual.Majority),
            given.Choice<TieRule>("tie", TerritoryFileWords.Ties, usual.Tie),
            given.Whole("ballotHours", 1, 2_160, usual.BallotHours),
            given.Inner("sessions") is { } sessions ? Sessions(sessions) : null,
            given.Inner("ballots") is { } ballots ? Ballots(ballots) : null,
            given.Inner("escalation") is { } escalation ? Escalation(escalation) : null);
        given.Close();
        return rules;
    }

    private static SessionRules Sessions(ObjectReading given)
    {
        var usual = SessionRules.Usual;
        var rules = new SessionRules(
            given.Whole("agendaDays", 1, 60, usual.AgendaDays),
            given.Whole("minutesDays", 1, 90, usual.MinutesDays),
            given.Whole("validationDays", 0, 90, usual.ValidationDays),
            given.Whole("proxiesPerHolder", 0, 5, usual.ProxiesPerHolder));
        given.Close();
        return rules;
    }

    private static BallotRules Ballots(ObjectReading given)
    {
        var usual = BallotRules.Usual;
        var rules = new BallotRules(
            given.Flag("closesWhenAll", usual.ClosesWhenAll),
            given.Whole("nudgeHours", 0, 336, usual.NudgeHours),
            given.Whole("reviewMonths", 0, 60, usual.ReviewMonths));
        given.Close();
        return rules;
    }

    /// <summary>That table may be in a file of its own: whether it is there is known only when something goes to it.</summary>
    private static EscalationRule Escalation(ObjectReading given)
    {
        var rule = new EscalationRule(
            given.Id<TerritoryId>("territory"), given.Id<TableId>("table"), given.Whole("days", 1, 365, 90));
        given.Close();
        return rule;
    }

    private static Seat Seat(
        ObjectReading item, TerritoryFileIds known, IReadOnlyList<CollegeId> colleges, List<NamedMandate> mandates,
        Dictionary<string, int> seatLines, DateOnly today)
    {
        var seat = new Seat(
            item.Id<SeatId>("id"),
            item.Reference<StructureId>("structure", known.Structures),
            item.Reference<CollegeId>("college", known.Colleges),
            item.Choice<Voice>("voice", TerritoryFileWords.Voices, Voice.Deliberative),
            item.Whole("weight", 1, 1_000, 1),
            item.Flag("restricted", otherwise: false));

        // A seat's id is unique in the whole territory: a mandate names its seat alone.
        if (seat.Id.Value.Length > 0 && !seatLines.TryAdd(seat.Id.Value, item.Place.Line))
        {
            item.Wrong("id", TerritoryFileTexts.IdTaken(seat.Id.Value, seatLines[seat.Id.Value]));
        }

        if (known.Colleges.Ids.Contains(seat.College.Value) && !colleges.Contains(seat.College))
        {
            item.Wrong("college", TerritoryFileTexts.CollegeNotOnTable(
                seat.College.Value, [.. colleges.Select(c => c.Value)]));
        }

        if (item.Inner("mandate", nullable: true) is { } mandate)
        {
            mandates.Add(Mandate(mandate, seat.Id, known, today));
            mandate.Close();
        }

        return seat;
    }

    private static NamedMandate Mandate(ObjectReading item, SeatId seat, TerritoryFileIds known, DateOnly today)
    {
        var mandate = new NamedMandate(
            seat,
            item.Reference<PersonId>("holder", known.People),
            item.OptionalReference<PersonId>("substitute", known.People),
            From(item, today),
            item.OptionalText("mayCommit", 1_000));
        if (mandate.Substitute == mandate.Holder && mandate.Holder.Value.Length > 0)
        {
            item.Wrong("substitute", TerritoryFileTexts.SubstituteIsHolder);
        }

        return mandate;
    }

    private static DateOnly? From(ObjectReading item, DateOnly today)
    {
        if (item.OptionalText("from", 20) is not { } written)
        {
            return null;
        }

        var from = TerritoryFileReader.Date(written);
        if (from is null)
        {
            item.Wrong("from", $"{TerritoryFileTexts.Quote(written)} {TerritoryFileTexts.NotDate}");
        }
        else if (from > today)
        {
            item.Wrong("from", TerritoryFileTexts.StartsLater(from.Value));
        }

        return from;
    }

    /// <summary>People name tables by these when they write to the bot: each must lead to one table.</summary>
    private static void Once(
        IReadOnlyList<(Table Value, JsonPlace Place)> tables, string name, string what, Func<Table, string> key,
        FileErrors errors)
    {
        foreach (var same in tables.Where(t => key(t.Value).Length > 0).GroupBy(t => key(t.Value).ToUpperInvariant()))
        {
            foreach (var (table, place) in same.Skip(1))
            {
                var first = same.First().Place.Properties.First(p => p.Name == name).Value;
                errors.Add(
                    place.Properties.First(p => p.Name == name).Value,
                    TerritoryFileTexts.Taken(what, key(table), first.Line));
            }
        }
    }
}
