using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Polls;

/// <summary>What the poll's page shows, ready to be read: dates in the territory's zone, names as people wrote them.</summary>
/// <param name="Session">Which table's, plenary or restricted.</param>
/// <param name="Standing">The seat's answer, with who gave it and when; null for none yet.</param>
/// <param name="Form">Null when no answer is taken any more.</param>
public sealed record DatePollModel(
    string Territory, string Title, string Session, string Person, string Seat, string Duration, string Where, string? ReplyBy,
    string? Standing, IReadOnlyList<string> Agenda, DatePollNotice? Notice, DatePollForm? Form);

public sealed record DatePollNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="After">The answer the person is shown: the same words sent again after another are another act.</param>
/// <param name="MayChange">What happens next.</param>
public sealed record DatePollForm(string After, IReadOnlyList<DatePollSlot> Slots, string MayChange);

/// <param name="Name">Under which the answer travels.</param>
/// <param name="Past">Shown, not asked any more.</param>
/// <param name="Chosen">yes, ifneeded, no; null for none yet.</param>
public sealed record DatePollSlot(string Name, string When, bool Past, string? Chosen);
