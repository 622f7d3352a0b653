using System.Globalization;
using Concertation.Documents.Word;
using Concertation.Domain.Agendas;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Work.Papers;

/// <summary>A session's papers as Word files, worded from its records.</summary>
public static class WordPapers
{
    public static byte[] Agenda(
        Session session, Table table, Roster roster, AgendaCirculation? circulation, IReadOnlyList<Axis> axes,
        Func<AgendaItem, IReadOnlyList<string>> documents, Func<AgendaItem, IReadOnlyList<string>> votes)
    {
        var items = circulation?.Agenda ?? session.Agenda;
        return WordDocument.Agenda(new AgendaPaper(
            Block(session, table, roster),
            circulation is null ? "Projet, non diffusé" : AgendaTexts.Version(circulation, roster.Zone),
            [.. items.Select((item, i) => new AgendaLine(
                i + 1, item.Title, SessionTexts.Kind(item.Kind), Minutes(item.Minutes), item.Presenter, AxisOf(item.Axis, axes),
                item.Brief is { } brief ? [ClusterTexts.Brief(brief)] : [.. item.Reports.Select(r => r.Value)], documents(item), item.InCamera, votes(item)))],
            AgendaTexts.Total(session with { Agenda = items })));
    }

    /// <param name="run">Once the session is over, the sheet says when it was held and who was not there; null before it began.</param>
    public static byte[] Attendance(RollCall roll, Roster roster, SessionRun? run, bool over)
    {
        var zone = roster.Zone;
        roll = over ? roll.Closed() : roll;
        return WordDocument.Attendance(new AttendancePaper(
            Block(roll.Session, roll.Table, roster, over ? run?.StartedAt : null, run?.EndedAt), MeetingTexts.Quorum(roll.Quorum()),
            [.. roll.Colleges.Select(c => new AttendanceCollege(c.College.Name, [.. c.Seats.Select(s => Row(s, roll, roster, zone))]))],
            [.. roll.Guests.Select(g => new AttendanceRow(g.Structure ?? "Invité", g.Name, "Présent", Way(g.Mode), Signs: g.Mode == PresenceMode.InPerson))]));
    }

    public static byte[] Minutes(Session session, Table table, Roster roster, SessionMinutes minutes, MinutesText text, IReadOnlyList<Axis> axes)
    {
        var zone = roster.Zone;
        return WordDocument.Minutes(new MinutesPaper(
            session.Id.Value, minutes.Version, Block(session, table, roster, text.StartedAt, text.EndedAt), MinutesTexts.Status(minutes, zone), MeetingTexts.Quorum(text.Quorum),
            [.. Colleges(text, zone)],
            [.. text.Points.Select((p, i) => new MinutesItem(
                p.Item.Value, i + 1, p.Title, SessionTexts.Kind(p.Kind) + MinutesTexts.Withdrawn(p), p.InCamera, p.Notes,
                [.. p.Decisions.Select(d => new MinutesDecision(
                    MinutesTexts.Reference(d), MinutesTexts.Whole(d),
                    d.Outcome is { } outcome ? DecisionTexts.Arithmetic(outcome) : ""))]))],
            [.. text.Tasks.Select(t => new MinutesAction(t.Id, t.What, t.Who ?? "", MinutesTexts.When(t), AxisOf(t.Axis, axes)))],
            text.NextSession is { } next ? French.DayAndTime(next, zone) : null, MinutesTexts.Approval(minutes, zone)));
    }

    /// <summary>« Ordre du jour TCT 2027-10-14.docx »: no sign that a file system minds.</summary>
    public static string NameOf(PaperKind kind, Session session, Table table, TimeZoneInfo zone)
    {
        var what = kind switch
        {
            PaperKind.Agenda => "Ordre du jour",
            PaperKind.Attendance => "Feuille de présence",
            PaperKind.Minutes => "Compte rendu",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such paper"),
        };
        var day = TimeZoneInfo.ConvertTime(session.Start, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{what} {string.Concat(table.Short.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-'))} {day}.docx";
    }

    private static IEnumerable<MinutesCollege> Colleges(MinutesText text, TimeZoneInfo zone)
    {
        IReadOnlyList<string> Of(IEnumerable<MinutesSeat> seats, params RollState[] states) =>
            [.. seats.Where(s => states.Contains(s.State)).Select(s => MinutesTexts.Seat(s, zone))];
        foreach (var college in text.Seats.GroupBy(s => s.College))
        {
            yield return new MinutesCollege(
                college.Key, Of(college, RollState.Present), Of(college, RollState.Excused, RollState.ByProxy), Of(college, RollState.Absent, RollState.Expected, RollState.Unknown));
        }

        if (text.Guests.Count > 0)
        {
            yield return new MinutesCollege(
                "Invités", [.. text.Guests.Select(g => $"{g.Name}{(g.Structure is { } of ? $", {of}" : "")} (voix consultative)")], [], []);
        }
    }

    private static SessionBlock Block(Session session, Table table, Roster roster, DateTimeOffset? startedAt = null, DateTimeOffset? endedAt = null)
    {
        var zone = roster.Zone;
        List<SessionFact> facts =
        [
            new("Date", French.Day(session.Start, zone)),
            new("Horaire", startedAt is not { } began
                ? $"de {French.Time(session.Start, zone)} à {French.Time(session.End, zone)}"
                : endedAt is { } end ? $"de {French.Time(began, zone)} à {French.Time(end, zone)}" : $"à partir de {French.Time(began, zone)}"),
            new("Lieu", SessionTexts.Place(session)),
        ];
        if (session.SecondCallOf is not null)
        {
            facts.Add(new("Convocation", "Seconde convocation, sans quorum"));
        }

        var format = SessionTexts.Format(session.Format);
        return new SessionBlock(
            roster.Territory.Name, $"{table.Name} ({table.Short})", $"{char.ToUpper(format[0], French.Culture)}{format[1..]} du {French.Day(session.Start, zone)}",
            facts, roster.PersonOf(roster.Territory.Pilot)?.Name);
    }

    private static AttendanceRow Row(SeatRoll seat, RollCall roll, Roster roster, TimeZoneInfo zone)
    {
        var state = seat.State switch
        {
            RollState.Present => "Présent",
            RollState.Excused or RollState.ByProxy => "Excusé",
            RollState.Absent => "Absent",
            _ => null,
        };
        var holder = seat.Proxy is { } proxy ? roll.Table.Seats.FirstOrDefault(s => s.Id == proxy.To) : null;
        var how = seat.State == RollState.Present
            ? string.Join(", ", new[] { Way(seat.Presence!.Mode), seat.Presence.ArrivedAt is { } at ? $"arrivé à {French.Time(at, zone)}" : null }.OfType<string>())
            : holder is not null ? $"pouvoir au siège {roster.StructureName(holder.Structure)}" : null;
        return new AttendanceRow(
            roster.StructureName(seat.Seat.Structure), seat.Who, state, how, Signs: state is null || (seat.Attends && seat.Presence!.Mode == PresenceMode.InPerson));
    }

    private static string Way(PresenceMode mode) => mode == PresenceMode.Remote ? "à distance" : "en salle";

    private static string Minutes(int minutes) => French.Duration(TimeSpan.FromMinutes(minutes));

    private static string? AxisOf(AxisId? axis, IReadOnlyList<Axis> axes) => axis is { } id
        ? axes.FirstOrDefault(a => a.Id == id) is { } found ? $"{id.Value.ToUpperInvariant()} — {found.Title}" : id.Value.ToUpperInvariant()
        : null;
}
