using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Links;
using Concertation.Work.Votes;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.AddIn.Votes;

namespace ConcertationBot.Votes;

/// <summary>Who votes, proxies and déports on the page behind a personal link: the same use cases as the card.</summary>
public sealed class VoteLinkRights(IRosters rosters, IBallots ballots, RecuseSeat recuse, TakeRecusalBack takeBack, GiveBallotProxy give, PersonalLinks links)
{
    public async Task<VotePageNotice> Act(PersonalLink link, string right, string? holder, CancellationToken cancel)
    {
        if ((await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person) is not { } person
            || (holder is not null && !IdRules.IsWellFormed(holder)))
        {
            return new(PageNoticeKind.Problem, "Rien n’a changé", VoteTexts.Refusal(new BallotRefusal.NotYourSeat()));
        }

        var actor = new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person);
        var ballot = new BallotId(link.SubjectId);
        var ruling = right switch
        {
            "recuse" => await recuse.Handle(actor, ballot, link.Seat, cancel),
            "return" => await takeBack.Handle(actor, ballot, link.Seat, cancel),
            "back" => await give.Handle(actor, ballot, link.Seat, null, cancel),
            "give" when holder is not null => await give.Handle(actor, ballot, link.Seat, new SeatId(holder), cancel),
            _ => new BallotRefusal.NotThisRight(RightsObstacle.NoSuchHolder, 0),
        };
        return ruling.Match(
            _ => new VotePageNotice(PageNoticeKind.Done, "C’est noté, merci !", null),
            why => new VotePageNotice(PageNoticeKind.Problem, "Rien n’a changé", VoteTexts.Refusal(why)));
    }

    public async Task<VotePageRights> Of(PersonalLink link, SeatBallot seen, bool open, CancellationToken cancel)
    {
        var (seat, ballot, zone) = (seen.Elector, seen.Ballot, seen.Ballot.Labels.Zone);
        var electorate = ShowElectors.Of(ballot, await ballots.Electors(link.Territory, ballot.Id, cancel), convenes: false, [seat.Seat]);
        var own = open && seen.Through is null && seat.Recused is null;
        return new VotePageRights(
            [.. new[] { Situation(seen, open, zone), seat.Voice == Voice.Consultative ? RightsTexts.Consultative : null }.OfType<string>()],
            open && seen.Through is null
                ? [.. (seat.Holds ?? []).Select(h => new VotePageHeld(h.Structure, links.ForVote(ballot, h.From, link.Person)))] : [],
            MayRecuse: own, $"{RightsTexts.WhatRecusalDoes} {RightsTexts.UntilWhen}", MayReturn: RightsPieces.MayReturn(seen, open),
            MayTakeBack: own && seat.Holder is not null && seen.Own is null,
            own && seat is { Holder: null, Holds: null, Voice: Voice.Deliberative } && seen.Own is null
                ? [.. electorate.HoldersFor(seat.Seat).Select(s => new VotePageHolder(s.Seat.Value, s.Structure))] : [],
            [
                ("Votants", RightsTexts.Voting(electorate)), ("Quorum", RightsTexts.Quorum(ballot)),
                .. electorate.Colleges.Where(c => c.Needed > 0).Select(c => (c.College, RightsTexts.Quorum(c))),
            ],
            [.. electorate.Seats.Select(s => new VotePageElector(s.CollegeName, s.Structure, RightsTexts.Right(s)))]);
    }

    private static string? Situation(SeatBallot seen, bool open, TimeZoneInfo zone) => seen.Elector switch
    {
        { Recused: { } recusal } => $"{RightsTexts.OutOfIt}. {RightsTexts.Recused(recusal, open, zone)}",
        { Proxy: { To: not null } } when seen.Through is not null => RightsTexts.ByProxy(seen),
        { Proxy: { To: not null } proxy } => $"{RightsTexts.GivenTo(proxy)}. {RightsTexts.GivenBy(proxy, zone)} {RightsTexts.Revocable(seen.Own is not null)}",
        var seat => RightsTexts.TakenBack(seat, zone),
    };
}
