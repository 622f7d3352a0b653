using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Documents;
using Concertation.Work.Links;

namespace Concertation.Work.Documents;

/// <summary>
/// Personal links to documents of a session: the subject is "{session}" for their list, "{session}.{document}" for one.
/// The right to read is the person's and is asked at each opening; the seat only says in whose name the link was made.
/// </summary>
public sealed class DocumentLinks(PersonalLinks links, DocumentReaders readers, TimeProvider clock)
{
    private const int Days = 60;
    private const char Between = '.';

    /// <summary>A convener reads without a seat.</summary>
    private static readonly SeatId NoSeat = new("");

    /// <summary>What the person may read of a session; null when that is nothing.</summary>
    public async Task<SessionPapers?> For(
        Session session, Table table, Roster roster, PersonId person, SeatId? seat, CancellationToken cancel)
    {
        var readable = await readers.Of(session, table, roster, person, cancel);
        return readable.Count == 0 ? null : Papers(session, readable, person, seat);
    }

    /// <summary>Links to these documents, whose readers the caller has checked.</summary>
    public SessionPapers Papers(Session session, IReadOnlyList<Document> documents, PersonId person, SeatId? seat) => new(
        [.. documents.Select(d => new DocumentLink(d, UrlOf(session, d.Id, person, seat)))], UrlOf(session, null, person, seat));

    /// <param name="document">Null: the list of them.</param>
    public Uri UrlOf(Session session, DocumentId? document, PersonId person, SeatId? seat)
    {
        var now = clock.GetUtcNow();
        var subject = document is { } one ? $"{session.Id}{Between}{one}" : session.Id.Value;
        return new Uri(links.UrlFor(new PersonalLink(
            session.Territory, LinkPurpose.Document, subject, seat ?? NoSeat, person, (session.End > now ? session.End : now).AddDays(Days))));
    }

    /// <summary>What a link of this purpose is about.</summary>
    public static (SessionId Session, DocumentId? Document) SubjectOf(PersonalLink link) =>
        link.SubjectId.Split(Between) is [var session, var document]
            ? (new SessionId(session), new DocumentId(document))
            : (new SessionId(link.SubjectId), null);
}
