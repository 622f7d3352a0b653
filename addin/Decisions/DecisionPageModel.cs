using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Decisions;

/// <summary>What the page of an adopted decision shows and asks of its reader.</summary>
/// <param name="Facts">Label and value, in order.</param>
/// <param name="CanRead">The reader may still say to have read it.</param>
/// <param name="Reserves">Those of the reader's seats that wait for an answer.</param>
/// <param name="Review">The form that asks what became of it; null when that isn't for the reader.</param>
public sealed record DecisionPageModel(
    string Territory, string Title, string Person, string Name, string? Text, IReadOnlyList<(string Label, string Value)> Facts, bool CanRead,
    IReadOnlyList<DecisionPageReserve> Reserves, DecisionPageReview? Review, DecisionPageNotice? Notice);

public sealed record DecisionPageNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="Asks">The question, whole.</param>
public sealed record DecisionPageReserve(string Seat, string Asks);

/// <param name="States">What can be answered: value sent back, and its words.</param>
public sealed record DecisionPageReview(IReadOnlyList<(string Value, string Words)> States, string? Effect, int MaxLength);
