using Concertation.Documents.Directories;
using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Documents;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Directories;
using ConcertationBot.Documents;
using ConcertationBot.Turns;

namespace ConcertationBot.Directories;

/// <summary>directory.gaps</summary>
public sealed class ShowGapsClick(Actors actors, IDirectory directory) : PilotDirectoryClick(actors)
{
    protected override async Task<CardAnswer> ByPilot(ClickedDirectory at, CardClick click, CancellationToken cancel) => new CardAnswer.Card(
        DirectoryKeepingCards.Gaps(at.Roster.Territory, await directory.Gaps(at.Roster.Territory.Id, cancel)));
}

/// <summary>directory.closegap: answered by an entry since, or of no use.</summary>
public sealed class CloseGapClick(Actors actors, IDirectory directory) : PilotDirectoryClick(actors)
{
    protected override async Task<CardAnswer> ByPilot(ClickedDirectory at, CardClick click, CancellationToken cancel)
    {
        if (click.Text(DirectoryKeys.Gap) is { } key && IdRules.IsWellFormed(key))
        {
            await directory.CloseGap(at.Roster.Territory.Id, key, cancel);
        }

        return new CardAnswer.Card(DirectoryKeepingCards.Gaps(at.Roster.Territory, await directory.Gaps(at.Roster.Territory.Id, cancel)));
    }
}

/// <summary>Excel files that the pilote brings can become the directory.</summary>
public sealed class ToDirectory : IFileDestination
{
    public bool IsOpenTo(Actor actor, Roster roster) => roster.IsPilot(actor);

    public Task<IReadOnlyList<CardElement>> Offer(FileTurn turn, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CardElement>>(
        turn.Roster.IsPilot(turn.Actor)
            ? [.. DirectoryKeepingCards.Offer(turn.Roster.Territory, [.. turn.Files.Where(f => f.Kind == DocumentKind.Excel)])]
            : []);
}

/// <summary>directory.import: a file that was sent is taken in, or everything wrong with it is said.</summary>
public sealed class ImportDirectoryClick(Actors actors, ShowDirectory show, ImportDirectory import, IDocuments documents) : PilotDirectoryClick(actors)
{
    protected override async Task<CardAnswer> ByPilot(ClickedDirectory at, CardClick click, CancellationToken cancel)
    {
        // The person's own file: a card's data is the client's word.
        if (click.Id<DocumentId>(DirectoryKeys.File) is not { } id
            || await documents.Open(at.Roster.Territory.Id, id, cancel) is not { } opened)
        {
            return Refused(DirectoryTexts.NotTheirFile);
        }

        await using var bytes = opened.Bytes;
        if (opened.Document.AddedBy != at.Actor.Id)
        {
            return Refused(DirectoryTexts.NotTheirFile);
        }

        return await import.Run(at.Actor, at.Roster, WorkbookReader.Read(bytes, DirectoryTexts.Columns), cancel) switch
        {
            ImportOutcome.Done done => new CardAnswer.Card(DirectoryKeepingCards.Imported(show.Shown(at.Actor, at.Roster), done)),
            ImportOutcome.Refused refused => new CardAnswer.Card(DirectoryKeepingCards.NotImported(at.Roster.Territory, refused.Faults)),
            ImportOutcome.Interrupted => Refused(DirectoryTexts.Interrupted),
            _ => Refused(DirectoryTexts.PilotOnly),
        };
    }
}
