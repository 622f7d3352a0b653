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
        return Voter(context, linkHolder, now) is null ? new BallotRefusal.NotYourSeat()
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

    /// <summary>Why the seat takes no answer from this person; null when it does.</summary>
    public static BallotRefusal? RefuseSeat(CastContext context, PersonId? linkHolder, DateTimeOffset now) => context.Elector! switch
    {
        { Recused: not null } => new BallotRefusal.Recused(),
        { Proxy: { To: not null, ToStructure: var holder } } when Voter(context, linkHolder, now)?.Through is null =>
            new BallotRefusal.GivenAway(holder ?? ""),
        _ => null,
    };

    /// <summary>
    /// Who acts for the seat: its holder or substitute, or those of the seat that holds its proxy. Null when it is neither;
    /// who sits for both answers by the proxy.
    /// </summary>
    public static (Person Person, SeatId? Through)? Voter(CastContext context, PersonId? linkHolder, DateTimeOffset now) =>
        (linkHolder ?? context.Voter) is not { } person || context.Ballot is not { } ballot ? null
        : context.Elector?.Holder is { } holder && Sits(context.HolderMandate, person, ballot, now) is { } proxy ? (proxy, holder)
        : Sits(context.Mandate, person, ballot, now) is { } own ? (own, null)
        : null;

    public static SeatBallot Seen(CastContext context, PersonId? linkHolder, DateTimeOffset now)
    {
        var (reader, through) = Voter(context, linkHolder, now)!.Value;
        return new(context.Ballot!, context.Elector!, context.Standing?.Value, context.Gate?.AnsweredInAll ?? 0, reader.Id, through);
    }

    private static Person? Sits(Mandate? mandate, PersonId person, Ballot ballot, DateTimeOffset now) =>
        mandate is null || !Runs(mandate, ballot, now) ? null
        : mandate.Holder.Id == person ? mandate.Holder
        : mandate.Substitute?.Id == person ? mandate.Substitute
        : null;

    private static bool Runs(Mandate mandate, Ballot ballot, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ballot.Labels.Zone).DateTime);
        return mandate.From <= today && (mandate.Until is not { } until || today < until);
    }
}
