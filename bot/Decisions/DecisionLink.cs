using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Decisions;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Decisions;

/// <summary>The page behind a decision's personal link: the same rights as the card.</summary>
public sealed class DecisionLink(IRosters rosters, FollowDecision follow) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Decision;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel) =>
        PageOf(await ActorOf(link, cancel), await follow.Read(link.Territory, new(link.SubjectId), cancel), null, null);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        if (await ActorOf(post.Link, cancel) is not { } actor)
        {
            return NotYours();
        }

        var (id, act, effect) = (new BallotId(post.Link.SubjectId), post.Text("act"), post.Text(FollowDecisionVerbs.EffectInput));
        var (result, said) = act switch
        {
            not null when !post.IsSure => (new FollowResult(await follow.Read(post.Link.Territory, id, cancel)), ""),
            "read" => (await follow.Acknowledge(actor, id, cancel), FollowDecisionTexts.ReadNoted),
            "confirm" or "lapse" => (
                await follow.AnswerReserve(actor, id, new(post.Text(FollowDecisionVerbs.SeatKey) ?? "-"), act == "confirm", cancel),
                FollowDecisionTexts.Answered(act == "confirm")),
            _ when SaidToHaveRead.StateOf(act) is { } state => (
                await follow.Review(actor, id, state, effect, cancel), $"{FollowDecisionTexts.State(state)}."),
            _ => (new FollowResult(await follow.Read(post.Link.Territory, id, cancel)), ""),
        };
        var notice = result.Why is { } why ? new DecisionPageNotice(PageNoticeKind.Problem, "Rien n’a été enregistré", FollowDecisionTexts.Refused(why))
            : act is not null && !post.IsSure ? new DecisionPageNotice(PageNoticeKind.Problem, LinkPost.TickFirst, null)
            : said.Length > 0 ? new DecisionPageNotice(PageNoticeKind.Done, "C’est noté, merci !", said)
            : null;
        return PageOf(actor, result.Seen, notice, effect);
    }

    /// <summary>Somebody of the territory, or a reporter without a place in it: who they are, the report says.</summary>
    private async Task<Actor?> ActorOf(PersonalLink link, CancellationToken cancel)
    {
        if ((await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person) is { } person)
        {
            return new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person);
        }

        var seen = await follow.Read(link.Territory, new(link.SubjectId), cancel);
        return seen?.Concerned.FirstOrDefault(c => c.Structure is null && c.People.Contains(link.Person)) is { } reporter
            ? new Actor(link.Territory, link.Person, reporter.Name, null, Way.Link, null)
            : null;
    }

    private static IResult PageOf(Actor? actor, DecisionFollowed? seen, DecisionPageNotice? notice, string? effect)
    {
        if (actor is null || seen is null || !seen.IsOpenTo(actor.Id))
        {
            return NotYours();
        }

        var (decision, zone, reads) = (seen.Decision, seen.Roster.Zone, seen.MayRead(actor.Id));
        (string Label, string? Value)[] facts =
        [
            ("Numéro", DecisionTexts.Number(decision)), ("Le", French.Day(decision.At, zone)),
            ("Validation", seen.Standing is { } standing ? EscalationTexts.Whole(standing, zone) : null),
            (seen.Standing is null or { State: EscalationState.Validated } ? "Ce qui change" : EscalationTexts.ChangesIf(seen.Standing.State), reads ? decision.Grounds?.Changes : null), ("Portée par", decision.Grounds?.Carrier?.Structure),
            ("Suite", reads && seen.After.Review is { } review ? FollowDecisionTexts.Became(review) : null),
            ("Lecture", seen.After.Read.FirstOrDefault(r => r.Person == actor.Id) is { } read
                ? $"Vous en avez pris connaissance le {French.DayAndTime(read.At, zone)}." : null),
        ];
        return PersonalLinkPages.Page<DecisionPage>(new()
        {
            [nameof(DecisionPage.Model)] = new DecisionPageModel(
                seen.Roster.Territory.Name, $"Décision {DecisionTexts.Number(decision)}", actor.Name,
                reads ? decision.Name : FollowDecisionTexts.InCamera,
                reads && decision.Text != decision.Title ? decision.Text : null,
                [.. facts.Where(f => f.Value is not null).Select(f => (f.Label, f.Value!))],
                FollowDecisionCard.ReadButton(seen, actor.Id) is not null,
                [.. seen.Open(actor.Id).Select(r => new DecisionPageReserve(r.Seat.Value, FollowDecisionTexts.AskReserve(r)))],
                seen.MayReview(actor.Id)
                    ? new([.. Enum.GetValues<ReviewState>().Select(s => (s.ToString(), FollowDecisionTexts.State(s)))], effect ?? seen.After.Review?.Effect, DecisionReview.MostEffect)
                    : null,
                notice),
        });
    }

    /// <summary>A mandate that ends also ends its links.</summary>
    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Cette décision ne vous est pas adressée", FollowDecisionTexts.Refused(FollowRefusal.NotYours));
}
