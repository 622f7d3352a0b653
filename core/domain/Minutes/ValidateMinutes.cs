using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Minutes;

/// <summary>Makes circulated minutes final: approved when the table next meets, or by silence. Nothing changes them afterwards.</summary>
public sealed class ValidateMinutes(ChangeMinutes change, ISessions sessions, IMeetings meetings, IMinutes minutes)
{
    /// <summary>The convener's word, in a later session of the table that has begun and has its quorum: those who meet approve.</summary>
    public Task<MinutesOutcome> Run(Actor actor, SessionId session, CancellationToken cancel) =>
        change.Run(actor, session, byConvener: true, seen => InNextSession(seen, cancel), cancel);

    /// <summary>The clock's word: validated when silence has lasted; otherwise left as they are.</summary>
    public async Task WhenDue(TerritoryId territory, SessionId session, Roster roster, CancellationToken cancel)
    {
        if (await minutes.Head(territory, session, cancel) is { Value: { State: MinutesState.Circulated, SilentUntil: not null } }
            && roster.PersonOf(roster.Territory.Pilot) is { } pilot)
        {
            await change.Run(
                new Actor(territory, pilot.Id, pilot.Name, pilot.EntraId, Way.Chat, pilot), session, byConvener: false,
                seen => BySilence(seen, cancel), cancel);
        }
    }

    private async Task<MinutesChange> InNextSession(MinutesSeen seen, CancellationToken cancel)
    {
        if (await Refuse(seen, cancel) is { } not)
        {
            return not;
        }

        Session? tooFew = null;
        foreach (var later in (await sessions.All(seen.Session.Territory, cancel)).Where(s =>
            s.Table == seen.Session.Table && s.Format == seen.Session.Format && s.State == SessionState.Convened
            && s.Start > seen.Session.Start && s.Start < seen.Now.AddDays(1)))
        {
            var record = (await meetings.Of(seen.Session.Territory, later.Id, cancel)).AsOf(later, seen.Now);
            if (record.Run is null)
            {
                continue;
            }

            var replies = await sessions.Replies(later.Territory, later.Id, cancel);
            if (RollCall.Of(later, seen.Table, seen.Roster, replies, record).Quorum() is { Reached: true, Counted: > 0 })
            {
                return Valid(seen, ValidatedBy.NextSession, later.Id);
            }

            tooFew = later;
        }

        return tooFew is null ? new MinutesRefusal.TooEarly(seen.Minutes, seen.Session.Format) : new MinutesRefusal.NoQuorum(tooFew);
    }

    private async Task<MinutesChange> BySilence(MinutesSeen seen, CancellationToken cancel) =>
        seen.Minutes.SilentUntil > seen.Now ? new MinutesChange.None()
        : await Refuse(seen, cancel) ?? Valid(seen, ValidatedBy.Silence, null);

    /// <summary>Null when nothing stands in the way.</summary>
    private async Task<MinutesChange?> Refuse(MinutesSeen seen, CancellationToken cancel)
    {
        if (seen.Minutes.State != MinutesState.Circulated)
        {
            return seen.Minutes.State == MinutesState.Validated ? new MinutesChange.None() : new MinutesRefusal.NotCirculated(seen.Minutes);
        }

        var waiting = (await minutes.Amendments(seen.Session.Territory, seen.Session.Id, cancel)).Count(a => a.Value.State == AmendmentState.Waiting);
        if (waiting > 0)
        {
            return new MinutesRefusal.AmendmentsWait(waiting);
        }

        return null;
    }

    private static MinutesChange.To Valid(MinutesSeen seen, ValidatedBy how, SessionId? meeting)
    {
        var valid = seen.Minutes with { State = MinutesState.Validated, ValidatedAt = seen.Now, Validated = how, ValidatedIn = meeting };
        return new MinutesChange.To(valid, seen.Full.Text, [valid.ToValidate()]);
    }
}
