using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Graph;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Notices;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;

namespace ConcertationBot.Sessions;

/// <summary>Draws the convening form: for whom, with which tables and axes.</summary>
public sealed class ConveneForms(IRoadmaps roadmaps, TimeProvider clock)
{
    public async Task<AdaptiveCard> Form(
        ConveneInputs typed, Actor actor, Roster roster, IReadOnlyList<ConveneProblem> problems, string? hint,
        CancellationToken cancel)
    {
        var year = typed.When.DayValue?.Year ?? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;
        var plan = await roadmaps.Get(roster.Territory.Id, year, cancel);
        return ConveneCard.Form(new ConveneFormView(
            typed, roster.Territory.Name, TablesOf(actor, roster), plan?.Plan.Axes ?? [], problems, hint));
    }

    public static IReadOnlyList<Concertation.Domain.Tables.Table> TablesOf(Actor actor, Roster roster) =>
        [.. roster.Tables.Where(t => roster.MayConvene(actor.Id, t))];

    /// <summary>What to say to who convenes no table here; null to who does.</summary>
    public static string? Refusal(Actor actor, Roster roster) => TablesOf(actor, roster).Count > 0
        ? null
        : SessionTexts.NotAConvener([roster.PersonOf(roster.Territory.Pilot)?.Name ?? roster.Territory.Name]);
}

/// <summary>A click on one of the convening form's buttons, with everything typed so far.</summary>
public abstract class ConveneClick(Actors actors) : ICardClick
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
        var typed = ConveneInputs.Read(roster.Territory.Id, form, click.Text);
        return await Handle(new Clicked(click, actor, roster, typed), cancel);
    }

    protected sealed record Clicked(CardClick Click, Actor Actor, Roster Roster, ConveneInputs Typed);

    protected abstract Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel);
}

/// <summary>sessions.form: the form, empty or with what was typed.</summary>
public sealed class OpenConveneForm(Actors actors, ConveneForms forms) : ConveneClick(actors)
{
    protected override async Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel) => new CardAnswer.Card(
        await forms.Form(clicked.Typed, clicked.Actor, clicked.Roster, [], null, cancel));
}

/// <summary>sessions.check: all that is to mend, or the look before sending.</summary>
public sealed class CheckConveneForm(
    Actors actors, ConveneForms forms, ConveneSession convene, Solicitations solicited, PlaceEscalation place, GraphCalendar graph, TimeProvider clock) : ConveneClick(actors)
{
    protected override async Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel)
    {
        var (typed, roster) = (clicked.Typed, clicked.Roster);
        var check = await convene.Check(clicked.Actor, typed.ToForm(), cancel);
        if (check.Plan is not { } plan)
        {
            return new CardAnswer.Card(await forms.Form(typed, clicked.Actor, roster, check.Problems, null, cancel));
        }

        // Outlook gives a meeting without a link one of its own.
        var warnings = check.Warnings.Where(w => w is not ConveneWarning.OnlineWithoutLink || !graph.IsConfigured).ToList();
        return new CardAnswer.Card(ConveneCard.Confirm(
            typed, plan, warnings, roster, await solicited.Of(Session.Called(plan.Table, plan.Format), roster, cancel),
            Grouping.ForSession(plan.Start, roster, clock.GetUtcNow()),
            await place.WouldGoOn(roster.Territory.Id, plan.Table.Id, plan.Agenda.Count, cancel)));
    }
}

/// <summary>sessions.convene: the session, once, however often the button is pressed.</summary>
public sealed class SendConvocations(
    Actors actors, ConveneForms forms, ConveneSession convene, ISessions sessions, SessionClicks clicks) : ConveneClick(actors)
{
    protected override async Task<CardAnswer> Handle(Clicked clicked, CancellationToken cancel)
    {
        var (typed, actor, roster) = (clicked.Typed, clicked.Actor, clicked.Roster);
        var form = typed.ToForm() with { SparesOften = SessionClicks.SparesOften(clicked.Click) };
        var outcome = await convene.Run(actor, form, new OperationId(typed.Form), cancel);
        return await outcome.Match(
            async convened =>
            {
                var session = convened.Session;
                var table = roster.TableOf(session.Table)!;
                var replies = await sessions.Replies(session.Territory, session.Id, cancel);
                return clicks.Show(
                    new ClickedSession(actor, roster, session, table, replies), clicked.Click,
                    SessionTexts.Convened(session.Called(table).Count(s => roster.Mandates.ContainsKey(s.Id))));
            },
            async refused => (CardAnswer)new CardAnswer.Card(
                await forms.Form(typed, actor, roster, refused.Problems, null, cancel)));
    }
}

/// <summary>sessions.secondcall: the form for the same agenda again, without quorum.</summary>
public sealed class OpenSecondCall(SessionClicks clicks, ConveneForms forms) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        return found.MayConvene
            ? new CardAnswer.Card(await forms.Form(
                ConveneInputs.Again(found.Session, click.Operation.Value), found.Actor, found.Roster, [], null, cancel))
            : new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table));
    }
}
