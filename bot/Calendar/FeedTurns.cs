using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Calendar;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Help;
using Concertation.Work.Calendar;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Calendar;

/// <summary>« m’abonner au calendrier »: the person's own addresses. They are secret: never outside a personal conversation.</summary>
public sealed class CalendarCommand(FeedLinks links) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var tables = FeedLinks.TablesOf(turn.Actor, turn.Roster);
        return tables.Count == 0 || !turn.Caller.IsPersonal
            ? Say.Only(tables.Count == 0 ? FeedTexts.ForMembers : FeedTexts.InPersonOnly)
            : Say.Only(await Draw(links, turn.Actor, turn.Roster, tables, null, cancel));
    }

    internal static async Task<AdaptiveCard> Draw(
        FeedLinks links, Actor actor, Roster roster, IReadOnlyList<Table> tables, TableId? renewed, CancellationToken cancel)
    {
        var lines = new List<FeedLine>();
        foreach (var table in tables)
        {
            lines.Add(new FeedLine(table, await links.Show(actor, roster, table, cancel)));
        }

        return FeedCard.Of(roster.Territory, lines, renewed);
    }
}

/// <summary>calendar.renew: the address that has got about shows nothing any more.</summary>
public sealed class RenewFeedClick(Actors actors, FeedLinks links) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>(FeedCard.Territory), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var tables = FeedLinks.TablesOf(actor, roster);
        if (tables.FirstOrDefault(t => t.Id == click.Id<TableId>(FeedCard.Table)) is not { } table)
        {
            return new CardAnswer.Refused(FeedTexts.ForMembers);
        }

        if (!click.Caller.IsPersonal)
        {
            return new CardAnswer.Refused(FeedTexts.InPersonOnly);
        }

        await links.Renew(actor, roster, table, cancel);
        return new CardAnswer.Card(await CalendarCommand.Draw(links, actor, roster, tables, table.Id, cancel));
    }
}
