using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>Opens an empty form.</summary>
public sealed class ReportFormClick(Actors actors, ReportForm forms) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is var (actor, roster)
            ? new CardAnswer.Card(await forms.From("", actor, roster, click.Operation, cancel))
            : new CardAnswer.Refused(HelpTexts.OutOfReach);
}

/// <summary>Sends the form: a reference, or the form again with what stands in the way.</summary>
public sealed class SendReportClick(
    Actors actors, ReportDysfunction report, ReportForm forms, ReportDrafts drafts, DysfunctionViews views) : ICardClick
{
    /// <summary>Far above what the form's fields take: only a forged click sends more.</summary>
    private const int MostTyped = 10_000;

    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var written = ReportForm.Read(click);
        if (written.Texts().Sum(t => t.Text.Length) > MostTyped)
        {
            return new CardAnswer.Refused(DysfunctionTexts.TooLong(ReportField.Happened, WrittenReport.LimitOf(ReportField.Happened)));
        }

        var form = click.Id<OperationId>("form") ?? click.Operation;
        var read = click.Text("read");
        if (ElsewhereRead.Unread(written, read) is { Count: > 0 } unread)
        {
            return new CardAnswer.Card(await forms.Again(written, actor, roster, form, null, cancel, unread, read));
        }

        var answer = await report.Handle(actor, roster, written, form, cancel);
        return await answer.Match(
            async received =>
            {
                await drafts.Forget(roster.Territory.Id, actor.Id, cancel);
                return new CardAnswer.Card(FollowUpCard.Received(
                    await views.Of(received.Report, roster, cancel), await Known(received.Report, roster, cancel)));
            },
            names => Neutral(names.Fields),
            nothing => Again(new FormNotice(DysfunctionTexts.NothingWritten)),
            tooLong => Again(new FormNotice(DysfunctionTexts.TooLong(tooLong.Field, tooLong.Limit))));

        async Task<Cluster?> Known(Dysfunction made, Roster of, CancellationToken stop) =>
            (await views.AlikeTo(made, of, stop)).Select(a => a.Cluster).FirstOrDefault(c => c is { Open: true, Summary: not null });

        async Task<CardAnswer.Card> Again(FormNotice notice) => new(await forms.Again(written, actor, roster, form, notice, cancel, read: read));

        async Task<CardAnswer.Card> Neutral(IReadOnlyList<FieldWithPersonalData> fields) => new(await forms.Again(
            written.Neutral(), actor, roster, form,
            new FormNotice("Pas encore envoyé : ce texte peut désigner quelqu’un. Rien n’a été gardé.", DysfunctionTexts.TakeOut(written, fields)), cancel, read: read));
    }
}

/// <summary>Closes the form and forgets the draft.</summary>
public sealed class CancelReportClick(Actors actors, ReportDrafts drafts) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is var (actor, roster))
        {
            await drafts.Forget(roster.Territory.Id, actor.Id, cancel);
        }

        return new CardAnswer.Card(ReportDraftCard.Cancelled());
    }
}

/// <summary>Shows a report to whoever may see it: to handle for the pilote, to follow for its reporter.</summary>
public sealed class ShowReportClick(Actors actors, FollowDysfunction follow, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (ClickInputs.Report(click) is not { } reference || await follow.Handle(actor, roster, reference, cancel) is not { } report)
        {
            return new CardAnswer.Refused(DysfunctionTexts.NotYours);
        }

        return new CardAnswer.Card(roster.Handles(actor, report)
            ? await views.ForPilot(report, roster, cancel)
            : FollowUpCard.Of(await views.Of(report, roster, cancel)));
    }
}

/// <summary>The next page of one's own reports or of what waits for the pilote.</summary>
public sealed class ListReportsClick(Actors actors, FollowDysfunction follow) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var (nothing, after) = (new ReportSlice([], null), DysfunctionRef.Parse(click.Text("after")));
        return new CardAnswer.Card(click.Text("list") == "queue"
            ? MyReportsCard.Of(roster, nothing, await follow.Waiting(actor, roster, after, cancel))
            : MyReportsCard.Of(roster, await follow.Mine(actor, roster, null, after, cancel), nothing));
    }
}
