using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.VoteSamples;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of secret ballots, where they say something else.</summary>
internal static class SecretSamples
{
    private static readonly DateTimeOffset Now = SampleTerritory.Now;

    private static readonly Ballot Ballot = Open with { Held = new(Secrecy.Secret), Gates = 1 };

    private static readonly Ballot Among = Ballot with
    {
        Majority = Majority.Options, Held = new(Secrecy.Secret, [Typed("En janvier"), Typed("En mars")]),
    };

    private static readonly Vote Mark = Own.Mark();

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("secret.open", () => VoteCard.Of(Seen(Ballot, null), Now, "29:docteur")),
        new("secret.open-few", () => VoteCard.Of(Seen(Ballot with { Seats = 4 }, null), Now)),
        new("secret.answered", () => VoteCard.Of(Seen(Ballot, Mark), Now)),
        new("secret.final", () => VoteCard.Of(
            Seen(Ballot, Mark), Now, "29:docteur",
            CardPieces.Notice(NoticeKind.Warning, SecretTexts.FinalTitle, SecretTexts.IsFinal(Ballot, Mark)))),
        new("secret.options", () => VoteCard.Of(Seen(Among, null), Now, "29:docteur")),
        new("secret.group", () => GroupVoteCard.Of(Ballot, 5, Now, ["29:docteur"], [Seen(Ballot, Mark)])),
        new("secret.which", () => WhichVoteCard.Of([Seen(Ballot, Mark), Seen(Among, null)], Choice.Against)),
        new("secret.manage", () => ManageCard.Of(Ballot, 5, Now)),
        new("secret.manage-waits", () => ManageCard.Of(Ballot with { State = BallotState.Closed }, 12, Now.AddDays(4))),
        new("secret.adopted", () => OutcomeCard.Of(
            Closed(12), Closed(12).Outcome!, null, [Answers[0] with { Vote = Mark }, Answers[1]])),
        new("secret.revealing", () => OutcomeCard.Of(Closed(3), Closed(3).Outcome!, null, [])),
    ];

    private static Ballot Closed(int answered) => Ballot with
    {
        State = BallotState.Closed, Outcome = Outcome(Verdict.Adopted) with { Answered = answered },
    };
}
