using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Dysfunctions;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Dysfunctions;

/// <summary>
/// A year's numbers as a page or a file, behind a personal link: exact while its reader is the pilote or a deputy, which is asked
/// at each opening; in bands for everybody else. The Word summary is made to be passed on: it is in bands for the pilote too.
/// </summary>
public sealed class ObservatoryLink(IRosters rosters, IObservatories observatories, ObservatoryLinks links) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Observatory;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel)
    {
        if (ObservatoryPlace.Read(link.SubjectId) is not { } place || await rosters.Get(link.Territory, cancel) is not { } roster
            || roster.PersonOf(link.Person) is not { } person)
        {
            return PersonalLinkPages.Problem(StatusCodes.Status403Forbidden, "Cette page ne vous est plus ouverte", "Demandez-la de nouveau au bot : « observatoire ».");
        }

        if (await observatories.Get(link.Territory, place.Year, cancel) is not { } snapshot)
        {
            return PersonalLinkPages.Problem(StatusCodes.Status404NotFound, "Pas encore de chiffres", ObservatoryTexts.None(place.Year));
        }

        var pilot = roster.IsPilot(person.Id);
        var view = pilot && place.Form is (ObservatoryForm.Page or ObservatoryForm.Excel)
            ? ObservatoryView.ForPilot(snapshot)
            : ObservatoryView.ForOthers(snapshot);
        return place.Form switch
        {
            ObservatoryForm.Word => Results.File(ObservatoryFiles.Word(view, roster), DocumentKind.Word.MediaType(), ObservatoryFiles.NameOf(view, place.Form)),
            ObservatoryForm.Excel => Results.File(ObservatoryFiles.Excel(view, roster), DocumentKind.Excel.MediaType(), ObservatoryFiles.NameOf(view, place.Form)),
            _ => PersonalLinkPages.Page<ObservatoryPage>(new() { [nameof(ObservatoryPage.Model)] = Model(view, roster, person, pilot) }),
        };
    }

    public Task<IResult> Act(LinkPost post, CancellationToken cancel) => Show(post.Link, cancel);

    private ObservatoryPageModel Model(ObservatoryView view, Roster roster, Person person, bool pilot) => new(
        roster.Territory.Name, ObservatoryTexts.Title(view.Year), ObservatoryTexts.Total(view),
        [.. new[] { ObservatoryTexts.Clusters(view) is { } clusters ? $"Dont {clusters}." : null, ObservatoryTexts.CountedAt(view, roster.Zone) }.OfType<string>()],
        view.Exact ? ObservatoryTexts.Exact : ObservatoryTexts.InBands,
        [.. view.Facets.Select(facet => Chart(facet, view.Exact))],
        [.. Files(view, person, asOthers: pilot && !view.Exact)]);

    /// <param name="asOthers">The pilote looks at what others see: from there nothing exact is reached.</param>
    private IEnumerable<(string Name, string Url)> Files(ObservatoryView view, Person person, bool asOthers)
    {
        string To(ObservatoryForm form) => links.For(view.Territory, new ObservatoryPlace(view.Year, form), person.Id).AbsoluteUri;
        yield return (ObservatoryTexts.WordFile, To(ObservatoryForm.Word));
        if (!asOthers)
        {
            yield return (view.Exact ? ObservatoryTexts.ExactExcelFile : ObservatoryTexts.ExcelFile, To(ObservatoryForm.Excel));
        }

        if (view.Exact)
        {
            yield return (ObservatoryTexts.AsOthers, To(ObservatoryForm.OthersPage));
        }
    }

    private static ObservatoryChart Chart(ShownFacet facet, bool exact)
    {
        var months = facet.Facet == ObservatoryFacet.Month;
        return new ObservatoryChart(
            facet.Facet.ToString(), ObservatoryTexts.FacetName(facet.Facet, exact), ObservatoryTexts.FacetHead(facet.Facet), months,
            [
                .. facet.Tallies.Select(t => new ObservatoryBar(
                    ObservatoryTexts.ValueName(facet.Facet, t), months ? ObservatoryTexts.ShortMonth(t) : "", ObservatoryTexts.Number(t.Count),
                    t.Count.From, t.Count.IsHidden ? 0 : t.Count.To)),
            ],
            facet.Rest is { } rest ? (ObservatoryTexts.Rest, ObservatoryTexts.Number(rest)) : null, ObservatoryTexts.FacetNote(facet.Facet));
    }
}
