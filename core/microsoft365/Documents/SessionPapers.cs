using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;

namespace Concertation.Microsoft365.Documents;

/// <summary>A document and where one person reads it.</summary>
/// <param name="Url">The person's own link.</param>
public sealed record DocumentLink(Document Document, Uri Url);

/// <summary>A session's documents as one person reaches them.</summary>
/// <param name="All">The person's own link to the list of them.</param>
public sealed record SessionPapers(IReadOnlyList<DocumentLink> Links, Uri All)
{
    /// <summary>Those of one item, in its order.</summary>
    public IReadOnlyList<DocumentLink> Of(AgendaItem item) =>
        [.. item.Joined.Select(id => Links.FirstOrDefault(l => l.Document.Id == id)).OfType<DocumentLink>()];

    /// <summary>Those of no item: the agenda itself, minutes …</summary>
    public IReadOnlyList<DocumentLink> Besides(IReadOnlyList<AgendaItem> agenda) =>
        [.. Links.Where(l => !agenda.Any(item => item.Joined.Contains(l.Document.Id)))];
}
