using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Dysfunctions;

/// <summary>« lien de signalement », for the pilote: the tables' pages for those without account.</summary>
public sealed class ReportLinkCommand(ReportPages pages) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) =>
        !turn.Roster.IsPilot(turn.Actor)
            ? Say.Only(HelpTexts.PilotOnly)
            : Say.Only(await Draw(pages, turn.Roster, null, cancel));

    internal static async Task<AdaptiveCard> Draw(ReportPages pages, Roster roster, TableId? renewed, CancellationToken cancel)
    {
        var links = new List<(Table, string)>();
        foreach (var table in roster.Tables)
        {
            links.Add((table, await pages.Show(roster.Territory.Id, table.Id, cancel)));
        }

        return ReportLinkCard.Of(roster.Territory, links, renewed);
    }
}

/// <summary>The pilote replaces a table's link: the one that has got about leads nowhere any more.</summary>
public sealed class RenewReportLinkClick(Actors actors, ReportPages pages) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (!roster.IsPilot(actor) || click.Id<TableId>("table") is not { } table || roster.TableOf(table) is null)
        {
            return new CardAnswer.Refused(HelpTexts.PilotOnly);
        }

        await pages.Renew(roster.Territory.Id, table, cancel);
        return new CardAnswer.Card(await ReportLinkCommand.Draw(pages, roster, table, cancel));
    }
}

/// <summary>« je veux rester anonyme »: chat never is, the page may be.</summary>
public sealed class StayAnonymousCommand(ReportPages pages) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) =>
        ReportPages.TableFor(turn.Actor, turn.Roster) is { } table
            ? Say.Only(ReportPageTexts.StayAnonymous(await pages.Show(turn.Roster.Territory.Id, table.Id, cancel)))
            : Say.Only(HelpTexts.NoTerritory);
}
