using System.Runtime.CompilerServices;
using Concertation.Domain.Sessions;
using Concertation.Storage.Rows;
using Concertation.Storage.Tests.Votes;

namespace Concertation.Storage.Tests.Sessions;

public class ConveneTwiceTests
{
    private static readonly ConveneForm Form = new(
        VotingTable.Table, SessionFormat.Plenary, new SessionTime(new DateOnly(2026, 12, 14), new TimeOnly(9, 30), TimeSpan.FromHours(2), null, false, null),
        [new AgendaRow(AgendaItemKind.Decision, "Sorties du vendredi", 30, null)], "Suivi des décisions précédentes");

    [Fact]
    public async Task A_form_sent_twice_at_once_isnt_refused_for_the_session_it_convenes_itself()
    {
        using var table = await VotingTable.Of(3);
        var first = Convene(table, table.Rows);
        var late = new StepsIn(table.Rows, () => first.Run(VotingTable.Pilot, Form, new("o1"), default));

        var outcome = await Convene(table, late).Run(VotingTable.Pilot, Form, new("o1"), default);

        outcome.ShouldBeOfType<ConveneOutcome.Convened>().Again.ShouldBeTrue();
        (await table.Sessions.All(VotingTable.Pays, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_form_for_the_same_moment_is_refused()
    {
        using var table = await VotingTable.Of(3);
        var first = Convene(table, table.Rows);
        var late = new StepsIn(table.Rows, () => first.Run(VotingTable.Pilot, Form, new("o1"), default));

        var outcome = await Convene(table, late).Run(VotingTable.Pilot, Form, new("o2"), default);

        outcome.ShouldBeOfType<ConveneOutcome.Refused>().Problems.ShouldHaveSingleItem().Fault.ShouldBe(ConveneFault.Overlaps);
    }

    private static ConveneSession Convene(VotingTable table, IRowStore rows)
    {
        var sessions = new Concertation.Storage.Sessions.SessionStore(rows);
        var lack = new QuorumLack(
            sessions, new Concertation.Storage.Sessions.MeetingStore(rows), new Concertation.Storage.Decisions.RegisterStore(rows), table.Clock);
        return new(table.Rosters, sessions, lack, table.Relay, table.Clock);
    }

    // Somebody else's whole act comes between the look whether it is done and the look at the year's sessions.
    private sealed class StepsIn(IRowStore store, Func<Task> between) : IRowStore
    {
        private bool done;

        public Task<Row?> Get(RowAddress address, CancellationToken cancel) => store.Get(address, cancel);

        public async IAsyncEnumerable<Row> Query(
            string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel)
        {
            if (!done)
            {
                done = true;
                await between();
            }

            await foreach (var row in store.Query(table, partition, range, cancel))
            {
                yield return row;
            }
        }

        public Task<CommitOutcome> Commit(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
            store.Commit(table, partition, changes, cancel);
    }
}
