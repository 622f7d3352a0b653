using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Everything one cast needs, read in parallel: one storage wait.</summary>
/// <param name="Voter">The person the verified Entra id is bound to; null when unknown or when a link names the person.</param>
/// <param name="Gate">The seat's gate, with the turnout over all gates.</param>
/// <param name="HolderMandate">Of a seat whose proxy stands: who sits for the holder, read after the rest.</param>
/// <param name="SeatVersion">The version of the seat's row; null where the seat has none.</param>
public sealed record CastContext(
    PersonId? Voter, Mandate? Mandate, Elector? Elector, Gate? Gate, Versioned<Vote>? Standing, Ballot? Ballot,
    Mandate? HolderMandate = null, string? SeatVersion = null)
{
    /// <summary>A first answer of a voting seat; a consultative one is counted apart.</summary>
    public bool AddsToTurnout => Standing is null && Elector is { Decides: true };
}

/// <summary>
/// A gate lets casts through until closing shuts all gates in one transaction. Casts of different gates never wait
/// for each other. Answered: voting seats behind it that have answered.
/// </summary>
/// <param name="Rights">How often the right to answer of a seat behind it has changed since the opening.</param>
/// <param name="Pool">The sealed answers behind it; null unless the ballot is secret.</param>
public sealed record Gate(int Number, bool Open, int Answered, string Version, int AnsweredInAll, int Rights = 0, SealedPool? Pool = null);

/// <summary>Every seat of a ballot with its right to answer and its standing vote, as a change of rights needs them.</summary>
/// <param name="Votes">Who has answered, and by whom; of a secret ballot never what.</param>
public sealed record BallotRights(
    Versioned<Ballot> Ballot, IReadOnlyList<Versioned<Elector>> Seats, IReadOnlyList<Versioned<Vote>> Votes, IReadOnlyList<Gate> Gates);

/// <summary>What changes of the seats' rights, in one transaction.</summary>
/// <param name="After">The head afterwards.</param>
/// <param name="Seats">The seats whose right changes, as they stand afterwards.</param>
/// <param name="Dropped">Seats whose standing vote counts no more; every answer given stays in the trace.</param>
public sealed record RightsChange(
    Ballot After, IReadOnlyList<Elector> Seats, IReadOnlyList<SeatId> Dropped, IReadOnlyList<Effect> Effects);

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

    /// <summary>Every seat as it was frozen, with its rights: consultative ones, and those that a déport took out, too.</summary>
    Task<IReadOnlyList<Elector>> Electors(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>Null when there is no such ballot. The gates are read before everything that they guard.</summary>
    Task<BallotRights?> Rights(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>
    /// Head, seats, votes that drop and the gates of the seats concerned in one transaction; false when a cast of one of
    /// them, a closing or another change came between.
    /// </summary>
    Task<bool> Change(BallotRights read, RightsChange change, CancellationToken cancel);

    /// <summary>The standing vote of each seat that answered; of a secret ballot, its mark alone.</summary>
    Task<IReadOnlyList<Vote>> Votes(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>The sealed pool of each gate of a secret ballot, with how many seats have answered behind it.</summary>
    Task<IReadOnlyList<Gate>> Gates(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>How many seats have answered, from the gates alone: no vote is read.</summary>
    Task<int> Answered(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>
    /// Identity, mandate, elector, gates and standing vote, read in parallel; then the holder's mandate where a proxy stands.
    /// </summary>
    Task<CastContext> ReadForCast(
        TerritoryId territory, BallotId ballot, SeatId seat, string? entraId, CancellationToken cancel);

    /// <summary>
    /// Vote, trace of it, gate and replay id in one transaction. Of a secret ballot vote and trace are the mark alone, and
    /// the gate's pool is sealed anew with the answer in it.
    /// </summary>
    /// <exception cref="SealBrokenException">The pool can't be opened with the key at hand.</exception>
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
