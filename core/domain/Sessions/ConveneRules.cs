using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>What a session must be to be convened or moved. Pure; tells everything that is to mend at once.</summary>
public static class ConveneRules
{
    /// <param name="original">The session named by <see cref="ConveneForm.SecondCallOf"/>, when there is one of that id.</param>
    /// <param name="others">When the territory's tables meet already.</param>
    public static ConveneCheck Check(
        ConveneForm form, Roster roster, Actor actor, DateTimeOffset now, FirstCall? original = null,
        IReadOnlyList<MeetingTime>? others = null)
    {
        var problems = new List<ConveneProblem>();
        var table = CheckTable(form.Table, roster, actor, problems);
        CheckCalled(table, form.Format, problems);
        CheckSecondCall(form, original, problems);
        var start = CheckTime(form.When, roster.Zone, now, problems);
        if (form.SecondCallOf is null)
        {
            CheckAgenda(form.Agenda, problems);
        }

        if (table is null || start is null || form.When.Duration is not { } duration)
        {
            return new ConveneCheck(problems, [], null);
        }

        var time = new MeetingTime(table.Id, start.Value, start.Value + duration);
        if (SessionClashes.Overlap(time, others ?? [], roster.Zone) is { } overlap)
        {
            problems.Add(overlap);
        }

        if (problems.Count > 0)
        {
            return new ConveneCheck(problems, [], null);
        }

        var plan = new SessionPlan(
            table, form.Format, start.Value, duration, Trimmed(form.When.Place), form.When.Online,
            Trimmed(form.When.OnlineUrl), original?.Session.Agenda ?? AgendaOf(form));
        var sameDay = SessionClashes.SameDay(time, others ?? [], roster.Zone);
        return new ConveneCheck([], [.. Warnings(plan, roster, now), .. sameDay is null ? Array.Empty<ConveneWarning>() : [sameDay]], plan);
    }

    /// <summary>The start in UTC; null with the reason added to <paramref name="problems"/>.</summary>
    public static DateTimeOffset? CheckTime(
        SessionTime when, TimeZoneInfo zone, DateTimeOffset now, ICollection<ConveneProblem> problems)
    {
        CheckDuration(when.Duration, problems);
        if (OneLine.Of(when.Place).Length > SessionLimits.Place)
        {
            problems.Add(new ConveneProblem(ConveneField.Place, ConveneFault.PlaceTooLong));
        }

        if (when.Place is { } place && PersonalDataGuard.KindsBesidesAddressesIn(place).Count > 0)
        {
            problems.Add(new ConveneProblem(ConveneField.Place, ConveneFault.NamesSomeone));
        }

        if (Trimmed(when.OnlineUrl) is { } url && !IsHttps(url))
        {
            problems.Add(new ConveneProblem(ConveneField.Place, ConveneFault.OnlineUrlWrong));
        }

        return StartOf(when, zone, now, problems);
    }

    private static DateTimeOffset? StartOf(
        SessionTime when, TimeZoneInfo zone, DateTimeOffset now, ICollection<ConveneProblem> problems)
    {
        if (when.Day is null)
        {
            problems.Add(new ConveneProblem(ConveneField.Day, ConveneFault.DayMissing));
        }

        if (when.Time is null)
        {
            problems.Add(new ConveneProblem(ConveneField.Time, ConveneFault.TimeMissing));
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (when.Day is not { } day)
        {
            return null;
        }

        if (day > today.AddYears(SessionLimits.YearsAhead))
        {
            problems.Add(new ConveneProblem(ConveneField.Day, ConveneFault.TooFarAhead));
            return null;
        }

        if (day < today)
        {
            problems.Add(new ConveneProblem(ConveneField.Day, ConveneFault.InThePast));
            return null;
        }

        return when.Time is { } time ? StartOf(day.ToDateTime(time), zone, now, problems) : null;
    }

    private static DateTimeOffset? StartOf(
        DateTime local, TimeZoneInfo zone, DateTimeOffset now, ICollection<ConveneProblem> problems)
    {
        // The hour that the clocks skip in spring.
        if (zone.IsInvalidTime(local))
        {
            problems.Add(new ConveneProblem(ConveneField.Time, ConveneFault.NoSuchHour));
            return null;
        }

        var start = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
        if (start > now)
        {
            return start;
        }

        problems.Add(new ConveneProblem(ConveneField.Time, ConveneFault.InThePast));
        return null;
    }

    private static void CheckDuration(TimeSpan? duration, ICollection<ConveneProblem> problems)
    {
        ConveneFault? fault = duration switch
        {
            null => ConveneFault.DurationMissing,
            { Ticks: <= 0 } => ConveneFault.DurationZero,
            _ when duration > SessionLimits.Longest => ConveneFault.DurationTooLong,
            _ => null,
        };
        if (fault is { } found)
        {
            problems.Add(new ConveneProblem(ConveneField.Duration, found));
        }
    }

    /// <summary>The table, if it is one; with the reason added to <paramref name="problems"/> when it may not be convened.</summary>
    internal static Table? CheckTable(TableId? wanted, Roster roster, Actor actor, List<ConveneProblem> problems)
    {
        if (wanted is not { } id)
        {
            problems.Add(new ConveneProblem(ConveneField.Table, ConveneFault.TableMissing));
            return null;
        }

        if (roster.TableOf(id) is not { } table)
        {
            problems.Add(new ConveneProblem(ConveneField.Table, ConveneFault.TableUnknown));
            return null;
        }

        if (!roster.MayConvene(actor.Id, table))
        {
            problems.Add(new ConveneProblem(ConveneField.Table, ConveneFault.NotAConvener));
        }

        return table;
    }

    internal static void CheckCalled(Table? table, SessionFormat format, List<ConveneProblem> problems)
    {
        if (table is not null && !table.Seats.Any(s => format == SessionFormat.Plenary || s.Restricted))
        {
            problems.Add(new ConveneProblem(ConveneField.Format, ConveneFault.NobodyCalled));
        }
    }

    private static void CheckSecondCall(ConveneForm form, FirstCall? original, List<ConveneProblem> problems)
    {
        if (form.SecondCallOf is null)
        {
            return;
        }

        if (original is null)
        {
            problems.Add(new ConveneProblem(ConveneField.Agenda, ConveneFault.SecondCallUnknown));
        }
        else if (original.Session.Table != form.Table || original.Session.Format != form.Format)
        {
            problems.Add(new ConveneProblem(ConveneField.Table, ConveneFault.SecondCallOfAnotherTable));
        }
        else if (!original.LackedQuorum)
        {
            problems.Add(new ConveneProblem(ConveneField.Agenda, ConveneFault.QuorumNotMissed));
        }
    }

    private static void CheckAgenda(IReadOnlyList<AgendaRow> agenda, List<ConveneProblem> problems)
    {
        // The follow-up of earlier decisions takes one place.
        if (agenda.Count > SessionLimits.Items - 1)
        {
            problems.Add(new ConveneProblem(ConveneField.Agenda, ConveneFault.TooManyItems));
        }

        for (var i = 0; i < agenda.Count; i++)
        {
            foreach (var fault in FaultsOf(agenda[i].Title, agenda[i].Minutes))
            {
                problems.Add(new ConveneProblem(ConveneField.Agenda, fault, i + 1));
            }
        }
    }

    /// <summary>What is to mend in one item of an agenda.</summary>
    public static IEnumerable<ConveneFault> FaultsOf(string title, int? minutes)
    {
        if (OneLine.Of(title).Length == 0)
        {
            yield return ConveneFault.ItemTitleMissing;
        }
        else if (OneLine.Of(title).Length > SessionLimits.ItemTitle)
        {
            yield return ConveneFault.ItemTitleTooLong;
        }

        if (NamesSomeone(title))
        {
            yield return ConveneFault.NamesSomeone;
        }

        if (minutes is null or < 1 or > SessionLimits.ItemMinutes)
        {
            yield return ConveneFault.ItemMinutesWrong;
        }
    }

    private static IReadOnlyList<AgendaItem> AgendaOf(ConveneForm form) =>
    [
        FollowUpItem(form.FollowUp),
        .. form.Agenda.Select((row, i) => new AgendaItem(
            Numbered(i + 1), row.Kind, OneLine.Of(row.Title), row.Minutes ?? 0, row.Axis, [], false)),
    ];

    /// <summary>The item that opens every agenda.</summary>
    internal static AgendaItem FollowUpItem(string title) => new(
        ItemId.FollowUp, AgendaItemKind.Information, title, SessionLimits.FollowUpMinutes, null, [], false);

    internal static ItemId Numbered(int number) => new(string.Create(CultureInfo.InvariantCulture, $"p{number}"));

    /// <summary>A convocation that leaves less time than this is worth a second look.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromDays(7);

    private static IEnumerable<ConveneWarning> Warnings(SessionPlan plan, Roster roster, DateTimeOffset now)
    {
        if (plan.Start - now < Short)
        {
            yield return new ConveneWarning.ShortNotice(plan.Start - now);
        }

        if (plan is { Online: true, OnlineUrl: null })
        {
            yield return new ConveneWarning.OnlineWithoutLink();
        }

        if (plan.Place is null && !plan.Online)
        {
            yield return new ConveneWarning.NeitherPlaceNorOnline();
        }

        var minutes = plan.Agenda.Sum(i => i.Minutes);
        if (minutes > plan.Duration.TotalMinutes)
        {
            yield return new ConveneWarning.AgendaTooLong(minutes, (int)plan.Duration.TotalMinutes);
        }

        var vacant = plan.Table.Seats.Count(s =>
            (plan.Format == SessionFormat.Plenary || s.Restricted) && !roster.Mandates.ContainsKey(s.Id));
        if (vacant > 0)
        {
            yield return new ConveneWarning.SeatsVacant(vacant);
        }
    }

    /// <summary>Papers of a session are read by a whole table: they speak of what is done, not of whom (rule 10).</summary>
    internal static bool NamesSomeone(string? text) => text is not null && PersonalDataGuard.KindsIn(text).Count > 0;

    // An address and nothing else: Uri takes blanks, line ends and a name before « @ », in which anything can be written.
    private static bool IsHttps(string url) =>
        !url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && url.Length <= 500
        && uri.UserInfo.Length == 0 && !Uri.UnescapeDataString(url).Any(c => c is ' ' or '\n' or '\r');

    internal static string? Trimmed(string? text) => OneLine.Of(text) is { Length: > 0 } line ? line : null;
}
