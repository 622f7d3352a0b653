using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Links;

namespace Concertation.Work.Votes;

/// <summary>The personal link of a ballot.</summary>
public static class VoteLinks
{
    /// <summary>After closing the link still tells what became of the vote.</summary>
    private const int DaysAfterClosing = 30;

    public static string ForVote(this PersonalLinks links, SeatBallot seen, PersonId person) =>
        links.ForVote(seen.Ballot, seen.Elector.Seat, person);

    public static string ForVote(this PersonalLinks links, Ballot ballot, SeatId seat, PersonId person) => links.UrlFor(new PersonalLink(
        ballot.Territory, LinkPurpose.Vote, ballot.Id.Value, seat, person, ballot.ClosesAt!.Value.AddDays(DaysAfterClosing)));
}
