using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>A seat without an answer and who would be reminded.</summary>
/// <param name="Messages">How many messages the person was sent this week, all tables together.</param>
/// <param name="Today">Reminded today already: not again.</param>
public sealed record SeatToRemind(Seat Seat, Person Person, int Messages, bool Today);

/// <summary>What a reminder would do, before anything is sent.</summary>
/// <param name="Next">The day of the next planned reminder of this session; null for none.</param>
public sealed record ReminderLook(Attendance Attendance, IReadOnlyList<SeatToRemind> Seats, DateOnly? Next);

/// <summary>What became of a wish to remind.</summary>
public abstract record ReminderOutcome
{
    private ReminderOutcome() { }

    /// <param name="Reminded">Seats reminded now; none of those spared or reminded today already.</param>
    public sealed record Sent(Session Session, int Reminded) : ReminderOutcome;

    public sealed record NotFound : ReminderOutcome;

    public sealed record NotAConvener(Table Table) : ReminderOutcome;

    /// <summary>Not convened, cancelled or begun: nobody's answer is waited for.</summary>
    public sealed record Closed(Session Session) : ReminderOutcome;

    public T Match<T>(Func<Sent, T> sent, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener, Func<Closed, T> closed) =>
        this switch
        {
            Sent it => sent(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            Closed it => closed(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Reminds the seats of a session that haven't answered: planned, or because the convener asks.</summary>
public sealed class RemindSeats(IRosters rosters, ISessions sessions, INotices notices, IRelay relay, TimeProvider clock)
{
    /// <summary>Solicited so often this week, a person is left out unless the convener says otherwise.</summary>
    public const int Often = 2;

    /// <param name="college">Only its seats; null for all.</param>
    public async Task<ReminderLook> Look(
        Session session, Table table, Roster roster, CollegeId? college, CancellationToken cancel)
    {
        var attendance = Attendance.Of(session, table, roster, await sessions.Replies(session.Territory, session.Id, cancel));
        var today = ReminderRules.LocalDay(clock.GetUtcNow(), roster.Zone);
        var sent = await notices.SolicitationsInWeekOf(session.Territory, today, cancel);
        var reminded = await RemindedOn(today, session, roster, cancel);
        return new ReminderLook(
            attendance,
            [
                .. from seat in attendance.WithoutReply
                   where college is null || seat.Seat.College == college
                   let person = seat.Mandate?.Holder
                   where person is not null
                   select new SeatToRemind(
                       seat.Seat, person, sent.GetValueOrDefault(person.Id), reminded.Contains(seat.Seat.Id)),
            ],
            ReminderRules.Next(session, clock.GetUtcNow(), roster.Zone));
    }

    /// <summary>Reminds because the convener asks. The same wish again the same day writes to nobody twice.</summary>
    /// <param name="spared">Whom the convener leaves out.</param>
    public async Task<ReminderOutcome> Run(
        Actor actor, SessionId id, CollegeId? college, IReadOnlySet<PersonId> spared, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table)
        {
            return new ReminderOutcome.NotFound();
        }

        if (!roster.MayConvene(actor.Id, table))
        {
            return new ReminderOutcome.NotAConvener(table);
        }

        if (session.State != SessionState.Convened || session.Start <= clock.GetUtcNow())
        {
            return new ReminderOutcome.Closed(session);
        }

        var look = await Look(session, table, roster, college, cancel);
        var seats = look.Seats.Where(s => !s.Today && !spared.Contains(s.Person.Id)).ToList();
        await Send(session, ReminderKind.Asked, seats, roster, cancel);
        return new ReminderOutcome.Sent(session, seats.Count);
    }

    /// <summary>Sends the planned reminder that is due, to whoever wasn't reminded today; nothing when none is.</summary>
    public async Task WhenDue(Session session, Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (ReminderRules.Due(session, now, roster.Zone) is not { } kind || roster.TableOf(session.Table) is not { } table
            || roster.Territory.QuietHours.IsQuiet(now, roster.Zone))
        {
            return;
        }

        var look = await Look(session, table, roster, null, cancel);
        var effect = ReminderRules.EffectOf(session, kind, ReminderRules.LocalDay(now, roster.Zone));
        var there = (await notices.Of(AggregateOf(session), cancel)).Select(n => n.Value.Id).ToHashSet(StringComparer.Ordinal);
        await Send(
            session, kind,
            [.. look.Seats.Where(s => !s.Today && !there.Contains(Notify.Of(AggregateOf(session), effect, s.Person.Id, s.Seat.Id, now).Id))],
            roster, cancel);
    }

    private async Task Send(
        Session session, ReminderKind kind, List<SeatToRemind> seats, Roster roster, CancellationToken cancel)
    {
        if (seats.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var aggregate = AggregateOf(session);
        var effect = ReminderRules.EffectOf(session, kind, ReminderRules.LocalDay(now, roster.Zone));
        await relay.Announce(aggregate, cancel);
        await notices.Create(
            [.. seats.Select(s => Notify.Of(aggregate, effect, s.Person.Id, s.Seat.Id, now) with { NeededBy = ReminderRules.NeededBy(session) })], cancel);
        relay.Nudge(aggregate);
    }

    private async Task<HashSet<SeatId>> RemindedOn(
        DateOnly day, Session session, Roster roster, CancellationToken cancel) =>
        [
            .. (await notices.Of(AggregateOf(session), cancel)).Select(n => n.Value)
                .Where(n => n.Why == EffectKind.SessionReminder && ReminderRules.LocalDay(n.CreatedAt, roster.Zone) == day)
                .Select(n => n.Seat).OfType<SeatId>(),
        ];

    private static Aggregate AggregateOf(Session session) => new(AggregateKind.Session, session.Territory, session.Id.Value);
}
