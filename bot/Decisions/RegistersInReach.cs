using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Votes;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Decisions;

/// <summary>The registers a person may read: their tables', and for conveners the carences too (rule 2).</summary>
public sealed class RegistersInReach(IRegister register, IEscalations escalations, IBallots ballots, AnswersOfBallot answers, FollowDecision follow)
{
    /// <param name="query">An unknown table in it counts as none.</param>
    /// <param name="from">How many of one table's newest decisions were shown already.</param>
    /// <returns>Null when the person sits at no table.</returns>
    public async Task<AdaptiveCard?> Draw(Actor actor, Roster roster, RegisterQuery query, CancellationToken cancel, int from = 0)
    {
        var tables = TablesOf(actor, roster);
        if (tables.Count == 0)
        {
            return null;
        }

        var all = await Task.WhenAll(tables.Select(t => Read(actor, roster, t, cancel)));
        var wanted = query with { Table = tables.Any(t => t.Id == query.Table) ? query.Table : null };
        var decisions = all.SelectMany(r => r.Decisions).ToList();
        var search = new RegisterSearch(
            wanted, tables,
            [
                .. decisions.Where(d => d.Axis is not null).GroupBy(d => d.Axis!.Value).OrderBy(g => g.Key.Value, StringComparer.Ordinal)
                    .Select(g => (g.Key.Value, Words(g.Key.Value, g.MaxBy(d => d.At)!.Grounds?.Axis))),
            ],
            [.. decisions.Select(d => d.Number.Year).Distinct().OrderDescending()]);
        // Of one table without more, its whole register is shown, carences too.
        var onlyTable = wanted with { Table = null } is { IsEverything: true };
        return RegisterCard.Of(
            actor.Territory,
            [
                .. all.Where(r => wanted.Table is null || r.Table.Id == wanted.Table).Select(r => r with
                {
                    Decisions = [.. r.Decisions.Where(wanted.Finds)], Carences = onlyTable ? r.Carences : [],
                }),
            ],
            roster.Zone, from, search with { Query = onlyTable && from == 0 && wanted.Table is null ? RegisterQuery.Everything : wanted });
    }

    /// <summary>One decision's page; null when there is none of that number that the person may read, or several.</summary>
    /// <param name="table">Null looks at all of the person's tables.</param>
    public async Task<AdaptiveCard?> Find(Actor actor, Roster roster, TableId? table, DecisionNumber number, CancellationToken cancel)
    {
        var asked = TablesOf(actor, roster).Where(t => table is null || t.Id == table);
        var registers = await Task.WhenAll(asked.Select(t => Read(actor, roster, t, cancel)));
        if (registers.SelectMany(r => r.Decisions).Where(d => d.Number == number).ToList() is not [var decision])
        {
            return null;
        }

        var ballot = (await ballots.Get(actor.Territory, decision.Ballot, cancel))?.Value;
        var told = ballot is null || ballot.IsSecret ? [] : await answers.For(roster, ballot, actor.Id, cancel);
        var corrected = registers.SelectMany(r => r.Decisions).FirstOrDefault(d => d.Table == decision.Table && d.Corrects == number);
        return DecisionCard.Of(new DecisionSeen(
            decision, told, corrected?.Number, await follow.Read(actor.Territory, decision.Ballot, cancel), actor.Id,
            Rounds.Of(decision, registers.SelectMany(r => r.Decisions))), roster.Zone);
    }

    private static List<Table> TablesOf(Actor actor, Roster roster) => actor.Person is null
        ? []
        : [.. roster.Tables.Where(t => roster.MayConvene(actor.Id, t) || roster.SeatsOf(actor.Id).Any(s => s.Table.Id == t.Id))];

    private static string Words(string axis, string? title) => title is null ? axis.ToUpperInvariant() : $"{axis.ToUpperInvariant()} — {title}";

    private async Task<TableRegister> Read(Actor actor, Roster roster, Table table, CancellationToken cancel)
    {
        var convenes = roster.MayConvene(actor.Id, table);
        var restricted = roster.SeatsOf(actor.Id).Any(s => s.Table.Id == table.Id && s.Seat.Restricted);
        var standings = escalations.StandingsOf(actor.Territory, table.Id, cancel);
        var decisions = await register.Of(actor.Territory, table.Id, cancel);
        return new TableRegister(
            table,
            [.. decisions.Where(d => convenes || restricted || !d.InCamera || d.Format == SessionFormat.Plenary)],
            convenes ? await register.Carences(actor.Territory, table.Id, cancel) : [])
        {
            Standings = await standings,
        };
    }
}
