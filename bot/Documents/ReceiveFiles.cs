using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Documents;

/// <summary>A message with files: fetches them and asks what they are for.</summary>
public sealed class ReceiveFiles(
    Territories territories, Actors actors, IRosters rosters, FetchFile fetch, IEnumerable<IFileDestination> destinations)
{
    private const int Most = 10;

    /// <summary>Null when the message brings no file.</summary>
    public async Task<IReadOnlyList<Say>?> Answer(Caller caller, Activity activity, CancellationToken cancel)
    {
        var files = IncomingFile.Of(activity);
        if (files.Count == 0)
        {
            return IncomingFile.HasInlineImage(activity) && string.IsNullOrWhiteSpace(activity.Text) ? Say.Only(DocumentTexts.InlineImage) : null;
        }

        if (files.Count > Most)
        {
            return Say.Only(DocumentTexts.TooManyFiles);
        }

        return await territories.Of(caller, cancel) switch
        {
            [] => Say.Only(HelpTexts.NoTerritory),
            [var only] => await In(await rosters.Get(only.Id, cancel) ?? throw new InvalidOperationException("a territory without roster"), caller, files, cancel),
            var several => [new Say(DocumentTexts.WhichTerritory), new Say(null, HelpCard.WhichTerritory(several, ""))],
        };
    }

    private async Task<IReadOnlyList<Say>> In(Roster roster, Caller caller, IReadOnlyList<IncomingFile> files, CancellationToken cancel)
    {
        var actor = await actors.Of(caller, roster, cancel);
        var open = destinations.Where(d => d.IsOpenTo(actor, roster)).ToList();
        if (open.Count == 0)
        {
            return Say.Only(DocumentTexts.NotForYou);
        }

        var taken = new List<Document>();
        var refused = new List<RefusedFile>();
        foreach (var file in files)
        {
            (await fetch.Run(actor, file, cancel)).Match<object?>(
                it => { taken.Add(it.Document); return null; },
                it => { refused.Add(new(file.Name, DocumentTexts.Refusal(it.Why))); return null; },
                it => { refused.Add(new(file.Name, DocumentTexts.Fault(it.Fault))); return null; });
        }

        IReadOnlyList<Document> kept = [.. taken.DistinctBy(d => d.Id)];
        var sections = new List<CardElement>();
        foreach (var destination in kept.Count == 0 ? [] : open)
        {
            sections.AddRange(await destination.Offer(new FileTurn(actor, roster, kept), cancel));
        }

        return Say.Only(FileCard.Ask(roster, kept, refused, sections));
    }
}
