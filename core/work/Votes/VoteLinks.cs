using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Links;

namespace Concertation.Work.Votes;

/// <summary>The personal link of a ballot.</summary>
internal static class VoteLinks
{
    /// <summary>After closing the link still tells what became of the vote.</summary>
    private const int DaysAfterClosing = 30;

    public static string ForVote(this PersonalLinks links, SeatBallot seen, PersonId person) => links.UrlFor(new PersonalLink(
        seen.Ballot.Territory, LinkPurpose.Vote, seen.Ballot.Id.Value, seen.Elector.Seat, person,
        seen.Ballot.ClosesAt!.Value.AddDays(DaysAfterClosing)));
}
