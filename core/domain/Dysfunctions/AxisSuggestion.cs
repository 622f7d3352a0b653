using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>The axes that the words of a report point to: at most three, best first.</summary>
public static class AxisSuggestion
{
    private const double Title = 1;
    private const double Finding = 0.9;
    private const double Objective = 0.7;
    private const double Action = 0.3;
    private const double Vigilance = 0.15;

    private const double LeastScore = 0.5;
    private const double LeastLead = 1.5;

    public static IReadOnlyList<TopicMatch> For(string text, IReadOnlyList<Axis> axes, Lessons lessons) =>
        TopicRanking.Of(text, [.. axes.Select(TopicOf)], lessons);

    /// <summary>The first when it stands out, so that a form chooses nothing rather than something wrong.</summary>
    public static AxisId? Clear(IReadOnlyList<TopicMatch> ranked) =>
        ranked is [var first, ..] && first.Score >= LeastScore && (ranked.Count == 1 || first.Score >= LeastLead * ranked[1].Score)
            ? AxisId.From(first.Code)
            : null;

    private static Topic TopicOf(Axis axis) => new(
        axis.Id.Value,
        [
            (axis.Title, Title), (axis.Heading, Title), (axis.Finding, Finding), (axis.Objective ?? "", Objective),
            .. axis.Done.Concat(axis.ToDo).Select(a => (a.Text, Action)),
            .. axis.Vigilance.Select(v => (v, Vigilance)),
        ]);
}
