using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>When a ballot reminds those who haven't answered by itself (TableRules.Ballots.NudgeHours).</summary>
public static class Nudges
{
    /// <summary>Less time than this to answer is none: the reminder then goes out before the quiet hours, not after.</summary>
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(2);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>
    /// So many hours before the end, or near it where those hours are quiet; null where the ballot reminds nobody: its table
    /// doesn't want it, it has been done, or the ballot is shorter than twice that.
    /// </summary>
    public static DateTimeOffset? At(Ballot ballot, BallotRules rules, QuietHours quiet)
    {
        var before = TimeSpan.FromHours(rules.NudgeHours);
        if (rules.NudgeHours == 0 || ballot is not { State: BallotState.Open, Form.NudgedAt: null, OpensAt: { } opens, ClosesAt: { } closes }
            || closes - opens < before + before)
        {
            return null;
        }

        var (at, zone) = (closes - before, ballot.Labels.Zone);
        if (quiet.OpenFrom(at, zone) is var open && open <= closes - TimeToAnswer)
        {
            return open;
        }

        while (at > opens && quiet.IsQuiet(at, zone))
        {
            at -= Step;
        }

        // Quiet from the opening on: nobody would have read it earlier either.
        return at > opens ? at : null;
    }

    /// <summary>Has the ballot looked at then.</summary>
    internal static async Task Announce(Ballot ballot, IRosters rosters, IRelay relay, DateTimeOffset now, CancellationToken cancel)
    {
        if (await rosters.Get(ballot.Territory, cancel) is { } roster && roster.TableOf(ballot.Table) is { } table)
        {
            await Announce(ballot, table, roster, relay, now, cancel);
        }
    }

    internal static Task Announce(
        Ballot ballot, Table table, Roster roster, IRelay relay, DateTimeOffset now, CancellationToken cancel) =>
        At(ballot, table.Rules.Ballots, roster.Territory.QuietHours) is { } at
            ? relay.AnnounceAt(ballot.Aggregate, at > now ? at : now, cancel)
            : Task.CompletedTask;
}
