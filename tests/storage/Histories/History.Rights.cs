using Concertation.Domain.Votes;

namespace Concertation.Storage.Tests.Histories;

/// <summary>What happens beside the voting: who may vote changes, and until when.</summary>
internal sealed partial class History
{
    private async Task Recuse()
    {
        await Idle();
        var (seat, takesBack) = (random.Next(table.Seats), random.Next(2) == 0);
        if (await Until(on => on.Recuse.Handle(table.Holder(seat), Ballot, new($"s{seat}"), default)) is not Ruling<RightsChanged>.Granted)
        {
            return;
        }

        ProxiesFell = true;
        if (!takesBack)
        {
            Recused.Add((seat, turns.Now()));
            return;
        }

        await Idle();
        if (await Until(on => on.TakeBack.Handle(table.Holder(seat), Ballot, new($"s{seat}"), default)) is Ruling<RightsChanged>.Granted)
        {
            Returned = (seat, turns.Now());
        }
    }

    /// <summary>A seat gives its proxy; the people of the other one then vote for it, sometimes until it is taken back.</summary>
    private async Task GiveProxy()
    {
        await Idle();
        var (from, to) = (random.Next(table.Seats), random.Next(table.Seats));
        givers.Add(from);
        if (await Until(on => on.Proxy.Handle(table.Holder(from), Ballot, new($"s{from}"), new($"s{to}"), default)) is not Ruling<RightsChanged>.Granted)
        {
            return;
        }

        var takenBack = random.Next(2) == 0;
        GaveAway = takenBack ? null : (from, turns.Now());
        await Task.WhenAll(
            Voter(from, $"h{to}", byLink: random.Next(2) == 0),
            takenBack ? Until(on => on.Proxy.Handle(table.Holder(from), Ballot, new($"s{from}"), null, default)) : Task.CompletedTask);
    }

    private async Task Extend()
    {
        await Idle();
        await Until(on => on.Extend.Handle(table.Pilot, Ballot, clock.GetUtcNow().AddHours(100), default));
    }

    private async Task Replace()
    {
        await Idle();
        var seat = random.Next(table.Seats);
        while (await Try(on => on.Records.Revise(table.Territory, _ => table.Record(seat), default)) is null)
        {
            await Idle();
        }

        Replaced = (seat, turns.Now());
    }
}
