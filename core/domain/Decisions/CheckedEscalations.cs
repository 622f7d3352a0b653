using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// Rechecks submitted decisions: that each says what the register's decision says, that its steps can follow each other, that a
/// decision answering it was taken, and that what is shown beside the decision is where it stands.
/// </summary>
internal sealed class CheckedEscalations(IRegisterRecords records, IOutbox outbox)
{
    private readonly Dictionary<(TerritoryId, TableId), RegisterReading> _registers = [];
    private readonly Dictionary<TerritoryId, EscalationsReading> _kept = [];

    /// <summary>What was submitted to a table.</summary>
    public async Task<RegisterBreak?> To(TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var kept = await Kept(territory, cancel);
        if (kept.Damaged is { } damaged)
        {
            return new RegisterBreak.Damaged(damaged, null, null);
        }

        foreach (var escalation in kept.Kept.Values.Where(e => e.Table == table))
        {
            if (await Fault(escalation, await Register(escalation.Territory, table, cancel), cancel) is { } fault)
            {
                return new RegisterBreak.EscalationDiffers(escalation.Decision.TableShort, escalation.Decision.Number, fault);
            }
        }

        return null;
    }

    /// <summary>What is shown beside a table's own decisions.</summary>
    public async Task<RegisterBreak?> Of(string tableShort, RegisterReading register, CancellationToken cancel)
    {
        foreach (var (ballot, standing) in register.Standings)
        {
            var kept = await Kept(standing.Territory, cancel);
            if (kept.Damaged is { } damaged)
            {
                return new RegisterBreak.Damaged(damaged, null, null);
            }

            var escalation = kept.Kept.GetValueOrDefault(standing.Id);
            var number = register.Pointers.TryGetValue(ballot, out var of) ? of : (DecisionNumber?)null;
            if (number is null || escalation is null || !await Stands(escalation, ballot, standing, cancel))
            {
                return new RegisterBreak.EscalationDiffers(tableShort, number, EscalationPart.Standing);
            }
        }

        return null;
    }

    /// <summary>Whether a ballot's decision was submitted to a table of that territory.</summary>
    public async Task<bool> Has(TerritoryId territory, Ballot ballot, CancellationToken cancel) =>
        (await Kept(territory, cancel)).Kept.Values.Any(e => (e.Decision.Territory, e.Decision.Ballot) == (ballot.Territory, ballot.Id));

    private async Task<EscalationPart?> Fault(Escalation escalation, RegisterReading above, CancellationToken cancel)
    {
        var submitted = escalation.Decision;
        var below = await Register(submitted.Territory, submitted.Table, cancel);
        return below.Decisions.FirstOrDefault(d => d.Ballot == submitted.Ballot) is not { } decision
                || !Says(submitted, decision) || !IsOf(escalation, decision, below) ? EscalationPart.Decision
            : !Follow(escalation.Steps) ? EscalationPart.Steps
            : !IsRuled(escalation, above) ? EscalationPart.Ruling
            : !below.Standings.ContainsKey(submitted.Ballot) && await outbox.Waiting(escalation.Aggregate, cancel) is [] ? EscalationPart.Standing
            : null;
    }

    private static bool Says(SubmittedDecision submitted, Decision decision) =>
        decision.Adopted
        && (submitted.Number, submitted.Axis, submitted.InCamera, submitted.Title, submitted.Text, submitted.At)
            == (decision.Number, decision.Axis, decision.InCamera, decision.Name, decision.Text, decision.At)
        && CountedVotes.Same(submitted.Outcome, decision.Outcome)
        && (decision.Grounds is not { } grounds || (submitted.Changes, submitted.AxisTitle) == (grounds.Changes, grounds.Axis));

    /// <summary>It is named after its ballot, or after that of a decision which this one corrects.</summary>
    private static bool IsOf(Escalation escalation, Decision decision, RegisterReading below)
    {
        var seen = new HashSet<DecisionNumber>();
        for (var at = decision; at is not null && seen.Add(at.Number); at = below.Decisions.FirstOrDefault(d => d.Number == at.Corrects))
        {
            if (EscalationId.Of(at.Territory, at.Ballot) == escalation.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follow(IReadOnlyList<EscalationStep> steps) =>
        steps is [{ State: EscalationState.Waiting }, ..]
        && steps.Zip(steps.Skip(1)).All(pair => pair.First.State switch
        {
            EscalationState.Waiting => pair.Second.State != EscalationState.Waiting,
            EscalationState.OnAgenda => pair.Second.State != EscalationState.OnAgenda,
            EscalationState.Returned => pair.Second.State == EscalationState.Waiting,
            _ => false,
        })
        && steps.All(s => s.State switch
        {
            EscalationState.OnAgenda => s is { Session: not null, SessionAt: not null },
            EscalationState.Validated => s.By is not null || s.Ruling is not null,
            EscalationState.Refused => s is { By: not null, Words: not null },
            EscalationState.Returned => s is { By: not null, Words: not null, Until: not null },
            _ => true,
        });

    /// <summary>The decision that is said to validate or to reject it was taken, on its item.</summary>
    private static bool IsRuled(Escalation escalation, RegisterReading above) =>
        escalation.Steps.All(s => s.Ruling is null || Took(escalation, above, s.Ruling, s.State == EscalationState.Validated))
        && (escalation.Rejection is not { } rejection || Took(escalation, above, rejection, adopted: false));

    private static bool Took(Escalation escalation, RegisterReading above, string ruling, bool adopted) => above.Decisions.Any(d =>
        d.Item == escalation.Item && d.Adopted == adopted
        && ruling == string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d.TableShort} {d.Number.Year:D4}-{d.Number.Number:D3}"));

    /// <summary>As it stood at that step; the last one, unless it is being carried there or goes on as a later decision.</summary>
    private async Task<bool> Stands(Escalation escalation, BallotId ballot, EscalationStanding standing, CancellationToken cancel) =>
        standing.Step > 0 && standing.Step <= escalation.Steps.Count
        && standing == (escalation with { Steps = [.. escalation.Steps.Take(standing.Step)] }).Standing
        && (standing.Step == escalation.Steps.Count || escalation.Decision.Ballot != ballot
            || await outbox.Waiting(escalation.Aggregate, cancel) is not []);

    private async Task<EscalationsReading> Kept(TerritoryId territory, CancellationToken cancel) =>
        _kept.TryGetValue(territory, out var there) ? there : _kept[territory] = await records.Escalations(territory, cancel);

    private async Task<RegisterReading> Register(TerritoryId territory, TableId table, CancellationToken cancel) =>
        _registers.TryGetValue((territory, table), out var there)
            ? there
            : _registers[(territory, table)] = await records.Register(territory, table, cancel);
}
