using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// The answers to a submitted decision: validated by a decision of the table above on its item; refused, with the reason;
/// given back with questions and a date; and the answer to those from the table that took it.
/// </summary>
public sealed class AnswerEscalation(IEscalations escalations, IRosters rosters, IRelay relay, TimeProvider clock)
{
    public const int MostWords = 1000;

    /// <summary>Whoever took the decision is asked to answer within a year.</summary>
    public const int MostMonths = 12;

    /// <summary>
    /// A decision was taken on the item: adopted, it validates; rejected, the reason is asked. Asked again for the same
    /// decision, it changes nothing.
    /// </summary>
    /// <param name="number">« TCS 2027-001 ».</param>
    public async Task ByRuling(Ballot ballot, Decision ruling, string number, CancellationToken cancel)
    {
        if (ballot.Item is not { } item || ballot.Majority is Majority.Opinion)
        {
            return;
        }

        await escalations.Change(
            relay, ballot.Territory, EscalationId.From(item.Value),
            e => e.Table != ballot.Table || !e.IsPending || (!ruling.Adopted && e.Rejection is not null) ? e
                : ruling.Adopted ? e.Goes(new EscalationStep(EscalationState.Validated, ruling.At, Ruling: number))
                : e with { Rejection = number },
            cancel);
    }

    /// <summary>The table validates it as it is. What its own ballot rejected, it can't.</summary>
    public Task<EscalationOutcome> Validate(Actor actor, EscalationId id, CancellationToken cancel) => Answer(
        actor, id, e => e.Rejection is null, _ => null,
        (_, now, convenes) => new EscalationStep(EscalationState.Validated, now, actor.Id, actor.Name, As: convenes), cancel);

    public Task<EscalationOutcome> Refuse(Actor actor, EscalationId id, string? reason, CancellationToken cancel) => Answer(
        actor, id, _ => true, _ => FaultOf(reason),
        (e, now, convenes) => new EscalationStep(
            EscalationState.Refused, now, actor.Id, actor.Name, Words: reason!.Trim(), Ruling: e.Rejection, As: convenes), cancel);

    /// <param name="until">By when the questions are to be answered; null when it wasn't said.</param>
    public Task<EscalationOutcome> Return(Actor actor, EscalationId id, string? questions, DateOnly? until, CancellationToken cancel) => Answer(
        actor, id, _ => true, now => FaultOf(questions) ?? FaultOf(until, now),
        (_, now, convenes) => new EscalationStep(
            EscalationState.Returned, now, actor.Id, actor.Name, Words: questions!.Trim(), Until: until, As: convenes), cancel);

    /// <summary>The table that took it answers the questions: it goes back on the next agenda, its history with it.</summary>
    /// <param name="territory">Where the escalation is kept, which may be another than the actor's.</param>
    public async Task<EscalationOutcome> Reply(
        Actor actor, TerritoryId territory, EscalationId id, string? answer, CancellationToken cancel)
    {
        if (await escalations.Get(territory, id, cancel) is not { Value: var there })
        {
            return new EscalationOutcome.NotFound();
        }

        if (await Convenes(actor, there.Decision.Territory, there.Decision.Table, cancel) is not { } convenes)
        {
            return new EscalationOutcome.NotAConvener();
        }

        if (there.State != EscalationState.Returned)
        {
            return new EscalationOutcome.NotNow(there);
        }

        if (FaultOf(answer) is { } fault)
        {
            return new EscalationOutcome.Unsound(there, fault);
        }

        var now = clock.GetUtcNow();
        var days = (await rosters.TableOf(actor.Territory, there.Decision.Table, cancel))?.Table.Rules.Escalation?.Days
            ?? there.Due.DayNumber - DateOnly.FromDateTime(there.SubmittedAt.UtcDateTime).DayNumber;
        var due = DateOnly.FromDateTime(now.UtcDateTime).AddDays(days);
        var answered = await escalations.Change(
            relay, territory, id,
            e => e.State == EscalationState.Returned
                ? e.Goes(new EscalationStep(EscalationState.Waiting, now, actor.Id, actor.Name, Words: answer!.Trim(), As: convenes)) with { Due = due, Late = false }
                : e,
            cancel);
        return new EscalationOutcome.Done(answered!);
    }

    /// <summary>Says once that the time to answer has passed; false when there is nothing to say.</summary>
    /// <param name="today">In the zone of the table that validates.</param>
    public async Task<bool> IsLate(Escalation escalation, DateOnly today, CancellationToken cancel) =>
        !escalation.Late && escalation.IsOverdue(today)
        && await escalations.Change(
            relay, escalation.Territory, escalation.Id, e => !e.Late && e.IsOverdue(today) ? e with { Late = true } : e, cancel) is { Late: true };

    private async Task<EscalationOutcome> Answer(
        Actor actor, EscalationId id, Func<Escalation, bool> applies, Func<DateTimeOffset, EscalationFault?> fault,
        Func<Escalation, DateTimeOffset, ConvenesAs, EscalationStep> step, CancellationToken cancel)
    {
        if (await escalations.Get(actor.Territory, id, cancel) is not { Value: var there })
        {
            return new EscalationOutcome.NotFound();
        }

        if (await Convenes(actor, there.Territory, there.Table, cancel) is not { } convenes)
        {
            return new EscalationOutcome.NotAConvener();
        }

        var now = clock.GetUtcNow();
        if (!there.IsPending || !applies(there))
        {
            return new EscalationOutcome.NotNow(there);
        }

        if (fault(now) is { } why)
        {
            return new EscalationOutcome.Unsound(there, why);
        }

        // Of two answers at once the first stands; the other is told so.
        EscalationStep? given = null;
        var answered = await escalations.Change(
            relay, there.Territory, id, e => e.IsPending && applies(e) ? e.Goes(given = step(e, now, convenes)) : e, cancel);
        return given is not null && answered!.Last == given ? new EscalationOutcome.Done(answered) : new EscalationOutcome.NotNow(answered!);
    }

    /// <summary>Null for whoever doesn't convene that table.</summary>
    private async Task<ConvenesAs?> Convenes(Actor actor, TerritoryId territory, TableId table, CancellationToken cancel) =>
        actor.Person is null || actor.Territory != territory || await rosters.Get(territory, cancel) is not { } roster
        || roster.TableOf(table) is not { } there || !roster.MayConvene(actor.Id, there) ? null
        : roster.Territory.Pilot == actor.Id ? ConvenesAs.Pilot
        : roster.IsPilot(actor.Id) ? ConvenesAs.Deputy
        : ConvenesAs.CoConvener;

    private static EscalationFault? FaultOf(string? words) =>
        OneLine.IsBlank(words) ? EscalationFault.WordsMissing
        : words.Trim().Length > MostWords ? EscalationFault.WordsTooLong
        : PersonalDataGuard.KindsIn(words).Count > 0 ? EscalationFault.WordsNameSomeone
        : null;

    private static EscalationFault? FaultOf(DateOnly? until, DateTimeOffset now) =>
        until is not { } day ? EscalationFault.DateMissing
        : day <= DateOnly.FromDateTime(now.UtcDateTime) ? EscalationFault.DatePast
        : day > DateOnly.FromDateTime(now.UtcDateTime).AddMonths(MostMonths) ? EscalationFault.DateTooFar
        : null;
}
