using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Polls;
using ConcertationBot.Turns;

namespace ConcertationBot.Sessions;

/// <summary>
/// An answer to a convocation in one's own words. It goes to the one session it can mean: by its date or table, else the
/// only one that waits; otherwise the person is shown buttons.
/// </summary>
public abstract class AnswerToConvocation(
    SessionsInReach reach, ReplyToConvocation reply, AnswerInWords words, ReplyKind kind) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var called = await reach.ToAnswer(turn.Actor, turn.Roster, cancel);
        // Dates that are only asked about are answered in the same words.
        if (kind != ReplyKind.Represented
            && await words.Try(turn, kind == ReplyKind.Present, Names(called, turn), cancel) is { } said)
        {
            return said;
        }

        if (called.Count == 0)
        {
            return Say.Only(SessionTexts.NoneCalled);
        }

        var slots = turn.Reading.Slots;
        var meant = SessionsInReach.Meant(called, v => v.Session, slots, turn.Roster.Zone);
        var who = kind == ReplyKind.Represented ? slots.Substitute : null;
        if (meant.Count == 0)
        {
            return Say.Only(SessionListCard.WhichToAnswer(SessionTexts.NoneThatDay, called, kind, who));
        }

        var waiting = meant.Where(v => v.Reply is null || v.ReplyIsOld).ToList();
        var candidates = meant.Count > 1 && waiting.Count == 1 ? waiting : meant;
        return candidates is [var only]
            ? await Reply(turn, only, who, cancel)
            : Say.Only(SessionListCard.WhichToAnswer(SessionTexts.WhichConvocation, candidates, kind, who));
    }

    // Without a date, whatever awaits an answer; with one, a convocation for that day.
    private static bool Names(IReadOnlyList<SeatView> called, TextTurn turn) =>
        SessionsInReach.Meant(called, v => v.Session, turn.Reading.Slots, turn.Roster.Zone).Count > 0;

    private async Task<IReadOnlyList<Say>> Reply(TextTurn turn, SeatView view, string? who, CancellationToken cancel)
    {
        var (session, table, zone) = (view.Session, view.Table, view.Zone);
        // The words name the date, or there is only one: the answer is for the date that stands.
        var outcome = await reply.Run(
            turn.Actor, new ReplyCommand(
                session.Id, view.Seat.Id, kind, RepresentedWords.Of(who, turn.Roster.Mandates.GetValueOrDefault(view.Seat.Id)), null, turn.Operation,
                turn.Reading.Slots.Online, FrenchText.Read(turn.Text).Words.Any(w => w.Plain is "retard")),
            cancel);
        return outcome.Match(
            noted => [new(
                SessionTexts.Noted(noted.Session, table, zone, noted.Reply),
                ConvocationCard.Of(view with { Session = noted.Session, Reply = noted.Reply }))],
            _ => Say.Only(SessionTexts.NoSession),
            _ => Say.Only(SessionTexts.NotYourSeat),
            cancelled => Say.Only(ConvocationCard.Cancelled(cancelled.Session, table, zone)),
            over => Say.Only(SessionTexts.Over(over.Session, table, zone)),
            moved => Say.Only(ConvocationCard.Of(view with { Session = moved.Session })),
            _ => Say.Only(ConvocationCard.Of(view, problem: SessionTexts.WhoIsMissing)),
            _ => Say.Only(ConvocationCard.Of(view, problem: SessionTexts.WhoIsTooLong, typed: who)),
            _ => Say.Only(ConvocationCard.Of(view, problem: SessionTexts.WhoSaysTooMuch, typed: who)));
    }
}

/// <summary>« ok pour le 14 »</summary>
public sealed class ReplyPresentCommand(SessionsInReach reach, ReplyToConvocation reply, AnswerInWords words)
    : AnswerToConvocation(reach, reply, words, ReplyKind.Present);

/// <summary>« je serai absent »</summary>
public sealed class ReplyAbsentCommand(SessionsInReach reach, ReplyToConvocation reply, AnswerInWords words)
    : AnswerToConvocation(reach, reply, words, ReplyKind.Absent);

/// <summary>« peux pas, ma cadre me remplace »</summary>
public sealed class ReplyRepresentedCommand(SessionsInReach reach, ReplyToConvocation reply, AnswerInWords words)
    : AnswerToConvocation(reach, reply, words, ReplyKind.Represented);
