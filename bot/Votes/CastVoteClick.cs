using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>
/// « Pour », « Contre », « Abstention », or what else the way to decide offers. The voter is the verified account, never what the card says; the card's ids
/// only name which ballot and seat are meant. Nothing is read here before the use case reads it all at once.
/// </summary>
public sealed class CastVoteClick(CastVote cast, ShowBallot show, Actors actors, TimeProvider clock) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (click.Id<TerritoryId>("territory") is not { } territory || click.Id<BallotId>("ballot") is not { } ballot
            || click.Id<SeatId>("seat") is not { } seat)
        {
            return new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotFound()));
        }

        if (AnswerTyped.Read(click.Text("choice"), click.Text(VoteCard.OptionInput), click.Text(VoteCard.ReserveInput)) is not { } answer)
        {
            return new CardAnswer.Refused(VoteTexts.Refusal(click.Text("choice") is null
                ? new BallotRefusal.TextMissing(BallotText.Option)
                : new BallotRefusal.NoSuchAnswer()));
        }

        var command = new CastCommand(
            territory, ballot, seat, click.Caller.EntraId, LinkHolder: null, answer.Choice, click.Text(VoteCard.ReasonInput),
            click.Operation, answer.Until, answer.Option);
        var ruling = await cast.Handle(command, cancel);
        if (ruling is Ruling<CastDone>.Refused { Why: BallotRefusal.UnknownVoter }
            && await actors.Of(click.Caller, territory, cancel) is { Actor.Person: not null })
        {
            // The account has just been matched to a member by mail: the vote is taken on the second look.
            ruling = await cast.Handle(command, cancel);
        }

        if (ruling is Ruling<CastDone>.Refused { Why: BallotRefusal.Closed or BallotRefusal.Withdrawn } late
            && await show.Handle(territory, ballot, seat, click.Caller.EntraId, null, cancel) is Ruling<SeatBallot>.Granted { Value: var over })
        {
            // The card still showed buttons: it becomes what it should have been.
            return new CardAnswer.Card(VoteCard.Of(
                over, clock.GetUtcNow(), click.Caller.MemberId,
                CardPieces.Notice(NoticeKind.Warning, "Trop tard", VoteTexts.Refusal(late.Why))));
        }

        if (ruling is Ruling<CastDone>.Refused { Why: BallotRefusal.SecretIsFinal final }
            && await show.Handle(territory, ballot, seat, click.Caller.EntraId, null, cancel) is Ruling<SeatBallot>.Granted { Value: var given })
        {
            return new CardAnswer.Card(VoteCard.Of(
                given, clock.GetUtcNow(), click.Caller.MemberId,
                CardPieces.Notice(NoticeKind.Warning, SecretTexts.FinalTitle, SecretTexts.IsFinal(final.Ballot, final.Mark))));
        }

        return ruling.Match<CardAnswer>(
            done => new CardAnswer.Card(VoteCard.Of(done.Seen, clock.GetUtcNow(), click.Caller.MemberId, Said(done))),
            why => new CardAnswer.Refused(VoteTexts.Refusal(why)));
    }

    private static CardElement? Said(CastDone done) => done.Replaced is { } before && before.By != done.Seen.Reader
        ? CardPieces.Notice(NoticeKind.Warning, "Votre réponse remplace celle déjà donnée", VoteTexts.Replaces(done.Seen.Ballot, before))
        : null;
}

/// <summary>« Voter », « Actualiser », and the refresh that the host asks for by itself.</summary>
public sealed class ShowVoteClick(ShowBallot show, Actors actors, TimeProvider clock) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (click.Id<TerritoryId>("territory") is not { } territory || click.Id<BallotId>("ballot") is not { } ballot
            || click.Id<SeatId>("seat") is not { } seat)
        {
            return new CardAnswer.Refused(VoteTexts.Refusal(new BallotRefusal.NotFound()));
        }

        var ruling = await show.Handle(territory, ballot, seat, click.Caller.EntraId, null, cancel);
        if (ruling is Ruling<SeatBallot>.Refused { Why: BallotRefusal.UnknownVoter }
            && await actors.Of(click.Caller, territory, cancel) is { Actor.Person: not null })
        {
            ruling = await show.Handle(territory, ballot, seat, click.Caller.EntraId, null, cancel);
        }

        return ruling.Match<CardAnswer>(
            seen => new CardAnswer.Card(VoteCard.Of(seen, clock.GetUtcNow(), click.Caller.MemberId)),
            why => new CardAnswer.Refused(VoteTexts.Refusal(why)));
    }
}
