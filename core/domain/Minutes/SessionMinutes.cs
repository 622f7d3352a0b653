using System.Globalization;
using Concertation.Domain.Decisions;
using Concertation.Domain.Documents;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Minutes;

public enum MinutesState { Draft, Circulated, Validated }

/// <summary>How minutes became final.</summary>
public enum ValidatedBy
{
    /// <summary>Approved when the table next met.</summary>
    NextSession,

    /// <summary>Nobody asked for a change in the time that the table sets.</summary>
    Silence,
}

/// <summary>Where a session's minutes stand; what they say is <see cref="MinutesText"/>.</summary>
/// <param name="Version">From 1; rises with each change of the text.</param>
/// <param name="CirculatedVersion">The version that went out last; 0 before any did.</param>
/// <param name="SilentUntil">When silence validates them; null where only the next session does.</param>
/// <param name="Sha256">Of the final Word file, lower-case hex; null until it is stored.</param>
/// <param name="Paper">The document that holds the final file; null until it is stored.</param>
public sealed record SessionMinutes(
    SessionId Session, TerritoryId Territory, TableId Table, MinutesState State, int Version, PersonId By, string ByName,
    DateTimeOffset At, int CirculatedVersion = 0, DateTimeOffset? CirculatedAt = null, DateTimeOffset? SilentUntil = null,
    DateTimeOffset? ValidatedAt = null, ValidatedBy? Validated = null, SessionId? ValidatedIn = null, string? Sha256 = null, string? Paper = null)
{
    public DocumentId? PaperId => Paper is { } id ? DocumentId.From(id) : null;

    public Effect ToCirculate() => Follow(EffectKind.MinutesCirculated, Version);

    public Effect ToValidate() => Follow(EffectKind.MinutesValidated, Version);

    private Effect Follow(EffectKind kind, int version)
    {
        var number = version.ToString(CultureInfo.InvariantCulture);
        return new Effect($"{(kind == EffectKind.MinutesCirculated ? "minutes" : "validated")}-{Session}-{number}", kind, Session.Value, number);
    }
}

/// <summary>What minutes say, as it was drafted from the session and corrected since.</summary>
/// <param name="Seats">Every called seat, college by college.</param>
/// <param name="NextSession">When the table next meets; null when no session is convened.</param>
public sealed record MinutesText(
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<MinutesSeat> Seats, IReadOnlyList<Guest> Guests,
    AttendanceQuorum Quorum, IReadOnlyList<MinutesPoint> Points, IReadOnlyList<MinutesTask> Tasks, DateTimeOffset? NextSession);

/// <summary>One seat's attendance as the minutes keep it, names included: people and structures change, minutes don't.</summary>
/// <param name="HeldBy">Of a seat represented by proxy: the structure that held it.</param>
public sealed record MinutesSeat(
    SeatId Seat, string College, string Structure, string? Who, RollState State, PresenceMode? Mode, string? HeldBy,
    DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt, bool Consultative);

/// <param name="Notes">The debate, a paragraph each.</param>
/// <param name="Recused">Structures that took no part in the item, by their déport; null for none.</param>
public sealed record MinutesPoint(
    ItemId Item, AgendaItemKind Kind, string Title, bool InCamera, IReadOnlyList<string> Notes, IReadOnlyList<PointDecision> Decisions,
    IReadOnlyList<string>? Recused = null);

/// <param name="Number">Null for a carence, and for a ballot that isn't counted yet.</param>
public sealed record PointDecision(BallotId Ballot, string Instance, DecisionNumber? Number, string Title, string Text, Outcome? Outcome, bool Submitted = false);

/// <summary>An action in the minutes.</summary>
/// <param name="When">By when, in people's words where no day was understood; null when not said.</param>
public sealed record MinutesTask(string Id, ItemId? Item, string What, string? Who, DateOnly? Due, string? When, AxisId? Axis)
{
    /// <summary>As it stands on its axis; null without one.</summary>
    public ActionOnAxis? OnAxis(Table table, DateTimeOffset at) => Axis is { } axis
        ? new ActionOnAxis(axis, Id, table.Id, table.Short, What, Who, Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at)
        : null;
}

public enum AmendmentState { Waiting, Accepted, Refused }

/// <summary>A change of circulated minutes that somebody who attended asks for.</summary>
/// <param name="Reason">Why it was not accepted; always there then.</param>
public sealed record Amendment(
    OperationId Id, TerritoryId Territory, SessionId Session, ItemId? Item, string Text, PersonId By, string ByName, string Structure,
    DateTimeOffset At, Way Way, AmendmentState State = AmendmentState.Waiting, string? Reason = null)
{
    public Effect ToTell() => new($"amendment-{Session}-{Id}", EffectKind.AmendmentProposed, Session.Value, Id.Value);

    public Effect ToAnswer() => new($"amended-{Session}-{Id}", EffectKind.AmendmentAnswered, Session.Value, Id.Value);
}

/// <summary>Minutes with their text.</summary>
public sealed record MinutesInFull(Versioned<SessionMinutes> Minutes, MinutesText Text);

/// <summary>Done; proposed before by the same act; or the minutes changed meanwhile: reload.</summary>
public enum ProposalSaved { Done, AlreadyThere, Changed }

/// <summary>Minutes of sessions, their versions and amendments.</summary>
public interface IMinutes
{
    Task<Versioned<SessionMinutes>?> Head(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>All of a territory's, without their texts.</summary>
    Task<IReadOnlyList<SessionMinutes>> All(TerritoryId territory, CancellationToken cancel);

    Task<MinutesInFull?> Get(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>A version that was circulated, as it went out; null when there is none of that number.</summary>
    Task<MinutesText?> Version(TerritoryId territory, SessionId session, int version, CancellationToken cancel);

    /// <summary>
    /// Head, text and effects in one transaction; a circulated version is kept as it is. False when somebody else changed
    /// the minutes meanwhile. <paramref name="version"/>: null for minutes that weren't stored yet; <paramref name="answered"/>:
    /// an amendment that was answered with it.
    /// </summary>
    Task<bool> Save(
        SessionMinutes minutes, MinutesText text, string? version, IReadOnlyList<Effect> effects, Versioned<Amendment>? answered,
        CancellationToken cancel);

    /// <summary>Kept only while the minutes are as they were read: none comes in behind their validation.</summary>
    Task<ProposalSaved> Propose(
        Amendment amendment, Versioned<SessionMinutes> minutes, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<Versioned<Amendment>>> Amendments(TerritoryId territory, SessionId session, CancellationToken cancel);
}
