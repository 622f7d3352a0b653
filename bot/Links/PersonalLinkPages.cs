using Concertation.Domain;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Agendas;
using ConcertationBot.Decisions;
using ConcertationBot.Directories;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Minutes;
using ConcertationBot.Papers;
using ConcertationBot.PersonalData;
using ConcertationBot.Polls;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using ConcertationBot.Votes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ConcertationBot.Links;

/// <summary>
/// /lien/{token}: GET shows, POST acts. The token is the whole right to act, so there is no cookie to protect; pages
/// are never cached, never framed, and carry no script.
/// </summary>
public static class PersonalLinkPages
{
    internal const int LargestForm = 64 * 1024;

    public static IServiceCollection AddPersonalLinkPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.AddSingleton<ILinkPage, ReplyLink>().AddSingleton<ILinkPage, VoteLink>()
            .AddSingleton<ILinkPage, AgendaLink>()
            .AddSingleton<ILinkPage, MinutesLink>().AddSingleton<ILinkPage, PaperLinkPage>().AddSingleton<ILinkPage, MyDataPage>().AddSingleton<MyDataLinks>()
            .AddSingleton<ILinkPage, PollLink>().AddSingleton<ILinkPage, DecisionLink>().AddSingleton<ILinkPage, ObservatoryLink>()
            .AddSingleton<ILinkPage, EntryLink>()
            .AddSingleton<ILinkPage, HearingLink>().AddSingleton<ILinkPage, QueueLink>();
    }

    public static void MapPersonalLinkPages(this WebApplication app)
    {
        app.MapMethods("/lien/{token}", [HttpMethods.Get, HttpMethods.Head], Show);
        app.MapPost("/lien/{token}", Act).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    /// <summary>A page with the headers that keep it private.</summary>
    public static IResult Page<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    private static Task<IResult> Show(
        HttpContext context, string token, PersonalLinks links, IEnumerable<ILinkPage> pages, CancellationToken cancel) =>
        Open(context, token, links, pages, (page, link) => page.Show(link, cancel));

    private static async Task<IResult> Act(
        HttpContext context, string token, PersonalLinks links, IEnumerable<ILinkPage> pages, CancellationToken cancel)
    {
        var (posted, refusal) = await PostedForm.Read(context, cancel);
        if (posted is not { } form)
        {
            return Unreadable(context, refusal);
        }

        var fields = string.Join('|', form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        var operation = new OperationId(Operations.IdOf($"{token}|{fields}"));
        return await Open(context, token, links, pages, (page, link) => page.Act(new LinkPost(link, form, operation), cancel));
    }

    private static async Task<IResult> Open(
        HttpContext context, string token, PersonalLinks links, IEnumerable<ILinkPage> pages,
        Func<ILinkPage, PersonalLink, Task<IResult>> with)
    {
        KeepPrivate(context.Response.Headers);
        return links.Read(token) switch
        {
            LinkReading.Valid { Link: var link } when pages.FirstOrDefault(p => p.Purpose == link.Purpose) is { } page =>
                await with(page, link),
            LinkReading.Expired => Problem(
                StatusCodes.Status410Gone, "Ce lien a expiré",
                "Il n’est plus utilisable. Si une réponse ou un vote vous est encore demandé, le courriel le plus récent contient un lien valable ; sinon, écrivez à la personne qui pilote la concertation."),
            _ => Problem(
                StatusCodes.Status404NotFound, "Ce lien n’est pas valable",
                "Il est incomplet ou a été modifié. Ouvrez-le directement depuis le courriel que vous avez reçu, ou copiez l’adresse en entier."),
        };
    }

    internal static void KeepPrivate(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = PageStyle.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static IResult Unreadable(HttpContext context, int status)
    {
        KeepPrivate(context.Response.Headers);
        return Problem(
            status, "Votre réponse n’a pas pu être lue",
            "Rien n’a été enregistré. Ouvrez à nouveau le lien depuis le courriel que vous avez reçu, et répondez depuis la page.");
    }

    internal static IResult Problem(int status, string title, string text) => Page<LinkProblemPage>(
        new() { [nameof(LinkProblemPage.Title)] = title, [nameof(LinkProblemPage.Text)] = text }, status);
}
