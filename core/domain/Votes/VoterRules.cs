using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Who may answer for a seat, and until when (rules 3 to 5); pure.</summary>
internal static class VoterRules
{
    /// <summary>Why this person may not see or answer the ballot for the seat; null when they may.</summary>
    public static BallotRefusal? Refuse(CastContext context, PersonId? linkHolder, DateTimeOffset now)
    {
        if (context.Ballot is not { } ballot)
        {
            return new BallotRefusal.NotFound();
        }

        if ((linkHolder ?? context.Voter) is null)
        {
            return new BallotRefusal.UnknownVoter();
        }

        // Whether a seat votes is told only to those who sit for it.
        return Voter(context, linkHolder) is null || !Runs(context.Mandate!, ballot, now) ? new BallotRefusal.NotYourSeat()
            : ballot.State is BallotState.Suggested or BallotState.Preparing or BallotState.Declined
                ? new BallotRefusal.NotOpen(ballot.State)
            : context.Elector is null ? new BallotRefusal.NotAVotingSeat()
            : null;
    }

    /// <summary>Why no vote is taken any more; null while the ballot is open.</summary>
    public static BallotRefusal? RefuseNow(CastContext context, DateTimeOffset now) => context.Ballot! switch
    {
        { State: BallotState.Withdrawn } withdrawn => new BallotRefusal.Withdrawn(withdrawn),
        var ballot when ballot.IsOver(now) => new BallotRefusal.Closed(ballot),
        _ => null,
    };

    /// <summary>Why a link no longer acts that named the right person; null when it does, or when none was used.</summary>
    public static BallotRefusal? RefuseLink(CastContext context, DateTimeOffset? issued) =>
        issued is { } at && context.Elector?.LinksSince is { } since && at < since ? new BallotRefusal.LinkRevoked() : null;

    /// <summary>The holder or substitute who acts; null when it is neither.</summary>
    public static Person? Voter(CastContext context, PersonId? linkHolder) =>
        (linkHolder ?? context.Voter) is not { } person ? null
        : context.Mandate?.Holder.Id == person ? context.Mandate.Holder
        : context.Mandate?.Substitute?.Id == person ? context.Mandate.Substitute
        : null;

    public static SeatBallot Seen(CastContext context, PersonId? linkHolder) => new(
        context.Ballot!, context.Elector!, context.Standing?.Value, context.Gate?.AnsweredInAll ?? 0,
        Voter(context, linkHolder)!.Id);

    private static bool Runs(Mandate mandate, Ballot ballot, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ballot.Labels.Zone).DateTime);
        return mandate.From <= today && (mandate.Until is not { } until || today < until);
    }
}
