using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Documents;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Documents;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Documents;

/// <summary>Behind a personal link to a session's documents: the document itself, or the list of those one may read.</summary>
public sealed class DocumentLinkPage(DocumentReaders readers, IDocuments documents, DocumentLinks links) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Document;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel)
    {
        var (session, id) = DocumentLinks.SubjectOf(link);
        if (id is not { } document)
        {
            return await readers.Of(link.Territory, session, link.Person, cancel) is { } found ? List(link, found) : Closed();
        }

        return await readers.Find(link.Territory, session, document, link.Person, cancel) is { } readable
            && await documents.Open(link.Territory, readable.Id, cancel) is { } opened
                ? new DocumentDownload(opened)
                : Closed();
    }

    /// <summary>There is nothing to send: it is shown.</summary>
    public Task<IResult> Act(LinkPost post, CancellationToken cancel) => Show(post.Link, cancel);

    private IResult List(PersonalLink link, SessionDocuments found)
    {
        var (roster, session, table) = (found.Roster, found.Session, found.Table);
        var papers = links.Papers(session, found.Documents, link.Person, link.Seat);
        var parts = session.Agenda.Select((item, i) => new DocumentsPart($"{i + 1}. {item.Title}", Lines(papers.Of(item))))
            .Prepend(new DocumentsPart(null, Lines(papers.Besides(session.Agenda)))).Where(part => part.Lines.Count > 0);
        return PersonalLinkPages.Page<DocumentsPage>(new()
        {
            [nameof(DocumentsPage.Model)] = new DocumentsPageModel(
                roster.Territory.Name, SessionTexts.Name(session, table, roster.Zone), [.. parts], DocumentTexts.NothingJoined),
        });
    }

    private static IReadOnlyList<DocumentLine> Lines(IReadOnlyList<DocumentLink> links) =>
        [.. links.Select(l => new DocumentLine(l.Document.Name, DocumentTexts.About(l.Document), l.Url.ToString()))];

    /// <summary>A mandate that ends also ends its links: not even the document's name is said (rule 2).</summary>
    private static IResult Closed() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, DocumentTexts.LinkClosed, DocumentTexts.LinkClosedWhy);
}
