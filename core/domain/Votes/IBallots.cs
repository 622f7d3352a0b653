using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Everything one cast needs, read in parallel: one storage wait.</summary>
/// <param name="Voter">The person the verified Entra id is bound to; null when unknown or when a link names the person.</param>
/// <param name="Gate">The seat's gate, with the turnout over all gates.</param>
public sealed record CastContext(
    PersonId? Voter, Mandate? Mandate, Elector? Elector, Gate? Gate, Versioned<Vote>? Standing, Ballot? Ballot);

/// <summary>
/// A gate lets casts through until closing shuts all gates in one transaction. Casts of different gates never wait
/// for each other. Answered: seats behind it that have answered.
/// </summary>
public sealed record Gate(int Number, bool Open, int Answered, string Version, int AnsweredInAll);

public enum CastSaved { Done, Conflict, Replayed }

/// <summary>Proposals and ballots of a territory.</summary>
public interface IBallots
{
    /// <summary>The head as its own partition holds it: the truth about a ballot's state.</summary>
    Task<Versioned<Ballot>?> Get(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>Recent proposals and ballots of the territory, newest first, from one index partition.</summary>
    Task<IReadOnlyList<Ballot>> Recent(TerritoryId territory, CancellationToken cancel);

    /// <summary>Records a suggestion with its effects; false when that id exists.</summary>
    Task<bool> Suggest(Ballot ballot, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>
    /// Writes seats and gates, then the open head with its effects in one last transaction. Repeatable.
    /// False when the head changed meanwhile.
    /// </summary>
    Task<bool> Open(
        Ballot ballot, string? version, IReadOnlyList<Elector> electors, IReadOnlyList<Effect> effects,
        CancellationToken cancel);

    Task<IReadOnlyList<Elector>> Electors(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>The standing vote of each seat that answered.</summary>
    Task<IReadOnlyList<Vote>> Votes(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>How many seats have answered, from the gates alone: no vote is read.</summary>
    Task<int> Answered(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>Identity, mandate, elector, gates and standing vote, read in parallel.</summary>
    Task<CastContext> ReadForCast(
        TerritoryId territory, BallotId ballot, SeatId seat, string? entraId, CancellationToken cancel);

    /// <summary>Vote, trace of it, gate and replay id in one transaction.</summary>
    Task<CastSaved> Cast(TerritoryId territory, BallotId ballot, Vote vote, CastContext context, CancellationToken cancel);

    /// <summary>
    /// Personal links of the seat made before <paramref name="since"/> are revoked from then on; the effects go with it. The
    /// elector as it stands; null when the seat is none.
    /// </summary>
    Task<Elector?> RenewLinks(
        TerritoryId territory, BallotId ballot, SeatId seat, DateTimeOffset since, IReadOnlyList<Effect> effects,
        CancellationToken cancel);

    /// <summary>Shuts all gates and the head in one transaction; false when a cast or another close came between.</summary>
    Task<bool> Shut(Versioned<Ballot> ballot, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Saves the head alone (outcome counted, declined …) with effects; false when it changed.</summary>
    Task<bool> Save(Versioned<Ballot> ballot, IReadOnlyList<Effect> effects, CancellationToken cancel);
}
