using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Directories;
using Concertation.Work.Directories;
using ConcertationBot.Turns;

namespace ConcertationBot.Directories;

/// <summary>The directory as a message: what a question finds, or one entry.</summary>
public sealed class ShowDirectory(AskDirectory ask, DirectoryLinks links, TimeProvider clock)
{
    public DirectoryShown Shown(Actor actor, Roster roster) => new(
        roster.Territory, LocalDay.Of(clock, roster.Territory), roster.IsPilot(actor), links.UrlOf(roster.Territory.Id));

    public async Task<Say> Find(Actor actor, Roster roster, string asked, CancellationToken cancel) => await ask.Run(roster.Territory, asked, counts: true, cancel) switch
    {
        DirectoryAnswer.Personal personal => new Say(DirectoryTexts.Personal(personal.Kinds)),
        DirectoryAnswer.Searched { Result.Found: [var only], Question.IsEmpty: false } => new Say(null, Entry(actor, roster, only)),
        DirectoryAnswer.Searched searched => new Say(null, DirectoryCards.Results(Shown(actor, roster), asked, searched)),
        _ => throw new InvalidOperationException("no such answer"),
    };

    public AdaptiveCard Entry(Actor actor, Roster roster, DirectoryEntry entry, string? done = null) =>
        DirectoryCards.Entry(Shown(actor, roster), entry, entry.MayBeEditedBy(actor, roster), done);
}
