using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// A qualified report teaches under which axis and family such words are filed. What the roadmap's texts alone would not
/// have said first is a correction, and counts more.
/// </summary>
public sealed class LearnFromReport(ILessons lessons, IRoadmaps roadmaps)
{
    private const int Confirmed = 1;
    private const int Corrected = 4;

    public async Task Handle(Dysfunction report, CancellationToken cancel)
    {
        if (report.Family is not { } family)
        {
            return;
        }

        var text = report.ToldInAll;
        var axes = (await roadmaps.Plan(report.Territory, report.Reference.Year, cancel))?.Axes ?? [];
        var axis = axes.FirstOrDefault(a => a.Id == report.Axis);
        var lesson = new Lesson(
            report.Reference, axis?.Id, axis?.Title, Weight(axis?.Id.Value, AxisSuggestion.For(text, axes, Lessons.None)),
            family, Weight(family, FamilySuggestion.For(text, Lessons.None)));
        if (await lessons.From(report.Territory, report.Reference, cancel) != lesson)
        {
            await lessons.Teach(report.Territory, lesson, [.. TopicRanking.Teaches(text)], cancel);
        }
    }

    private static int Weight(string? chosen, IReadOnlyList<TopicMatch> expected) =>
        expected is [var first, ..] && first.Code == chosen ? Confirmed : Corrected;
}
