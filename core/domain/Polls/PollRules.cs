using System.Globalization;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>A poll as its convener asks for it.</summary>
/// <param name="Session">The session, whatever its date: its day and time are not read.</param>
/// <param name="SparesOften">Who was written to often this week is asked next week.</param>
public sealed record PollForm(ConveneForm Session, IReadOnlyList<SlotRow> Slots, DateOnly? ReplyBy, bool SparesOften = false);

/// <summary>One date as filled in, in the territory's zone; null is "not said, or not understood".</summary>
public sealed record SlotRow(DateOnly? Day, TimeOnly? Time);

/// <summary>What the rules make of the form: everything to mend at once, and the plan when there is nothing.</summary>
public sealed record PollCheck(
    IReadOnlyList<ConveneProblem> Problems, IReadOnlyList<ConveneWarning> Warnings, PollPlan? Plan);

/// <param name="Session">The session as its first slot would make it.</param>
public sealed record PollPlan(SessionPlan Session, IReadOnlyList<Slot> Slots, DateOnly? ReplyBy);

/// <summary>What a poll must be to be sent. Each slot keeps the rules that a session's own date keeps.</summary>
public static class PollRules
{
    /// <summary>Problems of a slot carry its line in <see cref="ConveneProblem.Row"/>, from 1.</summary>
    public static PollCheck Check(PollForm form, Roster roster, Actor actor, DateTimeOffset now)
    {
        var rows = form.Slots.Count == 0 ? [new SlotRow(null, null)] : form.Slots;
        var checks = rows.Take(PollLimits.Slots).Select(row => CheckOne(form.Session, row, roster, actor, now)).ToList();
        var problems = checks[0].Problems.Where(p => !IsOfSlot(p)).ToList();
        problems.AddRange(checks.SelectMany((check, i) => check.Problems.Where(IsOfSlot).Select(p => p with { Row = i + 1 })));
        if (rows.Count > PollLimits.Slots)
        {
            problems.Add(new ConveneProblem(ConveneField.Day, ConveneFault.TooManySlots, PollLimits.Slots));
        }

        var starts = checks.ConvertAll(c => c.Plan?.Start);
        problems.AddRange(Twice(starts));
        CheckReplyBy(form.ReplyBy, starts, roster.Zone, now, problems);
        return problems.Count > 0 || checks[0].Plan is not { } plan
            ? new PollCheck(problems, [], null)
            : new PollCheck([], checks[0].Warnings, new PollPlan(plan, Numbered(starts), form.ReplyBy));
    }

    private static ConveneCheck CheckOne(ConveneForm session, SlotRow row, Roster roster, Actor actor, DateTimeOffset now) =>
        ConveneRules.Check(
            session with { When = session.When with { Day = row.Day, Time = row.Time }, SecondCallOf = null }, roster, actor, now);

    private static bool IsOfSlot(ConveneProblem problem) => problem.Field is ConveneField.Day or ConveneField.Time;

    private static IEnumerable<ConveneProblem> Twice(List<DateTimeOffset?> starts) =>
        from row in Enumerable.Range(1, starts.Count)
        where starts[row - 1] is { } start && starts.IndexOf(start) < row - 1
        select new ConveneProblem(ConveneField.Day, ConveneFault.SlotTwice, row);

    private static void CheckReplyBy(
        DateOnly? by, List<DateTimeOffset?> starts, TimeZoneInfo zone, DateTimeOffset now, List<ConveneProblem> problems)
    {
        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        if (by < DayOf(now))
        {
            problems.Add(new ConveneProblem(ConveneField.ReplyBy, ConveneFault.InThePast));
        }
        else if (starts.Min() is { } first && by > DayOf(first))
        {
            problems.Add(new ConveneProblem(ConveneField.ReplyBy, ConveneFault.ReplyByTooLate));
        }
    }

    private static IReadOnlyList<Slot> Numbered(IEnumerable<DateTimeOffset?> starts) =>
        [.. starts.OfType<DateTimeOffset>().Order().Select((start, i) => new Slot(
            new SlotId(string.Create(CultureInfo.InvariantCulture, $"c{i + 1}")), start))];
}
