using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Directories;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Directories;

/// <param name="Entry">The entry that the click names; null when it names none.</param>
public sealed record ClickedDirectory(Actor Actor, Roster Roster, EntryId? Entry);

/// <summary>What the directory's clicks share: who presses, where, about what.</summary>
public abstract class DirectoryClick(Actors actors) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await actors.Of(click.Caller, click.Id<TerritoryId>(DirectoryKeys.Territory), cancel) is var (actor, roster)
            ? await Handle(new ClickedDirectory(actor, roster, click.Id<EntryId>(DirectoryKeys.Entry)), click, cancel)
            : new CardAnswer.Refused(HelpTexts.OutOfReach);

    protected abstract Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel);

    protected static CardAnswer Refused(string text) => new CardAnswer.Refused(text);
}

/// <summary>The same where only the pilote and the deputies may.</summary>
public abstract class PilotDirectoryClick(Actors actors) : DirectoryClick(actors)
{
    protected sealed override Task<CardAnswer> Handle(ClickedDirectory at, CardClick click, CancellationToken cancel) => at.Roster.IsPilot(at.Actor)
        ? ByPilot(at, click, cancel)
        : Task.FromResult(Refused(DirectoryTexts.PilotOnly));

    protected abstract Task<CardAnswer> ByPilot(ClickedDirectory at, CardClick click, CancellationToken cancel);
}
