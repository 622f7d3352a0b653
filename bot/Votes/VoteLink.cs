using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.AddIn.Votes;
using ConcertationBot.Links;
using ConcertationBot.Turns;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Votes;

/// <summary>The page behind a ballot's personal link: the same use cases, rights and rules as the card.</summary>
public sealed class VoteLink(ShowBallot show, CastVote cast, IRosters rosters, VoteLinkRights rights, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Vote;

    public Task<IResult> Show(PersonalLink link, CancellationToken cancel) => PageOf(link, null, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var (link, reason) = (post.Link, post.Text(VoteCard.ReasonInput));
        if (post.Text("right") is { } right)
        {
            // Taking a proxy back and a déport are pressed, not chosen; only who is sure of it does them.
            if (right is not "give" && !post.IsSure)
            {
                return await PageOf(link, new(PageNoticeKind.Problem, LinkPost.TickFirst, null), null, cancel);
            }

            // A link that was revoked, or isn't this person's any more, acts on nothing.
            var acts = await show.Handle(link.Territory, new(link.SubjectId), link.Seat, null, link.Person, cancel, link.Issued)
                is Ruling<SeatBallot>.Granted;
            return await PageOf(link, acts ? await rights.Act(link, right, post.Text("holder"), cancel) : null, null, cancel);
        }

        var until = post.Text(VoteCard.ReserveInput);
        if (AnswerTyped.Read(post.Text("choice"), null, until) is not { } answer)
        {
            var kept = post.Text("choice") is null ? await Kept(link, cancel) : null;
            return await PageOf(link, kept ?? new(PageNoticeKind.Problem, "Choisissez une réponse", null), new(null, reason, until, null), cancel);
        }

        var ruling = await cast.Handle(
            new CastCommand(link.Territory, new(link.SubjectId), link.Seat, null, link.Person, answer.Choice, reason, post.Operation,
                answer.Until, answer.Option, link.Issued, Blind(link)),
            cancel);
        return await ruling.Match(
            done => PageOf(link, Done(done, answer), null, cancel),
            why => why is BallotRefusal.TextTooLong or BallotRefusal.PersonalData or BallotRefusal.TextMissing or BallotRefusal.ReserveUnclear
                ? PageOf(
                    link, new(PageNoticeKind.Problem, "Le vote n’est pas encore pris en compte", null),
                    new(post.Text("choice"), reason, until, why), cancel)
                : PageOf(link, new(PageNoticeKind.Problem, "Le vote n’est pas pris en compte", VoteTexts.Refusal(why)), null, cancel));
    }

    /// <summary>The act of voting by this link, whatever the answer: the form's own name could be guessed answer by answer.</summary>
    private static OperationId Blind(PersonalLink link) =>
        new(Operations.IdOf($"{link.Territory}|{link.SubjectId}|{link.Seat}|{link.Person}|secret"));

    /// <summary>Who has answered and chooses nothing else keeps that answer; null for who hasn't.</summary>
    private async Task<VotePageNotice?> Kept(PersonalLink link, CancellationToken cancel) =>
        await show.Handle(link.Territory, new(link.SubjectId), link.Seat, null, link.Person, cancel, link.Issued)
            is Ruling<SeatBallot>.Granted { Value: { Own: { } own } seen }
            ? new(PageNoticeKind.Done, $"Votre réponse reste : {AnswerTexts.Whole(seen.Ballot, own)}", null)
            : null;

    /// <summary>What was sent, shown again while something is to mend.</summary>
    private sealed record Typed(string? Choice, string? Reason, string? Until, BallotRefusal? Why);

    private async Task<IResult> PageOf(PersonalLink link, VotePageNotice? notice, Typed? typed, CancellationToken cancel)
    {
        var shown = await show.Handle(link.Territory, new(link.SubjectId), link.Seat, null, link.Person, cancel, link.Issued);
        if (shown is not Ruling<SeatBallot>.Granted { Value: var seen })
        {
            return NotYours(((Ruling<SeatBallot>.Refused)shown).Why);
        }

        var name = (await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person)?.Name ?? "";
        var open = !seen.Ballot.IsOver(clock.GetUtcNow());
        var asks = open && !(seen.Ballot.IsSecret && seen.Own is not null) && seen.Elector.Recused is null && (seen.Elector.Holder is null || seen.Through is not null);
        return PersonalLinkPages.Page<VotePage>(new()
        {
            [nameof(VotePage.Model)] = ModelOf(
                seen, name, (open ? notice : null) ?? Situation(seen.Ballot, open, notice), asks ? FormOf(seen, typed, clock.GetUtcNow()) : null) with
            {
                Rights = await rights.Of(link, seen, open, cancel),
            },
        });
    }

    /// <summary>Somebody else sits there now, or the ballot is gone: said kindly, with nothing of the ballot shown.</summary>
    private static IResult NotYours(BallotRefusal why) => PersonalLinkPages.Problem(
        why is BallotRefusal.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden, "Ce lien ne permet plus de voter", VoteTexts.Refusal(why));

    private static VotePageModel ModelOf(SeatBallot seen, string name, VotePageNotice? notice, VotePageForm? form)
    {
        var (ballot, zone) = (seen.Ballot, seen.Ballot.Labels.Zone);
        return new VotePageModel(
            VoteTexts.Place(ballot), ballot.Title, VoteTexts.Beyond(ballot.Title, ballot.Text), name, $"{seen.Elector.Structure} (collège {seen.Elector.CollegeName})",
            ballot.Labels.Axis, VoteTexts.Closing(ballot) ?? "", VoteTexts.Rules(ballot),
            VoteTexts.Turnout(seen.Answered, ballot.Seats),
            seen.Own is { Choice: Choice.Sealed } mark ? SecretTexts.Given(mark, seen.Reader, ballot)
                : seen.Own is { } own ? $"{AnswerTexts.Whole(ballot, own)} — {VoteTexts.Own(own, seen.Reader, zone)}" : null, notice, form)
        {
            Legal = WayTexts.Legal(ballot.Majority, ballot.Tie),
            More = [.. More(ballot).Where(f => f.Words is not null).Select(f => new VotePageFact(f.Label, f.Words!))],
        };
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

    private static IEnumerable<CardFact> More(Ballot ballot) =>
    [
        ("Tour", AnswerTexts.Reworded(ballot)), ("Ce qui change", ballot.Form.Amended), .. TermTexts.Facts(ballot),
    ];

    private static VotePageForm FormOf(SeatBallot seen, Typed? typed, DateTimeOffset now)
    {
        var (ballot, own) = (seen.Ballot, seen.Own);
        var (first, last) = AnswerRules.ReserveDays(ballot, now);
        var problem = typed?.Why is { } why ? VoteTexts.Refusal(why) : null;
        return new VotePageForm(
            own?.Operation.Value ?? "-",
            // Nothing is chosen beforehand: a machine that sends the form as it finds it doesn't vote.
            typed?.Choice,
            typed?.Reason ?? own?.Reason, typed?.Why is BallotRefusal.ReserveUnclear ? null : problem, CastVote.MostReason)
        {
            Answers = Answers(ballot),
            ReasonLabel = ballot.IsSecret ? null : AnswerTexts.ReasonLabel(ballot),
            Explained = ballot.IsSecret
                ? $"{SecretTexts.MeaningOnPage} {SecretTexts.FewSeats(ballot)}".TrimEnd()
                : "Vote nominatif : les réponses sont connues après la clôture. Jusque-là, vous pouvez changer de réponse : la dernière compte.",
            Reserve = AnswerRules.Of(ballot).Contains(Choice.Reserve)
                ? new VotePageReserve(
                    AnswerTexts.ReserveLabel, AnswerTexts.ReserveOnPage, Iso(first), Iso(last),
                    typed?.Until ?? (own?.ReserveUntil is { } day ? Iso(day) : null),
                    typed?.Why is BallotRefusal.ReserveUnclear ? problem : null)
                : null,
        };
    }

    private static List<VotePageAnswer> Answers(Ballot ballot) =>
    [
        .. AnswerRules.Of(ballot).SelectMany(c => c == Choice.Option
            ? (ballot.Form.Options ?? []).Select((o, i) => new VotePageAnswer(
                ballot.IsSecret ? SecretAnswers.Code(c, i) : $"{nameof(Choice.Option)}:{i}", $"Option {i + 1} : {o}"))
            : [new VotePageAnswer(ballot.IsSecret ? SecretAnswers.Code(c) : c.ToString(), AnswerTexts.Word(ballot.Majority, c))]),
    ];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A form sent again, after « Back », is the same act: what stands is said, not what it asked for.</summary>
    private static VotePageNotice Done(CastDone done, AnswerTyped asked) => done.Seen.Own!.Choice == Choice.Sealed
        ? done.Repeated
            ? new(PageNoticeKind.Beware, "Ce siège a déjà répondu par cette page", SecretTexts.AgainOnPage)
            : new(PageNoticeKind.Done, "C’est noté, merci ! Votre réponse est enregistrée", SecretTexts.AnsweredOnPage)
        : !asked.Is(done.Seen.Own)
        ? new(
            PageNoticeKind.Beware, $"Votre réponse reste : {AnswerTexts.Whole(done.Seen.Ballot, done.Seen.Own!)}",
            "Cette page datait d’avant votre dernière réponse. Pour en changer, choisissez à nouveau ci-dessous.")
        : new(
        PageNoticeKind.Done, $"C’est noté, merci ! Votre réponse : {AnswerTexts.Whole(done.Seen.Ballot, done.Seen.Own!)}",
        done.Replaced is { } before && before.By != done.Seen.Reader
            ? VoteTexts.Replaces(done.Seen.Ballot, before)
            : "Vous pouvez changer de réponse jusqu’à la clôture : la dernière compte.");
}
