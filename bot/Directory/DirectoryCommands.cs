using Concertation.Domain.Directories;
using Concertation.Microsoft365.Directories;
using ConcertationBot.Turns;

namespace ConcertationBot.Directories;

/// <summary>« annuaire … », « qui fait le portage de repas à Kervelen ? »: for everybody.</summary>
public sealed class DirectoryCommand(ShowDirectory show) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) =>
        [await show.Find(turn.Actor, turn.Roster, turn.Text, cancel)];
}

/// <summary>« questions sans réponse », for the pilote.</summary>
public sealed class GapsCommand(IDirectory directory) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) => turn.Roster.IsPilot(turn.Actor)
        ? Say.Only(DirectoryKeepingCards.Gaps(turn.Roster.Territory, await directory.Gaps(turn.Roster.Territory.Id, cancel)))
        : Say.Only(DirectoryTexts.PilotOnly);
}
