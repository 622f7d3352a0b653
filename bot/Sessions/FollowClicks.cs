using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Sessions;

/// <summary>sessions.show: the session as it stands, for its convener or for a called seat; also what a card refreshes itself with.</summary>
public sealed class ShowSession(SessionClicks clicks) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) is { } found ? clicks.Show(found, click) : SessionClicks.Unknown;
}

/// <summary>sessions.list: what is to come.</summary>
public sealed class ListSessions(Actors actors, SessionLists lists) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>(SessionKeys.Territory), cancel) is var (actor, roster)
            ? new CardAnswer.Card(await lists.Upcoming(actor, roster, cancel))
            : SessionClicks.OutOfReach;
}

/// <summary>sessions.missing: who has not replied.</summary>
public sealed class ShowMissingReplies(SessionClicks clicks, SessionsInReach reach) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) switch
        {
            null => SessionClicks.Unknown,
            { MayConvene: false } found => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table)),
            var found => new CardAnswer.Card(ConvenedCard.Missing(found.Attendance, found.Roster, reach.IsOpen(found.Session), click.From())),
        };
}

/// <summary>sessions.reply: a seat's answer, by its representative or by the convener on their behalf.</summary>
public sealed class ReplyClick(SessionClicks clicks, ReplyToConvocation reply) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        if (click.Id<Concertation.Domain.Tables.SeatId>(SessionKeys.Seat) is not { } seat
            || SessionKeys.ReplyOf(click.Text(SessionKeys.Reply)) is not { } kind)
        {
            return new CardAnswer.Refused(SessionTexts.ChooseSeat);
        }

        var who = click.Text(SessionKeys.Who);
        var command = new ReplyCommand(
            found.Session.Id, seat, kind, RepresentedWords.Of(who, found.Roster.Mandates.GetValueOrDefault(seat)), SessionClicks.Seen(click), click.Operation);
        var outcome = await reply.Run(found.Actor, command, cancel);
        // As it stands after the reply.
        return await clicks.Read(click, cancel) is { } now
            ? AnswerOf(outcome, now, click, who)
            : SessionClicks.Unknown;
    }

    private CardAnswer AnswerOf(ReplyOutcome outcome, ClickedSession found, CardClick click, string? who)
    {
        var behalf = click.Text(SessionKeys.Behalf) == "true" && found.MayConvene;
        return outcome.Match(
            noted => behalf
                ? clicks.Show(found, click, SessionTexts.NotedOnBehalf(found.Roster.StructureName(noted.Seat.Structure), noted.Reply))
                : clicks.ShowSeat(found, noted.Seat),
            _ => SessionClicks.Unknown,
            _ => new CardAnswer.Refused(SessionTexts.NotYourSeat),
            _ => behalf ? clicks.Show(found, click) : new CardAnswer.Card(ConvocationCard.Cancelled(found.Session, found.Table, found.Roster.Zone)),
            over => new CardAnswer.Refused(SessionTexts.Over(over.Session, found.Table, found.Roster.Zone)),
            moved => behalf
                ? clicks.Show(found, click)
                : clicks.ShowSeat(found, moved.Seat, SessionTexts.MovedMeanwhile(found.Session, found.Roster.Zone)),
            missing => behalf
                ? new CardAnswer.Refused(SessionTexts.WhoIsMissing)
                : clicks.ShowSeat(found, missing.Seat, SessionTexts.WhoIsMissing),
            tooLong => behalf
                ? new CardAnswer.Refused(SessionTexts.WhoIsTooLong)
                : clicks.ShowSeat(found, tooLong.Seat, SessionTexts.WhoIsTooLong, who),
            tooMuch => behalf
                ? new CardAnswer.Refused(SessionTexts.WhoSaysTooMuch)
                : clicks.ShowSeat(found, tooMuch.Seat, SessionTexts.WhoSaysTooMuch, who));
    }
}
