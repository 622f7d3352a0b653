using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Dysfunctions;

/// <summary>What waits for those who handle reports, a page of it.</summary>
/// <param name="Axes">Value and words; so for families and gravities.</param>
/// <param name="Next">After which report the next page begins; null on the last one.</param>
public sealed record QueuePageModel(
    string Territory, IReadOnlyList<QueuePageReport> Reports, IReadOnlyList<(string Value, string Words)> Axes,
    IReadOnlyList<(string Value, string Words)> Families, IReadOnlyList<(string Value, string Words)> Gravities, string? Next, HearingPageNotice? Notice);

/// <param name="Facts">Label and value, in order.</param>
public sealed record QueuePageReport(
    string Reference, string Happened, IReadOnlyList<(string Label, string Value)> Facts, string? Axis, string? Family, string? Gravity);
