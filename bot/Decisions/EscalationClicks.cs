using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Decisions;

/// <summary>escalations.list</summary>
public sealed class ListEscalationsClick(Actors actors, EscalationsInReach reach) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var found = await reach.Of(actor, roster, cancel);
        return found.Count == 0
            ? new CardAnswer.Message(EscalationTexts.NothingWaits)
            : new CardAnswer.Card(EscalationListCard.Of(actor.Territory, found, roster.Zone));
    }
}

/// <summary>A click on one submitted decision: done, then drawn as it stands. Who may is asked by the use case.</summary>
public abstract class EscalationClick(Actors actors, EscalationsInReach reach) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || click.Id<TerritoryId>(EscalationVerbs.At) is not { } at || click.Id<EscalationId>(EscalationVerbs.Escalation) is not { } id)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var outcome = await Act(click, actor, at, id, cancel);
        var problem = outcome is null ? null : EscalationTexts.Problem(outcome);
        if (outcome is EscalationOutcome.NotFound or EscalationOutcome.NotAConvener)
        {
            return new CardAnswer.Refused(problem!);
        }

        // What is wrong with the words is shown above them; nothing typed is lost.
        var again = outcome is EscalationOutcome.Unsound && Typed(click) is { } typed
            ? reach.Ask(actor, roster, at, id, typed, cancel, problem)
            : reach.Draw(actor, roster, at, id, cancel, outcome is EscalationOutcome.Done ? News : null, problem);
        return await again is { } card
            ? new CardAnswer.Card(card)
            : new CardAnswer.Refused(EscalationTexts.NotYours);
    }

    /// <summary>What is said where it was done.</summary>
    protected virtual string? News => null;

    /// <summary>What the fields of the card held; null where it has none.</summary>
    protected virtual EscalationTyped? Typed(CardClick click) => null;

    /// <summary>Null where nothing is to be done but shown.</summary>
    protected abstract Task<EscalationOutcome?> Act(CardClick click, Actor actor, TerritoryId at, EscalationId id, CancellationToken cancel);
}

/// <summary>escalations.show</summary>
public sealed class ShowEscalationClick(Actors actors, EscalationsInReach reach) : EscalationClick(actors, reach)
{
    protected override Task<EscalationOutcome?> Act(CardClick click, Actor actor, TerritoryId at, EscalationId id, CancellationToken cancel) =>
        Task.FromResult<EscalationOutcome?>(null);
}

/// <summary>escalations.validate</summary>
public sealed class ValidateEscalationClick(Actors actors, EscalationsInReach reach, AnswerEscalation answer) : EscalationClick(actors, reach)
{
    protected override string? News => EscalationTexts.Validated;

    protected override async Task<EscalationOutcome?> Act(
        CardClick click, Actor actor, TerritoryId at, EscalationId id, CancellationToken cancel) => await answer.Validate(actor, id, cancel);
}

/// <summary>escalations.refuse</summary>
public sealed class RefuseEscalationClick(Actors actors, EscalationsInReach reach, AnswerEscalation answer) : EscalationClick(actors, reach)
{
    protected override string? News => EscalationTexts.Refused;

    protected override EscalationTyped? Typed(CardClick click) => new(EscalationAct.Refuse, click.Text(EscalationVerbs.Reason));

    protected override async Task<EscalationOutcome?> Act(
        CardClick click, Actor actor, TerritoryId at, EscalationId id, CancellationToken cancel) =>
        await answer.Refuse(actor, id, click.Text(EscalationVerbs.Reason), cancel);
}

/// <summary>escalations.return</summary>
public sealed class ReturnEscalationClick(Actors actors, EscalationsInReach reach, AnswerEscalation answer) : EscalationClick(actors, reach)
{
    protected override string? News => EscalationTexts.Returned;

    protected override EscalationTyped? Typed(CardClick click) =>
        new(EscalationAct.Return, click.Text(EscalationVerbs.Questions), Until(click));

    protected override async Task<EscalationOutcome?> Act(
        CardClick click, Actor actor, TerritoryId at, EscalationId id, CancellationToken cancel) =>
        await answer.Return(actor, id, click.Text(EscalationVerbs.Questions), Until(click), cancel);

    private static DateOnly? Until(CardClick click) =>
        DateOnly.TryParseExact(click.Text(EscalationVerbs.Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? until
            : null;
}

/// <summary>escalations.reply</summary>
public sealed class ReplyEscalationClick(Actors actors, EscalationsInReach reach, AnswerEscalation answer) : EscalationClick(actors, reach)
{
    protected override string? News => EscalationTexts.Replied;

    protected override EscalationTyped? Typed(CardClick click) => new(EscalationAct.Reply, click.Text(EscalationVerbs.Answer));

    protected override async Task<EscalationOutcome?> Act(
        CardClick click, Actor actor, TerritoryId at, EscalationId id, CancellationToken cancel) =>
        await answer.Reply(actor, at, id, click.Text(EscalationVerbs.Answer), cancel);
}
