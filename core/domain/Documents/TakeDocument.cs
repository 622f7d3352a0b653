namespace Concertation.Domain.Documents;

public abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    /// <summary>Kept; or the same file by the same person was there already.</summary>
    public sealed record Taken(Document Document) : DocumentOutcome;

    public sealed record Refused(DocumentRefusal Why) : DocumentOutcome;

    public T Match<T>(Func<Taken, T> taken, Func<Refused, T> refused) => this switch
    {
        Taken it => taken(it),
        Refused it => refused(it),
        _ => throw new InvalidOperationException("no such outcome"),
    };
}

/// <summary>
/// Takes a file that someone brings: what it is say its bytes, and its name must not contradict them nor name anybody. The
/// bytes go from the stream to storage a little at a time.
/// </summary>
public sealed class TakeDocument(IDocuments documents, IDocumentBytes bytes, TimeProvider clock)
{
    /// <param name="name">As its sender calls it; anything.</param>
    /// <param name="content">Read once, to its end or a little past <see cref="DocumentLimits.Size"/>; its failures pass through and leave nothing.</param>
    public async Task<DocumentOutcome> Run(Actor actor, string? name, Stream content, CancellationToken cancel)
    {
        if (DocumentName.Identifies(name) is { Count: > 0 } identifies)
        {
            return Refused(new DocumentRefusal.NameIdentifies(identifies));
        }

        await using var received = await bytes.Receive(actor.Territory, content, DocumentLimits.Size, cancel);
        if (received is null)
        {
            return Refused(new DocumentRefusal.TooLarge());
        }

        KindReading reading;
        await using (var look = received.Look())
        {
            reading = KindReading.Of(look);
        }

        switch (reading)
        {
            case KindReading.Refused refused:
                return Refused(refused.Why);
            case KindReading.Taken { Kind: var kind } when DocumentName.ExtensionOf(name) is { Length: > 0 } extension && !kind.IsCalled(extension):
                return Refused(new DocumentRefusal.Mislabelled(extension, kind));
            case KindReading.Taken { Kind: var kind }:
                // The bytes first: a record never speaks of what isn't there.
                await received.Keep(cancel);
                return new DocumentOutcome.Taken(await documents.Create(DocumentOf(actor, name, kind, received), cancel));
            default:
                throw new InvalidOperationException("no such reading");
        }
    }

    private Document DocumentOf(Actor actor, string? name, DocumentKind kind, IReceivedBytes received)
    {
        var clean = DocumentName.Clean(name, kind);
        return new Document(
            DocumentIds.Of(actor.Territory, actor.Id, clean, received.Sha256, null), actor.Territory, clean, kind, received.Size,
            received.Sha256, actor.Id, actor.Name, clock.GetUtcNow());
    }

    private static DocumentOutcome.Refused Refused(DocumentRefusal why) => new(why);
}
