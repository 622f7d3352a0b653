using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Dysfunctions;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Dysfunctions;

/// <summary>The page of what waits, for those who handle reports: the same rights and order as in chat.</summary>
public sealed class QueueLink(IRosters rosters, FollowDysfunction follow, QualifyDysfunction qualify, DysfunctionViews views) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Queue;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel) =>
        await Find(link, cancel) is var (actor, roster) ? await PageOf(actor, roster, null, null, cancel) : NotYours();

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        if (await Find(post.Link, cancel) is not var (actor, roster))
        {
            return NotYours();
        }

        if (post.Text("act") != "qualify" || DysfunctionRef.Parse(post.Text("report")) is not { } reference)
        {
            return await PageOf(actor, roster, DysfunctionRef.Parse(post.Text("after")), null, cancel);
        }

        return await PageOf(actor, roster, null, await Qualify(post, actor, roster, reference, cancel), cancel);
    }

    private async Task<HearingPageNotice> Qualify(LinkPost post, Actor actor, Roster roster, DysfunctionRef reference, CancellationToken cancel)
    {
        if (!post.IsSure)
        {
            return new(PageNoticeKind.Problem, LinkPost.TickFirst, null);
        }

        if (post.Text("family") is not { } family || !Enum.TryParse<Gravity>(post.Text("gravity"), out var gravity) || !Enum.IsDefined(gravity))
        {
            return Refused(DysfunctionTexts.ChooseFamily);
        }

        AxisId? axis = post.Text("axis") is { } typed && IdRules.IsWellFormed(typed) ? new AxisId(typed) : null;
        return (await qualify.Handle(actor, roster, reference, new Qualification(axis, family, gravity), cancel)).Match(
            qualified => new HearingPageNotice(PageNoticeKind.Done, "C’est noté, merci !", PilotTexts.Qualified(qualified.Report)),
            notPilot => Refused(DysfunctionTexts.PilotOnly), noSuchReport => Refused(DysfunctionTexts.Gone), noSuchAxis => Refused(DysfunctionTexts.AxisGone),
            noSuchFamily => Refused(DysfunctionTexts.ChooseFamily), over => Refused(DysfunctionTexts.AlreadyOver));
    }

    private static HearingPageNotice Refused(string why) => new(PageNoticeKind.Problem, "Rien n’a été enregistré", why);

    /// <summary>Whoever no longer handles reports has no page any more.</summary>
    private async Task<(Actor Actor, Roster Roster)?> Find(PersonalLink link, CancellationToken cancel) =>
        await rosters.Get(link.Territory, cancel) is { } roster && roster.PersonOf(link.Person) is { } person && roster.IsPilot(person.Id)
            ? (new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person), roster)
            : null;

    private async Task<IResult> PageOf(Actor actor, Roster roster, DysfunctionRef? after, HearingPageNotice? notice, CancellationToken cancel)
    {
        var page = await follow.Waiting(actor, roster, after, cancel);
        var axes = await views.AxesOf(roster, views.Year(roster), cancel);
        return PersonalLinkPages.Page<QueuePage>(new()
        {
            [nameof(QueuePage.Model)] = new QueuePageModel(
                roster.Territory.Name, [.. page.Reports.Select(r => Shown(r, roster))],
                [.. axes.Select(a => (a.Id.Value, $"{a.Id.Value.ToUpperInvariant()} · {CardTrim.Shorten(a.Title, 90)}"))],
                [.. ProblemFamilies.All.Select(f => (f, DysfunctionTexts.FamilyName(f)))],
                [.. Enum.GetValues<Gravity>().Select(g => (g.ToString(), DysfunctionTexts.GravityName(g)))], page.Next?.Value, notice),
        });
    }

    private static QueuePageReport Shown(Dysfunction report, Roster roster)
    {
        (string Label, string? Value)[] facts =
        [
            ("Reçue le", French.ShortDay(report.ReceivedAt, roster.Zone)), ("État", DysfunctionTexts.StatusName(report.Status)), ("De", report.ReporterName),
            ("Quand", report.When), ("Commune", report.Commune), ("Structures", report.Structures), ("Conséquence", report.Consequence),
            ("Déjà tenté", report.Tried),
        ];
        return new QueuePageReport(
            report.Reference.Value, report.Happened, [.. facts.Where(f => f.Value is not null).Select(f => (f.Label, f.Value!))], report.Axis?.Value,
            report.Family, report.Gravity?.ToString());
    }

    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Cette page n’est pas pour vous", DysfunctionTexts.PilotOnly);
}
