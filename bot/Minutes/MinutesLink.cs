using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Minutes;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Minutes;

/// <summary>The page behind minutes' personal link: read them, ask for a change. The same rights and rules as the card.</summary>
public sealed class MinutesLink(IRosters rosters, ISessions sessions, MinutesViews views, ProposeAmendment propose) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Minutes;

    public Task<IResult> Show(PersonalLink link, CancellationToken cancel) => PageOf(link, null, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var link = post.Link;
        if (await rosters.Get(link.Territory, cancel) is not { } roster || roster.PersonOf(link.Person) is not { } person)
        {
            return NotYours();
        }

        var (text, item) = (post.Text("text"), post.Text("item"));
        var on = IdRules.IsWellFormed(item) ? new ItemId(item!) : (ItemId?)null;
        var outcome = await propose.Run(ActorOf(link, person), new(link.SubjectId), on, text, post.Operation, cancel);
        return await outcome.Match(
            _ => PageOf(link, new(PageNoticeKind.Done, "C’est transmis, merci !", MinutesTexts.AmendmentSent), null, cancel),
            why => PageOf(
                link, new(PageNoticeKind.Problem, "La demande n’est pas encore transmise", null),
                new(item, text, MinutesTexts.Refusal(why, null, roster.Zone), ProposeAmendment.MostText), cancel));
    }

    private async Task<IResult> PageOf(PersonalLink link, MinutesPageNotice? notice, MinutesPageForm? typed, CancellationToken cancel)
    {
        if (await rosters.Get(link.Territory, cancel) is not { } roster || roster.PersonOf(link.Person) is not { } person
            || await sessions.Get(link.Territory, new(link.SubjectId), cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table
            || await views.Of(ActorOf(link, person), roster, session, table, cancel) is not { } view)
        {
            return NotYours();
        }

        return PersonalLinkPages.Page<MinutesPage>(new() { [nameof(MinutesPage.Model)] = ModelOf(view, person, notice, typed) });
    }

    private static MinutesPageModel ModelOf(MinutesView view, Person person, MinutesPageNotice? notice, MinutesPageForm? typed)
    {
        var (text, zone) = (view.Text, view.Zone);
        var open = view is { Attended: true, Minutes.State: MinutesState.Circulated };
        return new MinutesPageModel(
            view.Roster.Territory.Name, $"Compte rendu : {view.Table.Short}, {SessionTexts.Format(view.Session.Format)}", person.Name,
            French.DayAndTime(view.Session.Start, zone), MinutesTexts.Status(view.Minutes, zone),
            [.. Rolls(text)],
            MeetingTexts.Quorum(text.Quorum),
            [
                .. text.Points.Select(p => new MinutesPagePoint(
                    p.Item.Value, p.Title, SessionTexts.Kind(p.Kind).ToLowerInvariant() + MinutesTexts.Withdrawn(p) + (p.InCamera ? ", huis clos" : ""), p.Notes,
                    [.. p.Decisions.Select(d => new MinutesPageDecision(MinutesTexts.Reference(d), MinutesTexts.Whole(d), d.Outcome is { } outcome ? DecisionTexts.Arithmetic(outcome) : ""))])),
            ],
            [.. text.Tasks.Select(t => new MinutesPageTask(t.What, t.Who ?? "à désigner", MinutesTexts.When(t)))],
            text.NextSession is { } next ? $"Prochaine séance : {French.DayAndTime(next, zone)}." : null, MinutesTexts.Approval(view.Minutes, zone),
            view.Word!.AbsoluteUri, notice, open ? typed ?? new(null, null, null, ProposeAmendment.MostText) : null);
    }

    private static IEnumerable<MinutesPageRoll> Rolls(MinutesText text)
    {
        List<MinutesPageRoll> rolls =
        [
            Of("Présents", s => s.Structure, RollState.Present),
            Of("Représentés", s => $"{s.Structure} (pouvoir au siège {s.HeldBy})", RollState.ByProxy),
            Of("Excusés", s => s.Structure, RollState.Excused),
            Of("Absents", s => s.Structure, RollState.Absent, RollState.Expected, RollState.Unknown),
            new("Invités", French.Join([.. text.Guests.Select(g => g.Structure is { } of ? $"{g.Name} ({of})" : g.Name)])),
        ];
        return rolls[0].Who.Length == 0 && rolls[1].Who.Length == 0
            ? [new("Présences", "aucune présence notée")]
            : rolls.Where(r => r.Who.Length > 0);

        MinutesPageRoll Of(string word, Func<MinutesSeat, string> named, params RollState[] states) =>
            new(word, French.Join([.. text.Seats.Where(s => states.Contains(s.State)).Select(named)]));
    }

    private static Actor ActorOf(PersonalLink link, Person person) => new(link.Territory, person.Id, person.Name, null, Way.Link, person);

    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Ce compte rendu ne vous est pas ouvert", MinutesTexts.NotOpenToYou);
}
