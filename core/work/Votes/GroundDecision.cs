using Concertation.Domain.Decisions;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Work.Votes;

/// <summary>Gathers what a decision rests on, at the moment it is recorded: its ballot being closed, the votes are at rest.</summary>
internal sealed class GroundDecision(IRegisterRecords records, IDocuments documents)
{
    public async Task<DecisionGrounds> Handle(
        Ballot ballot, Outcome outcome, Session? session, Roster roster, CancellationToken cancel)
    {
        var counted = await records.Ballot(ballot.Territory, ballot.Id, cancel);
        var joined = session?.Agenda.FirstOrDefault(i => i.Id == ballot.Item)?.Joined ?? [];
        var papers = joined.Count == 0 ? [] : await documents.Get(ballot.Territory, joined, cancel);
        var terms = ballot.Terms;
        return new DecisionGrounds(
            ballot.Labels.Table, ballot.Labels.Item, ballot.Labels.Axis, session?.Start, BallotHeld.Of(ballot), terms.LegalBasis,
            [.. papers.Select(d => new Attachment(d.Id, d.Name, d.Sha256))],
            Digest.Of(BallotTexts.Electorate(counted.Electors), counted.Electors.Count),
            CarrierOf(ballot, counted.Electors, roster), terms.Changes, ReviewOf(ballot, outcome, roster),
            ballot.Majority == Majority.Consensus ? null : Digest.Of(BallotTexts.Votes(counted.Votes), counted.Votes.Count),
            ballot.Majority == Majority.Consensus ? null : Digest.Of(BallotTexts.Trace(counted.Trace), counted.Trace.Count),
            counted.Pools.Count == 0 ? null : Digest.Of(BallotTexts.Pools(counted.Pools), counted.Pools.Count));
    }

    private static DecisionCarrier? CarrierOf(Ballot ballot, IReadOnlyList<Elector> electors, Roster roster)
    {
        if (ballot.Terms.Carrier is not { } carrier)
        {
            return null;
        }

        // A restricted ballot's carrier may be a seat of the table that has no vote in it.
        var seat = roster.Tables.SelectMany(t => t.Seats).FirstOrDefault(s => s.Id == carrier);
        var name = ballot.Labels.Carrier ?? electors.FirstOrDefault(e => e.Seat == carrier)?.Structure
            ?? (seat is null ? carrier.Value : roster.StructureName(seat.Structure));
        return new DecisionCarrier(carrier, name);
    }

    /// <summary>The day its proposal named, or else the table's usual delay after the decision.</summary>
    private static DateOnly? ReviewOf(Ballot ballot, Outcome outcome, Roster roster)
    {
        var months = roster.TableOf(ballot.Table)?.Rules.Ballots.ReviewMonths ?? 0;
        return outcome.Verdict != Verdict.Adopted || ballot.Majority == Majority.Opinion ? null
            : ballot.Terms.ReviewOn is { } on ? on
            : months > 0 ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(outcome.At, ballot.Labels.Zone).DateTime).AddMonths(months)
            : null;
    }
}
