using System.Globalization;

namespace Concertation.Documents.Word;

/// <summary>
/// How a file of minutes names what it holds, for its writer and its reader. Places are numbered, because Word takes 64
/// characters for a control's tag and 40 for a bookmark, and custom properties say which item or action a number is.
/// Each place is marked twice: by a content control, which Word keeps through any edit, and by a bookmark before it,
/// which LibreOffice keeps although it drops the control.
/// </summary>
internal static class MinutesLinks
{
    public const string Session = "Concertation.Session";
    public const string Version = "Concertation.Version";
    public const string Notes = "notes";
    public const string Action = "action";
    public const string Who = "who";
    public const string When = "when";

    /// <summary>Only bookmarks: where an item begins, where one of its decisions does, and the parts and the table after the items.</summary>
    public const string Point = "point";
    public const string Decision = "decision";
    public const string Part = "part";
    public const string ActionTable = "actions";

    private const string AnyBookmark = "_Seance_";

    /// <summary>The control's tag: « notes:3 ».</summary>
    public static string Tag(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}");

    /// <summary>The custom property that says which id the number stands for: « Concertation.notes.3 ».</summary>
    public static string Property(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Concertation.{kind}.{number}");

    /// <summary>The bookmark before the place; hidden, as names that start with an underscore are.</summary>
    public static string Bookmark(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{AnyBookmark}{kind}_{number}");

    /// <summary>Whether it is a bookmark of ours: each also ends the notes before it.</summary>
    public static bool IsBookmark(string? name) => name is not null && name.StartsWith(AnyBookmark, StringComparison.Ordinal);

    /// <summary>Whether it is a tag of ours.</summary>
    public static bool IsTag(string? tag) =>
        tag is not null
        && tag.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        && tag[..colon] is Notes or Action or Who or When
        && int.TryParse(tag.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
