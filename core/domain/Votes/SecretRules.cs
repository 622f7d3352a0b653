using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>What secrecy allows (rules 3 and 6).</summary>
public static class SecretRules
{
    /// <summary>Fewer answers than this, and the result may tell who gave which.</summary>
    public const int FewAnswers = 5;

    private const int SeatsPerPool = 16;

    /// <summary>Why a proposal can't be voted on in secret; null when it can, or isn't to be.</summary>
    public static BallotRefusal? RefuseToOpen(
        BallotForm form, IReadOnlyList<Elector> electors, ISealedAnswers answers) =>
        form.Secrecy != Secrecy.Secret ? null
        : electors.Where(e => e.Decides).DistinctBy(e => e.Weight).Count() > 1
            ? new BallotRefusal.NotInSecret(SecretLimit.Weights)
        : answers.Key is null ? new BallotRefusal.NotInSecret(SecretLimit.NoKey)
        : null;

    /// <summary>
    /// How many gates a ballot has. A secret one has fewer: answers are mixed behind their gate, so that each must have a
    /// crowd behind it, yet no more than can vote at one instant.
    /// </summary>
    public static int Gates(BallotForm form, int seats) => Math.Clamp(
        form.Secrecy == Secrecy.Secret ? seats / SeatsPerPool : seats, 1, BallotOpening.MostGates);

    /// <summary>Why an answer can't be taken into a secret ballot; null when it can, or the ballot is nominal.</summary>
    internal static BallotRefusal? RefuseAnswer(CastContext context, Vote vote, ISealedAnswers answers) =>
        context.Ballot is not { IsSecret: true } ballot ? null
        : context.Standing is { Value: var mark } ? new BallotRefusal.SecretIsFinal(ballot, mark)
        : vote.Reason is not null ? new BallotRefusal.NotInSecret(SecretLimit.Reason)
        : answers.Key is not { } key || key != context.Gate?.Pool?.Key ? new BallotRefusal.NotInSecret(SecretLimit.NoKey)
        : null;
}
