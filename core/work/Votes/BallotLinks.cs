using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Links;

namespace Concertation.Work.Votes;

/// <summary>The personal address under which a person answers for a seat.</summary>
public static class BallotLinks
{
    /// <summary>After closing the link still tells what became of the vote.</summary>
    private const int DaysAfterClosing = 30;

    public static string Of(PersonalLinks links, SeatBallot seen, PersonId person) => Of(links, seen.Ballot, seen.Elector.Seat, person);

    public static string Of(PersonalLinks links, Ballot ballot, SeatId seat, PersonId person) => links.UrlFor(new PersonalLink(
        ballot.Territory, LinkPurpose.Vote, ballot.Id.Value, seat, person, ballot.ClosesAt!.Value.AddDays(DaysAfterClosing)));
}
