using System.Net.Mail;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using ConcertationBot.AddIn.Dysfunctions;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>The page behind a table's link: shows the form, and receives it. The guard reads everything before anything is kept.</summary>
public sealed class ReportPageForm(ReportDysfunction report, ReportTickets tickets, ReportPages pages, DysfunctionViews views)
{
    private const string SendButton = "Envoyer";

    public Task<IResult> Show(ReportPlace place) =>
        Task.FromResult(Page(place, new Typed(new WrittenReport(null), null, null), tickets.New(place.LinkHash)));

    public async Task<IResult> Send(ReportPlace place, IFormCollection form, CancellationToken cancel)
    {
        var typed = new Typed(ReportFields.Read(form), Short(form["name"], 80), Short(form["mail"], 200));
        if (tickets.Read(form["ticket"], place.LinkHash) is not { } ticket)
        {
            return Page(place, typed, tickets.New(place.LinkHash), Problem(ReportPageTexts.TooOld));
        }

        var again = new Again(form["ticket"]!, form[SureOfIt.Field] == SureOfIt.Yes, form["read"].ToString());
        if (Refusal(typed, again, ticket) is { } refusal)
        {
            return Page(place, typed, again.Ticket, refusal, again);
        }

        var unread = again.Unread(typed.Written);
        if (unread.Count > 0)
        {
            return Page(place, typed, again.Ticket, null, again with { Read = again.ReadToo(unread) }, unread);
        }

        var code = FollowUpCode.Of(views.Year(place.Roster), ticket.Secret);
        var answer = await report.Handle(
            PageReporters.Somebody(place.Roster.Territory.Id, typed.Name ?? ReportPageTexts.Somebody), place.Roster, typed.Written,
            new OperationId(Operations.IdOf($"report form|{ticket.Secret}")), cancel,
            new PageReport(place.Table!.Id, code.Hash, typed.Name, typed.Mail));
        return answer.Match(
            received => Sent(place, received.Report, ticket, typed.Mail),
            names => Page(
                place, typed with { Written = typed.Written.Neutral() }, again.Ticket,
                Problem(ReportPageTexts.NotKept, DysfunctionTexts.TakeOut(typed.Written, names.Fields).Split('\n')), again),
            nothing => Page(place, typed, again.Ticket, Problem(DysfunctionTexts.NothingWritten), again),
            tooLong => Page(place, typed, again.Ticket, Problem(DysfunctionTexts.TooLong(tooLong.Field, tooLong.Limit)), again));
    }

    private ReportPageNotice? Refusal(Typed typed, Again again, ReportTicket ticket) =>
        !again.Sure ? Problem(LinkPost.TickFirst)
        : tickets.IsTooFast(ticket) ? Problem(ReportPageTexts.TooFast)
        : typed.Mail is { } mail && !MailAddress.TryCreate(mail, out _) ? Problem(ReportPageTexts.WrongMail)
        : null;

    private IResult Sent(ReportPlace place, Dysfunction received, ReportTicket ticket, string? mail) => PersonalLinkPages.Page<ReportSentPage>(new()
    {
        [nameof(ReportSentPage.Model)] = new ReportSentModel(
            place.Roster.Territory.Name, received.Reference.Value, FollowUpCode.Of(received.Reference.Year, ticket.Secret).ToString(),
            pages.FollowUpAddress(received.Territory), mail),
    });

    private IResult Page(
        ReportPlace place, Typed typed, string ticket, ReportPageNotice? notice = null, Again? again = null, IReadOnlyList<ElsewhereKind>? unread = null) =>
        PersonalLinkPages.Page<ReportPage>(new()
        {
            [nameof(ReportPage.Model)] = new ReportPageModel(
                place.Roster.Territory.Name, place.Table!.Name, ticket, notice, ReportFields.Of(typed.Written, typed.Name, typed.Mail),
                again?.Sure ?? false, again?.Read ?? "",
                [.. (unread ?? []).Select(kind => new ReportPageElsewhere(ElsewhereTexts.Title(kind), [.. ElsewhereTexts.Lines(kind), ElsewhereTexts.StillHere]))],
                unread is { Count: > 0 } ? ReportPageTexts.SendAfterReading : SendButton,
                pages.FollowUpAddress(place.Roster.Territory.Id)),
        });

    private static ReportPageNotice Problem(string title, params IReadOnlyList<string> lines) => new(PageNoticeKind.Problem, title, lines);

    private static string? Short(string? text, int most) => text?.Trim() is { Length: > 0 } some ? some[..Math.Min(some.Length, most)] : null;

    private sealed record Typed(WrittenReport Written, string? Name, string? Mail);

    /// <summary>What the form carries from one showing to the next.</summary>
    private sealed record Again(string Ticket, bool Sure, string Read)
    {
        /// <summary>What doesn't belong here and hasn't been shown yet.</summary>
        public IReadOnlyList<ElsewhereKind> Unread(WrittenReport written) => ElsewhereRead.Unread(written, Read);

        public string ReadToo(IReadOnlyList<ElsewhereKind> shown) => ElsewhereRead.With(Read, shown);
    }
}
