using ConcertationBot.AddIn.Pages;

namespace ConcertationBot.AddIn.Directories;

/// <summary>An entry, for its structure to confirm or correct.</summary>
/// <param name="Structure">Its name, which the pilote keeps.</param>
/// <param name="Fields">What may be corrected.</param>
public sealed record EntryPageModel(
    string Territory, string Person, DirectoryLine Entry, IReadOnlyList<EntryPageField> Fields, EntryPageNotice? Notice, bool CanConfirm);

/// <param name="Hint">How to fill it in; null where it goes without saying.</param>
public sealed record EntryPageField(string Name, string Label, string? Value, int MaxLength, bool Long, string? Hint);

public sealed record EntryPageNotice(PageNoticeKind Kind, string Title, string? Text);
