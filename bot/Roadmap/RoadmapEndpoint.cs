using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using ConcertationBot.AddIn.Roadmap;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ConcertationBot.Roadmap;

/// <summary>
/// The roadmap page, `/tab/feuille-de-route?territoire=…&amp;annee=…`. Until people can sign in to it, it is there in
/// Development only.
/// </summary>
public static class RoadmapEndpoint
{
    public const string Path = "/tab/feuille-de-route";
    private const string Body = Path + "/corps";

    public static void MapRoadmap(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.MapGet(Path, Page);
        app.MapGet(Body, Refreshed);
    }

    /// <param name="territoire">May be left out where there is one territory.</param>
    /// <param name="annee">This year unless given.</param>
    private static async Task<IResult> Page(
        string? territoire, int? annee, HttpContext http, IRosters rosters, IRoadmaps roadmaps, TimeProvider clock,
        CancellationToken cancel)
    {
        http.Response.Headers.ContentSecurityPolicy = RoadmapStyle.ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-store";
        return await ModelOf(territoire, annee, rosters, roadmaps, clock, cancel) is { } model
            ? new RazorComponentResult<RoadmapPage>(new Dictionary<string, object?> { ["Model"] = model })
            : await Absent(territoire, rosters, cancel);
    }

    /// <summary>Several territories and none named: 200 with the choice. Otherwise 404, with the ones there are.</summary>
    private static async Task<IResult> Absent(string? territoire, IRosters rosters, CancellationToken cancel)
    {
        var all = await rosters.All(cancel);
        var choice = territoire is null && all.Count > 1;
        return new RazorComponentResult<RoadmapAbsentPage>(new Dictionary<string, object?>
        {
            [nameof(RoadmapAbsentPage.Text)] = choice
                ? "Choisissez le territoire."
                : "Il n’y a pas de feuille de route à cette adresse. Vérifiez le territoire et l’année.",
            [nameof(RoadmapAbsentPage.Others)] =
                all.Select(t => (t.Name, Path + "?territoire=" + t.Id.Value)).ToList(),
        }) { StatusCode = choice ? StatusCodes.Status200OK : StatusCodes.Status404NotFound };
    }

    /// <summary>The body alone; nothing while the version the browser has still stands.</summary>
    private static async Task<IResult> Refreshed(
        string? territoire, int? annee, string? depuis, HttpContext http, IRosters rosters, IRoadmaps roadmaps, TimeProvider clock,
        CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await ModelOf(territoire, annee, rosters, roadmaps, clock, cancel) switch
        {
            null => Results.NotFound(),
            var model when model.Version == depuis => Results.NoContent(),
            var model => new RazorComponentResult<RoadmapBody>(new Dictionary<string, object?> { ["Model"] = model }),
        };
    }

    private static async Task<RoadmapModel?> ModelOf(
        string? territoire, int? annee, IRosters rosters, IRoadmaps roadmaps, TimeProvider clock, CancellationToken cancel)
    {
        var territory = await TerritoryOf(territoire, rosters, cancel);
        if (territory is null || annee is < 2000 or > 9999)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
        var year = annee ?? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Year;
        var view = await roadmaps.Get(territory.Id, year, cancel);
        return view is null
            ? null
            : new RoadmapModel(
                territory, zone, view,
                string.Create(CultureInfo.InvariantCulture, $"{Body}?territoire={territory.Id}&annee={year}"));
    }

    private static async Task<Territory?> TerritoryOf(string? territoire, IRosters rosters, CancellationToken cancel)
    {
        if (territoire is not null)
        {
            return IdRules.IsWellFormed(territoire) ? (await rosters.Get(TerritoryId.From(territoire), cancel))?.Territory : null;
        }

        return await rosters.All(cancel) is [var only] ? only : null;
    }
}
