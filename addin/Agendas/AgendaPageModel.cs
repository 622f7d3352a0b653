using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Agendas;

/// <summary>What the page of a circulated agenda shows, ready to be read.</summary>
/// <param name="Version">Which version, and when it went out; null while none has.</param>
/// <param name="VersionNumber">Sent back with « J'ai pris connaissance ».</param>
/// <param name="Word">Where the Word file is.</param>
/// <param name="Documents">Where what is joined to its items is; null for nothing.</param>
/// <param name="CanRead">Whether the reader may still say to have read it.</param>
/// <param name="Suggestion">The form to suggest an item; null when nothing can be suggested any more.</param>
public sealed record AgendaPageModel(
    string Territory, string Title, string Person, string Seat, string When, string Where, string? Version, string VersionNumber,
    IReadOnlyList<AgendaPageItem> Items, string? Word, string? Documents, bool CanRead, string? ReadOn, AgendaPageNotice? Notice, AgendaPageSuggestion? Suggestion);

/// <param name="Lines">What it goes through; empty where nothing is to be said.</param>
public sealed record AgendaPageItem(string Words, IReadOnlyList<string> Lines);

public sealed record AgendaPageNotice(PageNoticeKind Kind, string Title, string? Text);

/// <param name="Error">What is to mend in what was typed; null when nothing is.</param>
public sealed record AgendaPageSuggestion(string? Title, string? Minutes, string? Error, int MaxLength);
