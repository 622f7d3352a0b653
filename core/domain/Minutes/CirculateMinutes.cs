using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Minutes;

/// <summary>Sends the minutes as they stand to every called seat; from then on those who attended may amend them.</summary>
public sealed class CirculateMinutes(ChangeMinutes change)
{
    /// <param name="version">The version the convener was shown: pressed twice, the button sends it once.</param>
    /// <param name="sparesOften">Who was written to often this week gets them next week.</param>
    public Task<MinutesOutcome> Run(Actor actor, SessionId session, int version, bool sparesOften, CancellationToken cancel) =>
        change.Run(actor, session, byConvener: true, seen => Task.FromResult(Decide(actor, seen, version, sparesOften)), cancel);

    /// <summary>Whether minutes sent at that time come later than the table's setting asks.</summary>
    public static bool IsLate(Session session, Table table, DateTimeOffset at) =>
        at - session.End > TimeSpan.FromDays(table.Rules.Sessions.MinutesDays);

    private static MinutesChange Decide(Actor actor, MinutesSeen seen, int version, bool sparesOften)
    {
        var minutes = seen.Minutes;
        if (minutes.State == MinutesState.Validated)
        {
            return new MinutesRefusal.Final(minutes);
        }

        if (version <= minutes.CirculatedVersion)
        {
            return new MinutesChange.None();
        }

        if (version != minutes.Version)
        {
            return new MinutesRefusal.OtherVersion(minutes, version);
        }

        var later = sparesOften ? Grouping.ForMinutes(seen.Session, seen.Table, seen.Roster, seen.Now) : null;
        var silence = seen.Table.Rules.Sessions.ValidationDays;
        var circulated = minutes with
        {
            State = MinutesState.Circulated, By = actor.Id, ByName = actor.Name, At = seen.Now, CirculatedVersion = version, CirculatedAt = seen.Now,
            // Nobody has less time to ask for a change for having been told later.
            SilentUntil = silence > 0 ? (later ?? seen.Now).AddDays(silence) : null,
        };
        return new MinutesChange.To(circulated, seen.Full.Text, [circulated.ToCirculate() with { OftenFrom = later }]);
    }
}
