namespace ConcertationBot.AddIn.Documents;

/// <summary>A session's documents that the reader may read.</summary>
/// <param name="Session">Which session, in words.</param>
/// <param name="Nothing">Said when there is no part.</param>
public sealed record DocumentsPageModel(string Territory, string Session, IReadOnlyList<DocumentsPart> Parts, string Nothing);

/// <param name="Title">The item; null for what belongs to the session as a whole.</param>
public sealed record DocumentsPart(string? Title, IReadOnlyList<DocumentLine> Lines);

/// <param name="About">Its kind, size and version.</param>
/// <param name="Url">The reader's own link.</param>
public sealed record DocumentLine(string Name, string About, string Url);
