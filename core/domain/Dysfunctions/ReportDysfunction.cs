using Concertation.Domain.PersonalData;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A field that says who, and how.</summary>
public sealed record FieldWithPersonalData(ReportField Field, IReadOnlyList<PersonalDataKind> Kinds);

public abstract record ReportAnswer
{
    private ReportAnswer() { }

    public sealed record Received(Dysfunction Report) : ReportAnswer;

    /// <summary>Nothing was kept; the texts are with the client only.</summary>
    public sealed record NamesSomeone(IReadOnlyList<FieldWithPersonalData> Fields) : ReportAnswer;

    public sealed record NothingWritten : ReportAnswer;

    public sealed record TooLong(ReportField Field, int Limit) : ReportAnswer;

    public T Match<T>(
        Func<Received, T> received, Func<NamesSomeone, T> namesSomeone, Func<NothingWritten, T> nothingWritten,
        Func<TooLong, T> tooLong) => this switch
    {
        Received r => received(r),
        NamesSomeone r => namesSomeone(r),
        NothingWritten r => nothingWritten(r),
        TooLong r => tooLong(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>
/// Receives a report from a member or a partner. The guard for personal data reads every free text first; what it
/// refuses is neither stored nor logged (rule 10).
/// </summary>
public sealed class ReportDysfunction(IDysfunctions dysfunctions, IRoadmaps roadmaps, IRelay relay, TimeProvider clock)
{
    /// <param name="form">
    /// Names the form that was filled in: sending it twice gives one report. It is the client's word, so it counts
    /// within the reporter's own forms only.
    /// </param>
    /// <param name="page">Where it comes by a table's page.</param>
    public async Task<ReportAnswer> Handle(
        Actor reporter, Roster roster, WrittenReport written, OperationId form, CancellationToken cancel, PageReport? page = null)
    {
        written = written.Tidied();
        if (ReportGuard.Refusal(written) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var year = TimeZoneInfo.ConvertTime(now, roster.Zone).Year;
        // An axis the roadmap doesn't have (any more) must not cost the reporter the report.
        var axis = written.Axis is { } wanted && await roadmaps.Has(roster.Territory.Id, year, wanted, cancel) ? written.Axis : null;
        var operation = OperationId.From($"{reporter.Id}.{form}");
        var report = await dysfunctions.Record(
            roster.Territory.Id, year, operation,
            async reference =>
            {
                var made = Make(reference, reporter, roster, written with { Axis = axis }, operation, now, page);
                await relay.Announce(made.Aggregate, cancel);
                return made;
            },
            made => [new Effect("received", EffectKind.DysfunctionReceived, made.Reference.Value)],
            cancel);
        relay.Nudge(report.Aggregate);
        return new ReportAnswer.Received(report);
    }

    private static Dysfunction Make(
        DysfunctionRef reference, Actor reporter, Roster roster, WrittenReport written, OperationId operation, DateTimeOffset now, PageReport? page)
    {
        // Two reports by page have nothing in common that is kept: each reporter is the report's own.
        var by = page is null ? reporter.Id : PageReporters.IdOf(reference);
        return new(
            reference, roster.Territory.Id, by, reporter.Name, written.Happened!, written.When, written.Commune,
            written.Structures, written.Consequence, written.Tried, written.Gravity, written.Frequency, written.Axis,
            Family: null, DysfunctionStatus.Received, Session: null, Item: null, now,
            [new StatusChange(DysfunctionStatus.Received, now, by, Note: null)], Decisions: [], operation)
        {
            Step = written.Step, FromPage = page, Aside = roster.ConcernsCarrier(written),
        };
    }
}
