using Concertation.Domain.Decisions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Minutes;

/// <summary>
/// Drafts a session's minutes from what is known of it: agenda, attendance, ballots, notes, actions. Until somebody
/// corrects or circulates them they are drafted anew at each look, so that a ballot that closes late is in them.
/// </summary>
public sealed class DraftMinutes(
    ISessions sessions, IMeetings meetings, IBallots ballots, IRegister register, IMinutes minutes, TimeProvider clock)
{
    /// <summary>As they stand: stored, or drafted now (then without a version). Null while the session is neither held nor over.</summary>
    public async Task<MinutesInFull?> Of(Session session, Roster roster, Actor actor, CancellationToken cancel)
    {
        if (await minutes.Get(session.Territory, session.Id, cancel) is { } stored)
        {
            return stored;
        }

        var now = clock.GetUtcNow();
        var record = (await meetings.Of(session.Territory, session.Id, cancel)).AsOf(session, now);
        if (session.State == SessionState.Cancelled || roster.TableOf(session.Table) is not { } table
            || (record.Run is null && session.End > now))
        {
            return null;
        }

        var head = new SessionMinutes(
            session.Id, session.Territory, session.Table, MinutesState.Draft, 1, actor.Id, actor.Name, now);
        return new MinutesInFull(new(head, NotStored), await Draft(session, table, roster, record, cancel));
    }

    /// <summary>The version of minutes that no storage has.</summary>
    public const string NotStored = "";

    private async Task<MinutesText> Draft(
        Session session, Table table, Roster roster, MeetingRecord record, CancellationToken cancel)
    {
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        var recent = (await ballots.Recent(session.Territory, cancel)).Where(b => b.Session == session.Id && b.State == BallotState.Closed);
        var numbers = (await register.Of(session.Territory, table.Id, cancel)).ToDictionary(d => d.Ballot, d => d.Number);
        var next = (await sessions.All(session.Territory, cancel))
            .FirstOrDefault(s => s.Table == table.Id && s.State == SessionState.Convened && s.Start > session.Start);
        return Of(session, roster, RollCall.Of(session, table, roster, replies, record), record, [.. recent], numbers, next?.Start);
    }

    /// <summary>The draft alone; pure.</summary>
    public static MinutesText Of(
        Session session, Roster roster, RollCall roll, MeetingRecord record, IReadOnlyList<Ballot> ballots,
        IReadOnlyDictionary<BallotId, DecisionNumber> numbers, DateTimeOffset? next)
    {
        var run = record.Run?.Value;
        var closed = roll.Closed();
        return new MinutesText(
            run?.StartedAt ?? session.Start, run?.EndedAt, [.. closed.Colleges.SelectMany(c => c.Seats.Select(s => SeatOf(c.College, s, roster, roll.Table)))],
            record.Guests, closed.Quorum(), [.. session.Agenda.Select(item => PointOf(item, record, ballots, numbers, session))],
            [.. record.Notes.Where(n => n.Kind == NoteKind.Action).Select(n => new MinutesTask(n.Id.Value, n.Item, n.Text, n.Who, n.Due, null, AxisOf(n, session)))],
            next);
    }

    /// <summary>Held in huis clos in the end, whatever the item was when the action was noted: off the roadmap (rule 2).</summary>
    private static Roadmap.AxisId? AxisOf(SessionNote note, Session session) =>
        note.Item is { } on && session.ItemOf(on) is { InCamera: true } ? null : note.Axis;

    private static MinutesSeat SeatOf(College college, SeatRoll seat, Roster roster, Table table)
    {
        var holder = seat.State == RollState.ByProxy ? table.Seats.FirstOrDefault(s => s.Id == seat.Proxy!.To) : null;
        return new MinutesSeat(
            seat.Seat.Id, college.Name, roster.StructureName(seat.Seat.Structure),
            seat.State == RollState.Present ? seat.Who : seat.Mandate?.Holder.Name, seat.State,
            seat.State == RollState.Present ? seat.Presence?.Mode : null, holder is null ? null : roster.StructureName(holder.Structure),
            seat.Presence?.ArrivedAt, seat.Presence?.LeftAt, seat.Seat.Voice == Voice.Consultative);
    }

    private static MinutesPoint PointOf(
        AgendaItem item, MeetingRecord record, IReadOnlyList<Ballot> ballots, IReadOnlyDictionary<BallotId, DecisionNumber> numbers, Session session)
    {
        var outside = item.Id == session.Agenda[^1].Id;
        return new MinutesPoint(
            item.Id, item.Kind, item.Title, item.InCamera,
            // What was noted on no item, or on one taken off since, isn't lost: it closes the last point.
            [.. record.Notes.Where(n => n.Kind == NoteKind.Debate && (n.Item == item.Id || (outside && (n.Item is not { } on || session.ItemOf(on) is null)))).Select(n => n.Text)],
            [.. ballots.Where(b => b.Item == item.Id).OrderBy(b => b.Outcome?.At).Select(b => new PointDecision(
                b.Id, b.Labels.TableShort, numbers.TryGetValue(b.Id, out var number) ? number : null, b.Title, b.Text, b.Outcome, b.IsSubmitted))],
            record.Recusals.Where(r => r.Item == item.Id).Select(r => r.Recusal.Structure).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } withdrawn
                ? withdrawn : null);
    }
}
