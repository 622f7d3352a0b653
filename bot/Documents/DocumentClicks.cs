using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Documents;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Documents;

/// <summary>What the documents' clicks share.</summary>
public sealed class DocumentClicks(SessionClicks clicks, IDocuments documents, DocumentReaders readers, DocumentLinks links)
{
    public Task<ClickedSession?> Session(CardClick click, CancellationToken cancel) => clicks.Read(click, cancel);

    public static IReadOnlyList<DocumentId> Ids(CardClick click) =>
        [.. (click.Text(DocumentKeys.Documents) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IdRules.IsWellFormed)
            .Take(DocumentLimits.PerItem).Select(DocumentId.From)];

    /// <summary>The person's own files that a button carries.</summary>
    public async Task<IReadOnlyList<Document>> Brought(ClickedSession found, CardClick click, CancellationToken cancel) =>
        [.. (await documents.Get(found.Actor.Territory, Ids(click), cancel)).Where(d => d.AddedBy == found.Actor.Id)];

    public async Task<CardAnswer> AskItem(ClickedSession found, CardClick click, string? problem, CancellationToken cancel)
    {
        if (!found.MayConvene)
        {
            return new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table));
        }

        var files = await Brought(found, click, cancel);
        return files.Count == 0
            ? new CardAnswer.Refused(DocumentTexts.NoSuchDocument)
            : new CardAnswer.Card(JoinCard.Ask(files, found.Session, found.Table, found.Roster, problem));
    }

    /// <summary>What became of a change of an item's documents.</summary>
    /// <param name="again">Shown when something is to be chosen otherwise.</param>
    public async Task<CardAnswer> AnswerOf(
        JoinOutcome outcome, ClickedSession found, bool removed, Func<string, Task<CardAnswer>> again, CancellationToken cancel) =>
        await outcome.Match<Task<CardAnswer>>(
            async done =>
            {
                var readable = await readers.Of(done.Session, found.Table, found.Roster, found.Actor.Id, cancel);
                var papers = links.Papers(done.Session, readable, found.Actor.Id, null);
                return new CardAnswer.Card(JoinCard.Done(done.Session, done.Item, found.Table, found.Roster.Zone, papers, removed));
            },
            _ => Task.FromResult<CardAnswer>(SessionClicks.Unknown),
            not => Refused(SessionTexts.NotAConvenerOf(not.Table)),
            closed => Refused(closed.Session.State == SessionState.Cancelled
                ? SessionTexts.CancelledAlready(closed.Session, found.Table, found.Roster.Zone)
                : SessionTexts.Over(closed.Session, found.Table, found.Roster.Zone)),
            _ => again(DocumentTexts.NoSuchItem),
            _ => Refused(DocumentTexts.NoSuchDocument),
            tooMany => again(DocumentTexts.TooMany(tooMany.Item.Joined.Count)));

    private static Task<CardAnswer> Refused(string text) => Task.FromResult<CardAnswer>(new CardAnswer.Refused(text));
}

/// <summary>documents.session: the session is chosen, now the item.</summary>
public sealed class ChooseItemClick(DocumentClicks clicks) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        click.Text(SessionKeys.Session) is null ? new CardAnswer.Refused(DocumentTexts.ChooseSession)
        : await clicks.Session(click, cancel) is { } found ? await clicks.AskItem(found, click, null, cancel)
        : SessionClicks.Unknown;
}

/// <summary>documents.join: the files become documents of the item.</summary>
public sealed class JoinClick(DocumentClicks clicks, JoinDocuments join) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Session(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        if (click.Id<ItemId>(DocumentKeys.Item) is not { } item)
        {
            return await clicks.AskItem(found, click, DocumentTexts.ChooseItem, cancel);
        }

        var outcome = await join.Join(found.Actor, found.Session.Id, item, DocumentClicks.Ids(click), cancel);
        return await clicks.AnswerOf(
            outcome, found, removed: false, problem => clicks.AskItem(found, click, problem, cancel), cancel);
    }
}

/// <summary>documents.remove: one of them is taken off the item.</summary>
public sealed class RemoveClick(DocumentClicks clicks, JoinDocuments join) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Session(click, cancel) is not { } found
            || click.Id<ItemId>(DocumentKeys.Item) is not { } item || click.Id<DocumentId>(DocumentKeys.Document) is not { } document)
        {
            return SessionClicks.Unknown;
        }

        var outcome = await join.Remove(found.Actor, found.Session.Id, item, document, cancel);
        return await clicks.AnswerOf(
            outcome, found, removed: true, problem => Task.FromResult<CardAnswer>(new CardAnswer.Refused(problem)), cancel);
    }
}
