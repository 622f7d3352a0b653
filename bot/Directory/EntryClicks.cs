using Concertation.Domain.Directories;
using Concertation.Microsoft365.Directories;
using ConcertationBot.Turns;

namespace ConcertationBot.Directories;

/// <summary>directory.search: what was typed, or the entry that was chosen.</summary>
public sealed class SearchDirectoryClick(Actors actors, ShowDirectory show, IDirectory directory) : DirectoryClick(actors)
{
    protected override async Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel)
    {
        var asked = click.Text(DirectoryKeys.Question);
        if (asked is null && click.Id<EntryId>(DirectoryKeys.Chosen) is { } chosen
            && await directory.Get(at.Roster.Territory.Id, chosen, cancel) is { } entry)
        {
            return new CardAnswer.Card(show.Entry(at.Actor, at.Roster, entry.Value));
        }

        var said = await show.Find(at.Actor, at.Roster, asked ?? "", cancel);
        return said.Card is { } card ? new CardAnswer.Card(card) : Refused(said.Text!);
    }
}

/// <summary>directory.show</summary>
public sealed class ShowEntryClick(Actors actors, ShowDirectory show, IDirectory directory) : DirectoryClick(actors)
{
    protected override async Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel) =>
        at.Entry is { } id && await directory.Get(at.Roster.Territory.Id, id, cancel) is { } entry
            ? new CardAnswer.Card(show.Entry(at.Actor, at.Roster, entry.Value))
            : Refused(DirectoryTexts.Gone);
}

/// <summary>directory.form: an empty form, or the entry to correct.</summary>
public sealed class OpenEntryForm(Actors actors, IDirectory directory) : DirectoryClick(actors)
{
    protected override async Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel)
    {
        var keeps = at.Roster.IsPilot(at.Actor);
        if (at.Entry is not { } id)
        {
            return keeps ? new CardAnswer.Card(DirectoryKeepingCards.Form(at.Roster.Territory, null, null, true, [])) : Refused(DirectoryTexts.PilotOnly);
        }

        return await directory.Get(at.Roster.Territory.Id, id, cancel) switch
        {
            null => Refused(DirectoryTexts.Gone),
            { Value: var entry } when entry.MayBeEditedBy(at.Actor, at.Roster) =>
                new CardAnswer.Card(DirectoryKeepingCards.Form(at.Roster.Territory, id, entry.Words, keeps, [])),
            _ => Refused(DirectoryTexts.NotYours),
        };
    }
}

/// <summary>directory.save: kept, or the form again with what stands in the way and everything that was typed.</summary>
public sealed class SaveEntryClick(Actors actors, ShowDirectory show, KeepDirectory keep, IDirectory directory) : DirectoryClick(actors)
{
    protected override async Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel)
    {
        var keeps = at.Roster.IsPilot(at.Actor);
        var words = EntryWords.Of(field => click.Text(DirectoryKeys.Of(field)));
        if (!keeps && at.Entry is { } named && await directory.Get(at.Roster.Territory.Id, named, cancel) is { } standing)
        {
            words = words with { Structure = standing.Value.Words.Structure };
        }

        var outcome = at.Entry is { } id
            ? await keep.Correct(at.Actor, at.Roster, id, words, cancel)
            : await keep.Add(at.Actor, at.Roster, words, cancel);
        return outcome.Match<CardAnswer>(
            done => new CardAnswer.Card(show.Entry(at.Actor, at.Roster, done.Entry, "Fiche enregistrée")),
            refused => new CardAnswer.Card(DirectoryKeepingCards.Form(
                at.Roster.Territory, at.Entry, words, keeps, [.. refused.Faults.Select(DirectoryTexts.Fault)])),
            _ => Refused(DirectoryTexts.NotYours),
            _ => Refused(DirectoryTexts.Gone),
            _ => Refused(DirectoryTexts.Taken),
            _ => Refused(DirectoryTexts.Full));
    }
}

/// <summary>directory.confirm: « Toujours exact ».</summary>
public sealed class ConfirmEntryClick(Actors actors, ShowDirectory show, KeepDirectory keep) : DirectoryClick(actors)
{
    protected override async Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel) => at.Entry is not { } id
        ? Refused(DirectoryTexts.Gone)
        : (await keep.Confirm(at.Actor, at.Roster, id, cancel)).Match<CardAnswer>(
            done => new CardAnswer.Card(show.Entry(at.Actor, at.Roster, done.Entry, DirectoryTexts.SaidExactly)),
            _ => Refused(DirectoryTexts.NotYours),
            _ => Refused(DirectoryTexts.NotYours),
            _ => Refused(DirectoryTexts.Gone),
            _ => Refused(DirectoryTexts.Taken),
            _ => Refused(DirectoryTexts.Taken));
}

/// <summary>directory.remove</summary>
public sealed class RemoveEntryClick(Actors actors, KeepDirectory keep) : PilotDirectoryClick(actors)
{
    protected override async Task<CardAnswer> ByPilot(ClickedDirectory at, CardClick click, CancellationToken cancel) =>
        at.Entry is { } id && await keep.Remove(at.Actor, at.Roster, id, cancel) is EntryOutcome.Done done
            ? new CardAnswer.Card(DirectoryCards.Removed(done.Entry))
            : Refused(DirectoryTexts.Gone);
}
