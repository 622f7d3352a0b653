using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>One date as its convener keeps it.</summary>
/// <param name="Number">Its line in the form, from 1.</param>
public sealed record PlannedRow(int Number, SessionFormat Format, SessionTime When);

/// <summary>The dates of a table's year, before any rule was applied.</summary>
/// <param name="FollowUp">The title of the item that opens every agenda, in the territory's words.</param>
/// <param name="SparesOften">Who was written to often this week gets the dates next week.</param>
public sealed record PlanYearForm(TableId? Table, IReadOnlyList<PlannedRow> Rows, string FollowUp, bool SparesOften = false);

/// <summary>What became of a wish to plan.</summary>
public abstract record PlanYearOutcome
{
    private PlanYearOutcome() { }

    /// <param name="Again">The same act repeated: they were there already.</param>
    public sealed record Planned(Table Table, IReadOnlyList<Session> Sessions, bool Again) : PlanYearOutcome;

    /// <param name="Problems">Each with the line it stands in; without one, it concerns the whole.</param>
    public sealed record Refused(IReadOnlyList<ConveneProblem> Problems) : PlanYearOutcome;

    public T Match<T>(Func<Planned, T> planned, Func<Refused, T> refused) => this switch
    {
        Planned it => planned(it),
        Refused it => refused(it),
        _ => throw new InvalidOperationException("no such outcome"),
    };
}

/// <summary>
/// Plans a table's dates of a year: sessions that are shown and kept, told to each person in one message, and convened
/// later one by one.
/// </summary>
public sealed class PlanYear(IRosters rosters, ISessions sessions, IRelay relay, TimeProvider clock)
{
    public const int Most = 12;

    /// <summary>All that is to mend; empty when they can be planned.</summary>
    public async Task<IReadOnlyList<ConveneProblem>> Check(Actor actor, PlanYearForm form, CancellationToken cancel)
    {
        var roster = await RosterOf(actor, cancel);
        return [.. Read(form, roster, actor, await sessions.All(actor.Territory, cancel)).Problems];
    }

    /// <param name="operation">Names the filled-in form: sent twice, it plans once.</param>
    public async Task<PlanYearOutcome> Run(Actor actor, PlanYearForm form, OperationId operation, CancellationToken cancel)
    {
        var roster = await RosterOf(actor, cancel);
        var all = await sessions.All(actor.Territory, cancel);
        var plan = ConveneSession.IdOf(actor, operation).Value;
        if (all.Where(s => s.PlannedWith == plan).ToList() is { Count: > 0 } before)
        {
            return new PlanYearOutcome.Planned(roster.TableOf(before[0].Table)!, before, Again: true);
        }

        var (table, dates, problems) = Read(form, roster, actor, all);
        if (problems.Count > 0 || table is null)
        {
            return new PlanYearOutcome.Refused(problems);
        }

        List<Session> planned = [.. dates.Select(d => SessionOf(d.Row, d.Start, table, form.FollowUp, actor, plan, operation))];
        var aggregate = new Aggregate(AggregateKind.Session, actor.Territory, planned[0].Id.Value);
        await relay.Announce(aggregate, cancel);
        var effect = new Effect($"planned-{plan}", EffectKind.SessionsPlanned, planned[0].Id.Value, plan)
        {
            OftenFrom = form.SparesOften ? Grouping.ForSession(planned.Min(s => s.Start), roster, clock.GetUtcNow()) : null,
        };
        if (!await sessions.CreateAll(planned, [effect], cancel))
        {
            // The same form a moment ago: whatever it planned stands.
            planned = [.. (await sessions.All(actor.Territory, cancel)).Where(s => s.PlannedWith == plan)];
            return new PlanYearOutcome.Planned(table, planned, Again: true);
        }

        relay.Nudge(aggregate);
        return new PlanYearOutcome.Planned(table, planned, Again: false);
    }

    private (Table? Table, List<(PlannedRow Row, DateTimeOffset Start)> Dates, List<ConveneProblem> Problems) Read(
        PlanYearForm form, Roster roster, Actor actor, IReadOnlyList<Session> all)
    {
        var problems = new List<ConveneProblem>();
        var table = ConveneRules.CheckTable(form.Table, roster, actor, problems);
        if (form.Rows.Count is 0 or > Most)
        {
            problems.Add(new ConveneProblem(ConveneField.Day, ConveneFault.NothingPlanned));
        }

        var dates = new List<(PlannedRow Row, DateTimeOffset Start)>();
        var times = SessionClashes.TimesOf(all).ToList();
        foreach (var row in form.Rows)
        {
            var ofRow = new List<ConveneProblem>();
            ConveneRules.CheckCalled(table, row.Format, ofRow);
            if (ConveneRules.CheckTime(row.When, roster.Zone, clock.GetUtcNow(), ofRow) is { } start
                && table is not null && row.When.Duration is { } duration)
            {
                var time = new MeetingTime(table.Id, start, start + duration);
                if (SessionClashes.Overlap(time, times, roster.Zone) is { } overlap)
                {
                    ofRow.Add(overlap);
                }

                times.Add(time);
                dates.Add((row, start));
            }

            problems.AddRange(ofRow.Select(p => p with { Row = row.Number }));
        }

        return (table, dates, problems);
    }

    private Session SessionOf(
        PlannedRow row, DateTimeOffset start, Table table, string followUp, Actor actor, string plan, OperationId operation) =>
        new(
            ConveneSession.IdOf(actor, new OperationId($"{operation}.{row.Number}")), actor.Territory, table.Id, row.Format,
            start, row.When.Duration!.Value, ConveneRules.Trimmed(row.When.Place), row.When.Online, ConveneRules.Trimmed(row.When.OnlineUrl),
            [ConveneRules.FollowUpItem(followUp)], SessionState.Planned, 0, actor.Id, clock.GetUtcNow(), null, null)
        {
            PlannedWith = plan,
        };

    private async Task<Roster> RosterOf(Actor actor, CancellationToken cancel) =>
        await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
}
