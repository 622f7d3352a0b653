using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Rows;

public sealed class RowStepsTests
{
    [Fact]
    public void A_step_is_never_cut_between_two_transactions()
    {
        var steps = Enumerable.Range(0, 75).Select(n => Enumerable.Range(0, 3).Select(m => Change($"{n}-{m}")).ToArray());

        var transactions = RowSteps.Pack(steps).ToList();

        transactions.Select(t => t.Count).ShouldBe([99, 99, 27]);
        transactions.SelectMany(t => t).Select(c => c.Key).ShouldBe(steps.SelectMany(s => s).Select(c => c.Key));
    }

    [Fact]
    public void Large_rows_make_more_transactions() =>
        RowSteps.Pack(Enumerable.Range(0, 100).Select(n => new[] { Change($"{n}", 30_000) })).Count().ShouldBe(2);

    private static RowChange Change(string key, int characters = 1) =>
        new RowChange.Insert(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["Body"] = new string('a', characters) });
}
