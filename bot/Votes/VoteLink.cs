using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.AddIn.Votes;
using ConcertationBot.Links;

namespace ConcertationBot.Votes;

/// <summary>The page behind a ballot's personal link: the same use cases, rights and rules as the card.</summary>
public sealed class VoteLink(ShowBallot show, CastVote cast, IRosters rosters, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Vote;

    public Task<IResult> Show(PersonalLink link, CancellationToken cancel) => PageOf(link, null, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var (link, reason) = (post.Link, post.Text(VoteCard.ReasonInput));
        if (CastVoteClick.ChoiceOf(post.Text("choice")) is not { } choice)
        {
            return await PageOf(
                link, new(PageNoticeKind.Problem, "Choisissez une réponse", "Pour, contre ou abstention."), new(null, reason, null), cancel);
        }

        var ruling = await cast.Handle(
            new CastCommand(link.Territory, new(link.SubjectId), link.Seat, null, link.Person, choice, reason, post.Operation),
            cancel);
        return await ruling.Match(
            done => PageOf(link, Done(done, choice), null, cancel),
            why => why is BallotRefusal.TextTooLong or BallotRefusal.PersonalData
                ? PageOf(
                    link, new(PageNoticeKind.Problem, "Le vote n’est pas encore pris en compte", null),
                    new(choice.ToString(), reason, VoteTexts.Refusal(why)), cancel)
                : PageOf(link, new(PageNoticeKind.Problem, "Le vote n’est pas pris en compte", VoteTexts.Refusal(why)), null, cancel));
    }

    /// <summary>What was sent, shown again while something is to mend.</summary>
    private sealed record Typed(string? Choice, string? Reason, string? ReasonError);

    private async Task<IResult> PageOf(PersonalLink link, VotePageNotice? notice, Typed? typed, CancellationToken cancel)
    {
        var shown = await show.Handle(link.Territory, new(link.SubjectId), link.Seat, null, link.Person, cancel);
        if (shown is not Ruling<SeatBallot>.Granted { Value: var seen })
        {
            return NotYours(((Ruling<SeatBallot>.Refused)shown).Why);
        }

        var name = (await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person)?.Name ?? "";
        var open = !seen.Ballot.IsOver(clock.GetUtcNow());
        return PersonalLinkPages.Page<VotePage>(new()
        {
            [nameof(VotePage.Model)] = ModelOf(
                seen, name, (open ? notice : null) ?? Situation(seen.Ballot, open, notice), open ? FormOf(seen, typed) : null),
        });
    }

    /// <summary>Somebody else sits there now, or the ballot is gone: said kindly, with nothing of the ballot shown.</summary>
    private static IResult NotYours(BallotRefusal why) => PersonalLinkPages.Page<LinkProblemPage>(
        new()
        {
            [nameof(LinkProblemPage.Title)] = "Ce lien ne permet plus de voter",
            [nameof(LinkProblemPage.Text)] = VoteTexts.Refusal(why),
        },
        why is BallotRefusal.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);

    private static VotePageModel ModelOf(SeatBallot seen, string name, VotePageNotice? notice, VotePageForm? form)
    {
        var (ballot, zone) = (seen.Ballot, seen.Ballot.Labels.Zone);
        return new VotePageModel(
            VoteTexts.Place(ballot), ballot.Title, VoteTexts.Beyond(ballot.Title, ballot.Text), name, $"{seen.Elector.Structure} (collège {seen.Elector.CollegeName})",
            ballot.Labels.Axis, ballot.ClosesAt is { } at ? French.DayAndTime(at, zone) : "", VoteTexts.Rules(ballot),
            VoteTexts.Turnout(seen.Answered, ballot.Seats),
            seen.Own is { } own ? $"{VoteTexts.Word(own.Choice)} — {VoteTexts.Own(own, seen.Reader, zone)}" : null, notice, form);
    }

    private static VotePageNotice? Situation(Ballot ballot, bool open, VotePageNotice? refused) => ballot switch
    {
        _ when open => null,
        { State: BallotState.Withdrawn } => new(PageNoticeKind.Beware, "Ce vote a été retiré", ballot.WithdrawReason),
        { Outcome: { } outcome } => new(
            outcome.Verdict == Verdict.Adopted ? PageNoticeKind.Done : PageNoticeKind.Beware,
            $"Le vote est clos. {DecisionTexts.Sum(outcome)}", DecisionTexts.Grounds(outcome)),
        _ => new(PageNoticeKind.Beware, "Le vote est clos", refused?.Text ?? "Le résultat vous parviendra dans un instant."),
    };

    private static VotePageForm FormOf(SeatBallot seen, Typed? typed) => new(
        seen.Own?.Operation.Value ?? "-", typed?.Choice ?? seen.Own?.Choice.ToString(), typed?.Reason ?? seen.Own?.Reason,
        typed?.ReasonError, CastVote.MostReason);

    /// <summary>A form sent again, after « Back », is the same act: what stands is said, not what it asked for.</summary>
    private static VotePageNotice Done(CastDone done, Choice asked) => done.Seen.Own!.Choice != asked
        ? new(
            PageNoticeKind.Beware, $"Votre réponse reste : {VoteTexts.Word(done.Seen.Own.Choice)}",
            "Cette page datait d’avant votre dernière réponse. Pour en changer, choisissez à nouveau ci-dessous.")
        : new(
        PageNoticeKind.Done, $"C’est noté, merci ! Votre réponse : {VoteTexts.Word(done.Seen.Own!.Choice)}",
        done.Replaced is { } before && before.By != done.Seen.Reader
            ? VoteTexts.Replaces(before)
            : "Vous pouvez changer de réponse jusqu’à la clôture : la dernière compte.");
}
