using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Dysfunctions;

/// <summary>The form of a report on a table's page.</summary>
/// <param name="Ticket">Goes back with the form; see the host.</param>
/// <param name="Sure">A person has ticked the box on this form already.</param>
/// <param name="Read">What doesn't belong here and was shown: sent back, so that it is said once.</param>
/// <param name="Button">What sends it.</param>
public sealed record ReportPageModel(
    string Territory, string Table, string Ticket, ReportPageNotice? Notice, ReportPageFields Fields, bool Sure, string Read,
    IReadOnlyList<ReportPageElsewhere> Elsewhere, string Button, string FollowUp);

public sealed record ReportPageNotice(PageNoticeKind Kind, string Title, IReadOnlyList<string> Lines);

/// <summary>What doesn't belong here, and where it goes.</summary>
public sealed record ReportPageElsewhere(string Title, IReadOnlyList<string> Lines);

/// <summary>What can be written: the same when a report is made and when it is put in other words.</summary>
/// <param name="Texts">In the order of the form; the first is the fact.</param>
public sealed record ReportPageFields(IReadOnlyList<ReportPageText> Texts, IReadOnlyList<ReportPageChoice> Choices, string? Name = null, string? Mail = null)
{
    /// <summary>What stands in the folded part is shown open once there is something in it.</summary>
    public bool MoreIsFilled => Texts.Skip(3).Any(t => !string.IsNullOrEmpty(t.Value)) || Choices.Any(c => !string.IsNullOrEmpty(c.Value));
}

public sealed record ReportPageText(string Name, string Label, string? Value, int MaxLength, bool Long, string? Help);

/// <param name="Options">Value sent back, and its words.</param>
public sealed record ReportPageChoice(string Name, string Label, string? Value, IReadOnlyList<(string Value, string Words)> Options);

/// <summary>What is shown once, right after the report was sent.</summary>
public sealed record ReportSentModel(string Territory, string Reference, string Code, string FollowUp, string? Mail);

/// <summary>The page behind a follow-up code. Without a report it asks for the code.</summary>
public sealed record FollowUpPageModel(string Territory, ReportPageNotice? Notice, string? Code, FollowUpPageReport? Report);

/// <param name="Answer">What can be answered is shown; null when nothing was asked or it is over.</param>
/// <param name="Reword">Null once it is qualified.</param>
/// <param name="Operation">Names the forms on this page, so that what is sent twice stands once.</param>
public sealed record FollowUpPageReport(
    string Reference, string Now, IReadOnlyList<(string Title, string? Text)> Decisions, string? Reason, string Happened,
    IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<string> Steps, IReadOnlyList<(string Who, string Text)> Exchanges,
    FollowUpPageAnswer? Answer, ReportPageFields? Reword, bool RewordOpen, string Operation);

public sealed record FollowUpPageAnswer(string? Value, int MaxLength);
