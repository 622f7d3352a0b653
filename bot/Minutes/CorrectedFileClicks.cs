using Concertation.Documents.Word;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Documents;
using ConcertationBot.Language;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Minutes;

/// <summary>Word files that turn out to be corrected minutes: recognised by what they carry, whatever they are called.</summary>
public sealed class ToCorrectMinutes(CorrectedFiles files, ISessions sessions) : IFileDestination
{
    public bool IsOpenTo(Actor actor, Roster roster) => ConveneForms.TablesOf(actor, roster).Count > 0;

    public async Task<IReadOnlyList<CardElement>> Offer(FileTurn turn, CancellationToken cancel)
    {
        var offers = new List<CardElement>();
        foreach (var file in turn.Files.Where(f => f.Kind == DocumentKind.Word))
        {
            if (await files.Read(turn.Roster.Territory.Id, file.Id, cancel) is CorrectedFile.Taken taken && IdRules.IsWellFormed(taken.SessionId)
                && await sessions.Get(turn.Roster.Territory.Id, new(taken.SessionId), cancel) is { Value: var session }
                && turn.Roster.TableOf(session.Table) is { } table && turn.Roster.MayConvene(turn.Actor.Id, table))
            {
                offers.AddRange(MinutesCards.Correction(session, table, turn.Roster.Zone, file.Id));
            }
        }

        return offers;
    }
}

/// <summary>Reads a stored Word file as corrected minutes.</summary>
public sealed class CorrectedFiles(IDocuments documents)
{
    public async Task<CorrectedFile> Read(TerritoryId territory, DocumentId id, CancellationToken cancel)
    {
        if (await documents.Open(territory, id, cancel) is not { } opened)
        {
            return new CorrectedFile.Damaged();
        }

        await using var bytes = opened.Bytes;
        if (bytes.Length > CorrectedFileLimits.File)
        {
            return new CorrectedFile.TooLarge();
        }

        var whole = new byte[bytes.Length];
        await bytes.ReadExactlyAsync(whole, cancel);
        return CorrectedMinutes.Read(whole);
    }
}

/// <summary>minutes.correct: the corrections of a file that was sent become the minutes' text.</summary>
public sealed class CorrectMinutesClick(
    SessionClicks clicks, MinutesViews views, CorrectMinutes correct, CorrectedFiles files, IDocuments documents, TimeProvider clock) : MinutesClick(clicks, views)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (!found.MayConvene)
        {
            return new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table));
        }

        // The person's own file, of these minutes: a card's data is the client's word.
        if (click.Id<DocumentId>(MinutesKeys.File) is not { } id
            || await documents.Get(found.Session.Territory, id, cancel) is not { } document || document.AddedBy != found.Actor.Id)
        {
            return await Shown(found, cancel, problem: MinutesTexts.NotOurs);
        }

        return await (await files.Read(found.Session.Territory, id, cancel)).Match(
            async taken => taken.SessionId == found.Session.Id.Value
                ? await Shown(
                    await correct.Run(found.Actor, found.Session.Id, Correction(taken, found.Roster.Zone), click.Operation, cancel), found, MinutesTexts.Corrected, cancel)
                : await Shown(found, cancel, problem: MinutesTexts.NotOurs),
            _ => Shown(found, cancel, problem: MinutesTexts.NotAWordFile),
            _ => Shown(found, cancel, problem: MinutesTexts.NotOurs),
            _ => Shown(found, cancel, problem: MinutesTexts.Damaged),
            _ => Shown(found, cancel, problem: MinutesTexts.FileTooLarge),
            _ => Shown(found, cancel, problem: MinutesTexts.HasMacros));
    }

    private MinutesCorrection Correction(CorrectedFile.Taken taken, TimeZoneInfo zone) => new(
        taken.Version, taken.Notes, taken.Actions.ToDictionary(a => a.Key, a => Task(a.Value, zone), StringComparer.Ordinal), taken.LostActions,
        [.. taken.AddedActions.Select(a => Task(a, zone))]);

    private CorrectedTask Task(CorrectedAction action, TimeZoneInfo zone)
    {
        var due = FrenchDates.Read(FrenchText.Read(action.When), clock.GetUtcNow(), zone).Date;
        return new CorrectedTask(
            action.What, action.Who.Length == 0 ? null : action.Who, due, due is null && action.When.Length > 0 ? action.When : null);
    }
}
