using System.Text.Json.Nodes;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>Who is who: what the territory file says stays with it; how an account was matched by its mail is erased.</summary>
internal sealed class RosterKeeper(IRowStore rows) : RecordKeeper
{
    public override string Table => Partitions.Tables;

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel) =>
        new(IsOf(row, "out|") ? null : new RowHolding(HoldingKind.Identity, Own: true, Stays: !row.Properties.ContainsKey("Mail")));

    public override Task Erase(Row row, Named named, CancellationToken cancel) => Delete(rows, row, cancel);
}

/// <summary>Ballots: answers stay; « j'ai pris connaissance » is no vote.</summary>
internal sealed class VoteKeeper(IRowStore rows) : RecordKeeper
{
    private const string Read = "after|read|";

    public override string Table => Partitions.Votes;

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel)
    {
        if (IsOf(row, "out|", "turn|", "recent|"))
        {
            return default;
        }

        var own = row.Text() is { } text && JsonNode.Parse(text) is JsonObject record && (named.Is(record, "By") || named.Is(record, "Person"));
        return new(IsOf(row, Read) ? new(HoldingKind.Acknowledgement, own, Stays: false) : new RowHolding(HoldingKind.Vote, own, Stays: true));
    }

    public override Task Erase(Row row, Named named, CancellationToken cancel) => Delete(rows, row, cancel);
}

/// <summary>The register, which nothing changes, and the roadmap.</summary>
internal sealed class RegisterKeeper(string table) : RecordKeeper
{
    public override string Table => table;

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel) =>
        new(IsOf(row, "out|") ? null : new RowHolding(HoldingKind.Register, Own: false, Stays: true));
}
