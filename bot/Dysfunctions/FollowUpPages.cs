using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using ConcertationBot.AddIn.Dysfunctions;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>Where a follow-up code opens its report: status, decision, questions, and until it is qualified other words or withdrawal.</summary>
public sealed class FollowUpPages(IRosters rosters, OwnReport own, DysfunctionViews views)
{
    public async Task<IResult> Ask(string territory, CancellationToken cancel) =>
        await RosterOf(territory, cancel) is { } roster ? Page(roster, null, null, null) : Nowhere();

    public async Task<IResult> Act(string territory, IFormCollection form, CancellationToken cancel)
    {
        if (await RosterOf(territory, cancel) is not { } roster)
        {
            return Nowhere();
        }

        if (FollowUpCode.Parse(form["code"]) is not { } code || await own.ByCode(roster.Territory.Id, code, cancel) is not { } report)
        {
            return Page(roster, Problem(ReportPageTexts.NoSuchCode), null, null);
        }

        var done = form["act"].ToString() switch
        {
            "answer" => await Answer(report, form, cancel),
            "reword" => Told(report, await own.Reword(report, ReportFields.Read(form), cancel), ExchangeTexts.Reworded, ReportFields.Read(form)),
            "withdraw" when form[SureOfIt.Field] != SureOfIt.Yes => new Done(report, Problem(LinkPost.TickFirst)),
            "withdraw" => Told(report, await own.Withdraw(report, cancel), ExchangeTexts.Withdrawn, null),
            _ => new Done(report, null),
        };
        return Page(roster, done.Notice, code, Shown(await views.Of(done.Report, roster, cancel), done));
    }

    private async Task<Done> Answer(Dysfunction report, IFormCollection form, CancellationToken cancel)
    {
        var operation = form["operation"].ToString() is { Length: > 0 } named && IdRules.IsWellFormed(named) ? named : "-";
        var typed = PeoplesWords.Clean(form["answer"].ToString()) ?? "";
        var result = await own.Answer(report, typed, new OperationId(operation), cancel);
        return result.Why switch
        {
            null => new(result.Report!, Good(ExchangeTexts.Answered)),
            ExchangeRefusal.NamesSomeone => new(
                report, Problem(ExchangeTexts.Refused(result), $"« {DysfunctionTexts.Masked(typed)} »", DysfunctionTexts.Neutral),
                NeutralWording.Of(typed) ?? typed),
            _ => new(result.Report ?? report, Problem(ExchangeTexts.Refused(result)), typed),
        };
    }

    /// <summary>What was typed in vain comes back, in neutral words where it named somebody.</summary>
    private static Done Told(Dysfunction before, OwnReportAnswer answer, string done, WrittenReport? typed) => answer switch
    {
        OwnReportAnswer.Done it => new(it.Report, Good(done)),
        OwnReportAnswer.TooLate it => new(it.Report, Problem(ExchangeTexts.TooLate)),
        OwnReportAnswer.Unfit { Why: ReportAnswer.NamesSomeone names } => new(
            before, Problem(ReportPageTexts.NotKept, DysfunctionTexts.TakeOut(typed!, names.Fields).Split('\n')), Reworded: typed!.Neutral()),
        OwnReportAnswer.Unfit { Why: ReportAnswer.TooLong tooLong } => new(
            before, Problem(DysfunctionTexts.TooLong(tooLong.Field, tooLong.Limit)), Reworded: typed),
        OwnReportAnswer.Unfit => new(before, Problem(DysfunctionTexts.NothingWritten)),
        _ => new(before, Problem(DysfunctionTexts.Gone)),
    };

    private static FollowUpPageReport Shown(ReportShown shown, Done done)
    {
        var (report, zone) = (shown.Report, shown.Roster.Zone);
        var said = report.Exchanges ?? [];
        return new FollowUpPageReport(
            shown.Reference, FollowUpTexts.Now(shown),
            [.. report.Decisions.Select(d => ($"{(d.Adopted ? "Décision adoptée" : "Proposition non adoptée")} : {FollowUpTexts.NumberOf(d)}, {French.Day(d.At, zone)}", d.Text ?? FollowUpTexts.InCamera))],
            report is { Status: DysfunctionStatus.ClosedWithoutAction, History: [.., { Note: { } reason }] } ? reason : null,
            report.Happened, [.. DysfunctionPieces.FactsOf(shown)], [.. FollowUpTexts.Steps(shown)],
            [.. said.Select(e => ($"{ExchangeTexts.Speaker(e)}, {French.ShortDay(e.At, zone)}", e.Text))],
            said.Count > 0 && !report.Over ? new FollowUpPageAnswer(done.Answer, Exchange.Longest) : null,
            report.Status == DysfunctionStatus.Received ? ReportFields.Of(done.Reworded ?? report.Written()) : null, done.Reworded is not null,
            Operations.IdOf($"{shown.Reference}|{said.Count}"));
    }

    private async Task<Roster?> RosterOf(string territory, CancellationToken cancel) =>
        IdRules.IsWellFormed(territory) ? await rosters.Get(new(territory), cancel) : null;

    private static IResult Page(Roster roster, ReportPageNotice? notice, FollowUpCode? code, FollowUpPageReport? report) =>
        PersonalLinkPages.Page<FollowUpPage>(new()
        {
            [nameof(FollowUpPage.Model)] = new FollowUpPageModel(roster.Territory.Name, notice, code?.ToString(), report),
        });

    private static IResult Nowhere() => PersonalLinkPages.Problem(
        StatusCodes.Status404NotFound, "Cette adresse n’est pas valable", "Ouvrez celle qui vous a été donnée avec votre code, en entier.");

    private static ReportPageNotice Problem(string title, params IReadOnlyList<string> lines) => new(PageNoticeKind.Problem, title, lines);

    private static ReportPageNotice Good(string title) => new(PageNoticeKind.Done, title, []);

    /// <summary>The report after what was asked, what is said of it, and what was typed in vain.</summary>
    private sealed record Done(Dysfunction Report, ReportPageNotice? Notice, string? Answer = null, WrittenReport? Reworded = null);
}
