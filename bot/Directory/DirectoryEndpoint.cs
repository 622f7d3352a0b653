using Concertation.Documents.Directories;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Directories;
using Concertation.Work.Directories;
using ConcertationBot.AddIn.Directories;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;
using Microsoft.AspNetCore.Mvc;

namespace ConcertationBot.Directories;

/// <summary>
/// /annuaire/{token}: a territory's directory, to search and read, whole or as Excel. GET keeps nothing; POST leaves a question
/// that has no answer.
/// </summary>
public static class DirectoryEndpoint
{
    private const int MostShown = 50;
    private const int LargestForm = 4 * 1024;

    public static void MapDirectory(this WebApplication app)
    {
        const string Page = DirectoryLinks.Path + "/{token}";
        app.MapGet(Page, Show);
        app.MapPost(Page, Leave).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        app.MapGet(Page + "/resultats", Results);
        app.MapGet(Page + "/annuaire.xlsx", Download);
    }

    private static async Task<IResult> Show(
        HttpContext http, string token, string? q, DirectoryLinks links, IRosters rosters, AskDirectory ask, TimeProvider clock, CancellationToken cancel) =>
        await TerritoryOf(http, token, links, rosters, cancel) is { } territory
            ? WholePage(territory, AddressOf(token), q ?? "", await ResultsOf(territory, token, q ?? "", counts: false, ask, clock, cancel))
            : Missing();

    private static async Task<IResult> Results(
        HttpContext http, string token, string? q, DirectoryLinks links, IRosters rosters, AskDirectory ask, TimeProvider clock, CancellationToken cancel) =>
        await TerritoryOf(http, token, links, rosters, cancel) is { } territory
            ? PersonalLinkPages.Page<DirectoryResults>(new()
            {
                [nameof(DirectoryResults.Model)] = await ResultsOf(territory, token, q ?? "", counts: false, ask, clock, cancel),
            })
            : Missing();

    private static async Task<IResult> Leave(
        HttpContext http, string token, DirectoryLinks links, IRosters rosters, AskDirectory ask, TimeProvider clock, CancellationToken cancel)
    {
        if (await TerritoryOf(http, token, links, rosters, cancel) is not { } territory)
        {
            return Missing();
        }

        if (!http.Request.HasFormContentType)
        {
            return Microsoft.AspNetCore.Http.Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await http.Request.ReadFormAsync(cancel);
        var asked = form["q"].ToString();
        var counts = !PersonsGesture.IsMissing(http.Request, form);
        return WholePage(territory, AddressOf(token), asked, await ResultsOf(territory, token, asked, counts, ask, clock, cancel));
    }

    private static async Task<IResult> Download(
        HttpContext http, string token, DirectoryLinks links, IRosters rosters, IDirectory directory, CancellationToken cancel)
    {
        if (await TerritoryOf(http, token, links, rosters, cancel) is not { } territory)
        {
            return Missing();
        }

        var entries = DirectorySearch.InOrder((await directory.All(territory.Id, cancel)).Select(e => e.Value));
        return Microsoft.AspNetCore.Http.Results.File(
            DirectoryWorkbook.Write(entries, DirectoryTexts.Title, DirectoryTexts.Columns), DocumentKind.Excel.MediaType(), "annuaire.xlsx");
    }

    private static async Task<Territory?> TerritoryOf(
        HttpContext http, string token, DirectoryLinks links, IRosters rosters, CancellationToken cancel)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = $"{PageStyle.ContentSecurityPolicy}; script-src 'self'; connect-src 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return links.Read(token) is { } territory ? (await rosters.Get(territory, cancel))?.Territory : null;
    }

    private static async Task<DirectoryResultsModel> ResultsOf(
        Territory territory, string token, string asked, bool counts, AskDirectory ask, TimeProvider clock, CancellationToken cancel)
    {
        var (today, address) = (LocalDay.Of(clock, territory), AddressOf(token));
        switch (await ask.Run(territory, asked, counts, cancel))
        {
            case DirectoryAnswer.Personal personal:
                return new(address, "", DirectoryTexts.Personal(personal.Kinds), [], [], CanKeep: false, Problem: true);
            case DirectoryAnswer.Searched { Result: var result } searched:
                var none = result.Found.Count == 0;
                return new(
                    address, asked,
                    none ? DirectoryTexts.NoneOnPage(searched) : SummaryOf(result.Found.Count),
                    [.. result.Found.Take(MostShown).Select(e => Line(e, today))], [.. result.Near.Select(e => Line(e, today))],
                    CanKeep: none && !counts && !searched.Question.IsEmpty);
            default:
                throw new InvalidOperationException("no such answer");
        }
    }

    private static string SummaryOf(int found) => found > MostShown
        ? $"{DirectoryTexts.Count(found)}, dont les {MostShown} premières ici. Précisez la mission ou la commune."
        : $"{DirectoryTexts.Count(found)}.";

    internal static DirectoryLine Line(DirectoryEntry entry, DateOnly today) => new(
        entry.Words.Structure, DirectoryTexts.Facts(entry), DirectoryTexts.Standing(entry, today), ConfirmationRules.IsStale(entry, today));

    private static IResult WholePage(Territory territory, string address, string asked, DirectoryResultsModel results) =>
        PersonalLinkPages.Page<DirectoryPage>(new()
        {
            [nameof(DirectoryPage.Model)] = new DirectoryPageModel(territory.Name, address, results.Problem ? "" : asked, results),
        });

    private static string AddressOf(string token) => $"{DirectoryLinks.Path}/{token}";

    private static IResult Missing() => PersonalLinkPages.Problem(
        StatusCodes.Status404NotFound, "Cet annuaire n’est pas là", "L’adresse est incomplète ou a été modifiée. Demandez-la au bot : « annuaire ».");
}
