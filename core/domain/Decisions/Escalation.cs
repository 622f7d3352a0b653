using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Documents;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

public readonly record struct EscalationId(string Value) : IId<EscalationId>
{
    public static EscalationId From(string value) => new(value);

    /// <summary>The same for the same ballot, whoever submits its decision and however often.</summary>
    public static EscalationId Of(TerritoryId territory, BallotId ballot) => new(
        $"e-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"escalation|{territory}|{ballot}")))[..20]}");

    public override string ToString() => Value;
}

/// <summary>Where a decision stands that another table has to validate. Stored by name.</summary>
public enum EscalationState
{
    /// <summary>No session to come of that table had room for it yet.</summary>
    Waiting,
    OnAgenda,
    Validated,
    Refused,
    /// <summary>Given back with questions; the table that took it may answer.</summary>
    Returned,
}

/// <summary>As what somebody convenes a table: its pilote, whoever stands in, or a co-convener. Stored by name.</summary>
public enum ConvenesAs { Pilot, Deputy, CoConvener }

/// <summary>One step of its way; never changed.</summary>
/// <param name="By">Null where no one did it: an agenda, a ballot.</param>
/// <param name="Session">The session on whose agenda it stands; of the table that validates.</param>
/// <param name="Words">The reason of a refusal, the questions of a return, the answer to them.</param>
/// <param name="Until">By when the questions are to be answered.</param>
/// <param name="Ruling">« TCS 2027-001 »: the decision that validated or refused it.</param>
/// <param name="As">Null where no one did it, or before this was kept.</param>
public sealed record EscalationStep(
    EscalationState State, DateTimeOffset At, PersonId? By = null, string? ByName = null, SessionId? Session = null,
    DateTimeOffset? SessionAt = null, string? Words = null, DateOnly? Until = null, string? Ruling = null, ConvenesAs? As = null);

/// <summary>The decision as it was submitted: all that the other table needs to read, also in another territory.</summary>
/// <param name="Documents">Of the table that validates' own territory: they were copied there where it is another.</param>
public sealed record SubmittedDecision(
    TerritoryId Territory, TableId Table, string TableName, string TableShort, DecisionNumber Number, BallotId Ballot,
    AxisId? Axis, string? AxisTitle, bool InCamera, string Title, string Text, string? Changes, Outcome Outcome,
    DateTimeOffset At, IReadOnlyList<DocumentId> Documents, IReadOnlyList<SubmittedReserve>? Reserves = null);

/// <summary>A vote for under reserve, as the decision was submitted with it.</summary>
/// <param name="Until">By when the structure was to answer.</param>
public sealed record SubmittedReserve(string Structure, string? Words, DateOnly? Until);

/// <summary>A decision that another table has to validate: soumise à la table stratégique.</summary>
/// <param name="Territory">Of the table that validates it, which may be another than the decision's.</param>
/// <param name="Due">By when that table is to answer.</param>
/// <param name="Steps">Oldest first, at least one.</param>
/// <param name="Rejection">« TCS 2027-002 »: its ballot rejected it, and the reason is still to be given.</param>
public sealed record Escalation(
    EscalationId Id, TerritoryId Territory, TableId Table, string TableName, string TableShort, SubmittedDecision Decision,
    DateTimeOffset SubmittedAt, DateOnly Due, IReadOnlyList<EscalationStep> Steps, string? Rejection = null, bool Late = false)
{
    public Aggregate Aggregate => new(AggregateKind.Escalation, Territory, Id.Value);

    public EscalationStep Last => Steps[^1];

    public EscalationState State => Last.State;

    /// <summary>The table hasn't given its answer.</summary>
    public bool IsPending => State is EscalationState.Waiting or EscalationState.OnAgenda;

    /// <summary>Its time to be answered has passed; of one given back, the time to answer the questions.</summary>
    public bool IsOverdue(DateOnly today) => IsPending ? Due < today : State == EscalationState.Returned && Last.Until < today;

    /// <summary>The session of the table that validates on whose agenda it last stood; null while it never did.</summary>
    public EscalationStep? Placed => Steps.LastOrDefault(s => s.Session is not null);

    /// <summary>The session on whose agenda it stood when it was answered; null where it stood on none.</summary>
    public DateTimeOffset? AnsweredOn => !IsPending && Steps is [.., { State: EscalationState.OnAgenda, SessionAt: { } at }, _] ? at : null;

    /// <summary>Under this id it stands on an agenda, on one item at most.</summary>
    public ItemId Item => new(Id.Value);

    public bool IsOfAnotherTerritory => Decision.Territory != Territory;

    public EscalationStanding Standing => new(
        Id, Territory, TableShort, Steps.Count, State, Last.At, Last.SessionAt, Last.Words, Last.Until, Last.Ruling);

    public Effect ToTell() => new($"escalation-{Id}-{News}", EffectKind.EscalationChanged, Id.Value, News);

    /// <summary>« 3 », « 3-late »: names what there is to tell, so that each is told once.</summary>
    public string News => Steps.Count.ToString(CultureInfo.InvariantCulture) + (Rejection is null ? "" : "-rejected") + (Late ? "-late" : "");
}

/// <summary>What is shown of it beside the decision: the register itself is never edited.</summary>
/// <param name="Territory">Where the escalation is kept.</param>
/// <param name="TableShort">« TCS ».</param>
/// <param name="Step">How many steps it had: a later one replaces an earlier one.</param>
public sealed record EscalationStanding(
    EscalationId Id, TerritoryId Territory, string TableShort, int Step, EscalationState State, DateTimeOffset At,
    DateTimeOffset? SessionAt = null, string? Words = null, DateOnly? Until = null, string? Ruling = null);

/// <summary>Decisions submitted to tables of a territory, and how they stand beside the decisions themselves.</summary>
public interface IEscalations
{
    Task<Versioned<Escalation>?> Get(TerritoryId territory, EscalationId id, CancellationToken cancel);

    /// <summary>All those submitted to tables of that territory, oldest first, by one partition query.</summary>
    Task<IReadOnlyList<Escalation>> Of(TerritoryId territory, CancellationToken cancel);

    /// <summary>Records it with its effects; false when that id exists.</summary>
    Task<bool> Submit(Escalation escalation, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>False when it changed meanwhile: reload.</summary>
    Task<bool> Save(Versioned<Escalation> escalation, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>How a ballot's decision stands, by a point read beside its register; null when it was never submitted.</summary>
    Task<EscalationStanding?> StandingOf(TerritoryId territory, TableId table, BallotId ballot, CancellationToken cancel);

    /// <summary>The same for a whole register.</summary>
    Task<IReadOnlyDictionary<BallotId, EscalationStanding>> StandingsOf(TerritoryId territory, TableId table, CancellationToken cancel);

    /// <summary>Keeps how a decision stands, unless something later is kept already.</summary>
    Task Stand(TerritoryId territory, TableId table, BallotId ballot, EscalationStanding standing, CancellationToken cancel);
}
