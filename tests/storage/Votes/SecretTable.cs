using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using Concertation.Storage.Tables;
using Concertation.Storage.Votes;

namespace Concertation.Storage.Tests.Votes;

/// <summary>A <see cref="VotingTable"/> for secret ballots, on either store.</summary>
internal static class SecretTable
{
    public static readonly byte[] Master = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static ISealedAnswers Sealed(byte[]? master = null) => new SealedAnswers(SecretKey.Of(master ?? Master));

    public static Proposal Secret => VotingTable.Proposal() with { Form = new(Secrecy.Secret) };

    /// <param name="rows">Null: the SQLite file of the table.</param>
    public static async Task<VotingTable> Of(int seats, IRowStore? rows = null, ISealedAnswers? answers = null)
    {
        var table = await VotingTable.Of(seats);
        if (rows is not null)
        {
            TerritoryRecord? record = null;
            await new TerritoryRecordStore(table.Rows).Revise(VotingTable.Pays, before => record = before!, default);
            await new TerritoryRecordStore(rows).Revise(VotingTable.Pays, _ => record!, default);
        }

        table.Answers = answers ?? Sealed();
        table.Use(rows ?? table.Rows);
        return table;
    }

    public static CountBallot Count(this VotingTable table) => new(table.Ballots, table.Answers);

    /// <summary>Closes it and counts.</summary>
    public static async Task<Outcome> Settle(this VotingTable table, BallotId ballot)
    {
        var closed = VotingTable.Granted(await table.Close.Handle(VotingTable.Pilot, ballot, default));
        return await table.Count().Handle(closed, closed.ClosesAt!.Value, default);
    }

    /// <summary>A random choice between for and against.</summary>
    public static Choice Either() =>
        System.Security.Cryptography.RandomNumberGenerator.GetInt32(2) == 0 ? Choice.For : Choice.Against;
}
