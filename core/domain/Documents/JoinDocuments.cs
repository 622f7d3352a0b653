using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Documents;

/// <summary>What became of documents to be joined to an item.</summary>
public abstract record JoinOutcome
{
    private JoinOutcome() { }

    /// <param name="Joined">As they now stand on the item: of a file of the same name, the next version.</param>
    public sealed record Done(Session Session, AgendaItem Item, IReadOnlyList<Document> Joined) : JoinOutcome;

    public sealed record NoSuchSession : JoinOutcome;

    /// <summary>Only the pilote, a deputy or a co-convener of the table may.</summary>
    public sealed record NotAConvener(Table Table) : JoinOutcome;

    /// <summary>Cancelled or over.</summary>
    public sealed record Closed(Session Session, Table Table) : JoinOutcome;

    public sealed record NoSuchItem : JoinOutcome;

    /// <summary>One of them isn't there, or was brought by somebody else.</summary>
    public sealed record NoSuchDocument : JoinOutcome;

    /// <summary>The item would have more than <see cref="DocumentLimits.PerItem"/>.</summary>
    public sealed record TooMany(AgendaItem Item) : JoinOutcome;

    public T Match<T>(
        Func<Done, T> done, Func<NoSuchSession, T> noSuchSession, Func<NotAConvener, T> notAConvener, Func<Closed, T> closed,
        Func<NoSuchItem, T> noSuchItem, Func<NoSuchDocument, T> noSuchDocument, Func<TooMany, T> tooMany) => this switch
    {
        Done it => done(it),
        NoSuchSession it => noSuchSession(it),
        NotAConvener it => notAConvener(it),
        Closed it => closed(it),
        NoSuchItem it => noSuchItem(it),
        NoSuchDocument it => noSuchDocument(it),
        TooMany it => tooMany(it),
        _ => throw new InvalidOperationException("no such outcome"),
    };
}

/// <summary>
/// Joins documents that their sender brought to an item of a session to come, or takes one off it. A file of a name that
/// is there already becomes its next version; the same bytes change nothing.
/// </summary>
public sealed class JoinDocuments(IRosters rosters, ISessions sessions, IDocuments documents, TimeProvider clock)
{
    private const int Tries = 8;

    public async Task<JoinOutcome> Join(
        Actor actor, SessionId session, ItemId item, IReadOnlyList<DocumentId> brought, CancellationToken cancel)
    {
        var found = await documents.Get(actor.Territory, [.. brought.Distinct()], cancel);
        if (found.Count == 0 || found.Count < brought.Distinct().Count() || found.Any(d => d.AddedBy != actor.Id))
        {
            return new JoinOutcome.NoSuchDocument();
        }

        return await Change(actor, session, item, there => With(there, found, cancel), cancel);
    }

    /// <summary>Takes it off the item; its links stop. Again, it changes nothing.</summary>
    public Task<JoinOutcome> Remove(Actor actor, SessionId session, ItemId item, DocumentId document, CancellationToken cancel) =>
        Change(
            actor, session, item,
            there => Task.FromResult<(IReadOnlyList<DocumentId>, IReadOnlyList<Document>)>(([.. there.Joined.Where(d => d != document)], [])),
            cancel);

    private async Task<JoinOutcome> Change(
        Actor actor, SessionId id, ItemId itemId,
        Func<AgendaItem, Task<(IReadOnlyList<DocumentId> Ids, IReadOnlyList<Document> Joined)>> change, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var there = await sessions.Get(actor.Territory, id, cancel);
            if (Refuse(actor, roster, there?.Value) is { } refusal)
            {
                return refusal;
            }

            if (there!.Value.ItemOf(itemId) is not { } item)
            {
                return new JoinOutcome.NoSuchItem();
            }

            var (ids, joined) = await change(item);
            if (ids.Count > DocumentLimits.PerItem)
            {
                return new JoinOutcome.TooMany(item);
            }

            var changed = item with { Documents = ids };
            var session = there.Value with { Agenda = [.. there.Value.Agenda.Select(i => i.Id == itemId ? changed : i)] };
            if (ids.SequenceEqual(item.Joined) || await sessions.Save(there.With(session), [], cancel))
            {
                return new JoinOutcome.Done(session, changed, joined);
            }
        }

        throw new InvalidOperationException($"session {id} was changed by others {Tries} times in a row");
    }

    private JoinOutcome? Refuse(Actor actor, Roster roster, Session? session)
    {
        if (session is null || roster.TableOf(session.Table) is not { } table)
        {
            return new JoinOutcome.NoSuchSession();
        }

        return !roster.MayConvene(actor.Id, table) ? new JoinOutcome.NotAConvener(table)
            : session.State != SessionState.Convened || session.End <= clock.GetUtcNow() ? new JoinOutcome.Closed(session, table)
            : null;
    }

    private async Task<(IReadOnlyList<DocumentId>, IReadOnlyList<Document>)> With(
        AgendaItem item, IReadOnlyList<Document> brought, CancellationToken cancel)
    {
        var there = (await documents.Get(brought[0].Territory, item.Joined, cancel)).ToList();
        var joined = new List<Document>();
        foreach (var document in brought)
        {
            var at = there.FindIndex(d => d.Sha256 == document.Sha256);
            if (at < 0)
            {
                at = there.FindIndex(d => string.Equals(d.Name, document.Name, StringComparison.OrdinalIgnoreCase));
                if (at < 0)
                {
                    at = there.Count;
                    there.Add(document);
                }
                else
                {
                    there[at] = await documents.Create(document.After(there[at]), cancel);
                }
            }

            joined.Add(there[at]);
        }

        return ([.. there.Select(d => d.Id)], joined);
    }
}
