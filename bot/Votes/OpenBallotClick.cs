using Concertation.Domain;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>
/// The form sent: a convener of the table opens a ballot, a member suggests. What can't be taken is said in the form,
/// with everything typed still in it.
/// </summary>
public sealed class OpenBallotClick(
    Actors actors, OpenBallot open, SuggestProposal suggest, ProposeForms forms, BallotCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return BallotCards.OutOfReach;
        }

        var typed = Typed(click);
        if (Subject.Read(typed.Subject) is not { } subject)
        {
            return await Again(actor, roster, typed, new BallotRefusal.NoSuchTable(), cancel);
        }

        if (Unreadable(click, typed) is { } unreadable)
        {
            return await Again(actor, roster, typed, unreadable, cancel);
        }

        var table = roster.TableOf(subject.Table);
        var proposal = new Proposal(
            subject.Table, subject.Session, subject.Item,
            typed.Axis is null or ProposeCard.AxisOfItem ? null : new AxisId(typed.Axis),
            typed.Title ?? "", typed.Text ?? "", ClosingTime.Of(click, roster.Zone))
            .With(typed.More ?? new(), table) with { SparesOften = typed.SparesOften };
        // The form's name is the client's word: bound to the person, it can't reach a ballot of somebody else.
        var id = new BallotId(Operations.IdOf($"{actor.Id}|{typed.Form}"));
        var convenes = actor.Person is not null && table is not null && roster.MayConvene(actor.Id, table);
        var ruling = convenes
            ? await open.Handle(actor, id, proposal, cancel)
            : await suggest.Handle(actor, id, proposal, cancel);
        return ruling switch
        {
            Ruling<Ballot>.Refused refused => await Again(actor, roster, typed, refused.Why, cancel),
            Ruling<Ballot>.Granted { Value: var done } when convenes => (await cards.ForConvener(
                    actor, roster, id, click.Caller.MemberId,
                    CardPieces.Notice(NoticeKind.Good, "Le vote est ouvert", VoteTexts.Opened(done)), cancel))
                .Match<CardAnswer>(card => new CardAnswer.Card(card), BallotCards.Refused),
            Ruling<Ballot>.Granted { Value: var done } => new CardAnswer.Card(SuggestionCard.Sent(done)),
            _ => throw new InvalidOperationException("a ruling is one of two"),
        };
    }

    private static BallotRefusal? Unreadable(CardClick click, ProposeFields typed) =>
        typed.Axis is not (null or ProposeCard.AxisOfItem) && !IdRules.IsWellFormed(typed.Axis) ? new BallotRefusal.NoSuchAxis()
        : ClosingTime.IsUnclear(click) ? new BallotRefusal.ClosingUnclear()
        : SettingsTyped.Unreadable(click, typed.More ?? new());

    private static ProposeFields Typed(CardClick click) => new(
        click.Text(ProposeCard.FormKey) ?? click.Operation.Value, click.Text(ProposeCard.SubjectInput),
        click.Text(ProposeCard.AxisInput), click.Text(ProposeCard.TitleInput), click.Text(ProposeCard.TextInputId),
        ClosingTime.DayOf(click), ClosingTime.TimeOf(click), SettingsTyped.Of(click), SessionClicks.SparesOften(click));

    private async Task<CardAnswer> Again(
        Actor actor, Roster roster, ProposeFields typed, BallotRefusal why, CancellationToken cancel) =>
        await forms.Draw(actor, roster, typed, VoteTexts.Refusal(why), cancel) is { } form
            ? new CardAnswer.Card(form)
            : BallotCards.Refused(why);
}
