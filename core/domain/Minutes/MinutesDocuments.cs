using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Minutes;

/// <summary>The final minutes of a session, as the document they are: for its called seats and who convenes it (rule 2).</summary>
public sealed class MinutesDocuments(IMinutes minutes, TimeProvider clock) : IDocumentPlace
{
    public async Task<IReadOnlyList<DocumentId>> For(
        PersonId person, Session session, Table table, Roster roster, CancellationToken cancel) =>
        // A session to come has none: three hundred invitations don't ask for them.
        session.Start <= clock.GetUtcNow() && session.IsOpenTo(person, table, roster)
        && (await minutes.Head(session.Territory, session.Id, cancel))?.Value.PaperId is { } paper
            ? [paper]
            : [];
}
