using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Documents;

/// <summary>
/// Where documents of a session hang: on its agenda's items, in its minutes … Each place says which it holds that
/// somebody may read, as things stand now.
/// </summary>
public interface IDocumentPlace
{
    /// <summary>The documents of this place that the person may read; none when the person may read none.</summary>
    Task<IReadOnlyList<DocumentId>> For(PersonId person, Session session, Table table, Roster roster, CancellationToken cancel);
}

/// <summary>What is joined to the items of a session's agenda.</summary>
public sealed class ItemDocuments : IDocumentPlace
{
    public Task<IReadOnlyList<DocumentId>> For(
        PersonId person, Session session, Table table, Roster roster, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DocumentId>>(
            [.. session.Agenda.Where(item => MayRead(item, person, session, table, roster)).SelectMany(item => item.Joined).Distinct()]);

    /// <summary>
    /// Huis clos is for the session's own seats, and for who convenes the table and answers for its papers; whatever else
    /// opens a session to people one day doesn't open that.
    /// </summary>
    public static bool MayRead(AgendaItem item, PersonId person, Session session, Table table, Roster roster) =>
        item.InCamera
            ? roster.MayConvene(person, table)
                || session.Called(table).Any(s => roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(person))
            : session.IsOpenTo(person, table, roster);
}

/// <summary>Whether somebody may read a document of a session: asked at each opening, so that a mandate that ends also ends its links.</summary>
public sealed class DocumentReaders(IRosters rosters, ISessions sessions, IDocuments documents, IEnumerable<IDocumentPlace> places)
{
    // Longer chains of versions aren't followed back.
    private const int MostVersions = 50;

    /// <summary>The documents of a session that somebody may read, in the order of their places; null when the session isn't theirs.</summary>
    public async Task<SessionDocuments?> Of(TerritoryId territory, SessionId id, PersonId person, CancellationToken cancel)
    {
        if (await rosters.Get(territory, cancel) is not { } roster
            || await sessions.Get(territory, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table)
        {
            return null;
        }

        var readable = await Of(session, table, roster, person, cancel);
        return readable.Count == 0 && !session.IsOpenTo(person, table, roster)
            ? null
            : new SessionDocuments(roster, session, table, readable);
    }

    /// <summary>The same of a session at hand; a session without documents costs no read.</summary>
    public async Task<IReadOnlyList<Document>> Of(
        Session session, Table table, Roster roster, PersonId person, CancellationToken cancel)
    {
        var ids = new List<DocumentId>();
        foreach (var place in places)
        {
            ids.AddRange(await place.For(person, session, table, roster, cancel));
        }

        return await documents.Get(session.Territory, [.. ids.Distinct()], cancel);
    }

    /// <summary>One of them, or an older version of one: what a letter showed can still be read. Null when it isn't theirs to read.</summary>
    public async Task<Document?> Find(
        TerritoryId territory, SessionId session, DocumentId id, PersonId person, CancellationToken cancel)
    {
        if (await Of(territory, session, person, cancel) is not { } found)
        {
            return null;
        }

        foreach (var document in found.Documents)
        {
            var version = document;
            for (var back = 0; version is not null && back < MostVersions; back++)
            {
                if (version.Id == id)
                {
                    return version;
                }

                version = version.Previous is { } previous ? await documents.Get(territory, previous, cancel) : null;
            }
        }

        return null;
    }
}

public sealed record SessionDocuments(Roster Roster, Session Session, Table Table, IReadOnlyList<Document> Documents);
