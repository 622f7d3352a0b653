using Concertation.Domain.Notices;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>What whoever handles a report says of it after it was qualified or decided.</summary>
public enum Move { BeingResolved, Resolved, Reopened }

public enum MoveRefusal { NotPilot, NoSuchReport, NoReason, ReasonTooLong, ReasonNamesSomeone, NotNow }

/// <param name="Why">Null when it was done, or was so already.</param>
public sealed record MoveResult(Dysfunction? Report, MoveRefusal? Why = null, IReadOnlyList<PersonalDataKind>? Kinds = null);

/// <summary>A report is being resolved, is resolved, or is opened again: always with a reason, which its reporter reads.</summary>
public sealed class MoveDysfunction(IDysfunctions dysfunctions, IRelay relay, TimeProvider clock)
{
    public async Task<MoveResult> Handle(
        Actor actor, Roster roster, DysfunctionRef reference, Move move, string? reason, CancellationToken cancel)
    {
        if (!await dysfunctions.IsFor(actor, roster, reference, cancel))
        {
            return new(null, MoveRefusal.NotPilot);
        }

        var said = (reason ?? "").Trim();
        var kinds = PersonalDataGuard.KindsIn(said);
        MoveRefusal? why = said.Length == 0 ? MoveRefusal.NoReason
            : kinds.Count > 0 ? MoveRefusal.ReasonNamesSomeone
            : said.Length > CloseAnswer.LongestReason ? MoveRefusal.ReasonTooLong
            : null;
        if (why is not null)
        {
            return new(null, why, kinds);
        }

        var report = await dysfunctions.Change(
            relay, roster.Territory.Id, reference, r => May(r, move) ? Moved(r, move, clock.GetUtcNow(), actor.Id, said) : r,
            EffectKind.DysfunctionChanged, cancel);
        return report is null ? new(null, MoveRefusal.NoSuchReport)
            : report.History[^1].Note == said ? new(report)
            : new(report, MoveRefusal.NotNow);
    }

    public static bool May(Dysfunction report, Move move) => move switch
    {
        Move.BeingResolved => report.Status is DysfunctionStatus.Qualified or DysfunctionStatus.Clustered or DysfunctionStatus.Decided,
        Move.Resolved => report.Status is DysfunctionStatus.Qualified or DysfunctionStatus.Clustered or DysfunctionStatus.Decided or DysfunctionStatus.BeingResolved,
        _ => report.Over,
    };

    private static Dysfunction Moved(Dysfunction report, Move move, DateTimeOffset at, PersonId by, string said) => move switch
    {
        Move.BeingResolved => report.Becomes(DysfunctionStatus.BeingResolved, at, by, said),
        Move.Resolved => report.Becomes(DysfunctionStatus.Resolved, at, by, said),
        _ => (report with { Cluster = null }).Becomes(report.Family is null ? DysfunctionStatus.Received : DysfunctionStatus.Qualified, at, by, said),
    };
}
