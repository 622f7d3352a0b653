using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>The proposal as amended after objections.</summary>
/// <param name="Amended">What was changed, in a sentence or two, for those who answered the round before.</param>
/// <param name="ClosesAt">Null: after the table's usual number of hours.</param>
/// <param name="SparesOften">Who was written to often this week is told next week, if that leaves the time to vote.</param>
public sealed record AmendedProposal(string Title, string Text, string Amended, DateTimeOffset? ClosesAt, bool SparesOften = false);

/// <summary>
/// A consent round met an objection: the convener amends the proposal and asks the table again. The round
/// before stays in the register as it ended; this one names it.
/// </summary>
public sealed class OpenNextRound(ProposalCheck check, BallotOpening opening, IBallots ballots, IRosters rosters, TimeProvider clock)
{
    public const int MostAmended = 600;

    /// <param name="ids">
    /// Made from the round before and from how many rounds after it were withdrawn, so that one round follows another.
    /// </param>
    public async Task<Ruling<Ballot>> Handle(
        Actor actor, BallotId before, Func<int, BallotId> ids, AmendedProposal amended, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, before, cancel);
        if (found is not Ruling<Versioned<Ballot>>.Granted { Value.Value: var objected })
        {
            return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
        }

        if (!MayFollow(objected))
        {
            return new BallotRefusal.NoNewRound();
        }

        var (withdrawn, id) = (0, ids(0));
        while (await ballots.Get(actor.Territory, id, cancel) is { Value: var already })
        {
            if (already.State != BallotState.Withdrawn)
            {
                return already;
            }

            id = ids(++withdrawn);
        }

        var told = amended.Amended.Trim();
        if (FreeText.Refuse(BallotText.Amended, told, MostAmended) is { } badTold)
        {
            return badTold;
        }

        if (string.Equals(OneLine.Of(amended.Title), objected.Title, StringComparison.Ordinal)
            && string.Equals(Plain(amended.Text), Plain(objected.Text), StringComparison.Ordinal))
        {
            return new BallotRefusal.NotAmended();
        }

        var checkedProposal = await check.Handle(actor.Territory, Next(objected, amended, told), cancel);
        if (checkedProposal is not Ruling<SoundProposal>.Granted { Value: var sound })
        {
            return ((Ruling<SoundProposal>.Refused)checkedProposal).Why;
        }

        var opened = await opening.Handle(
            Suggestions.Draft(actor, id, sound, clock.GetUtcNow()), version: null, actor, sound, cancel);
        return opened is Ruling<Ballot>.Refused { Why: BallotRefusal.Busy }
            && await ballots.Get(actor.Territory, id, cancel) is { Value: var meanwhile }
                ? meanwhile
                : opened;
    }

    /// <summary>A consent round that ended with an objection.</summary>
    public static bool MayFollow(Ballot ballot) =>
        ballot is { Majority: Majority.Consent, Outcome: { Verdict: Verdict.Rejected, AgainstWeight: > 0 } };

    private static Proposal Next(Ballot objected, AmendedProposal amended, string told) => new(
        objected.Table, objected.Session, objected.Item, objected.Axis, amended.Title, amended.Text, amended.ClosesAt,
        Majority.Consent,
        objected.Form with { Round = objected.Form.Round + 1, Follows = objected.Id, ExtendedFrom = null, NudgedAt = null, InGroup = false, OftenToldFrom = null, Amended = told },
        objected.Terms, SaidEarlier: true, amended.SparesOften);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
