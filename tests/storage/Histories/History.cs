using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Histories;

/// <summary>
/// A ballot from its opening to its end, as a seed gives it: voters with two devices each, double clicks, old messages sent
/// again, answers for others' seats, déports and their taking back, proxies, extending, closing and withdrawing, a representative replaced; nominal or
/// secret; on two processes whose clocks go wrong, with answers of the store lost and the processes killed.
/// </summary>
internal sealed partial class History
{
    private const int Processes = 2;
    private const int MostTries = 5;
    private static readonly BallotId Ballot = new("b1");

    private readonly Random random;
    private readonly Life people = new(Process: -1, Sound: true);
    private readonly IRowStore store;
    private readonly Interleaving turns;
    private readonly MovableClock clock = new();
    private readonly SmallTable table;
    private readonly Instance[] running;
    private readonly TimeSpan[] skews;
    private readonly HashSet<int> kills;
    private readonly int? timeIsUpAt;
    private readonly HashSet<int> givers = [];
    private int operations;

    public History(IRowStore store, int seed)
    {
        random = new Random(seed);
        this.store = store;
        Secret = random.Next(4) == 0;
        table = new SmallTable(new($"h{seed}"), random, even: Secret);
        turns = new Interleaving(random, new Faults(random.Next(4) switch { 0 => 0, 1 => 10, 2 => 30, _ => 100 })) { Between = Disturb };
        skews = [.. Enumerable.Range(0, Processes).Select(_ => TimeSpan.FromMilliseconds(random.Next(-5000, 5001)))];
        running = [.. Enumerable.Range(0, Processes).Select(Start)];
        kills = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(10, 400))];
        End = (Ending)random.Next(4);
        timeIsUpAt = End == Ending.Time ? random.Next(60, 400) : null;
    }

    public enum Ending { Hand, Time, Withdrawal, HandAndWithdrawal }

    public Ending End { get; }

    public bool Secret { get; }

    public SmallTable Table => table;

    public List<Casting> Castings { get; } = [];

    public List<string> Wrongs { get; } = [];

    /// <summary>When somebody was first told that the ballot is closed, or withdrawn.</summary>
    public int? Over { get; private set; }

    /// <summary>The seat whose holder was replaced, and when that was done; null: nobody was.</summary>
    public (int Seat, int At)? Replaced { get; private set; }

    /// <summary>Seats that withdrew, and when that was done.</summary>
    public List<(int Seat, int At)> Recused { get; } = [];

    /// <summary>The seat whose déport was taken back, and when that was done; null: none was.</summary>
    public (int Seat, int At)? Returned { get; private set; }

    /// <summary>A seat withdrew, for good or not: the proxies it held are given back.</summary>
    public bool ProxiesFell { get; private set; }

    /// <summary>The seat that gave its proxy and never took it back, and when that was done; null: none did.</summary>
    public (int Seat, int At)? GaveAway { get; private set; }

    /// <summary>Runs it, and says all that went wrong.</summary>
    public async Task<IReadOnlyList<string>> Run()
    {
        await new Storage.Tables.TerritoryRecordStore(store).Revise(table.Territory, _ => table.Record(), default);
        turns.Run(async () =>
        {
            await Open();
            await Task.WhenAll(
                [.. Enumerable.Range(0, table.Seats).SelectMany(Voters), Finish(), .. Maybe(Replace), .. Maybe(Recuse), .. Maybe(GiveProxy), .. Maybe(Extend)]);
        });
        clock.Advance(TimeSpan.FromDays(30));
        var sound = new Instance(new Life(0, Sound: true), store, clock);
        await sound.Close.WhenDue(table.Territory, Ballot, default);
        return [.. Wrongs, .. await HistoryCheck.Of(this, sound, store, Ballot)];
    }

    private IEnumerable<Task> Maybe(Func<Task> act) => random.Next(4) == 0 ? [act()] : [];

    private async Task Open()
    {
        var proposal = new Proposal(SmallTable.Table, null, null, null, "Ouvrir une place", "Ouvrir une place d'urgence.", null, Form: Secret ? new BallotForm(Secrecy.Secret) : null);
        while (await Try(on => on.Open.Handle(table.Pilot, Ballot, proposal, default)) is not Ruling<Ballot>.Granted)
        {
            await turns.Pause(people);
        }
    }

    private IEnumerable<Task> Voters(int seat)
    {
        yield return Voter(seat, $"h{seat}", byLink: false);
        yield return Voter(seat, $"h{seat}", byLink: true);
        if (SmallTable.HasSubstitute(seat))
        {
            yield return Voter(seat, $"d{seat}", byLink: random.Next(2) == 0);
        }
    }

    private async Task Voter(int seat, string person, bool byLink)
    {
        List<Casting> own = [];
        for (var acts = random.Next(4); acts > 0; acts--)
        {
            await Idle();
            if (own.Count > 0 && random.Next(5) == 0)
            {
                await Send(own[random.Next(own.Count)], byLink);
                continue;
            }

            if (random.Next(12) == 0 && person[1..] == $"{seat}")
            {
                await Forge(seat, person, byLink);
                continue;
            }

            var casting = new Casting(seat, person, (Choice)random.Next(3), $"o{++operations}", turns.Now());
            own.Add(casting);
            Castings.Add(casting);
            await Task.WhenAll(Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Send(casting, byLink)));
        }
    }

    private async Task Send(Casting casting, bool byLink)
    {
        for (var tries = random.Next(1, MostTries); tries > 0; tries--)
        {
            switch (await Try(on => on.Cast.Handle(Command(casting.Seat, casting.Person, byLink, casting.Choice, casting.Operation), default)))
            {
                case null:
                    casting.AnswerLost();
                    break;
                case Ruling<CastDone>.Granted { Value: var done }:
                    if (done is { Repeated: false, Seen.Own: var own } && (own?.Operation.Value != casting.Operation || own.Choice != Shown(casting)))
                    {
                        Wrongs.Add($"{casting} was told that {own} counts");
                    }

                    casting.Acknowledged(turns.Now());
                    return;
                case Ruling<CastDone>.Refused { Why: BallotRefusal.Busy }:
                    break;
                case Ruling<CastDone>.Refused refused:
                    casting.Refusals.Add(refused.Why);
                    return;
            }

            await Idle();
        }
    }

    /// <summary>What is stored of an answer where everybody could read it.</summary>
    public Choice Shown(Casting casting) => Secret ? Choice.Sealed : casting.Choice;

    /// <summary>An answer for a seat that isn't one's own, or for another ballot.</summary>
    private async Task Forge(int seat, string person, bool byLink)
    {
        var other = (seat + 1 + random.Next(table.Seats - 1)) % table.Seats;
        if (givers.Contains(other))
        {
            // It may be theirs to answer for, by proxy.
            return;
        }

        if (await Try(on => on.Cast.Handle(Command(other, person, byLink, Choice.For, $"o{++operations}"), default)) is Ruling<CastDone>.Granted)
        {
            Wrongs.Add($"{person} voted for seat {other}");
        }
    }

    private async Task Finish()
    {
        for (var pauses = random.Next(40); pauses > 0; pauses--)
        {
            await turns.Pause(people);
        }

        await Task.WhenAll(End switch
        {
            Ending.Hand => [Close(), .. random.Next(3) == 0 ? [Close()] : (Task[])[]],
            Ending.Time => [],
            Ending.Withdrawal => [Withdraw()],
            _ => (Task[])[Close(), Withdraw()],
        });
    }

    private Task Close() => Insist(on => on.Close.Handle(table.Pilot, Ballot, default));

    private Task Withdraw() => Insist(on => on.Withdraw.Handle(table.Pilot, Ballot, "Erreur", default));

    private async Task Insist(Func<Instance, Task<Ruling<Ballot>>> act)
    {
        while (true)
        {
            switch (await Try(act))
            {
                case null or Ruling<Ballot>.Refused { Why: BallotRefusal.Busy }:
                    await Idle();
                    break;
                case Ruling<Ballot>.Refused { Why: BallotRefusal.Withdrawn or BallotRefusal.Closed { Ballot.State: BallotState.Open } }:
                    return;
                // Extended by another process in between: it isn't over.
                case Ruling<Ballot>.Granted { Value.State: BallotState.Open }:
                    return;
                default:
                    Over ??= turns.Now();
                    return;
            }
        }
    }

    /// <summary>Null when the answer was lost, or the process that was asked died.</summary>
    private async Task<T?> Try<T>(Func<Instance, Task<T>> act) where T : class
    {
        var on = Anyone;
        var answer = act(on);
        if (await Task.WhenAny(answer, on.Life.Ended) != answer)
        {
            return null;
        }

        try
        {
            return await answer;
        }
        catch (ConnectionLostException)
        {
            return null;
        }
    }

    private async Task<Ruling<T>> Until<T>(Func<Instance, Task<Ruling<T>>> act)
    {
        Ruling<T>? ruling;
        while ((ruling = await Try(act)) is null or Ruling<T>.Refused { Why: BallotRefusal.Busy })
        {
            await Idle();
        }

        return ruling;
    }

    private async Task Idle()
    {
        for (var pauses = random.Next(8); pauses > 0; pauses--)
        {
            await turns.Pause(people);
        }
    }

    private Instance Anyone => running[random.Next(Processes)];

    private void Disturb(int calls)
    {
        if (random.Next(10) == 0)
        {
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(2000)));
        }

        if (calls == timeIsUpAt)
        {
            clock.Advance(TimeSpan.FromHours(200));
        }

        if (kills.Contains(calls))
        {
            var process = random.Next(Processes);
            turns.Kill(running[process].Life);
            running[process] = Start(process);
        }
    }

    private Instance Start(int process)
    {
        var life = new Life(process);
        return new Instance(life, new InterleavedRows(store, turns, life, random), new WrongClock(clock, skews[process]));
    }

    private CastCommand Command(int seat, string person, bool byLink, Choice choice, string operation) => new(
        table.Territory, Ballot, new($"s{seat}"), byLink ? null : $"e-{person}", byLink ? new(person) : null, choice, null, new(operation));
}
