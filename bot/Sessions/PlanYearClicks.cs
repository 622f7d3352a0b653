using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Notices;
using ConcertationBot.Turns;

namespace ConcertationBot.Sessions;

/// <summary>Draws the form of a table's year, with the dates the annual cycle proposes.</summary>
public sealed class PlanYearForms(ISessions sessions, Solicitations solicited, TimeProvider clock)
{
    // From the autumn on, the year to plan is the next one.
    private const int NextFrom = 10;

    public PlanInputs Empty(Roster roster, string form, Concertation.Domain.Tables.Table? table, int? year)
    {
        var today = Today(roster);
        var wanted = year ?? (today.Month >= NextFrom ? today.Year + 1 : today.Year);
        return new PlanInputs(
            roster.Territory.Id, form, table?.Id.Value, wanted.ToString(CultureInfo.InvariantCulture), null, WhenInputs.Nothing, []);
    }

    /// <summary>The same with dates for what is chosen; none while no table is.</summary>
    public async Task<PlanInputs> Propose(PlanInputs typed, Roster roster, CancellationToken cancel)
    {
        if (roster.Tables.FirstOrDefault(t => t.Id.Value == typed.Table) is not { } table || typed.YearValue is not { } year
            || !Years(roster).Contains(year))
        {
            return typed with { Rows = [] };
        }

        var rhythm = typed.RhythmValue ?? AnnualCycle.UsualFor(table.Kind);
        var there = await sessions.All(roster.Territory.Id, cancel);
        return (typed with { Rhythm = PlanInputs.Word(rhythm) })
            .With(AnnualCycle.Of(table, rhythm, year, Today(roster), there, roster.Zone));
    }

    public async Task<AdaptiveCard> Card(
        PlanInputs typed, Actor actor, Roster roster, IReadOnlyList<ConveneProblem> problems, CancellationToken cancel) =>
        PlanYearCard.Form(new PlanYearView(
            typed, roster.Territory.Name, ConveneForms.TablesOf(actor, roster), Years(roster), problems,
            roster.Tables.FirstOrDefault(t => t.Id.Value == typed.Table) is { } table ? await solicited.Of(table.Seats, roster, cancel) : null,
            GroupLater(typed, roster)));

    /// <summary>The offer, while the first of the dates kept is far enough.</summary>
    private string? GroupLater(PlanInputs typed, Roster roster) =>
        typed.ToForm().Rows.Min(r => r.When.Day) is { } first
        && Grouping.ForSession(new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), roster, clock.GetUtcNow()) is { } later
            ? SolicitationTexts.GroupLater(later, roster.Zone)
            : null;

    /// <summary>This year and those a session may be set in.</summary>
    private IReadOnlyList<int> Years(Roster roster) => [Today(roster).Year, Today(roster).Year + 1];

    private DateOnly Today(Roster roster) => ReminderRules.LocalDay(clock.GetUtcNow(), roster.Zone);
}

/// <summary>« planifier l’année »: the dates of a table, to be looked at.</summary>
public sealed class PlanYearCommand(PlanYearForms forms) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (ConveneForms.Refusal(turn.Actor, turn.Roster) is { } refusal)
        {
            return Say.Only(refusal);
        }

        var tables = ConveneForms.TablesOf(turn.Actor, turn.Roster);
        var table = turn.Reading.Slots.Table is { Ambiguous: false, Candidates: [var only] } ? only
            : tables is [var single] ? single
            : null;
        var typed = forms.Empty(turn.Roster, turn.Operation.Value, table, YearIn(turn.Text));
        return Say.Only(await forms.Card(await forms.Propose(typed, turn.Roster, cancel), turn.Actor, turn.Roster, [], cancel));
    }

    private static int? YearIn(string text) => Language.FrenchText.Read(text).Words
        .Where(token => token.Number is >= 2000 and < 2200).Select(token => (int?)token.Number).FirstOrDefault();
}

/// <summary>A click on the form of a year, with everything typed so far.</summary>
public abstract class PlanYearClick(Actors actors) : ICardClick
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

        var form = click.Text(ConveneInputs.FormKey) is { } name && IdRules.IsWellFormed(name) ? name : click.Operation.Value;
        return await Handle(click, actor, roster, PlanInputs.Read(roster.Territory.Id, form, click.Text), cancel);
    }

    protected abstract Task<CardAnswer> Handle(
        CardClick click, Actor actor, Roster roster, PlanInputs typed, CancellationToken cancel);
}

/// <summary>sessions.planform: dates for the table, the year and the rhythm chosen.</summary>
public sealed class ProposeYear(Actors actors, PlanYearForms forms) : PlanYearClick(actors)
{
    protected override async Task<CardAnswer> Handle(
        CardClick click, Actor actor, Roster roster, PlanInputs typed, CancellationToken cancel)
    {
        // Another table has a rhythm of its own.
        var before = click.Text(PlanInputs.ForKey)?.Split('.') is [var table, _, _] ? table : "";
        var other = before.Length > 0 && before != typed.Table && click.Text(PlanInputs.ForKey)!.EndsWith($".{typed.Rhythm}", StringComparison.Ordinal);
        var proposed = await forms.Propose(other ? typed with { Rhythm = null } : typed, roster, cancel);
        return new CardAnswer.Card(await forms.Card(proposed, actor, roster, [], cancel));
    }
}

/// <summary>sessions.plan: the dates kept become sessions, once, however often the button is pressed.</summary>
public sealed class PlanYearNow(Actors actors, PlanYearForms forms, PlanYear plan) : PlanYearClick(actors)
{
    protected override async Task<CardAnswer> Handle(
        CardClick click, Actor actor, Roster roster, PlanInputs typed, CancellationToken cancel)
    {
        var outcome = await plan.Run(actor, typed.ToForm(), new OperationId(typed.Form), cancel);
        return await outcome.Match<Task<CardAnswer>>(
            planned => Task.FromResult<CardAnswer>(new CardAnswer.Card(PlanYearCard.Planned(planned.Table, planned.Sessions, roster, planned.Again))),
            async refused => new CardAnswer.Card(await forms.Card(typed, actor, roster, refused.Problems, cancel)));
    }
}

/// <summary>sessions.conveneplanned: the convocation of a planned session.</summary>
public sealed class ConvenePlannedClick(SessionClicks clicks, ConvenePlanned convene) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        var change = await convene.Run(found.Actor, found.Session.Id, SessionClicks.SparesOften(click), cancel);
        return ChangeAnswers.Of(
            change, found,
            done => clicks.Show(
                found with { Session = done.Session }, click,
                SessionTexts.Convened(done.Session.Called(found.Table).Count(s => found.Roster.Mandates.ContainsKey(s.Id)))),
            _ => clicks.Show(found, click));
    }
}
