using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Agendas;

/// <summary>agenda.suggestform: a member's own words for an item.</summary>
public sealed class OpenSuggestForm(AgendaCards cards) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) =>
        found.Session.IsOpenTo(found.Actor.Id, found.Table, found.Roster)
            ? new CardAnswer.Card(await Cards.Form(
                found, ItemInputs.Empty(click.Operation.Value, click.Text(AgendaKeys.Title), click.Text(AgendaKeys.Minutes)), null, [], cancel, suggests: true))
            : new CardAnswer.Refused(AgendaTexts.NotYours);
}

/// <summary>agenda.suggest: suggested, or added at once by a convener.</summary>
public sealed class SuggestClick(AgendaCards cards, SuggestItem suggest) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var typed = ItemInputs.Read(FormOf(click), click.Text);
        var outcome = await suggest.Run(found.Actor, found.Session.Id, typed.ToEntry(), new OperationId(typed.Form), cancel);
        return outcome is SuggestOutcome.Refused refused
            ? new CardAnswer.Card(await Cards.Form(found, typed, null, refused.Problems, cancel, suggests: true))
            : SuggestAnswers.Of(outcome, found);
    }
}

/// <summary>agenda.accept: it stands on the agenda.</summary>
public sealed class AcceptItemClick(AgendaCards cards, AnswerItemSuggestion answer) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (click.Id<OperationId>(AgendaKeys.Suggestion) is not { } id)
        {
            return new CardAnswer.Refused(AgendaTexts.NotAnswerable);
        }

        return await answer.Run(found.Actor, found.Session.Id, id, accept: true, null, cancel) switch
        {
            SuggestOutcome.Added added => await Cards.Show(found with { Session = added.Session }, cancel, AgendaTexts.Answered),
            SuggestOutcome.Refused refused => await Cards.Show(found, cancel, problem: AgendaTexts.Problems(refused.Problems)),
            SuggestOutcome.Declined => await Cards.Show(found, cancel, problem: AgendaTexts.NotAnswerable),
            var other => SuggestAnswers.Of(other, found),
        };
    }
}

/// <summary>agenda.declineform: asks why first.</summary>
public sealed class OpenDeclineForm(AgendaCards cards, IAgendas agendas) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) =>
        !found.MayConvene ? new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table))
        : click.Id<OperationId>(AgendaKeys.Suggestion) is { } id
            && await agendas.Suggestion(found.Session.Territory, found.Session.Id, id, cancel) is { Value: { State: SuggestionState.Waiting } waiting }
            ? new CardAnswer.Card(ItemCards.Decline(found.Session, found.Table, waiting))
            : await Cards.Show(found, cancel, problem: AgendaTexts.NotAnswerable);
}

/// <summary>agenda.decline</summary>
public sealed class DeclineItemClick(AgendaCards cards, AnswerItemSuggestion answer, IAgendas agendas) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (click.Id<OperationId>(AgendaKeys.Suggestion) is not { } id)
        {
            return new CardAnswer.Refused(AgendaTexts.NotAnswerable);
        }

        var reason = click.Text(SessionKeys.Reason);
        return await answer.Run(found.Actor, found.Session.Id, id, accept: false, reason, cancel) switch
        {
            SuggestOutcome.Declined declined => await Cards.Show(found with { Session = declined.Session }, cancel, AgendaTexts.Answered),
            SuggestOutcome.Added => await Cards.Show(found, cancel, problem: AgendaTexts.NotAnswerable),
            SuggestOutcome.Refused refused when await agendas.Suggestion(found.Session.Territory, found.Session.Id, id, cancel) is { Value: var there } =>
                new CardAnswer.Card(ItemCards.Decline(found.Session, found.Table, there, reason, AgendaTexts.Problems(refused.Problems))),
            var other => SuggestAnswers.Of(other, found),
        };
    }
}

/// <summary>What every outcome of a suggestion says where no card of its own does.</summary>
internal static class SuggestAnswers
{
    public static CardAnswer Of(SuggestOutcome outcome, ClickedSession found) =>
        outcome is SuggestOutcome.Suggested or SuggestOutcome.Added
            ? new CardAnswer.Message(Said(outcome, found.Table, found.Roster.Zone))
            : new CardAnswer.Refused(Said(outcome, found.Table, found.Roster.Zone));

    public static string Said(SuggestOutcome outcome, Concertation.Domain.Tables.Table table, TimeZoneInfo zone) => outcome.Match(
        it => AgendaTexts.Suggested(it.Session, table, zone, it.Suggestion),
        it => AgendaTexts.Added(it.Session, table, zone, it.Item),
        it => AgendaTexts.Declined(it.Suggestion, it.Session, table, zone),
        _ => AgendaTexts.NotAnswerable,
        _ => AgendaTexts.NotYours,
        it => AgendaTexts.Closed(it.Session, table, zone),
        it => AgendaTexts.Problems(it.Problems));
}
