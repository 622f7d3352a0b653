using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Decisions;

/// <summary>The registers a person may read: their tables', and for conveners the carences too (rule 2).</summary>
public sealed class RegistersInReach(IRegister register)
{
    /// <param name="from">How many of that table's newest decisions were shown already.</param>
    /// <param name="only">One table; null for all of the person's.</param>
    /// <returns>Null when the person sits at no table.</returns>
    public async Task<AdaptiveCard?> Draw(Actor actor, Roster roster, TableId? only, CancellationToken cancel, int from = 0)
    {
        var tables = actor.Person is null
            ? []
            : roster.Tables.Where(t =>
                roster.MayConvene(actor.Id, t) || roster.SeatsOf(actor.Id).Any(s => s.Table.Id == t.Id)).ToList();
        if (tables.Count == 0)
        {
            return null;
        }

        var asked = tables.Where(t => only is null || t.Id == only).ToList();
        var registers = await Task.WhenAll((asked.Count > 0 ? asked : tables).Select(t => Read(actor, roster, t, cancel)));
        return RegisterCard.Of(actor.Territory, registers, roster.Zone, from);
    }

    private async Task<TableRegister> Read(Actor actor, Roster roster, Table table, CancellationToken cancel)
    {
        var convenes = roster.MayConvene(actor.Id, table);
        var restricted = roster.SeatsOf(actor.Id).Any(s => s.Table.Id == table.Id && s.Seat.Restricted);
        var decisions = await register.Of(actor.Territory, table.Id, cancel);
        return new TableRegister(
            table,
            [.. decisions.Where(d => convenes || restricted || !d.InCamera || d.Format == SessionFormat.Plenary)],
            convenes ? await register.Carences(actor.Territory, table.Id, cancel) : []);
    }
}

/// <summary>« décisions ».</summary>
public sealed class DecisionsCommand(RegistersInReach registers) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var table = turn.Reading.Slots.Table is { Candidates: [var only], Ambiguous: false } ? only.Id : (TableId?)null;
        return await registers.Draw(turn.Actor, turn.Roster, table, cancel) is { } card
            ? Say.Only(card)
            : Say.Only(DecisionTexts.ForMembers);
    }
}

/// <summary>One table's register.</summary>
public sealed class ListDecisionsClick(Actors actors, RegistersInReach registers) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        return await registers.Draw(actor, roster, click.Id<TableId>("table"), cancel, click.From()) is { } card
            ? new CardAnswer.Card(card)
            : new CardAnswer.Refused(DecisionTexts.ForMembers);
    }
}
