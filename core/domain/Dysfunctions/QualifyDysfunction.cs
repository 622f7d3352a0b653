using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <param name="Family">One of <see cref="ProblemFamilies"/>.</param>
public sealed record Qualification(AxisId? Axis, string Family, Gravity Gravity);

public abstract record QualifyAnswer
{
    private QualifyAnswer() { }

    public sealed record Qualified(Dysfunction Report) : QualifyAnswer;

    public sealed record NotPilot : QualifyAnswer;

    public sealed record NoSuchReport : QualifyAnswer;

    public sealed record NoSuchAxis : QualifyAnswer;

    public sealed record NoSuchFamily : QualifyAnswer;

    public sealed record AlreadyOver(Dysfunction Report) : QualifyAnswer;

    public T Match<T>(
        Func<Qualified, T> qualified, Func<NotPilot, T> notPilot, Func<NoSuchReport, T> noSuchReport,
        Func<NoSuchAxis, T> noSuchAxis, Func<NoSuchFamily, T> noSuchFamily, Func<AlreadyOver, T> alreadyOver) => this switch
    {
        Qualified r => qualified(r),
        NotPilot r => notPilot(r),
        NoSuchReport r => noSuchReport(r),
        NoSuchAxis r => noSuchAxis(r),
        NoSuchFamily r => noSuchFamily(r),
        AlreadyOver r => alreadyOver(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>
/// The pilote or a deputy says what kind of problem a report is. Repeated alike it changes nothing; later it corrects
/// axis, family and gravity without taking the report back to an earlier status.
/// </summary>
public sealed class QualifyDysfunction(IDysfunctions dysfunctions, IRoadmaps roadmaps, IRelay relay, TimeProvider clock)
{
    public async Task<QualifyAnswer> Handle(
        Actor actor, Roster roster, DysfunctionRef reference, Qualification qualification, CancellationToken cancel)
    {
        if (!await dysfunctions.IsFor(actor, roster, reference, cancel))
        {
            return new QualifyAnswer.NotPilot();
        }

        if (!ProblemFamilies.All.Contains(qualification.Family))
        {
            return new QualifyAnswer.NoSuchFamily();
        }

        if (qualification.Axis is { } axis && !await roadmaps.Has(roster.Territory.Id, reference.Year, axis, cancel))
        {
            return new QualifyAnswer.NoSuchAxis();
        }

        var report = await dysfunctions.Change(
            relay, roster.Territory.Id, reference, r => Decide(r, qualification, actor.Id, clock.GetUtcNow()),
            EffectKind.DysfunctionChanged, cancel);
        return report switch
        {
            null => new QualifyAnswer.NoSuchReport(),
            { Over: true } => new QualifyAnswer.AlreadyOver(report),
            _ => new QualifyAnswer.Qualified(report),
        };
    }

    private static Dysfunction Decide(Dysfunction report, Qualification qualification, PersonId by, DateTimeOffset now)
    {
        var same = report.Axis == qualification.Axis && report.Family == qualification.Family && report.Gravity == qualification.Gravity;
        if (report.Over || (same && report.Status != DysfunctionStatus.Received))
        {
            return report;
        }

        var status = report.Status == DysfunctionStatus.Received ? DysfunctionStatus.Qualified : report.Status;
        return report.Becomes(status, now, by) with
        {
            Axis = qualification.Axis, Family = qualification.Family, Gravity = qualification.Gravity,
        };
    }
}
