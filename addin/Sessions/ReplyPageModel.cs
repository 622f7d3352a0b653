using ConcertationBot.AddIn.Documents;
using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Sessions;

/// <summary>What the reply page shows, ready to be read: dates in the territory's zone, names as people wrote them.</summary>
/// <param name="Form">Null when no answer is taken any more.</param>
/// <param name="Feed">The person's own address of the table's calendar, once asked for; null before.</param>
/// <param name="ProxiesHeld">For which structures the seat holds a proxy; null for none.</param>
/// <param name="Proxy">Null where the seat has no proxy to give.</param>
public sealed record ReplyPageModel(
    string Territory, string Title, string Person, string Seat, string When, string Duration, string Where,
    string? OnlineUrl, IReadOnlyList<ReplyPageItem> Agenda, string? Standing, ReplyPageNotice? Notice, ReplyPageForm? Form,
    ReplyPageProxy? Proxy = null, string? Feed = null, string? ProxiesHeld = null);

/// <param name="Documents">What is joined to it.</param>
public sealed record ReplyPageItem(string Words, IReadOnlyList<DocumentLine> Documents);

public sealed record ReplyPageNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="Seen">Which date the person is shown.</param>
/// <param name="Chosen">present, absent, represented; null for none yet.</param>
/// <param name="WhoError">What is to mend in who represents; null when nothing is.</param>
public sealed record ReplyPageForm(string Seen, string? Chosen, string? Who, string? WhoError, int WhoMaxLength);

/// <param name="Given">To whom it was given; null before.</param>
/// <param name="Holders">Seats it can be given to.</param>
public sealed record ReplyPageProxy(string? Given, IReadOnlyList<ReplyPageHolder> Holders);

public sealed record ReplyPageHolder(string Seat, string Name);
