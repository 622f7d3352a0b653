using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Dysfunctions;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Dysfunctions;

/// <summary>The page on which somebody without an account answers for a structure that reports name.</summary>
public sealed class HearingLink(IRosters rosters, IClusters clusters, HearStructure hear) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Hearing;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel) =>
        await Find(link, cancel) is var (cluster, hearing, roster, _) ? Page(cluster, hearing, roster, null, null) : NotYours();

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        if (await Find(post.Link, cancel) is not var (cluster, hearing, roster, person))
        {
            return NotYours();
        }

        var typed = post.Text("answer");
        if (!post.IsSure)
        {
            return Page(cluster, hearing, roster, typed, new(PageNoticeKind.Problem, LinkPost.TickFirst, null));
        }

        var actor = new Actor(post.Link.Territory, person.Id, person.Name, null, Way.Link, person);
        var result = await hear.Answer(actor, roster, cluster.Reference, hearing.Structure, typed, cancel);
        return result.Why switch
        {
            null => Page(result.Cluster!, result.Cluster!.HearingOf(hearing.Structure)!, roster, null, new(PageNoticeKind.Done, "C’est noté, merci !", HearingTexts.Thanks)),
            HearingRefusal.NamesSomeone => Page(cluster, hearing, roster, typed, new(
                PageNoticeKind.Problem, "Rien n’a été enregistré", DysfunctionTexts.TakeOut("Votre réponse", result.Kinds ?? []))),
            { } why => Page(cluster, hearing, roster, typed, new(PageNoticeKind.Problem, "Rien n’a été enregistré", HearingTexts.Refused(why))),
        };
    }

    /// <summary>A mandate that ends also ends its links.</summary>
    private async Task<(Cluster Cluster, Hearing Hearing, Roster Roster, Person Person)?> Find(PersonalLink link, CancellationToken cancel)
    {
        if (link.SubjectId.Split('~') is not [var reference, var structure] || await rosters.Get(link.Territory, cancel) is not { } roster
            || roster.PersonOf(link.Person) is not { } person || !HearStructure.SitsFor(roster, new(structure), person.Id)
            || await clusters.Get(link.Territory, new(reference), cancel) is not { Value: var cluster }
            || cluster.HearingOf(new(structure)) is not { } hearing)
        {
            return null;
        }

        return (cluster, hearing, roster, person);
    }

    private static IResult Page(Cluster cluster, Hearing hearing, Roster roster, string? typed, HearingPageNotice? notice) =>
        PersonalLinkPages.Page<HearingPage>(new()
        {
            [nameof(HearingPage.Model)] = new HearingPageModel(
                roster.Territory.Name, hearing.StructureName, HearingTexts.Purpose, ClusterTexts.Extent(cluster.Tally), cluster.Summary ?? "",
                French.ShortDay(hearing.Due), typed ?? hearing.Answer, cluster.Open, HearStructure.LongestAnswer, notice),
        });

    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Cette question ne vous est pas adressée", HearingTexts.Refused(HearingRefusal.NotAsked));
}
