using Concertation.Domain.Notices;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>
/// « @bot signaler … » where others read along: nothing of it is taken there. The form opens in the person's own
/// conversation, through the guard; whoever can't be written to gets the page's link.
/// </summary>
public sealed class ReportInPublic(ReportForm forms, ReportPages pages, PersonalSay personal, IChatAddresses addresses)
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var territory = turn.Roster.Territory.Id;
        if (await addresses.Of(territory, turn.Actor.Id, cancel) is null)
        {
            await addresses.Remember(territory, turn.Actor.Id, turn.Caller.Address, cancel);
        }

        var card = await forms.From(turn.Text, turn.Actor, turn.Roster, turn.Operation, cancel);
        var opened = await personal.Send(turn.Actor, new Say(null, card), cancel);
        return ReportPages.TableFor(turn.Actor, turn.Roster) is { } table
            ? Say.Only(ReportPageTexts.NotInPublic(opened, await pages.Show(territory, table.Id, cancel)))
            : Say.Only(HelpTexts.PersonalOnly);
    }
}
