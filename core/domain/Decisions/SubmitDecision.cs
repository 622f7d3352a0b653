using Concertation.Domain.Documents;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// Submits an adopted decision to the table that validates those of its table, where its proposal said so. Submitted twice, it is
/// submitted once.
/// </summary>
public sealed class SubmitDecision(
    IEscalations escalations, IRosters rosters, IRegister register, IBallots ballots, ISessions sessions, CopyDocuments copy,
    IRelay relay, TimeProvider clock)
{
    /// <summary>
    /// How a decision just recorded stands towards the other table: submitted now where its proposal said so; null where
    /// nobody else validates it.
    /// </summary>
    public async Task<EscalationStanding?> WhenItEscalates(Roster roster, Ballot ballot, Decision decision, CancellationToken cancel)
    {
        if (await escalations.StandingOf(ballot.Territory, ballot.Table, ballot.Id, cancel) is { } already)
        {
            return already;
        }

        return decision.Adopted && ballot.Terms.Escalates
            ? (await Submit(roster, ballot, decision, cancel))?.Standing
            : null;
    }

    /// <summary>Null where the table has no other that validates it, or that one isn't there.</summary>
    private async Task<Escalation?> Submit(Roster roster, Ballot ballot, Decision decision, CancellationToken cancel)
    {
        if (roster.TableOf(ballot.Table) is not { Rules.Escalation: { } rule } table
            || await rosters.TableOf(rule.Territory, rule.Table, cancel) is not var (territory, above))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var submitted = await FileOf(ballot, decision, table, rule.Territory, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
        var due = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(rule.Days);
        var step = new EscalationStep(EscalationState.Waiting, now);
        var escalation = await GoesOn(ballot, submitted, due, step, cancel)
            ?? await Begin(
                new Escalation(
                    EscalationId.Of(ballot.Territory, ballot.Id), rule.Territory, above.Id, above.Name, above.Short, submitted, now, due,
                    [step]),
                cancel);
        await escalations.Stand(ballot.Territory, ballot.Table, ballot.Id, escalation.Standing, cancel);
        return escalation;
    }

    private async Task<Escalation> Begin(Escalation escalation, CancellationToken cancel)
    {
        await relay.Announce(escalation.Aggregate, cancel);
        if (!await escalations.Submit(escalation, [escalation.ToTell()], cancel))
        {
            return (await escalations.Get(escalation.Territory, escalation.Id, cancel))!.Value;
        }

        relay.Nudge(escalation.Aggregate);
        return escalation;
    }

    /// <summary>A new decision that corrects one that was given back goes on with its escalation, whose history is kept.</summary>
    private async Task<Escalation?> GoesOn(
        Ballot ballot, SubmittedDecision submitted, DateOnly due, EscalationStep step, CancellationToken cancel)
    {
        if (ballot.Terms.Corrects is not { } corrected
            || await register.Of(ballot.Territory, ballot.Table, corrected, cancel) is not { } before
            || await escalations.StandingOf(ballot.Territory, ballot.Table, before.Ballot, cancel) is not { } standing)
        {
            return null;
        }

        var went = await escalations.Change(
            relay, standing.Territory, standing.Id,
            e => e.State == EscalationState.Returned && e.Decision.Ballot == before.Ballot
                ? e.Goes(step) with { Decision = submitted, Due = due, Late = false }
                : e,
            cancel);
        return went?.Decision.Ballot == ballot.Id ? went : null;
    }

    private async Task<SubmittedDecision> FileOf(
        Ballot ballot, Decision decision, Table table, TerritoryId to, CancellationToken cancel)
    {
        var session = ballot.Session is { } id ? (await sessions.Get(ballot.Territory, id, cancel))?.Value : null;
        var joined = ballot.Item is { } item ? session?.ItemOf(item)?.Joined ?? [] : [];
        return new SubmittedDecision(
            ballot.Territory, table.Id, table.Name, table.Short, decision.Number, ballot.Id, decision.Axis, ballot.Labels.Axis,
            decision.InCamera, decision.Name, decision.Text, ballot.Terms.Changes, decision.Outcome, decision.At,
            await copy.Into(ballot.Territory, joined, to, cancel), await ReservesOf(ballot, cancel));
    }

    private async Task<IReadOnlyList<SubmittedReserve>?> ReservesOf(Ballot ballot, CancellationToken cancel)
    {
        if (ballot.IsSecret || ballot.Majority == Majority.Consensus)
        {
            return null;
        }

        var under = (await ballots.Votes(ballot.Territory, ballot.Id, cancel)).Where(v => v.Choice == Choice.Reserve).ToList();
        if (under.Count == 0)
        {
            return null;
        }

        var electors = (await ballots.Electors(ballot.Territory, ballot.Id, cancel)).ToDictionary(e => e.Seat);
        return [.. under.Select(v => new SubmittedReserve(electors[v.Seat].Structure, v.Reason, v.ReserveUntil))];
    }
}
