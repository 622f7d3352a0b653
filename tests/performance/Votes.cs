using Concertation.Domain.Votes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Performance;

/// <summary>
/// The votes put to one bot, numbered: each is an activity of its own, seats take turns and change their minds. What was
/// acknowledged is remembered, to be looked for in storage.
/// </summary>
/// <param name="from">The first number; another for each bot's life on the same file, since a vote's number names its act.</param>
internal sealed class Votes(int from = 0)
{
    private int last = from - 1;
    private readonly List<int> acknowledged = [];

    public IReadOnlyList<int> Acknowledged => acknowledged;

    public int Next() => Interlocked.Increment(ref last);

    public void Acknowledge(IEnumerable<int> numbers)
    {
        lock (acknowledged)
        {
            acknowledged.AddRange(numbers);
        }
    }

    public static int SeatOf(int number) => number % Stage.Seats;

    public static Choice ChoiceOf(int number) => (Choice)((number + (number / Stage.Seats)) % 3);

    public static Activity Turn(int number) =>
        VoteTurn.Of($"f:{number}", SeatOf(number), ChoiceOf(number), Stage.Tenant);
}
