using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Votes;
using Concertation.Storage.Sqlite;
using Concertation.Storage.Tables;

namespace Concertation.Storage.Tests.Histories;

/// <summary>
/// What a process does until it is killed: opens a ballot, has all seats answer and change their answers at once, closes it,
/// counts it, opens the next. It writes a line for each thing it acknowledges: "vote b3 s2 Against k7-12", "closed b3 4 2 1".
/// A process that comes after it goes on with the ballot it finds.
/// </summary>
internal static class VotesUnderKills
{
    private const int ActsPerSeat = 6;

    public static SmallTable Table { get; } = new(new("pays"), new Random(7));

    public static async Task<int> Run(string folder, string name)
    {
        using var file = SqliteFile.Open(folder);
        var rows = new SqliteRowStore(file);
        await new TerritoryRecordStore(rows).Revise(Table.Territory, _ => Table.Record(), default);
        var on = new Instance(new Life(0), rows, TimeProvider.System);
        var console = TextWriter.Synchronized(Console.Out);
        for (var ballot = 0; ; ballot++)
        {
            await RunBallot(on, new BallotId($"b{ballot}"), name, line => { console.WriteLine(line); console.Flush(); });
        }
    }

    /// <summary>For, against and abstaining as they stand in the file.</summary>
    public static async Task<string> Count(IBallots ballots, Ballot ballot)
    {
        var electors = await ballots.Electors(ballot.Territory, ballot.Id, default);
        var outcome = VoteRules.Count(ballot, electors, await ballots.Votes(ballot.Territory, ballot.Id, default), ballot.ClosesAt!.Value);
        return $"{outcome.ForWeight} {outcome.AgainstWeight} {outcome.AbstainWeight}";
    }

    private static async Task RunBallot(Instance on, BallotId id, string name, Action<string> say)
    {
        var proposal = new Proposal(SmallTable.Table, null, null, null, "Ouvrir une place", "Ouvrir une place d'urgence.", null);
        if (await on.Open.Handle(Table.Pilot, id, proposal, default) is not Ruling<Ballot>.Granted { Value.State: BallotState.Open })
        {
            return;
        }

        var voting = Enumerable.Range(0, Table.Seats).Select(seat => Task.Run(() => Vote(on, id, seat, name, say)));
        await Task.WhenAll(voting);
        var closed = await on.Close.Handle(Table.Pilot, id, default) is Ruling<Ballot>.Granted { Value: var ballot }
            ? ballot
            : throw new InvalidOperationException("it can't be closed");
        say($"closed {id} {await Count(on.Ballots, closed)}");
    }

    private static async Task Vote(Instance on, BallotId id, int seat, string name, Action<string> say)
    {
        for (var act = 0; act < ActsPerSeat; act++)
        {
            var choice = (Choice)Random.Shared.Next(3);
            var operation = string.Create(CultureInfo.InvariantCulture, $"{name}-{seat}-{act}");
            var command = new CastCommand(Table.Territory, id, new($"s{seat}"), $"e-h{seat}", null, choice, null, new(operation));
            if (await on.Cast.Handle(command, default) is Ruling<CastDone>.Granted)
            {
                say($"vote {id} s{seat} {choice} {operation}");
            }
        }
    }
}
