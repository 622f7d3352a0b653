using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Minutes;

/// <summary>What the page of minutes shows, ready to be read.</summary>
/// <param name="Amend">The form to ask for a change; null for who wasn't there, and once they are final.</param>
public sealed record MinutesPageModel(
    string Territory, string Title, string Person, string When, string Status, IReadOnlyList<MinutesPageRoll> Attendance, string Quorum,
    IReadOnlyList<MinutesPagePoint> Points, IReadOnlyList<MinutesPageTask> Tasks, string? Next, string? Approval, string Word,
    MinutesPageNotice? Notice, MinutesPageForm? Amend);

/// <summary>« Présents », and who.</summary>
public sealed record MinutesPageRoll(string State, string Who);

public sealed record MinutesPagePoint(string Id, string Title, string Kind, IReadOnlyList<string> Notes, IReadOnlyList<MinutesPageDecision> Decisions);

public sealed record MinutesPageDecision(string Reference, string Text, string Arithmetic);

public sealed record MinutesPageTask(string What, string Who, string When);

public sealed record MinutesPageNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="Error">What is to mend in what was typed; null when nothing is.</param>
public sealed record MinutesPageForm(string? Item, string? Text, string? Error, int MaxLength);
