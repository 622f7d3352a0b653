using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards that follow an open ballot to its end.</summary>
internal static class FollowVoteSamples
{
    private static readonly DateTimeOffset Now = SampleTerritory.Now;

    public static IEnumerable<SampleCard> Of(Ballot open, Elector hospital, Elector nursing, Vote own)
    {
        var extended = open with { ClosesAt = open.ClosesAt!.Value.AddDays(2), Held = new BallotForm(ExtendedFrom: open.ClosesAt, ClosesWhenAll: true) };
        SeatBallot Seen(Ballot ballot, Vote? vote) => new(ballot, hospital, vote, 5, SampleTerritory.Doctor.Id);
        return
        [
            new("votes.extend", () => ExtendCard.Of(open)),
            new("votes.extend-again", () => ExtendCard.Of(
                open, new DateOnly(2027, 10, 13), new TimeOnly(9, 0), VoteTexts.Refusal(new BallotRefusal.NotLater(open)))),
            new("votes.manage-extended", () => ManageCard.Of(extended, 5, Now)),
            new("votes.extended", () => VoteCard.Of(Seen(extended, own), Now, null, VoteFollowUps.Notice(EffectKind.BallotExtended, Seen(extended, own)))),
            new("votes.reminder", () => VoteCard.Of(Seen(open, null), Now, null, VoteFollowUps.Notice(EffectKind.BallotReminder, Seen(open, null)))),
            new("votes.remind", () => RemindVotersCard.Of(Look(open, hospital, nursing, 2), Now)),
            new("votes.remind-many", () => RemindVotersCard.Of(Look(open, hospital, nursing, 120), Now)),
            new("votes.remind-nobody", () => RemindVotersCard.Of(new VoterReminder(open, [], null, Now), Now)),
            new("votes.links", () => VoteLinksCard.Of(open, [hospital with { Structure = Typed(hospital.Structure) }, nursing])),
            new("votes.links-many", () => VoteLinksCard.Of(
                open, [.. Enumerable.Range(0, 2000).Select(i => nursing with { Seat = new($"s{i}"), Structure = Typed($"Structure {i}") })])),
            new("votes.group", () => GroupVoteCard.Of(open, 5, Now, ["29:docteur"])),
            new("votes.group-mine", () => GroupVoteCard.Of(extended, 5, Now, ["29:docteur"], [Seen(extended, own), Seen(extended, null)])),
            new("votes.group-secret", () => GroupVoteCard.Of(open with { Held = new BallotForm(Secrecy.Secret) }, 5, Now, [])),
            new("votes.group-consent", () => GroupVoteCard.Of(
                open with { Majority = Majority.Consent, Held = new BallotForm(Round: 2, Amended: Typed("Le délai passe à 48 h")) }, 5, Now, [])),
            new("votes.group-options", () => GroupVoteCard.Of(
                open with { Majority = Majority.Options, Held = new BallotForm(Options: [Typed("À l’EHPAD"), Typed("À l’hôpital")]) }, 5, Now, [])),
            new("votes.group-over", () => GroupVoteCard.Of(open with { State = BallotState.Closed }, 12, Now.AddDays(3), [])),
            new("votes.which-answer", () => WhichVoteCard.Of([Seen(open, own), Seen(open with { Id = new("b2") }, own)], Choice.Against)),
            new("votes.which-to-open", () => WhichVoteCard.Of([Seen(open, own), Seen(open, null)], null)),
        ];
    }

    private static VoterReminder Look(Ballot ballot, Elector hospital, Elector nursing, int people) => new(
        ballot,
        [
            .. Enumerable.Range(0, people).Select(i => new VoterToRemind(
                i % 2 == 0 ? hospital : nursing, SampleTerritory.Doctor with { Id = new($"p{i}"), Name = Typed($"Une Personne Exemple {i}") },
                i % 4, Today: i % 7 == 6, Asked: false)),
        ],
        Now.AddDays(2), Now.AddHours(10));
}
