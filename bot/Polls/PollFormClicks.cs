using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Notices;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Polls;

/// <summary>Draws the poll's form: for whom, with which tables and axes.</summary>
public sealed class PollForms(IRoadmaps roadmaps, TimeProvider clock)
{
    public async Task<AdaptiveCard> Form(
        PollInputs typed, Actor actor, Roster roster, IReadOnlyList<ConveneProblem> problems, string? hint,
        CancellationToken cancel)
    {
        var year = typed.Filled.Select(s => s.Input.DayValue?.Year).FirstOrDefault(y => y is not null)
            ?? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;
        var plan = await roadmaps.Get(roster.Territory.Id, year, cancel);
        return PollFormCard.Form(typed, new ConveneFormView(
            typed.Session, roster.Territory.Name, ConveneForms.TablesOf(actor, roster), plan?.Plan.Axes ?? [], problems, hint));
    }
}

/// <summary>A click on one of the poll form's buttons, or on the convening form's « Proposer plusieurs dates », with everything typed so far.</summary>
public abstract class PollFormClick(Actors actors) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>(SessionKeys.Territory), cancel) is not var (actor, roster))
        {
            return SessionClicks.OutOfReach;
        }

        if (ConveneForms.Refusal(actor, roster) is { } refusal)
        {
            return new CardAnswer.Refused(refusal);
        }

        // The form's own name makes two clicks one act; a form that lost it is the click's own.
        var form = click.Text(ConveneInputs.FormKey) is { } name && IdRules.IsWellFormed(name) ? name : click.Operation.Value;
        return await Handle(new Clicked(click, actor, roster, PollInputs.Read(roster.Territory.Id, form, click.Text)), cancel);
    }

    protected sealed record Clicked(CardClick Click, Actor Actor, Roster Roster, PollInputs Typed);

    protected abstract Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel);
}

/// <summary>polls.form: the form, with what was typed.</summary>
public sealed class OpenPollForm(Actors actors, PollForms forms) : PollFormClick(actors)
{
    protected override async Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel) => new CardAnswer.Card(
        await forms.Form(clicked.Typed, clicked.Actor, clicked.Roster, [], null, cancel));
}

/// <summary>polls.check: all that is to mend, or the look before sending.</summary>
public sealed class CheckPollForm(
    Actors actors, PollForms forms, OpenDatePoll open, Solicitations solicited, TimeProvider clock) : PollFormClick(actors)
{
    protected override async Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel)
    {
        var (typed, roster) = (clicked.Typed, clicked.Roster);
        var check = await open.Check(clicked.Actor, typed.ToForm(), cancel);
        if (check.Plan is not { } plan)
        {
            return new CardAnswer.Card(await forms.Form(typed, clicked.Actor, roster, check.Problems, null, cancel));
        }

        return new CardAnswer.Card(PollFormCard.Confirm(
            typed, plan, check.Warnings, roster, await solicited.Of(Session.Called(plan.Session.Table, plan.Session.Format), roster, cancel),
            Grouping.ForPoll(plan.ReplyBy, plan.Slots.Min(s => s.Start), roster, clock.GetUtcNow())));
    }
}

/// <summary>polls.open: the poll, once, however often the button is pressed.</summary>
public sealed class SendPoll(Actors actors, PollForms forms, OpenDatePoll open, PollClicks clicks) : PollFormClick(actors)
{
    protected override async Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel)
    {
        var (typed, actor, roster) = (clicked.Typed, clicked.Actor, clicked.Roster);
        var outcome = await open.Run(actor, typed.ToForm() with { SparesOften = SessionClicks.SparesOften(clicked.Click) }, new OperationId(typed.Session.Form), cancel);
        return await outcome.Match(
            async opened =>
            {
                var found = await clicks.Find(actor, roster, opened.Poll.Id, cancel)
                    ?? throw new InvalidOperationException("a poll that was opened can't be read");
                return await clicks.Show(
                    found, clicked.Click, cancel,
                    PollTexts.Opened(found.Poll.Called(found.Table).Count(s => roster.Mandates.ContainsKey(s.Id))));
            },
            async refused => (CardAnswer)new CardAnswer.Card(
                await forms.Form(typed, actor, roster, refused.Problems, null, cancel)));
    }
}
