using Concertation.Work.Dysfunctions;
using ConcertationBot.Links;
using ConcertationBot.Turns;
using Microsoft.AspNetCore.Mvc;

namespace ConcertationBot.Dysfunctions;

/// <summary>
/// The pages of those without any account: /signaler/{secret}, where a table's link leads, and /suivi/{territory}, where a
/// follow-up code opens its report. No script, no cookie, nothing cached; addresses of machines are counted, never kept.
/// </summary>
public static class ReportPageEndpoints
{
    public static IServiceCollection AddReportPages(this IServiceCollection services) =>
        services.AddSingleton<ReportPageForm>().AddSingleton<FollowUpPages>().AddSingleton<SendingRhythms>();

    public static void MapReportPages(this WebApplication app)
    {
        string[] reads = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/signaler/{secret}", reads, (HttpContext context, string secret, ReportPages pages, ReportPageForm form, CancellationToken cancel) =>
            OfPlace(context, secret, pages, place => form.Show(place), cancel));
        app.MapPost("/signaler/{secret}", (HttpContext context, string secret, ReportPages pages, ReportPageForm form, SendingRhythms rhythms, CancellationToken cancel) =>
            OfPlace(context, secret, pages, place => Posted(context, rhythms, place.LinkHash, posted => form.Send(place, posted, cancel), cancel), cancel))
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(PersonalLinkPages.LargestForm));
        app.MapMethods("/suivi/{territory}", reads, (HttpContext context, string territory, FollowUpPages pages, CancellationToken cancel) =>
        {
            PersonalLinkPages.KeepPrivate(context.Response.Headers);
            return pages.Ask(territory, cancel);
        });
        app.MapPost("/suivi/{territory}", (HttpContext context, string territory, FollowUpPages pages, SendingRhythms rhythms, CancellationToken cancel) =>
        {
            PersonalLinkPages.KeepPrivate(context.Response.Headers);
            return Posted(context, rhythms, null, posted => pages.Act(territory, posted, cancel), cancel);
        }).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(PersonalLinkPages.LargestForm));
    }

    private static async Task<IResult> OfPlace(
        HttpContext context, string secret, ReportPages pages, Func<ReportPlace, Task<IResult>> with, CancellationToken cancel)
    {
        PersonalLinkPages.KeepPrivate(context.Response.Headers);
        return await pages.Find(secret, cancel) switch
        {
            { Table: not null } place => await with(place),
            null => PersonalLinkPages.Problem(
                StatusCodes.Status404NotFound, "Ce lien n’est pas valable", "Il est incomplet ou a été modifié. Copiez l’adresse en entier, telle qu’elle vous a été donnée."),
            _ => PersonalLinkPages.Problem(
                StatusCodes.Status410Gone, "Ce lien a été remplacé",
                "Demandez le nouveau à la personne qui pilote la concertation. Un code de suivi déjà remis reste valable."),
        };
    }

    private static async Task<IResult> Posted(
        HttpContext context, SendingRhythms rhythms, string? link, Func<IFormCollection, Task<IResult>> with, CancellationToken cancel)
    {
        if (rhythms.IsTooMuch(context.Connection.RemoteIpAddress?.ToString() ?? "?", link))
        {
            return PersonalLinkPages.Problem(
                StatusCodes.Status429TooManyRequests, "Un peu trop d’envois à la fois",
                "Beaucoup de messages viennent d’arriver d’ici. Rien n’a été enregistré de celui-ci : gardez votre texte et renvoyez-le dans dix minutes.");
        }

        var (form, refusal) = await PostedForm.Read(context, cancel);
        return form is null
            ? PersonalLinkPages.Problem(refusal, "Votre envoi n’a pas pu être lu", "Rien n’a été enregistré. Ouvrez à nouveau la page et envoyez depuis elle.")
            : await with(form);
    }
}

/// <summary>How often the pages may be sent from one machine, and all of them behind one link.</summary>
public sealed class SendingRhythms(TimeProvider clock)
{
    // A whole hospital may share one address; a person alone sends a report a few times at most.
    private readonly Rhythm _machines = new(20, TimeSpan.FromMinutes(10), clock);
    private readonly Rhythm _links = new(120, TimeSpan.FromMinutes(10), clock);

    public bool IsTooMuch(string machine, string? link) =>
        _machines.Next(machine) != Tempo.Fine || (link is not null && _links.Next(link) != Tempo.Fine);
}
