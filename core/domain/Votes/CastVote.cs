using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>One answer of one seat, as it came in.</summary>
/// <param name="EntraId">The verified account; null when the person came by a signed link.</param>
/// <param name="LinkHolder">Whom the signed link names; null in chat.</param>
/// <param name="Operation">Names this act: a repeat of it counts once.</param>
/// <param name="ReserveUntil">Needed by a vote under reserve, and left aside by any other; so Option by a choice among options.</param>
/// <param name="LinkIssued">When the signed link was made; null in chat.</param>
/// <param name="Blind">
/// The same where <paramref name="Operation"/> is made from the answer too: it is stored, and must tell nothing of a secret one.
/// </param>
public sealed record CastCommand(
    TerritoryId Territory, BallotId Ballot, SeatId Seat, string? EntraId, PersonId? LinkHolder, Choice Choice,
    string? Reason, OperationId Operation, DateOnly? ReserveUntil = null, int? Option = null, DateTimeOffset? LinkIssued = null,
    OperationId? Blind = null);

/// <summary>A ballot as one seat sees it: its own answer and the turnout, never anyone else's answer.</summary>
/// <param name="Reader">Who sees it: the seat's holder or its substitute, or those of the seat that holds its proxy.</param>
/// <param name="Through">The seat by whose proxy the reader answers; null for the seat's own people.</param>
public sealed record SeatBallot(Ballot Ballot, Elector Elector, Vote? Own, int Answered, PersonId Reader, SeatId? Through = null);

/// <summary>An answer that is stored and will be counted.</summary>
/// <param name="Repeated">The same act came again: nothing was stored anew.</param>
/// <param name="Replaced">The seat's answer before this one, if any.</param>
public sealed record CastDone(SeatBallot Seen, bool Repeated, Vote? Replaced);

/// <summary>
/// Casts a seat's vote: one wait to read everything in parallel, one to commit. A conflict with a neighbour behind the
/// same gate is read and decided anew, a bounded number of times.
/// </summary>
public sealed class CastVote(IBallots ballots, ISealedAnswers answers, BallotEdge edge, TimeProvider clock)
{
    public const int MostReason = 1000;
    private const int MostTries = 32;

    public async Task<Ruling<CastDone>> Handle(CastCommand command, CancellationToken cancel)
    {
        var reason = OneLine.IsBlank(command.Reason) ? null : command.Reason.Trim();
        if (FreeText.RefuseOptional(BallotText.Reason, reason, MostReason) is { } badReason)
        {
            return badReason;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var context = await ballots.ReadForCast(
                command.Territory, command.Ballot, command.Seat, command.EntraId, cancel);
            var now = clock.GetUtcNow();
            if ((VoterRules.Refuse(context, command.LinkHolder, now) ?? VoterRules.RefuseLink(context, command.LinkIssued)) is { } refusal)
            {
                return refusal;
            }

            var operation = context.Ballot!.IsSecret ? command.Blind ?? command.Operation : command.Operation;
            if (context.Standing?.Value.Operation == operation)
            {
                return new CastDone(VoterRules.Seen(context, command.LinkHolder, now), Repeated: true, Replaced: null);
            }

            if (VoterRules.RefuseNow(context, now) is { } tooLate)
            {
                if (await edge.StillOpen(context.Ballot!, cancel))
                {
                    continue;
                }

                return tooLate;
            }

            if (AnswerRules.Refuse(context.Ballot!, command.Choice, reason, command.ReserveUntil, command.Option, now) is { } unsound)
            {
                return unsound;
            }

            if (VoterRules.RefuseSeat(context, command.LinkHolder, now) is { } notThisSeat)
            {
                return notThisSeat;
            }

            var (by, through) = VoterRules.Voter(context, command.LinkHolder, now)!.Value;
            var vote = new Vote(
                command.Seat, command.Choice, reason, by.Id, by.Name, now,
                command.LinkHolder is null ? Way.Chat : Way.Link, operation,
                command.Choice == Choice.Reserve ? command.ReserveUntil : null, command.Choice == Choice.Option ? command.Option : null, through);
            if (SecretRules.RefuseAnswer(context, vote, answers) is { } notInSecret)
            {
                return notInSecret;
            }

            switch (await ballots.Cast(command.Territory, command.Ballot, vote, context, cancel))
            {
                case CastSaved.Done:
                    var answered = context.Gate!.AnsweredInAll + (context.AddsToTurnout ? 1 : 0);
                    edge.Answered(context.Ballot!, answered, first: context.AddsToTurnout);
                    return new CastDone(
                        new SeatBallot(
                            context.Ballot, context.Elector!, context.Ballot.IsSecret ? vote.Mark() : vote, answered, by.Id, through),
                        Repeated: false,
                        context.Standing?.Value);
                case CastSaved.Replayed:
                    // The act was stored by an earlier try of it; what stands now may even be a later answer.
                    var stands = await ballots.ReadForCast(
                        command.Territory, command.Ballot, command.Seat, command.EntraId, cancel);
                    return VoterRules.Refuse(stands, command.LinkHolder, now) is { } since
                        ? since
                        : new CastDone(VoterRules.Seen(stands, command.LinkHolder, now), Repeated: true, Replaced: null);
                default:
                    continue;
            }
        }

        return new BallotRefusal.Busy();
    }
}

/// <summary>Shows a ballot to one seat; the same person checks as casting.</summary>
public sealed class ShowBallot(IBallots ballots, TimeProvider clock)
{
    public async Task<Ruling<SeatBallot>> Handle(
        TerritoryId territory, BallotId ballot, SeatId seat, string? entraId, PersonId? linkHolder,
        CancellationToken cancel, DateTimeOffset? linkIssued = null)
    {
        var context = await ballots.ReadForCast(territory, ballot, seat, entraId, cancel);
        var now = clock.GetUtcNow();
        return (VoterRules.Refuse(context, linkHolder, now) ?? VoterRules.RefuseLink(context, linkIssued)) is { } refusal
            ? refusal
            : VoterRules.Seen(context, linkHolder, now);
    }
}
