using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>The pilote asks a report's reporter something.</summary>
public sealed class AskReporterClick(Actors actors, AskReporter ask, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var result = await ask.Handle(actor, roster, reference, PeoplesWords.Clean(click.Text("question")), click.Operation, cancel);
        return result.Why is not null
            ? new CardAnswer.Refused(ExchangeTexts.Refused(result))
            : new CardAnswer.Card(await views.ForPilot(
                result.Report!, roster, cancel,
                new FormNotice(ExchangeTexts.Asked, result.Report!.ReachesReporter ? ExchangeTexts.AskedReachable : ExchangeTexts.AskedAnonymous),
                done: true));
    }
}

/// <summary>What only a report's reporter may do with it.</summary>
public abstract class OwnReportClick(Actors actors, FollowDysfunction follow, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (ClickInputs.Report(click) is not { } reference
            || await follow.Handle(actor, roster, reference, cancel) is not { } report || report.Reporter != actor.Id)
        {
            return new CardAnswer.Refused(DysfunctionTexts.NotYours);
        }

        var (changed, said, refused) = await Do(report, click, cancel);
        return refused is not null
            ? new CardAnswer.Refused(refused)
            : new CardAnswer.Card(FollowUpCard.Of(await views.Of(changed, roster, cancel), notice: said));
    }

    /// <summary>The report as it stands and what is said of it, or why nothing was done.</summary>
    protected abstract Task<(Dysfunction Report, string? Said, string? Refused)> Do(Dysfunction own, CardClick click, CancellationToken cancel);

    protected static (Dysfunction Report, string? Said, string? Refused) Outcome(Dysfunction before, OwnReportAnswer answer, string done) => answer switch
    {
        OwnReportAnswer.Done it => (it.Report, done, null),
        OwnReportAnswer.TooLate it => (it.Report, null, ExchangeTexts.TooLate),
        OwnReportAnswer.Unfit { Why: ReportAnswer.NamesSomeone names } => (before, null, string.Join(
            "\n", names.Fields.Select(f => DysfunctionTexts.TakeOut(DysfunctionTexts.FieldName(f.Field), f.Kinds)))),
        OwnReportAnswer.Unfit { Why: ReportAnswer.TooLong tooLong } => (before, null, DysfunctionTexts.TooLong(tooLong.Field, tooLong.Limit)),
        OwnReportAnswer.Unfit => (before, null, DysfunctionTexts.NothingWritten),
        _ => (before, null, DysfunctionTexts.Gone),
    };
}

/// <summary>The reporter answers a question.</summary>
public sealed class AnswerQuestionClick(Actors actors, FollowDysfunction follow, DysfunctionViews views, OwnReport report)
    : OwnReportClick(actors, follow, views)
{
    protected override async Task<(Dysfunction Report, string? Said, string? Refused)> Do(Dysfunction own, CardClick click, CancellationToken cancel)
    {
        var result = await report.Answer(own, PeoplesWords.Clean(click.Text("answer")), click.Operation, cancel);
        return result.Why is null ? (result.Report!, ExchangeTexts.Answered, null) : (own, null, ExchangeTexts.Refused(result));
    }
}

/// <summary>The reporter puts a report in other words, until it is qualified.</summary>
public sealed class RewordReportClick(Actors actors, FollowDysfunction follow, DysfunctionViews views, OwnReport report)
    : OwnReportClick(actors, follow, views)
{
    protected override async Task<(Dysfunction Report, string? Said, string? Refused)> Do(Dysfunction own, CardClick click, CancellationToken cancel)
    {
        // The card corrects the story; the other fields stay as they were.
        var written = own.Written() with { Happened = PeoplesWords.Clean(click.Text("happened")) };
        return Outcome(own, await report.Reword(own, written, cancel), ExchangeTexts.Reworded);
    }
}

/// <summary>The reporter withdraws a report, until it is qualified.</summary>
public sealed class WithdrawReportClick(Actors actors, FollowDysfunction follow, DysfunctionViews views, OwnReport report)
    : OwnReportClick(actors, follow, views)
{
    protected override async Task<(Dysfunction Report, string? Said, string? Refused)> Do(Dysfunction own, CardClick click, CancellationToken cancel) =>
        Outcome(own, await report.Withdraw(own, cancel), ExchangeTexts.Withdrawn);
}
