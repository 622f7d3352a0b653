using Concertation.Storage.Sqlite;

namespace Concertation.Storage.Tests.Sqlite;

public sealed class EncodingTests
{
    [Fact]
    public void Keys_as_bytes_keep_their_ordinal_order_and_come_back()
    {
        var random = new Random(20261014);
        const string alphabet = "ab-é\u07FF\u0800œ～\uE000\uD83D\uDE00\uD7FF";
        var keys = Enumerable.Range(0, 300)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => alphabet[random.Next(alphabet.Length)])))
            .ToList();
        keys.ShouldAllBe(key => KeyBytes.Read(KeyBytes.Of(key)) == key);
        foreach (var (left, right) in keys.Zip(keys.Skip(1)))
        {
            Math.Sign(KeyBytes.Of(left).AsSpan().SequenceCompareTo(KeyBytes.Of(right)))
                .ShouldBe(Math.Sign(string.CompareOrdinal(left, right)));
            KeyBytes.After(left).AsSpan().SequenceCompareTo(KeyBytes.Of(left)).ShouldBePositive();
        }
    }

    [Fact]
    public void Ascii_keys_stay_what_they_are() => KeyBytes.Of("vote-1").ShouldBe("vote-1"u8.ToArray());

    [Fact]
    public void A_row_of_an_unknown_format_is_not_guessed_at() =>
        Should.Throw<InvalidDataException>(() => PropertyBlob.Read([9, 0]));
}
