using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Documents;
using Concertation.Work.Documents;

namespace Concertation.Work.Decisions;

/// <summary>A submitted decision as one person may see it: from the table that took it, the one that validates it, or beside both.</summary>
public sealed class EscalationViews(ISessions sessions, IDocuments documents, DocumentLinks links)
{
    /// <param name="roster">Of the person's territory.</param>
    public async Task<EscalationSeen> For(Escalation escalation, Roster roster, PersonId person, CancellationToken cancel)
    {
        var above = roster.Territory.Id == escalation.Territory ? roster.TableOf(escalation.Table) : null;
        var below = roster.Territory.Id == escalation.Decision.Territory ? roster.TableOf(escalation.Decision.Table) : null;
        var answers = above is not null && roster.MayConvene(person, above);
        var replies = below is not null && roster.MayConvene(person, below);
        var reads = answers || replies || await Sits(escalation, roster, person, above, below, cancel);
        return new EscalationSeen(
            escalation, roster.Territory.Id, roster.Zone, answers, replies, !reads,
            above is not null && reads ? await Papers(escalation, person, cancel) : []);
    }

    /// <summary>Of huis clos, only the seats named for it read more than its number (rule 2).</summary>
    private async Task<bool> Sits(
        Escalation escalation, Roster roster, PersonId person, Table? above, Table? below, CancellationToken cancel)
    {
        var seats = roster.SeatsOf(person).Where(s => s.Table.Id == above?.Id || s.Table.Id == below?.Id).ToList();
        if (!escalation.Decision.InCamera)
        {
            return seats.Count > 0;
        }

        var session = above is not null && escalation.Placed?.Session is { } on
            ? (await sessions.Get(escalation.Territory, on, cancel))?.Value
            : null;
        return seats.Any(s => s.Table.Id == below?.Id
            ? s.Seat.Restricted
            : session is not null && session.Called(s.Table).Any(c => c.Id == s.Seat.Id));
    }

    /// <summary>They hang on the agenda's item, where each opening asks again who may read them.</summary>
    private async Task<IReadOnlyList<DocumentLink>> Papers(Escalation escalation, PersonId person, CancellationToken cancel)
    {
        if (escalation.Decision.Documents.Count == 0 || escalation.Placed?.Session is not { } on
            || await sessions.Get(escalation.Territory, on, cancel) is not { Value: var session })
        {
            return [];
        }

        var papers = await documents.Get(escalation.Territory, escalation.Decision.Documents, cancel);
        return links.Papers(session, papers, person, seat: null).Links;
    }
}
