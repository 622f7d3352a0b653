using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Votes;

/// <summary>What the vote's page shows, ready to be read: dates in the territory's zone, words as people wrote them.</summary>
/// <param name="Text">Null when it only says the title again.</param>
/// <param name="Own">The seat's answer, with who gave it and when; null for none yet.</param>
/// <param name="Form">Null when no vote is taken any more.</param>
public sealed record VotePageModel(
    string Table, string Title, string? Text, string Person, string Seat, string? Axis, string Closing, string Rules,
    string Turnout, string? Own, VotePageNotice? Notice, VotePageForm? Form)
{
    /// <summary>The rule in full.</summary>
    public string Legal { get; init; } = "";

    /// <summary>The round, and what the decision will carry.</summary>
    public IReadOnlyList<VotePageFact> More { get; init; } = [];

    /// <summary>Null leaves them out.</summary>
    public VotePageRights? Rights { get; init; }
}

public sealed record VotePageFact(string Label, string Words);

/// <param name="Value">What travels.</param>
public sealed record VotePageAnswer(string Value, string Words);

/// <summary>The day of a vote under reserve; days as yyyy-MM-dd.</summary>
/// <param name="Error">What is to mend in it; null when nothing is.</param>
public sealed record VotePageReserve(string Label, string Explained, string First, string Last, string? Day, string? Error);

public sealed record VotePageNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="After">The answer the person is shown, so that sending this form twice votes once.</param>
/// <param name="Chosen">The value of one of <see cref="Answers"/>; null for none yet.</param>
/// <param name="ReasonError">What is to mend in the reason; null when nothing is.</param>
public sealed record VotePageForm(string After, string? Chosen, string? Reason, string? ReasonError, int ReasonMaxLength)
{
    /// <summary>In the order in which they are offered.</summary>
    public required IReadOnlyList<VotePageAnswer> Answers { get; init; }

    /// <summary>Null where no reason is taken.</summary>
    public required string? ReasonLabel { get; init; }

    /// <summary>What becomes of the answer.</summary>
    public required string Explained { get; init; }

    /// <summary>Null where no reserve can be made.</summary>
    public VotePageReserve? Reserve { get; init; }
}
