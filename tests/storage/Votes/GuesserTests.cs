using System.Security.Cryptography;
using ConcertationBot.Tests.Kit.Guessing;

namespace Concertation.Storage.Tests.Votes;

/// <summary>The guesser can find things: what it doesn't find in secret ballots isn't for want of looking.</summary>
public class GuesserTests
{
    private static readonly Dictionary<string, byte[]> Nothing = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("a word of the log")]
    [InlineData("a line's length")]
    [InlineData("a byte in a file")]
    [InlineData("a longer row")]
    [InlineData("another row")]
    public void An_answer_that_shows_in_one_place_among_noise_is_found(string where)
    {
        var (right, of, by) = Guesser.Try([.. Enumerable.Range(0, 80).Select(_ => Seen(where))]);

        right.ShouldBe(of, by.ToString());
    }

    [Fact]
    public void Of_noise_alone_nothing_is_learnt()
    {
        var (right, of, _) = Guesser.Try([.. Enumerable.Range(0, 400).Select(_ => Seen("nowhere"))]);

        ((double)right).ShouldBeLessThan(Guesser.MostByChance(of));
    }

    private static Trace Seen(string where)
    {
        var isFor = RandomNumberGenerator.GetInt32(2) == 0;
        bool In(string place) => isFor && where == place;
        var rows = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["vote|s1"] = RandomNumberGenerator.GetBytes(In("a longer row") ? 41 : 40),
            ["gate|00"] = RandomNumberGenerator.GetBytes(60),
        };
        if (In("another row"))
        {
            rows["outbox|x"] = RandomNumberGenerator.GetBytes(20);
        }

        // Noise of small bytes, so that one more of another stands out, as in a text.
        var file = RandomNumberGenerator.GetBytes(500).Select(b => (byte)(b % 100)).Append(In("a byte in a file") ? (byte)200 : (byte)201).ToArray();
        return new(
            Sight.Of(
                Nothing, rows, new Dictionary<string, ByteCounts>(StringComparer.Ordinal),
                new Dictionary<string, ByteCounts>(StringComparer.Ordinal) { ["concertation.db-wal"] = ByteCounts.Of(file) },
                [
                    "Turn " + RandomNumberGenerator.GetHexString(12) + (In("a word of the log") ? " pour" : " vote"),
                    "POST " + (In("a line's length") ? "100" : "99") + " bytes",
                ]),
            isFor);
    }
}
