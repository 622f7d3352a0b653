using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Votes;

/// <summary>What the vote's page shows, ready to be read: dates in the territory's zone, words as people wrote them.</summary>
/// <param name="Text">Null when it only says the title again.</param>
/// <param name="Own">The seat's answer, with who gave it and when; null for none yet.</param>
/// <param name="Form">Null when no vote is taken any more.</param>
public sealed record VotePageModel(
    string Table, string Title, string? Text, string Person, string Seat, string? Axis, string Closing, string Rules,
    string Turnout, string? Own, VotePageNotice? Notice, VotePageForm? Form);

public sealed record VotePageNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="After">The answer the person is shown, so that sending this form twice votes once.</param>
/// <param name="Chosen">For, Against, Abstain; null for none yet.</param>
/// <param name="ReasonError">What is to mend in the reason; null when nothing is.</param>
public sealed record VotePageForm(string After, string? Chosen, string? Reason, string? ReasonError, int ReasonMaxLength);
