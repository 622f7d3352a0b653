using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Papers;
using Concertation.Work.Notices;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Minutes;

/// <summary>A session's minutes as the person who looks may see them.</summary>
public sealed class MinutesViews(DraftMinutes draft, IMinutes minutes, Solicitations solicited, PaperLinks papers, TimeProvider clock)
{
    /// <summary>Null where there is nothing to see: a draft is its convener's, and a session that isn't the person's says nothing.</summary>
    public async Task<MinutesView?> Of(Actor actor, Roster roster, Session session, Table table, CancellationToken cancel)
    {
        var convenes = roster.MayConvene(actor.Id, table);
        if (!session.IsOpenTo(actor.Id, table, roster) || await draft.Of(session, roster, actor, cancel) is not { } full)
        {
            return null;
        }

        var head = full.Minutes.Value;
        var text = full.Text;
        if (!convenes && head.State == MinutesState.Draft)
        {
            // Corrected since it went out: members go on reading what they were sent.
            if (head.CirculatedVersion == 0
                || await minutes.Version(session.Territory, session.Id, head.CirculatedVersion, cancel) is not { } circulated)
            {
                return null;
            }

            (text, head) = (circulated, head with { Version = head.CirculatedVersion });
        }

        var amendments = convenes ? await minutes.Amendments(session.Territory, session.Id, cancel) : [];
        return new MinutesView(
            session, table, roster, head, text, [.. amendments.Select(a => a.Value)], clock.GetUtcNow(), convenes,
            ProposeAmendment.SeatOf(text, roster, actor) is not null,
            papers.For(session.Territory, new Paper(session.Id, PaperKind.Minutes, head.Version), actor.Id),
            convenes && head.State != MinutesState.Validated ? await solicited.Of(session.Called(table), roster, cancel) : null,
            Grouping.ForMinutes(session, table, roster, clock.GetUtcNow()));
    }
}

/// <summary>A click on a session's minutes: found, and open to whoever clicked.</summary>
public abstract class MinutesClick(SessionClicks clicks, MinutesViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) is { } found ? await Handle(found, click, cancel) : SessionClicks.Unknown;

    protected abstract Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel);

    protected Task<MinutesView?> View(ClickedSession found, CancellationToken cancel) =>
        views.Of(found.Actor, found.Roster, found.Session, found.Table, cancel);

    protected async Task<CardAnswer> Shown(ClickedSession found, CancellationToken cancel, string? news = null, string? problem = null) =>
        await View(found, cancel) is { } view
            ? new CardAnswer.Card(MinutesCards.Of(view, news, problem))
            : new CardAnswer.Refused(found.MayConvene
                ? MinutesTexts.Refusal(new MinutesRefusal.NotHeld(found.Session), found.Table, found.Roster.Zone)
                : MinutesTexts.NotOpenToYou);

    protected Task<CardAnswer> Shown(
        MinutesOutcome outcome, ClickedSession found, Func<MinutesOutcome.Done, string> done, CancellationToken cancel) => outcome.Match(
        it => Shown(found, cancel, done(it)),
        why => found.MayConvene
            ? Shown(found, cancel, problem: Said(why, found))
            : Task.FromResult<CardAnswer>(new CardAnswer.Refused(Said(why, found))));

    protected static string Said(MinutesRefusal why, ClickedSession found) => MinutesTexts.Refusal(why, found.Table, found.Roster.Zone);

    protected static int VersionOf(CardClick click) =>
        int.TryParse(click.Text(MinutesKeys.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}

/// <summary>minutes.show</summary>
public sealed class ShowMinutesClick(SessionClicks clicks, MinutesViews views) : MinutesClick(clicks, views)
{
    protected override Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) => Shown(found, cancel);
}

/// <summary>minutes.circulate</summary>
public sealed class CirculateMinutesClick(SessionClicks clicks, MinutesViews views, CirculateMinutes circulate) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) => await Shown(
        await circulate.Run(found.Actor, found.Session.Id, VersionOf(click), SessionClicks.SparesOften(click), cancel), found,
        done => done.Changed
            ? MinutesTexts.Circulated(done.Minutes.Minutes.Value, found.Session.Called(found.Table).Count(s => found.Roster.Mandates.ContainsKey(s.Id)))
            : MinutesTexts.AlreadyCirculated,
        cancel);
}

/// <summary>minutes.validate: approved by the table that meets again.</summary>
public sealed class ValidateMinutesClick(SessionClicks clicks, MinutesViews views, ValidateMinutes validate) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) => await Shown(
        await validate.Run(found.Actor, found.Session.Id, cancel), found,
        done => MinutesTexts.Validated(done.Minutes.Minutes.Value, found.Roster.Zone), cancel);
}

/// <summary>minutes.amendform</summary>
public sealed class OpenAmendForm(SessionClicks clicks, MinutesViews views) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) =>
        await View(found, cancel) is { Attended: true } view
            ? new CardAnswer.Card(MinutesCards.Amend(view))
            : new CardAnswer.Refused(Said(new MinutesRefusal.DidNotAttend(found.Session), found));
}

/// <summary>minutes.amend</summary>
public sealed class AmendClick(SessionClicks clicks, MinutesViews views, ProposeAmendment propose) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var text = click.Text(MinutesKeys.Text);
        var outcome = await propose.Run(found.Actor, found.Session.Id, click.Id<ItemId>(MinutesKeys.Item), text, click.Operation, cancel);
        return await outcome.Match(
            _ => Task.FromResult<CardAnswer>(new CardAnswer.Card(MinutesCards.AmendSent(found.Session, found.Table, found.Roster.Zone, text ?? ""))),
            async why => await View(found, cancel) is { Attended: true } view
                ? new CardAnswer.Card(MinutesCards.Amend(view, text, Said(why, found)))
                : new CardAnswer.Refused(Said(why, found)));
    }
}

/// <summary>minutes.accept</summary>
public sealed class AcceptAmendmentClick(SessionClicks clicks, MinutesViews views, AnswerAmendment answer) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) =>
        click.Id<OperationId>(MinutesKeys.Amendment) is { } id
            ? await Shown(
                await answer.Run(found.Actor, found.Session.Id, id, MinutesTexts.Amended, null, cancel), found,
                done => done.Changed ? "La modification est reprise, et la personne qui l’a demandée en est informée." : "Quelqu’un y a déjà répondu.", cancel)
            : await Shown(found, cancel);
}

/// <summary>minutes.refuseform: asks why first.</summary>
public sealed class OpenRefuseForm(SessionClicks clicks, MinutesViews views, IMinutes minutes) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (!found.MayConvene)
        {
            return new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table));
        }

        var id = click.Id<OperationId>(MinutesKeys.Amendment);
        var amendments = await minutes.Amendments(found.Session.Territory, found.Session.Id, cancel);
        return amendments.FirstOrDefault(a => a.Value.Id == id && a.Value.State == AmendmentState.Waiting) is { } waiting
            ? new CardAnswer.Card(MinutesCards.Refuse(found.Session, found.Table, waiting.Value))
            : await Shown(found, cancel, problem: Said(new MinutesRefusal.NoSuchAmendment(), found));
    }
}

/// <summary>minutes.refuse: with the reason, which goes to who asked.</summary>
public sealed class RefuseAmendmentClick(SessionClicks clicks, MinutesViews views, AnswerAmendment answer, IMinutes minutes) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (click.Id<OperationId>(MinutesKeys.Amendment) is not { } id)
        {
            return await Shown(found, cancel);
        }

        var reason = click.Text(MinutesKeys.Reason);
        var outcome = await answer.Run(found.Actor, found.Session.Id, id, null, reason, cancel);
        if (outcome is MinutesOutcome.Refused { Why: MinutesRefusal.TextMissing or MinutesRefusal.TooLong or MinutesRefusal.NamesSomeone } unfit
            && (await minutes.Amendments(found.Session.Territory, found.Session.Id, cancel)).FirstOrDefault(a => a.Value.Id == id) is { } there)
        {
            return new CardAnswer.Card(MinutesCards.Refuse(found.Session, found.Table, there.Value, reason, Said(unfit.Why, found)));
        }

        return await Shown(outcome, found, _ => "C’est noté, et la personne qui l’a demandé en est informée.", cancel);
    }
}
