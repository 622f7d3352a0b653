using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;

namespace Concertation.Work.Dysfunctions;

/// <summary>Which changes of a report its reporter is told of.</summary>
internal static class DysfunctionNews
{
    /// <summary>The place in the history that an effect or a notice is about.</summary>
    public static int Place(string? detail) => int.Parse(detail ?? "0", CultureInfo.InvariantCulture);

    /// <summary>
    /// A new status, or another agenda, done by somebody else than the reporter. A correction of the qualification is
    /// no news.
    /// </summary>
    public static bool IsNews(Dysfunction report, int place)
    {
        var change = report.History[place];
        return place > 0 && change.By != report.Reporter
            && (change.Status != report.History[place - 1].Status
                || change.Status is DysfunctionStatus.OnAgenda or DysfunctionStatus.Decided);
    }

    /// <summary>Whether later news says it all: one message instead of two.</summary>
    public static bool IsOvertaken(Dysfunction report, int place) => Enumerable
        .Range(place + 1, report.History.Count - place - 1)
        .Any(later => IsNews(report, later)
            && (report.History[place].Status != DysfunctionStatus.Decided || report.History[later].Status == DysfunctionStatus.Decided));
}
