using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;
using Concertation.Storage.Votes;

namespace Concertation.Storage.Tests.Histories;

/// <summary>What must hold of every history, whatever was lost or killed in it.</summary>
internal static class HistoryCheck
{
    public static async Task<IReadOnlyList<string>> Of(History history, Instance on, IRowStore store, BallotId id)
    {
        var (territory, ballots) = (history.Table.Territory, on.Ballots);
        var ballot = (await ballots.Get(territory, id, default))!.Value;
        var votes = await ballots.Votes(territory, id, default);
        var traces = await store.Query(Partitions.Votes, Partitions.Of(territory, id), RowRange.StartingWith("cast|"), default)
            .Select(r => r.Read(StorageJson.Default.Vote)).ToListAsync();
        var electors = await ballots.Electors(territory, id, default);
        var withdrawn = electors.Where(e => e.Recused is not null).Select(e => e.Seat.Value[1..]).ToHashSet();
        var effects = await new Outbox(store).Waiting(ballot.Aggregate, default);
        return
        [
            .. Told(history, traces), .. LastOneStands(history, votes, withdrawn), .. NothingAfterTheEnd(history), .. Returned(history, electors),
            .. Ended(history, ballot, effects), .. await Counted(history, on, ballot, votes),
        ];
    }

    // What a voter was told to be counted is stored, once; what is stored, somebody sent.
    private static IEnumerable<string> Told(History history, IReadOnlyList<Vote> traces)
    {
        var sent = history.Castings.ToDictionary(c => c.Operation, StringComparer.Ordinal);
        foreach (var trace in traces.GroupBy(t => t.Operation.Value, StringComparer.Ordinal))
        {
            if (!sent.TryGetValue(trace.Key, out var casting) || trace.First() is var vote
                && (vote.Seat.Value != $"s{casting.Seat}" || vote.Choice != history.Shown(casting) || vote.By.Value != casting.Person))
            {
                yield return $"a vote nobody cast: {trace.First()}";
            }

            if (trace.Count() > 1)
            {
                yield return $"stored {trace.Count()} times: {trace.Key}";
            }
        }

        foreach (var casting in history.Castings)
        {
            var stored = traces.Any(t => t.Operation.Value == casting.Operation);
            if (casting.Told is not null && !stored)
            {
                yield return $"told to count, not stored: {casting}";
            }

            if (stored && casting is { Told: null, Lost: 0 })
            {
                yield return $"stored, though its voter was told no: {casting}";
            }
        }
    }

    // A seat's standing vote isn't one that another of the seat's, told to count, was sent after.
    private static IEnumerable<string> LastOneStands(
        History history, IReadOnlyList<Vote> votes, HashSet<string> withdrawn)
    {
        if (votes.Count != votes.Select(v => v.Seat).Distinct().Count())
        {
            yield return "a seat has two standing votes";
        }

        foreach (var acknowledged in history.Castings.Where(c => c.Told is not null))
        {
            var standing = votes.FirstOrDefault(v => v.Seat.Value == $"s{acknowledged.Seat}");
            if (standing is null && (Dropped(withdrawn, acknowledged) || DroppedOnce(history, acknowledged)))
            {
                continue;
            }

            if (standing is null)
            {
                yield return $"told to count, but its seat has no vote: {acknowledged}";
            }
            else if (history.Castings.FirstOrDefault(c => c.Operation == standing.Operation.Value) is { Told: { } told } stands
                && acknowledged.First > told)
            {
                yield return $"told to count, but the seat's earlier vote stands: {acknowledged} after {stands}";
            }
        }
    }

    // A déport takes the seat's answer out, and those its people gave for another seat; also one whose confirmation was lost.
    private static bool Dropped(HashSet<string> withdrawn, Casting casting) =>
        withdrawn.Contains($"{casting.Seat}") || withdrawn.Contains(casting.Person[1..]);

    // A déport that was taken back took out what was sent before it was.
    private static bool DroppedOnce(History history, Casting casting) => history.Returned is { } back
        && (back.Seat == casting.Seat || casting.Person[1..] == $"{back.Seat}") && casting.First <= back.At;

    private static IEnumerable<string> NothingAfterTheEnd(History history)
    {
        foreach (var casting in history.Castings.Where(c => c.Told is not null))
        {
            if (casting.First > history.Over)
            {
                yield return $"sent after the end and told to count: {casting}";
            }

            if (history.Recused.Any(r => r.Seat == casting.Seat && casting.First > r.At))
            {
                yield return $"sent after the seat's déport and told to count: {casting}";
            }

            if (history.GaveAway is { } given && given.Seat == casting.Seat && casting.First > given.At
                && casting.Person is var own && (own == $"h{given.Seat}" || own == $"d{given.Seat}") && !history.ProxiesFell)
            {
                yield return $"sent by the seat's own people while its proxy stood, and told to count: {casting}";
            }

            if (history.Replaced is { } replaced && casting.Person == $"h{replaced.Seat}" && casting.First > replaced.At)
            {
                yield return $"sent by a former representative and told to count: {casting}";
            }
        }
    }

    // Its people answer again.
    private static IEnumerable<string> Returned(History history, IReadOnlyList<Elector> electors)
    {
        if (history.Returned is not { } back)
        {
            yield break;
        }

        if (electors.Single(e => e.Seat.Value == $"s{back.Seat}") is not { Recused: null, TakenBack.Count: 1 })
        {
            yield return $"seat {back.Seat} is out, though its déport was taken back";
        }

        foreach (var casting in history.Castings.Where(c =>
            c.Seat == back.Seat && c.First > back.At && c.Refusals.Any(r => r is BallotRefusal.Recused)))
        {
            yield return $"refused after the déport was taken back: {casting}";
        }
    }

    private static IEnumerable<string> Ended(History history, Ballot ballot, IReadOnlyList<Effect> effects)
    {
        var closed = effects.Count(e => e.Kind == EffectKind.BallotClosed);
        var withdrawn = effects.Count(e => e.Kind == EffectKind.BallotWithdrawn);
        if ((ballot.State, closed, withdrawn) is not ((BallotState.Closed, 1, 0) or (BallotState.Withdrawn, 0, 1)))
        {
            yield return $"{history.End} ended as {ballot.State}, with {closed} and {withdrawn} effects";
        }
    }

    // The arithmetic of the outcome done once more, from what the voters know.
    private static async Task<IReadOnlyList<string>> Counted(History history, Instance on, Ballot ballot, IReadOnlyList<Vote> votes)
    {
        List<string> wrongs = [];
        var answered = await on.Ballots.Answered(ballot.Territory, ballot.Id, default);
        if (answered != votes.Count)
        {
            wrongs.Add($"the gates say {answered} answers, {votes.Count} are there");
        }

        var outcome = await on.Count.Handle(ballot, ballot.ClosesAt!.Value, default);
        var operations = votes.Select(v => v.Operation.Value).ToHashSet(StringComparer.Ordinal);
        var standing = history.Castings.Where(c => operations.Contains(c.Operation)).ToList();
        var expected = (Of(Choice.For), Of(Choice.Against), Of(Choice.Abstain));
        if ((outcome.ForWeight, outcome.AgainstWeight, outcome.AbstainWeight) != expected)
        {
            wrongs.Add($"counted {outcome}, cast {expected}");
        }

        return wrongs;

        int Of(Choice choice) => standing.Where(c => c.Choice == choice).Sum(c => history.Table.WeightOf(c.Seat));
    }
}
